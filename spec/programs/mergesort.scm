; Sorting by merging: stable, and never slow.

(define (merge before? a b)
  (let loop ((a a) (b b) (done '()))
    (cond ((null? a) (append (reverse done) b))
          ((null? b) (append (reverse done) a))
          ((before? (car b) (car a)) (loop a (cdr b) (cons (car b) done)))
          (else (loop (cdr a) b (cons (car a) done))))))
(define (take values n) (if (= n 0) '() (cons (car values) (take (cdr values) (- n 1)))))
(define (mergesort before? values)
  (let ((half (quotient (length values) 2)))
    (if (= half 0)
        values
        (merge before?
               (mergesort before? (take values half))
               (mergesort before? (list-tail values half))))))
(merge < '(1 4) '(2 3))               ; => (1 2 3 4)
(mergesort < '(5 2 8 1 9 3))          ; => (1 2 3 5 8 9)
(mergesort < '())                     ; => ()
(mergesort (lambda (a b) (< (car a) (car b)))
           '((2 a) (1 b) (2 c) (1 d))) ; => ((1 b) (1 d) (2 a) (2 c))
(define downwards (iota 300 300 -1))
(= (mergesort < downwards) (iota 300 1)) ; => #t
(= (mergesort > downwards) downwards) ; => #t
(take '(1 2) 3)                       ; fault: type-error car takes a pair, not ()
