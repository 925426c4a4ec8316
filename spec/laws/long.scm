; Lists of a million elements, and data nested a million deep: nothing depends on how long or deep it is.
; limits: fuel 1000000000

(define million (iota 1000000))
(length million)                      ; => 1000000
(list-ref (map (lambda (x) (* 2 x)) million) 999999) ; => 1999998
(length (append million million))     ; => 2000000
(equal? million (append million '())) ; => #t
(equal? (append million '(1)) (append million '(2))) ; => #f
(car (sort (reverse million) <))      ; => 0
(apply + million)                     ; => 499999500000
(fold + 0 million)                    ; => 499999500000
(string-length (with-output-to-string (lambda () (write million)))) ; => 6888891
(vector-length (list->vector million)) ; => 1000000

(define (nest depth) (let loop ((n depth) (nested '())) (if (= n 0) nested (loop (- n 1) (list nested)))))
(define deep (nest 1000000))
(equal? deep (nest 1000000))          ; => #t
(string-length (with-output-to-string (lambda () (write deep)))) ; => 2000002
(define (depth-of nested) (if (null? nested) 0 (+ 1 (depth-of (car nested)))))
(depth-of deep)                       ; => 1000000
(depth-of (read (open-input-string (with-output-to-string (lambda () (write deep)))))) ; => 1000000

(define (count-to n) (if (= n 0) 0 (+ 1 (count-to (- n 1)))))
(count-to 1000000)                    ; => 1000000
(let loop ((n 0)) (if (< n 100000) (loop (call/cc (lambda (k) (k (+ n 1))))) n)) ; => 100000
(let loop ((n 0)) (if (< n 10000) (loop (guard (e (#t (+ e 1))) (raise n))) n)) ; => 10000
(define (stream n) (if (= n 0) (delay 'end) (delay-force (stream (- n 1)))))
(force (stream 100000))               ; => end
