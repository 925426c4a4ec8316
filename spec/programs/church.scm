; Numbers, booleans and pairs of nothing but procedures.

(define zero (lambda (f) (lambda (x) x)))
(define (successor n) (lambda (f) (lambda (x) (f ((n f) x)))))
(define (number n) ((n (lambda (x) (+ x 1))) 0))
(define (church n) (if (= n 0) zero (successor (church (- n 1)))))
(number zero)                         ; => 0
(number (church 7))                   ; => 7
(define (plus m n) (lambda (f) (lambda (x) ((m f) ((n f) x)))))
(define (times m n) (lambda (f) (m (n f))))
(define (power m n) (n m))
(number (plus (church 3) (church 4))) ; => 7
(number (times (church 3) (church 4))) ; => 12
(number (power (church 2) (church 8))) ; => 256

(define (pair a b) (lambda (pick) (pick a b)))
(define (first p) (p (lambda (a b) a)))
(define (second p) (p (lambda (a b) b)))
(define (predecessor n)
  (first ((n (lambda (p) (pair (second p) (successor (second p))))) (pair zero zero))))
(number (predecessor (church 9)))     ; => 8
(number (predecessor zero))           ; => 0
(define (minus m n) ((n predecessor) m))
(number (minus (church 9) (church 5))) ; => 4

(define yes (lambda (a b) a))
(define no (lambda (a b) b))
(define (zero-number? n) ((n (lambda (x) no)) yes))
((zero-number? zero) 'zero 'more)     ; => zero
((zero-number? (church 2)) 'zero 'more) ; => more
