; 4.3.1: let-syntax and letrec-syntax.

; A macro for the length of a body.
(let-syntax ((double (syntax-rules () ((_ x) (* 2 x))))) (double 21)) ; => 42
(let-syntax ((first-of (syntax-rules () ((_ a b) a))) (second-of (syntax-rules () ((_ a b) b))))
  (list (first-of 1 2) (second-of 1 2))) ; => (1 2)
(let-syntax () 'empty)                ; => empty
(let-syntax ((constant (syntax-rules () ((_) 'fixed)))) 1 2 (constant)) ; => fixed
(let-syntax ((quiet (syntax-rules () ((_ x) 'quiet)))) (quiet (undefined-procedure))) ; => quiet
(+ 1 (let-syntax ((ten (syntax-rules () ((_) 10)))) (ten))) ; => 11
(let-syntax ((m (syntax-rules () ((_) 1)))) (let-syntax ((m (syntax-rules () ((_) 2)))) (m))) ; => 2
(let-syntax ((m (syntax-rules () ((_) 1))))
  (list (m) (let-syntax ((m (syntax-rules () ((_) 2)))) (m)) (m))) ; => (1 2 1)
(let-syntax ((m (syntax-rules () ((_ x) (list 'm x))))) (let ((m (lambda (x) 'procedure))) (m 1))) ; => procedure
(let ((m (lambda (x) 'procedure))) (let-syntax ((m (syntax-rules () ((_ x) 'macro)))) (m 1))) ; => macro

; Free names of a template mean what they mean where the macro is defined.
(let ((hue 'blue)) (let-syntax ((paint (syntax-rules () ((_ what) (list what hue))))) (let ((hue 'red)) (paint hue))))
; => (red blue)
(let ((x 'outer))
  (let-syntax ((get (syntax-rules () ((_) x))))
    (let ((x 'inner)) (set! x 'changed) (list x (get))))) ; => (changed outer)
(let ((x 1))
  (let-syntax ((bump! (syntax-rules () ((_) (set! x (+ x 1))))))
    (let ((x 100)) (bump!) (bump!))
    x))                               ; => 3
(let ((scale 10))
  (let-syntax ((scaled (syntax-rules () ((_ v) (* scale v)))))
    (define (f scale) (scaled scale))
    (f 3)))                           ; => 30
(let ((f (lambda (x) (list 'outer x))))
  (let-syntax ((call (syntax-rules () ((_ x) (f x)))) (f (syntax-rules () ((_ x) (list 'macro x)))))
    (list (call 1) (f 1))))           ; => ((outer 1) (macro 1))

; letrec-syntax: the macros see each other and themselves.
(letrec-syntax
    ((all (syntax-rules () ((_) #t) ((_ e) e) ((_ e r ...) (if e (all r ...) #f)))))
  (list (all) (all 1) (all 1 2 3) (all 1 #f (undefined-procedure)))) ; => (#t 1 3 #f)
(letrec-syntax
    ((evens (syntax-rules () ((_) '()) ((_ x r ...) (odds r ...))))
     (odds (syntax-rules () ((_) '()) ((_ x r ...) (cons x (evens r ...))))))
  (list (evens 'a 'b 'c 'd 'e) (odds 'a 'b 'c 'd 'e))) ; => ((b d) (a c e))
(letrec-syntax ((count (syntax-rules () ((_) 0) ((_ x . r) (+ 1 (count . r)))))) (count a b c d)) ; => 4
(letrec-syntax () 'empty)             ; => empty
(let ((x 1))
  (letrec-syntax ((a (syntax-rules () ((_) (b)))) (b (syntax-rules () ((_) x))))
    (let ((x 2) (b list)) (a))))      ; => 1
(let-syntax ((step (syntax-rules () ((_ x) (list 'first x)))))
  (let-syntax ((step (syntax-rules () ((_ x) (step (+ x 1))))))
    (step 1)))                        ; => (first 2)
(letrec-syntax ((until-zero (syntax-rules (z) ((_ z) 'end) ((_ (s . n)) (cons 's (until-zero n))))))
  (until-zero (a . (b . z))))         ; => (a b . end)

; Bodies may have definitions, and macros local to a procedure may use its variables.
(let-syntax ((twice (syntax-rules () ((_ x) (begin x x)))))
  (define n 0)
  (twice (set! n (+ n 1)))
  n)                                  ; => 2
(define (tax rate)
  (let-syntax ((of (syntax-rules () ((_ sum) (/ (* rate sum) 100)))))
    (lambda (sum) (list (of sum) (of (* 2 sum))))))
((tax 20) 50)                         ; => (10 20)
((let-syntax ((make (syntax-rules () ((_ n) (lambda (x) (+ x n)))))) (make 5)) 2) ; => 7
(let-syntax ((m (syntax-rules () ((_ x) x)))) (m)) ; fault: syntax-error
(let-syntax ((m 5)) m)                ; fault: syntax-error
