; A named let whose name escapes is a procedure like any other.

; Not in tail position.
(let down ((n 5)) (if (= n 0) '() (cons n (down (- n 1))))) ; => (5 4 3 2 1)
(let fib ((n 12)) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) ; => 144

; Given away, and called later.
(define kept (let self ((n 0)) (if (= n 0) self (* n 2))))
(kept 21)                             ; => 42
(procedure? (kept 0))                 ; => #t
(let walk ((tree '(1 (2 3) ((4)))))
  (cond ((null? tree) 0)
        ((pair? tree) (apply + (map walk tree)))
        (else tree)))                 ; => 10

; Called from a closure inside the loop, where it is no tail call of the loop.
(let loop ((i 0) (jobs '()))
  (if (< i 3)
      (loop (+ i 1) (cons (lambda () (if (< i 2) (loop 2 '()) i)) jobs))
      (if (null? jobs) '() (list ((car jobs)) (length jobs))))) ; => (2 3)

; Closures capture the variables of their own turn.
(map (lambda (f) (f))
     (let loop ((i 0) (all '()))
       (if (= i 3) (reverse all) (loop (+ i 1) (cons (lambda () (* i i)) all))))) ; => (0 1 4)

; The name is the loop's own: a binding inside hides it, a binding outside is hidden.
(let loop ((i 3)) (let ((loop (lambda (x) (* x 10)))) (loop i))) ; => 30
(let ((loop 'outer)) (let loop ((i 0)) (if (= i 1) 'inner (loop (+ i 1))))) ; => inner
(let loop ((i 0) (loop 5)) (+ i loop)) ; => 5

; Its initial values do not see it.
(define f (lambda (x) (+ x 1)))
(let f ((n (f 1))) (if (> n 4) n (f (* n 2)))) ; => 8

; Its name may be assigned.
(let loop ((i 0)) (if (= i 0) (begin (set! loop (lambda (x) 'assigned)) (loop 1)) 'not-assigned)) ; => assigned
(let count ((n 3) (acc '())) (if (= n 0) acc (begin (set! n (- n 1)) (count n (cons n acc))))) ; => (0 1 2)
