; Queens on a board, none attacking another.

(define (safe? row distance placed)
  (or (null? placed)
      (and (!= (car placed) row)
           (!= (car placed) (+ row distance))
           (!= (car placed) (- row distance))
           (safe? row (+ distance 1) (cdr placed)))))
(define (queens size)
  (let place ((column 0) (placed '()))
    (if (= column size)
        (list (reverse placed))
        (append-map (lambda (row)
                      (if (safe? row 1 placed) (place (+ column 1) (cons row placed)) '()))
                    (iota size 1)))))
(queens 1)                            ; => ((1))
(queens 3)                            ; => ()
(queens 4)                            ; => ((2 4 1 3) (3 1 4 2))
(length (queens 5))                   ; => 10
(length (queens 6))                   ; => 4
(car (queens 6))                      ; => (2 4 6 1 3 5)

(define (row-text queen size)
  (string-join (map (lambda (column) (if (= column queen) "Q" ".")) (iota size 1)) " "))
(for-each (lambda (queen) (print (row-text queen 4))) (car (queens 4)))
                                      ; prints: . Q . .
                                      ; prints: . . . Q
                                      ; prints: Q . . .
                                      ; prints: . . Q .
