; 3n + 1: how long the way to one is.

(define (next n) (if (even? n) (/ n 2) (+ (* 3 n) 1)))
(define (orbit n) (if (= n 1) '(1) (cons n (orbit (next n)))))
(orbit 6)                             ; => (6 3 10 5 16 8 4 2 1)
(define (steps n)
  (let loop ((n n) (count 0))
    (if (= n 1) count (loop (next n) (+ count 1)))))
(steps 1)                             ; => 0
(steps 27)                            ; => 111
(apply max (orbit 27))                ; => 9232
(steps (expt 2 100))                  ; => 100

(define (longest limit)
  (do ((n 1 (+ n 1))
       (best '(1 . 0) (let ((way (steps n))) (if (> way (cdr best)) (cons n way) best))))
      ((> n limit) best)))
(longest 100)                         ; => (97 . 118)
