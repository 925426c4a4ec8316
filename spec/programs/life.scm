; Conway's game of life on a list of living cells.
(define (neighbours cell)
  (append-map
    (lambda (dx)
      (append-map
        (lambda (dy)
          (if (and (= dx 0) (= dy 0)) '() (list (list (+ (car cell) dx) (+ (cadr cell) dy)))))
        '(-1 0 1)))
    '(-1 0 1)))
(define (unique items)
  (fold-right (lambda (item rest) (if (member item rest) rest (cons item rest))) '() items))
(define (next cells)
  (filter
    (lambda (cell)
      (let ((n (count (lambda (each) (member each cells)) (neighbours cell))))
        (or (= n 3) (and (= n 2) (if (member cell cells) #t #f)))))
    (unique (append cells (append-map neighbours cells)))))
(define (same? a b) (and (= (length a) (length b)) (every (lambda (cell) (member cell b)) a) #t))
(define blinker '((0 -1) (0 0) (0 1)))
(same? (next blinker) '((-1 0) (0 0) (1 0)))    ; => #t
(same? (next (next blinker)) blinker)           ; => #t
(define block '((0 0) (0 1) (1 0) (1 1)))
(same? (next block) block)                      ; => #t
(next '((0 0)))                                 ; => ()
(length (neighbours '(5 5)))                    ; => 8
