; Euclid, and what follows from him.

(define (euclid a b) (if (= b 0) a (euclid b (remainder a b))))
(euclid 48 36)                        ; => 12
(euclid 17 5)                         ; => 1
(= (euclid 123456 7890) (gcd 123456 7890)) ; => #t
(gcd 48 36)                           ; => 12
(gcd 0 5)                             ; => 5
(gcd -4 6)                            ; => 2
(gcd 0 0)                             ; => 0
(lcm 4 6)                             ; => 12
(lcm -4 6)                            ; => 12
(lcm 0 3)                             ; => 0

; The greatest common divisor with the coefficients that make it: g = ax + by.
(define (bezout a b)
  (if (= b 0)
      (list a 1 0)
      (let* ((rest (bezout b (modulo a b)))
             (x (cadr rest))
             (y (caddr rest)))
        (list (car rest) y (- x (* (quotient a b) y))))))
(bezout 240 46)                       ; => (2 -9 47)
(define (inverse a n) (modulo (cadr (bezout a n)) n))
(inverse 3 11)                        ; => 4
(modulo (* 17 (inverse 17 3120)) 3120) ; => 1

; Fractions as pairs.
(define (fraction a b) (let ((g (gcd a b))) (cons (quotient a g) (quotient b g))))
(define (plus p q) (fraction (+ (* (car p) (cdr q)) (* (car q) (cdr p))) (* (cdr p) (cdr q))))
(fold plus '(0 . 1) (map (lambda (n) (fraction 1 n)) (iota 10 1))) ; => (7381 . 2520)
(gcd 1.5 2)                           ; fault: type-error gcd takes an integer
