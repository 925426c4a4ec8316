; Recursion without a name.

(define Y
  (lambda (f)
    ((lambda (x) (f (lambda args (apply (x x) args))))
     (lambda (x) (f (lambda args (apply (x x) args)))))))
(define factorial (Y (lambda (self) (lambda (n) (if (= n 0) 1 (* n (self (- n 1))))))))
(factorial 5)                         ; => 120
(factorial 20)                        ; => 2432902008176640000
((Y (lambda (self) (lambda (n) (if (< n 2) n (+ (self (- n 1)) (self (- n 2))))))) 15) ; => 610
((Y (lambda (self) (lambda (a b) (if (= b 0) a (self b (% a b)))))) 48 36) ; => 12
(((lambda (x) (x x)) (lambda (self) (lambda (n) (if (= n 0) 'done ((self self) (- n 1)))))) 500) ; => done

; Two procedures that know each other by a fixed point of a pair.
(define (Y2 f g)
  (define (a . args) (apply (f a b) args))
  (define (b . args) (apply (g a b) args))
  (cons a b))
(define parity
  (Y2 (lambda (even odd) (lambda (n) (if (= n 0) #t (odd (- n 1)))))
      (lambda (even odd) (lambda (n) (if (= n 0) #f (even (- n 1)))))))
((car parity) 100)                    ; => #t
((cdr parity) 100)                    ; => #f
