; Square roots by Newton's method, and a number written in another base.
(define (improve guess x) (/ (+ guess (/ x guess)) 2))
(define (root x)
  (let loop ((guess 1.0) (rounds 0))
    (let ((better (improve guess x)))
      (if (or (= better guess) (= rounds 50)) guess (loop better (+ rounds 1))))))
(< (abs (- (root 2) (sqrt 2))) 1e-12)   ; => #t
(root 9)                             ; => 3
(define (digits n base)
  (let loop ((n n) (found '()))
    (if (= n 0) found (loop (quotient n base) (cons (remainder n base) found)))))
(digits 1234 10)                     ; => (1 2 3 4)
(digits 255 2)                       ; => (1 1 1 1 1 1 1 1)
(fold-left (lambda (sum d) (+ (* sum 16) d)) 0 (digits 48879 16))   ; => 48879
