; Calls that wait for their result are data, so they may wait in any number; see million-deep.scm.

(define (sum n) (if (= n 0) 0 (+ n (sum (- n 1)))))
(sum 10)                              ; => 55
(sum 20000)                           ; => 200010000

(define (build n) (if (= n 0) '() (cons n (build (- n 1)))))
(length (build 10000))                ; => 10000

; Data may be as deep as that.
(define (nest n) (let loop ((n n) (all '())) (if (= n 0) all (loop (- n 1) (list all)))))
(define deep (nest 10000))
(= deep (nest 10000))                 ; => #t
(= deep (nest 10001))                 ; => #f
(define (depth x) (if (pair? x) (+ 1 (depth (car x))) 0))
(depth deep)                          ; => 10000
