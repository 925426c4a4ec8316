; Fibonacci numbers, in three ways.

(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(map fib (iota 10))                   ; => (0 1 1 2 3 5 8 13 21 34)
(fib 18)                              ; => 2584

(define (fib-iterative n)
  (let loop ((a 0) (b 1) (n n))
    (if (= n 0) a (loop b (+ a b) (- n 1)))))
(fib-iterative 90)                    ; => 2880067194370816120
(fib-iterative 300)                   ; => 222232244629420445529739893461909967206666939096499764990979600

; By doubling: F(2k) = F(k)(2F(k+1) − F(k)), F(2k+1) = F(k+1)² + F(k)².
(define (fib-pair n)
  (if (= n 0)
      '(0 . 1)
      (let* ((half (fib-pair (quotient n 2)))
             (a (car half))
             (b (cdr half))
             (c (* a (- (* 2 b) a)))
             (d (+ (* a a) (* b b))))
        (if (even? n) (cons c d) (cons d (+ c d))))))
(car (fib-pair 90))                   ; => 2880067194370816120
(= (car (fib-pair 300)) (fib-iterative 300)) ; => #t
(modulo (car (fib-pair 10000)) 1000000007)   ; => 271496360
