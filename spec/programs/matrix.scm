; Matrices as lists of rows.

(define (transpose m) (apply map list m))
(transpose '((1 2 3) (4 5 6)))        ; => ((1 4) (2 5) (3 6))
(transpose (transpose '((1 2) (3 4)))) ; => ((1 2) (3 4))
(define (dot a b) (fold + 0 (map * a b)))
(dot '(1 2 3) '(4 5 6))               ; => 32
(define (product a b)
  (let ((columns (transpose b)))
    (map (lambda (row) (map (lambda (column) (dot row column)) columns)) a)))
(product '((1 2) (3 4)) '((5 6) (7 8))) ; => ((19 22) (43 50))
(define (identity n)
  (map (lambda (i) (map (lambda (j) (if (= i j) 1 0)) (iota n))) (iota n)))
(identity 3)                          ; => ((1 0 0) (0 1 0) (0 0 1))
(= (product '((1 2) (3 4)) (identity 2)) '((1 2) (3 4))) ; => #t

(define (power m n)
  (cond ((= n 0) (identity (length m)))
        ((even? n) (power (product m m) (/ n 2)))
        (else (product m (power m (- n 1))))))
(power '((1 1) (1 0)) 10)             ; => ((89 55) (55 34))
(cadar (power '((1 1) (1 0)) 90))     ; => 2880067194370816120

(define (without values i)
  (if (= i 0) (cdr values) (cons (car values) (without (cdr values) (- i 1)))))
(define (determinant m)
  (if (null? (cdr m))
      (caar m)
      (let loop ((j 0) (sign 1) (sum 0))
        (if (= j (length m))
            sum
            (loop (+ j 1)
                  (- sign)
                  (+ sum (* sign
                            (list-ref (car m) j)
                            (determinant (map (lambda (row) (without row j)) (cdr m))))))))))
(determinant '((3)))                  ; => 3
(determinant '((1 2) (3 4)))          ; => -2
(determinant '((2 0 1) (1 3 2) (1 1 4))) ; => 18
(determinant (identity 4))            ; => 1
