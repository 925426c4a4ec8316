; Takeuchi's function, with numbers and with lists for numbers.

(define (tak x y z)
  (if (not (< y x))
      z
      (tak (tak (- x 1) y z) (tak (- y 1) z x) (tak (- z 1) x y))))
(tak 3 2 1)                           ; => 2
(tak 7 4 2)                           ; => 4
(tak 12 8 4)                          ; => 5
(tak 1 2 3)                           ; => 3

(define (shorter? a b) (and (pair? b) (or (null? a) (shorter? (cdr a) (cdr b)))))
(define (mas x y z)
  (if (not (shorter? y x))
      z
      (mas (mas (cdr x) y z) (mas (cdr y) z x) (mas (cdr z) x y))))
(define (count-up n) (iota n 1))
(length (mas (count-up 7) (count-up 4) (count-up 2))) ; => 4
(shorter? '(1) '(1 2))                ; => #t
(shorter? '(1) '(1))                  ; => #f
