; Primes: by trial, by sieve, and a strong test for large ones.

(define (prime? n)
  (and (> n 1)
       (let loop ((d 2))
         (cond ((> (* d d) n) #t)
               ((= (% n d) 0) #f)
               (else (loop (+ d 1)))))))
(filter prime? (iota 30))             ; => (2 3 5 7 11 13 17 19 23 29)
(count prime? (iota 1000))            ; => 168
(prime? 7919)                         ; => #t

(define (sieve numbers)
  (if (null? numbers)
      '()
      (let ((p (car numbers)))
        (cons p (sieve (remove (lambda (n) (= (modulo n p) 0)) (cdr numbers)))))))
(sieve (iota 29 2))                   ; => (2 3 5 7 11 13 17 19 23 29)

(define (factors n)
  (let loop ((n n) (d 2) (found '()))
    (cond ((= n 1) (reverse found))
          ((> (* d d) n) (reverse (cons n found)))
          ((= (% n d) 0) (loop (quotient n d) d (cons d found)))
          (else (loop n (+ d 1) found)))))
(factors 360)                         ; => (2 2 2 3 3 5)
(factors 97)                          ; => (97)
(factors 600851475143)                ; => (71 839 1471 6857)

(define (power-mod base exponent modulus)
  (let loop ((base (% base modulus)) (exponent exponent) (result 1))
    (if (= exponent 0)
        result
        (loop (% (* base base) modulus)
              (quotient exponent 2)
              (if (odd? exponent) (% (* result base) modulus) result)))))
(power-mod 3 200 1000007)             ; => 959082
(power-mod 2 (- (expt 2 61) 2) (- (expt 2 61) 1)) ; => 1
(define (witness? a n)
  (let loop ((d (- n 1)) (squares 0))
    (if (even? d)
        (loop (/ d 2) (+ squares 1))
        (let ((x (power-mod a d n)))
          (and (!= x 1)
               (let again ((x x) (left squares))
                 (cond ((= left 0) #t)
                       ((= x (- n 1)) #f)
                       (else (again (% (* x x) n) (- left 1))))))))))
(define (strong? n) (not (any (lambda (a) (witness? a n)) '(2 3 5 7 11 13))))
(strong? (- (expt 2 61) 1))           ; => #t
(strong? (- (expt 2 67) 1))           ; => #f
(strong? 3215031751)                  ; => #f
