; Insertion sort by folding.
(define (insert x sorted)
  (if (or (null? sorted) (<= x (car sorted)))
      (cons x sorted)
      (cons (car sorted) (insert x (cdr sorted)))))
(define (insertion-sort items) (fold insert '() items))
(insertion-sort '(4 2 7 1))          ; => (1 2 4 7)
(define (median items)
  (let* ((sorted (insertion-sort items))
         (n (length sorted))
         (middle (quotient n 2)))
    (if (odd? n)
        (list-ref sorted middle)
        (/ (+ (list-ref sorted middle) (list-ref sorted (- middle 1))) 2))))
(median '(5 3 1))                    ; => 3
(median '(4 1 3 2))                  ; => 2.5
(insertion-sort '())                 ; => ()
(insertion-sort '(2 2 1))            ; => (1 2 2)
