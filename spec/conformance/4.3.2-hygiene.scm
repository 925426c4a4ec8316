; 4.3.2: hygiene. Names that a template brings in are not captured by the names around a use, nor do they capture them.

; A temporary variable of a template.
(define-syntax my-or
  (syntax-rules () ((_) #f) ((_ e) e) ((_ e r ...) (let ((t e)) (if t t (my-or r ...))))))
(let ((t 5)) (my-or #f t))            ; => 5
(let ((t 5)) (my-or (= t 6) #f t))    ; => 5
(my-or #f #f 3)                       ; => 3
(let ((if list)) (my-or #f 2))        ; => 2
(let ((let list) (t 1)) (my-or #f t)) ; => 1
(define-syntax exchange!
  (syntax-rules () ((_ a b) (let ((tmp a)) (set! a b) (set! b tmp)))))
(let ((x 1) (y 2)) (exchange! x y) (list x y)) ; => (2 1)
(let ((tmp 1) (other 2)) (exchange! tmp other) (list tmp other)) ; => (2 1)
(let ((other 1) (tmp 2)) (exchange! other tmp) (list other tmp)) ; => (2 1)
(let ((set! 5) (let 6)) (exchange! set! let) (list set! let)) ; => (6 5)
(define-syntax rotate!
  (syntax-rules () ((_ a b c) (begin (exchange! a b) (exchange! b c)))))
(let ((tmp 1) (a 2) (b 3)) (rotate! tmp a b) (list tmp a b)) ; => (2 3 1)

; Loops in a template have names of their own.
(define-syntax repeat
  (syntax-rules ()
    ((_ n body ...) (let loop ((i 0)) (if (< i n) (begin body ... (loop (+ i 1))))))))
(let ((i 10) (log '())) (repeat 3 (set! log (cons i log))) log) ; => (10 10 10)
(let ((loop 0)) (repeat 4 (set! loop (+ loop 1))) loop) ; => 4
(let ((n 0)) (repeat 2 (repeat 3 (set! n (+ n 1)))) n) ; => 6
(define-syntax while-true
  (syntax-rules () ((_ test body ...) (let again () (if test (begin body ... (again)))))))
(let ((again 5)) (while-true (> again 0) (set! again (- again 2))) again) ; => -1
(let ((x 3) (if #f)) (while-true (> x 0) (set! x (- x 1))) (list x if)) ; => (0 #f)

; A template's free names mean what they mean where the macro stands, whatever is bound where it is used.
(define (helper x) (list 'helped x))
(define-syntax help (syntax-rules () ((_ x) (helper x))))
(help 1)                              ; => (helped 1)
(let ((helper (lambda (x) 'captured))) (help 2)) ; => (helped 2)
(let ((helper 3)) (help helper))      ; => (helped 3)
(define (uses-help helper) (help (+ helper 1)))
(uses-help 4)                         ; => (helped 5)
(define-syntax listing (syntax-rules () ((_ x ...) (list x ...))))
(let ((list vector)) (listing 1 2))   ; => (1 2)
(let ((list vector)) (list (listing 1) 2)) ; => #((1) 2)
(define-syntax sum-of (syntax-rules () ((_ a b) (+ a b))))
(let ((+ *)) (list (sum-of 3 4) (+ 3 4))) ; => (7 12)
(let ((x 'theirs))
  (define-syntax get-x (syntax-rules () ((_) x)))
  (let ((x 'mine)) (list x (get-x)))) ; => (mine theirs)
(define level 'global)
(define-syntax get-level (syntax-rules () ((_) level)))
(let ((level 'local)) (list level (get-level))) ; => (local global)
(define-syntax set-level! (syntax-rules () ((_ v) (set! level v))))
(let ((level 'local)) (set-level! 'changed) (list level (get-level))) ; => (local changed)
(define (helper x) (list 'helped-anew x))
(help 1)                              ; => (helped-anew 1)

; Keywords are names too.
(define-syntax choose (syntax-rules () ((_ c a b) (if c a b))))
(let ((if (lambda (a b c) 'captured))) (choose #t 1 2)) ; => 1
(define (with-shadow if) (choose if 'yes 'no))
(list (with-shadow #t) (with-shadow #f)) ; => (yes no)
(let-syntax ((if (syntax-rules () ((_ a b c) 'captured)))) (list (choose #f 1 2) (if #f 1 2))) ; => (2 captured)
(define-syntax sign
  (syntax-rules () ((_ n) (cond ((< n 0) 'minus) ((> n 0) 'plus) (else 'none)))))
(let ((else #f)) (list (sign -5) (sign 5) (sign 0))) ; => (minus plus none)
(let ((cond 1) (< >)) (sign cond))    ; => plus
(define-syntax found-or (syntax-rules () ((_ e d) (cond (e => (lambda (v) v)) (else d)))))
(let ((=> #f) (else #f) (v 3)) (list (found-or v 0) (found-or #f v))) ; => (3 3)
(define-syntax within (syntax-rules () ((_ x a ...) (case x ((a ...) 'in) (else 'out)))))
(let ((else 'no)) (list (within 2 1 2 3) (within 5 1 2 3))) ; => (in out)
(let ((quote -)) (listing '5 (within 1 1))) ; => (-5 in)
(define-syntax my-cond
  (syntax-rules (else) ((_ (else e)) e) ((_ (c e) r ...) (if c e (my-cond r ...))) ((_) 'none)))
(my-cond (#f 1) (else 2))             ; => 2
(let ((else #f)) (my-cond (#f 1) (else 2))) ; => none
(let ((else #t)) (my-cond (#f 1) (else 2))) ; => 2
(define-syntax pass-on (syntax-rules () ((_ clause ...) (cond clause ...))))
(pass-on (#f 1) (else 2))             ; => 2
(pass-on ((assv 1 '((1 . one))) => cdr) (else 2)) ; => one
(let ((else #f)) (pass-on (else 1) (#t 2))) ; => 2

; Parameters that a template binds are told from those that a use hands in.
(define-syntax fn (syntax-rules () ((_ p body) (lambda (x p) (list x p body)))))
((fn y (* y 2)) 1 5)                  ; => (1 5 10)
(let ((x 'outer)) ((fn y x) 1 5))     ; => (1 5 outer)
((fn x x) 1 5)                        ; => (1 5 5)
(define-syntax shadowing (syntax-rules () ((_ n body) (let ((x 'template)) (let ((n 'use)) (list x body))))))
(shadowing y y)                       ; => (template use)
(shadowing x x)                       ; => (template use)
(let ((x 'around)) (shadowing y x))   ; => (template around)
(define-syntax adder (syntax-rules () ((_ n) (lambda (x) (+ x n)))))
(let ((x 100)) ((adder x) 1))         ; => 101
(define-syntax let-both
  (syntax-rules () ((_ a b body) (let ((x 1)) (let* ((a 2) (y 3) (b 4)) (list x y body))))))
(let-both p q (+ p q))                ; => (1 3 6)
(let-both x y (list x y))             ; => (1 3 (2 4))

; Definitions that a template brings into a body are its own; a name handed in is the user's.
(define-syntax with-helper
  (syntax-rules () ((_ name e) (begin (define hidden 10) (define name (+ hidden e))))))
(let ((hidden 1)) (with-helper total hidden) (list total hidden)) ; => (11 1)
(let () (with-helper a 1) (with-helper b 2) (list a b)) ; => (11 12)
(let () (define hidden 5) (with-helper c hidden) (list c hidden)) ; => (15 5)
(define-syntax define-getter (syntax-rules () ((_ get v) (define (get) v))))
(define-getter seven (+ 3 4))
(seven)                               ; => 7
(let ((v 'outer)) (define-getter get-v v) (get-v)) ; => outer

; Temporaries that a recursion collects are all different.
(define-syntax set-all!
  (syntax-rules ()
    ((_ () ((name tmp value) ...)) (let ((tmp value) ...) (set! name tmp) ...))
    ((_ ((name value) more ...) (done ...)) (set-all! (more ...) (done ... (name fresh value))))))
(let ((a 1) (b 2) (c 3)) (set-all! ((a b) (b c) (c a)) ()) (list a b c)) ; => (2 3 1)
(let ((fresh 1) (other 2)) (set-all! ((fresh other) (other fresh)) ()) (list fresh other)) ; => (2 1)
(define-syntax my-letrec
  (syntax-rules ()
    ((_ "go" () ((n tmp v) ...) body) (let ((n #f) ...) (let ((tmp v) ...) (set! n tmp) ... body)))
    ((_ "go" ((n v) more ...) (done ...) body) (my-letrec "go" (more ...) (done ... (n tmp v)) body))
    ((_ bindings body) (my-letrec "go" bindings () body))))
(my-letrec ((ev? (lambda (n) (if (= n 0) #t (od? (- n 1))))) (od? (lambda (n) (if (= n 0) #f (ev? (- n 1))))))
  (list (ev? 10) (od? 10)))           ; => (#t #f)
(define-syntax sum-in-order
  (syntax-rules ()
    ((_ "go" () (t ...)) (list t ...))
    ((_ "go" (e r ...) (t ...)) (let ((x e)) (sum-in-order "go" (r ...) (t ... x))))
    ((_ e ...) (sum-in-order "go" (e ...) ()))))
(let ((x 1)) (sum-in-order x (+ x 1) (+ x 2))) ; => (1 2 3)

; A quoted name is plain data again, whoever brought it in.
(define-syntax quoted (syntax-rules () ((_ x) (list 'x 'tag '(x tag) '#(tag x)))))
(quoted here)                         ; => (here tag (here tag) #(tag here))
(eq? (cadr (quoted here)) 'tag)       ; => #t
(let ((tag 1) (here 2)) (quoted here)) ; => (here tag (here tag) #(tag here))
(define-syntax quasi (syntax-rules () ((_ x) `(x ,x ,@(list x 'y) y))))
(let ((z 5)) (quasi z))               ; => (z 5 5 y y)
(symbol->string (let-syntax ((s (syntax-rules () ((_) 'plain)))) (s))) ; => "plain"
(define-syntax name-of (syntax-rules () ((_ x) (let ((x 1)) 'x))))
(name-of apple)                       ; => apple
(define-syntax case-of (syntax-rules () ((_ x) (case x ((local) 'is-local) (else 'no)))))
(let ((local 1)) (case-of 'local))    ; => is-local
(define-syntax bind-and-quote (syntax-rules () ((_) (let ((t 1)) (list t 't)))))
(bind-and-quote)                      ; => (1 t)
