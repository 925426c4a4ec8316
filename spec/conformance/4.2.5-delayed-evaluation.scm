; 4.2.5: delay, delay-force, force, make-promise.
; limits: stack 400

(force (delay (string-append "la" "ter"))) ; => "later"
(let ((p (delay (vector 'same)))) (eq? (force p) (force p))) ; => #t
(promise? (delay 1))                  ; => #t
(promise? (delay-force (delay 1)))    ; => #t
(promise? (make-promise 1))           ; => #t
(promise? 1)                          ; => #f
(promise? (lambda () 1))              ; => #f
(promise? '())                        ; => #f
(procedure? (delay 1))                ; => #f
(delay 1)                             ; => #<promise>

; Nothing happens until it is forced, and then once.
(define runs 0)
(define costly (delay (begin (set! runs (+ runs 1)) (* 6 7))))
runs                                  ; => 0
(force costly)                        ; => 42
runs                                  ; => 1
(list (force costly) (force costly) runs) ; => (42 42 1)
(let* ((n 0) (p (delay (begin (set! n (+ n 1)) #f)))) (force p) (force p) (list (force p) n)) ; => (#f 1)
(let ((p (delay (undefined-procedure)))) 'never-forced) ; => never-forced
(let ((x 1)) (let ((p (delay x))) (set! x 2) (force p))) ; => 2
(let* ((x 1) (p (delay x))) (force p) (set! x 2) (force p)) ; => 1
(let ((p (let ((hidden 'kept)) (delay hidden)))) (force p)) ; => kept

; What stays is the value that comes first, when a promise is forced while it is being forced.
(define turn 0)
(define again
  (delay
    (let ((mine (begin (set! turn (+ turn 1)) turn)))
      (if (< mine 3) (force again))
      mine)))
(force again)                         ; => 3
(begin (set! turn 100) (force again)) ; => 3
turn                                  ; => 100

; A promise of a promise.
(promise? (force (delay (delay 1))))  ; => #t
(force (force (delay (delay 5))))     ; => 5
(force (delay-force (delay 6)))       ; => 6
(force (delay-force (delay-force (delay 7)))) ; => 7
(force (delay-force (make-promise 8))) ; => 8
(let* ((n 0) (p (delay-force (begin (set! n (+ n 1)) (delay (* n 10)))))) (force p) (list (force p) n)) ; => (10 1)

; make-promise.
(force (make-promise 'ready))         ; => ready
(force (make-promise (list 1 2)))     ; => (1 2)
(let ((p (delay 9))) (eq? p (make-promise p))) ; => #t
(let ((p (make-promise 9))) (eq? p (make-promise p))) ; => #t
(force (make-promise (delay 10)))     ; => 10
(procedure? (force (make-promise car))) ; => #t

; Streams.
(define (from n) (delay (cons n (from (+ n 1)))))
(define (stream-car s) (car (force s)))
(define (stream-cdr s) (cdr (force s)))
(define (take s n) (if (= n 0) '() (cons (stream-car s) (take (stream-cdr s) (- n 1)))))
(take (from 10) 4)                    ; => (10 11 12 13)
(define (sift keep? s)
  (delay-force
    (if (keep? (stream-car s))
        (delay (cons (stream-car s) (sift keep? (stream-cdr s))))
        (sift keep? (stream-cdr s)))))
(take (sift even? (from 1)) 5)        ; => (2 4 6 8 10)
(take (sift (lambda (n) (= 0 (modulo n 7))) (sift odd? (from 1))) 3) ; => (7 21 35)

; Chains of delay-force take no room, however long they are: the stack is limited here.
(define (count-down n) (if (= n 0) (delay 'landed) (delay-force (count-down (- n 1)))))
(force (count-down 100000))           ; => landed
(define (loop-down n) (delay-force (if (= n 0) (make-promise 'landed-too) (loop-down (- n 1)))))
(force (loop-down 100000))            ; => landed-too
(stream-car (sift (lambda (n) (> n 20000)) (from 1))) ; => 20001
