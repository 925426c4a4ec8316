; do, while, and named let as a loop.

(do ((i 0 (+ i 1)) (sum 0 (+ sum i))) ((= i 5) sum) 'body) ; => 10
(do ((i 0 (+ i 1))) ((= i 3)) (print i)) ; prints: 0
                                      ; prints: 1
                                      ; prints: 2
(do ((i 0 (+ i 1))) ((= i 3)))        ; => nil
(do ((values '(1 2 3) (cdr values)) (kept 'x)) ((null? values) kept)) ; => x
(do ((a 1 b) (b 2 a) (n 0 (+ n 1))) ((= n 3) (list a b))) ; => (2 1)
(do () (#t 'at-once))                 ; => at-once
(do ((i 0 (+ i 1))) ((= i 2) 'first 'last)) ; => last

(define n 0)
(while (< n 3) (set! n (+ n 1)))      ; => nil
n                                     ; => 3
(while #f (error "never"))            ; => nil
(let ((i 0) (found '()))
  (while (< i 3)
    (set! found (cons i found))
    (set! i (+ i 1)))
  found)                              ; => (2 1 0)
(let ((i 0))
  (while (< i 2)
    (let ((j 0))
      (while (< j 2)
        (print (list i j))
        (set! j (+ j 1))))
    (set! i (+ i 1))))                ; prints: (0 0)
                                      ; prints: (0 1)
                                      ; prints: (1 0)
                                      ; prints: (1 1)

(let loop ((i 0) (found '()))
  (if (< i 5) (loop (+ i 1) (cons (* i i) found)) (reverse found))) ; => (0 1 4 9 16)
(let loop ((n 100000)) (if (= n 0) 'done (loop (- n 1)))) ; => done
(let outer ((i 0) (pairs '()))
  (if (= i 3)
      (reverse pairs)
      (let inner ((j 0) (pairs pairs))
        (if (= j 2) (outer (+ i 1) pairs) (inner (+ j 1) (cons (list i j) pairs)))))) ; => ((0 0) (0 1) (1 0) (1 1) (2 0) (2 1))
(let loop () 5)                       ; => 5

; A loop in the operand of a call leaves the other operands alone.
(+ 1 (let loop ((i 0)) (if (< i 10) (loop (+ i 1)) i)) 100) ; => 111
(list 'a (do ((i 0 (+ i 1))) ((= i 2) i)) 'b) ; => (a 2 b)
(* (let loop ((i 5) (p 1)) (if (= i 0) p (loop (- i 1) (* p i))))
   (let loop ((i 3) (p 1)) (if (= i 0) p (loop (- i 1) (* p i))))) ; => 720

(do ((i 0)) (#t) 1 2)                 ; => nil
(do)                                  ; fault: syntax-error
(while)                               ; fault: syntax-error
(let loop)                            ; fault: syntax-error
(let loop ((i 0) (i 1)) i)            ; fault: syntax-error i is bound twice
(let loop ((i 0)) (loop))             ; fault: arity-error
