; 4.2.2: let, let*, letrec, letrec*, let-values, let*-values.

; let: the values are computed outside.
(let ((wide 4) (high 9)) (list wide high (* wide high))) ; => (4 9 36)
(let () 'no-variables)                ; => no-variables
(let ((a 1)) (let ((a 2) (b a)) (list a b))) ; => (2 1)
(let ((a 1) (b 2)) (let ((a b) (b a)) (list a b))) ; => (2 1)
(let ((x 1)) 'first 'second x)        ; => 1
(let ((x 1)) (define y 2) (define (z) (+ x y)) (z)) ; => 3
(let ((car cdr)) (car '(1 2 3)))      ; => (2 3)
(let ((f (lambda (x) (* 2 x)))) (f (f 3))) ; => 12
(let ((x 'outer)) (let ((get (lambda () x)) (x 'inner)) (get))) ; => outer
(let ((x 1) (x 2)) x)                 ; fault: syntax-error
(let ((x)) x)                         ; fault: syntax-error
(let ((x 1)))                         ; fault: syntax-error

; let*: each value sees the variables before.
(let* ((a 3) (b (* a a)) (c (+ a b))) (list a b c)) ; => (3 9 12)
(let* () 'none)                       ; => none
(let* ((x 1) (x (+ x 10)) (x (* x 2))) x) ; => 22
(let ((x 5)) (let* ((y x) (x 6)) (list x y))) ; => (6 5)
(let* ((x 1) (f (lambda () x)) (x 2)) (list x (f))) ; => (2 1)
(let* ((x 1)) (define x 2) x)         ; => 2

; letrec: each value sees all variables, once it is called.
(letrec ((len (lambda (l) (if (null? l) 0 (+ 1 (len (cdr l))))))) (len '(a b c d))) ; => 4
(letrec ((ping (lambda (n) (if (= n 0) 'ping (pong (- n 1)))))
         (pong (lambda (n) (if (= n 0) 'pong (ping (- n 1))))))
  (list (ping 7) (ping 8)))           ; => (pong ping)
(letrec () 5)                         ; => 5
(let ((f 'outer)) (letrec ((f (lambda () f))) (eq? (f) f))) ; => #t
(letrec ((a (lambda () b)) (b 2)) (a)) ; => 2
(letrec ((a 1) (b 2)) (define c 3) (list a b c)) ; => (1 2 3)

; letrec*: and the values are computed in order.
(letrec* ((a 1) (b (+ a 1)) (c (+ a b))) (list a b c)) ; => (1 2 3)
(letrec* ((twice (lambda (x) (* 2 x))) (eight (twice 4))) eight) ; => 8
(letrec* ((even (lambda (n) (or (= n 0) (odd (- n 1)))))
          (odd (lambda (n) (and (> n 0) (even (- n 1)))))
          (answer (even 12)))
  answer)                             ; => #t
(letrec* ((halve (lambda (n steps) (if (= n 1) steps (round-down (/ n 2) steps))))
          (round-down (lambda (n steps) (halve (floor n) (+ steps 1))))
          (steps-of-100 (halve 100 0))
          (both (list steps-of-100 (halve 8 0))))
  both)                               ; => (6 3)

; let-values: several values at once.
(let-values (((q r) (values 7 2))) (list q r)) ; => (7 2)
(let-values (((a b) (values 1 2)) ((c) (values 3)) ((d) 4)) (list a b c d)) ; => (1 2 3 4)
(let-values (((a . rest) (values 1 2 3))) (list a rest)) ; => (1 (2 3))
(let-values ((all (values 1 2 3))) all) ; => (1 2 3)
(let-values ((none (values))) none)   ; => ()
(let-values ((() (values))) 'nothing) ; => nothing
(let-values () 'empty)                ; => empty
(let-values (((a b . c) (values 1 2)) ((d) (values 9))) (list a b c d)) ; => (1 2 () 9)
(let ((a 'x) (b 'y)) (let-values (((a b) (values b a))) (list a b))) ; => (y x)
(let ((a 'outer))
  (let-values (((a) (values 'inner)) ((b) (values a))) (list a b))) ; => (inner outer)
(let-values (((whole left) (floor/ 44 7)) (units '(weeks days))) (list whole left units)) ; => (6 2 ((weeks days)))
(let-values (((x y) (values 1 2))) (define z 3) (set! x 10) (list x y z)) ; => (10 2 3)
(let-values (((a b) (values 1 2 3))) a) ; fault: arity-error

; let*-values: one after the other.
(let*-values (((a b) (values 1 2)) ((c) (values (+ a b)))) (list a b c)) ; => (1 2 3)
(let*-values (((a b) (values 1 2)) ((b a) (values a b))) (list a b)) ; => (2 1)
(let*-values () 'empty)               ; => empty
(let ((a 'x)) (let*-values (((a) (values 'y)) ((b) (values a))) b)) ; => y
(let*-values (((first . rest) (values 1 2 3)) ((a b) (apply values rest))) (list first a b)) ; => (1 2 3)
(let*-values ((all (values 1 2)) (more (apply values 0 all))) (list all more)) ; => ((1 2) (0 1 2))
