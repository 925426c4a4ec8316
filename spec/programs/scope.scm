; Names mean what the nearest binding around them says: operators and syntax are names too.

(define x 1)
(let ((x 2)) x)                       ; => 2
x                                     ; => 1
(let ((x 2)) (let ((x (+ x 1))) (let ((x (* x 10))) x))) ; => 30
(let ((x 2) (y x)) (list x y))        ; => (2 1)
(let* ((x 2) (y x)) (list x y))       ; => (2 2)
(let* ((x 1) (x (+ x 1)) (x (* x 5))) x) ; => 10
((lambda (x) (set! x 5) x) 0)         ; => 5
x                                     ; => 1
(let ((y 1)) (set! x (+ x y)) x)      ; => 2

; Operators.
(let ((+ -)) (+ 5 3))                 ; => 2
((lambda (*) (* 2 3)) list)           ; => (2 3)
(let ((< >)) (< 1 2))                 ; => #f
(define (with-own-equal = a b) (= a b))
(with-own-equal list 1 2)             ; => (1 2)
(let ((not (lambda (x) 'never))) (not #f)) ; => never
(map (lambda (f) (f 6 3)) (list + - * /)) ; => (9 3 18 2)
(let () (define (+ a b) (list a b)) (+ 1 2)) ; => (1 2)
(+ 1 2)                               ; => 3

; Syntax.
(let ((if list)) (if 1 2 3))          ; => (1 2 3)
((lambda (define) (define 1)) -)      ; => -1
(let ((quote -)) '5)                  ; => -5
(let ((else #f)) (cond (else 1) (#t 2))) ; => 2
(let ((=> #f)) (cond (1 => 2)))       ; => 2
(let ((let list) (x 7)) (let x))      ; => (7)
(define (f lambda) (lambda 4))
(f square)                            ; => 16
(let loop ((begin 3)) (if (= begin 0) 'end (loop (- begin 1)))) ; => end
(let ((set! list) (y 1)) (set! y 2))  ; => (1 2)
(let ((while list)) (while 1 2))      ; => (1 2)

; Definitions in a body are seen in all of it.
(define (area r)
  (define pi 3)
  (define (square x) (* x x))
  (* pi (square r)))
(area 2)                              ; => 12
(square 3)                            ; => 9
(define (late) (define (get) value) (define value 5) (get))
(late)                                ; => 5
(define (between) (define a 1) (set! a 10) (define b (+ a 1)) (list a b))
(between)                             ; => (10 11)
(let () (begin (define a 1) (define b 2)) (+ a b)) ; => 3
(letrec ((a (lambda () b)) (b 2)) (a)) ; => 2
(letrec* ((a 1) (b (+ a 1))) b)       ; => 2

; The library's procedures keep their own meaning.
(define (reverse values) 'mine)
(reverse '(1 2))                      ; => mine
(map - '(1 2))                        ; => (-1 -2)
(define (car x) 'mine)
(fold + 0 '(1 2 3))                   ; => 6
(define (list . x) 'mine)
(fold cons* '() '(1 2) '(3 4))        ; => (2 4 1 3)

(letrec ((a b) (b 1)) a)              ; fault: unbound-variable
(define (too-early) (define a b) (define b 1) a)
(too-early)                           ; fault: unbound-variable
(define + -)                          ; fault: syntax-error + is an operator
(define (if x) x)                     ; fault: syntax-error if is syntax
(set! car 5)
car                                   ; => 5
(set! < >)                            ; fault: syntax-error
(let ((x 1) (x 2)) x)                 ; fault: syntax-error x is bound twice
((lambda (x x) x) 1 2)                ; fault: syntax-error x is bound twice
(let () (define a 1) (define a 2) a)  ; fault: syntax-error a is bound twice
undefined-here                        ; fault: unbound-variable undefined-here
