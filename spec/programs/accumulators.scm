; Accumulators, memory, and variables that several closures assign.
(define (accumulator sum) (lambda (x) (set! sum (+ sum x)) sum))
(define acc (accumulator 100))
(acc 10)                             ; => 110
(acc 10)                             ; => 120
(define (memoise f)
  (let ((known '()))
    (lambda (n)
      (let ((entry (assv n known)))
        (if entry
            (cdr entry)
            (let ((value (f n)))
              (set! known (cons (cons n value) known))
              value))))))
(define calls 0)
(define fib (memoise (lambda (n) (set! calls (+ calls 1)) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))))
(fib 60)                             ; => 1548008755920
calls                                ; => 61
(define (make-stack)
  (let ((items '()))
    (list (lambda (x) (set! items (cons x items)) (length items))
          (lambda () (let ((top (car items))) (set! items (cdr items)) top))
          (lambda () items))))
(define s (make-stack))
((car s) 'a)                         ; => 1
((car s) 'b)                         ; => 2
((cadr s))                           ; => b
((caddr s))                          ; => (a)
(begin ((cadr s)) ((cadr s)))        ; fault: type-error
((caddr s))                          ; => (a)
