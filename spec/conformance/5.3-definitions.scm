; 5.3: define at top level and in bodies, define-values.

; At top level.
(define triple (lambda (x) (* x 3)))
(triple 14)                           ; => 42
(define (half x) (/ x 2))
(half 14)                             ; => 7
(define (none) 'nothing)
(none)                                ; => nothing
(define (collect . all) all)
(list (collect) (collect 1 2))        ; => (() (1 2))
(define (first-and-rest a . b) (list a b))
(first-and-rest 1 2 3)                ; => (1 (2 3))
(define copy-of-car car)
(copy-of-car '(1 2))                  ; => 1
(define triple (lambda (x) (list x x x)))
(triple 'ha)                          ; => (ha ha ha)
(define (uses-later) (comes-later 1))
(define (comes-later x) (list 'later x))
(uses-later)                          ; => (later 1)
(define (comes-later x) (list 'replaced x))
(uses-later)                          ; => (replaced 1)
(define self-reference (lambda (n) (if (= n 0) 'end (self-reference (- n 1)))))
(self-reference 5)                    ; => end
(define quoted-value 'a)
(define (quoted-value-too) quoted-value)
(quoted-value-too)                    ; => a
(begin (define one 1) (define (plus-one x) (+ x one)))
(plus-one 41)                         ; => 42
(define before-fault 1)
(begin (set! before-fault 2) (car '())) ; fault: type-error
before-fault                          ; => 1

; A library's name defined anew is new for the program; the library's other procedures do not notice.
(define (list-tail l k) 'mine)
(list-tail '(1 2 3) 1)                ; => mine
(list-ref '(a b c) 2)                 ; => c

; In a body: seen in all of it, as by letrec*.
(let ((x 5))
  (define (even-steps? n) (or (= n 0) (odd-steps? (- n 1))))
  (define (odd-steps? n) (and (> n 0) (even-steps? (- n 1))))
  (even-steps? (+ x 1)))              ; => #t
(let ((x 'outer))
  (define (get) x)
  (define x 'inner)
  (get))                              ; => inner
(define (with-locals a)
  (define b (* a 2))
  (define (c d) (+ a b d))
  (c 100))
(with-locals 1)                       ; => 103
(let () (define a 1) (define b (+ a 1)) (define c (+ b 1)) (list a b c)) ; => (1 2 3)
(let* () (define x 1) x)              ; => 1
(letrec () (define x 2) x)            ; => 2
(let loop ((n 3)) (define m (* n n)) (if (= n 1) (list m) (cons m (loop (- n 1))))) ; => (9 4 1)
(define (nested x)
  (define (inner y)
    (define (innermost z) (list x y z))
    (innermost 3))
  (inner 2))
(nested 1)                            ; => (1 2 3)
(let ((x 1)) (define x 2) (set! x (+ x 10)) x) ; => 12
(let ((f (lambda () 'outer))) (let () (define (f) 'inner) (f))) ; => inner
(let ((n 0)) (begin (define a 1) (define b 2)) (+ a b n)) ; => 3
(define (car-of x) (define car cdr) (car x))
(list (car-of '(1 2)) (car '(1 2)))   ; => ((2) 1)
(when #t (let () (define x 'in-when) x)) ; => in-when
(let () (define list vector) (list 1 2)) ; => #(1 2)
(let () (define (if a b c) (list c b a)) (if 1 2 3)) ; => (3 2 1)

; define-values at top level.
(define-values (whole part) (floor/ 29 8))
(list whole part)                     ; => (3 5)
(define-values (head . others) (values 1 2 3))
(list head others)                    ; => (1 (2 3))
(define-values all-of-them (values 'a 'b))
all-of-them                           ; => (a b)
(define-values (only) (+ 1 1))
only                                  ; => 2
(define-values () (values))
(define-values (i j . none) (values 'i 'j))
none                                  ; => ()
(define-values (whole part) (values part whole))
(list whole part)                     ; => (5 3)
(define-values (get-hidden set-hidden!)
  (let ((hidden 0)) (values (lambda () hidden) (lambda (v) (set! hidden v)))))
(begin (set-hidden! 9) (get-hidden))  ; => 9

; define-values in bodies.
(let () (define-values (low high) (values 5 95)) (- high low)) ; => 90
(let () (define-values (x . y) (values 1 2 3)) (define z (length y)) (list x y z)) ; => (1 (2 3) 2)
(let () (define-values all (values 1 2)) (define-values (a b) (apply values all)) (list b a)) ; => (2 1)
(let ((x 'outer)) (define (get) (list x y)) (define-values (x y) (values 'x 'y)) (get)) ; => (x y)
(let () (define-values (f) (lambda () (g))) (define-values (g) (lambda () 'later)) (f)) ; => later
(let () (define-values (x y) (values 1 2)) (set! x (+ x y)) x) ; => 3

; What is not allowed.
(define)                              ; fault: syntax-error
(define x 1 2)                        ; fault: syntax-error
(define 5 1)                          ; fault: syntax-error
(let () (define a 1) (define a 2) a)  ; fault: syntax-error
(define (twice-named x x) x)          ; fault: syntax-error
