; Sorting by parting.

(define (quicksort before? values)
  (if (null? values)
      '()
      (let* ((pivot (car values))
             (rest (cdr values))
             (first? (lambda (x) (before? x pivot))))
        (append (quicksort before? (filter first? rest))
                (list pivot)
                (quicksort before? (remove first? rest))))))
(quicksort < '(3 1 4 1 5 9 2 6 5 3 5)) ; => (1 1 2 3 3 4 5 5 5 6 9)
(quicksort > '(3 1 2))                ; => (3 2 1)
(quicksort < '())                     ; => ()
(quicksort < '(7))                    ; => (7)
(quicksort string<? '("pear" "apple" "fig")) ; => ("apple" "fig" "pear")

; Pseudo-random numbers, the same on every machine.
(define (scrambled n)
  (let loop ((n n) (x 12345) (all '()))
    (if (= n 0) all (loop (- n 1) (% (+ (* x 1103515245) 12345) 2147483648) (cons x all)))))
(define (sorted? values)
  (or (null? values) (null? (cdr values)) (and (<= (car values) (cadr values)) (sorted? (cdr values)))))
(sorted? (scrambled 200))             ; => #f
(sorted? (quicksort < (scrambled 200))) ; => #t
(length (quicksort < (scrambled 200))) ; => 200
(quicksort < '(1 a))                  ; fault: type-error
