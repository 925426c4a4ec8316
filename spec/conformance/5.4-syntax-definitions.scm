; 5.4: define-syntax at top level and in bodies.

; At top level.
(define-syntax square-of (syntax-rules () ((_ x) (let ((y x)) (* y y)))))
(square-of 7)                         ; => 49
(square-of (+ 1 2))                   ; => 9
(let ((y 4)) (square-of y))           ; => 16
(define-syntax counted (syntax-rules () ((_ x) (list 'old x))))
(counted 1)                           ; => (old 1)
(define (calls-counted) (counted 1))
(define-syntax counted (syntax-rules () ((_ x) (list 'new x))))
(counted 1)                           ; => (new 1)
(calls-counted)                       ; => (old 1)
(begin (define-syntax from-begin (syntax-rules () ((_) 'from-begin))) (define beside 1))
(list (from-begin) beside)            ; => (from-begin 1)
(define-syntax uses-later (syntax-rules () ((_ x) (defined-later x))))
(define (defined-later x) (list 'later x))
(uses-later 1)                        ; => (later 1)
(define-syntax macro-using-macro (syntax-rules () ((_ x) (square-of (square-of x)))))
(macro-using-macro 2)                 ; => 16

; A variable of the same name hides a macro in its scope.
(let ((square-of (lambda (x) 'procedure))) (square-of 1)) ; => procedure
((lambda (square-of) (square-of 1)) -) ; => -1
(let () (define (square-of x) 'defined) (square-of 1)) ; => defined
(let ((square-of 5)) (+ square-of 1)) ; => 6
(map (lambda (square-of) (* 2 square-of)) '(1 2)) ; => (2 4)
(square-of 3)                         ; => 9

; In a body.
(let ()
  (define-syntax triple (syntax-rules () ((_ x) (* 3 x))))
  (triple 5))                         ; => 15
(let ((x 1))
  (define-syntax get (syntax-rules () ((_) x)))
  (define x-before (get))
  (set! x 10)
  (list x-before (get)))              ; => (1 10)
(define (with-macro a)
  (define-syntax plus-a (syntax-rules () ((_ b) (+ a b))))
  (define c (plus-a 10))
  (list c (plus-a 20)))
(with-macro 1)                        ; => (11 21)
(let ()
  (define-syntax make-definition (syntax-rules () ((_ n v) (define n v))))
  (make-definition a 1)
  (make-definition b (+ a 1))
  (list a b))                         ; => (1 2)
(let ()
  (define-syntax evens? (syntax-rules () ((_) #t) ((_ x . r) (odds? . r))))
  (define-syntax odds? (syntax-rules () ((_) #f) ((_ x . r) (evens? . r))))
  (list (evens? a b c d) (evens? a))) ; => (#t #f)
(let ((triple list))
  (let ()
    (define-syntax triple (syntax-rules () ((_ x) 'inner)))
    (triple 1)))                      ; => inner
(let ()
  (define-syntax define-pair (syntax-rules () ((_ a b v) (begin (define a v) (define b v)))))
  (define-pair p q (list 1))
  (list (eq? p q) (equal? p q)))      ; => (#f #t)
(let ()
  (begin (define-syntax one (syntax-rules () ((_) 1))) (define two (+ (one) (one))))
  two)                                ; => 2
(let loop ((n 3))
  (define-syntax less (syntax-rules () ((_) (- n 1))))
  (if (= n 0) 'end (loop (less))))    ; => end
(let ()
  (define-syntax m (syntax-rules () ((_) (helper))))
  (define (helper) 'of-this-body)
  (let ((helper (lambda () 'of-the-use))) (m))) ; => of-this-body
