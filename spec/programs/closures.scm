; Procedures keep the variables they were made with; each call of the maker makes new ones.

(define (counter)
  (let ((n 0))
    (lambda () (set! n (+ n 1)) n)))
(define a (counter))
(define b (counter))
(a)                                   ; => 1
(a)                                   ; => 2
(b)                                   ; => 1
(a)                                   ; => 3
((counter))                           ; => 1

; Two closures share one variable.
(define (account balance)
  (list (lambda () balance)
        (lambda (sum) (set! balance (+ balance sum)) balance)))
(define mine (account 100))
((cadr mine) 50)                      ; => 150
((car mine))                          ; => 150
(define yours (account 1))
((car yours))                         ; => 1

; A message that faults leaves the variable as it was.
(begin ((cadr mine) 1000) (car '()))  ; fault: type-error
((car mine))                          ; => 150

; Every turn of a loop has variables of its own.
(define made
  (do ((i 0 (+ i 1)) (all '() (cons (lambda () i) all)))
      ((= i 3) (reverse all))))
(map (lambda (f) (f)) made)           ; => (0 1 2)
(define made
  (let loop ((i 0))
    (if (= i 3) '() (cons (lambda () (set! i (+ i 10)) i) (loop (+ i 1))))))
(map (lambda (f) (f)) made)           ; => (10 11 12)
(map (lambda (f) (f)) made)           ; => (20 21 22)

; A closure through several levels, assigned in the innermost.
(define (nest a) (lambda (b) (lambda (c) (set! a (+ a b c)) a)))
(define inner ((nest 1) 10))
(inner 100)                           ; => 111
(inner 100)                           ; => 221
(((nest 1) 2) 3)                      ; => 6

; A parameter that is assigned is the call's own.
(define (twice x) (set! x (* x 2)) x)
(define five 5)
(list (twice five) five)              ; => (10 5)

; Rest parameters are captured like others.
(define (keep . all) (lambda () all))
((keep 1 2 3))                        ; => (1 2 3)
((keep))                              ; => ()

; A global variable is looked up when it is used.
(define (greeting) (string-append hello " world"))
(greeting)                            ; fault: unbound-variable hello
(define hello "hello")
(greeting)                            ; => "hello world"
(set! hello "bye")
(greeting)                            ; => "bye world"
