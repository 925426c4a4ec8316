; A million calls that wait for each other, and data a million deep.
; slices: 1000

(define (sum n) (if (= n 0) 0 (+ n (sum (- n 1)))))
(sum 1000000)                         ; => 500000500000
(define (even-depth n) (if (= n 0) #t (not (odd-depth (- n 1)))))
(define (odd-depth n) (if (= n 0) #t (not (even-depth (- n 1)))))
(even-depth 1000000)                  ; => #t
(define (nest n) (let loop ((n n) (all '())) (if (= n 0) all (loop (- n 1) (list all)))))
(define deep (nest 1000000))
(= deep (nest 1000000))               ; => #t
(= deep (nest 1000001))               ; => #f
(length (iota 1000000))               ; => 1000000
(fold + 0 (iota 1000001))             ; => 500000500000
