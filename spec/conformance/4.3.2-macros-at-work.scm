; 4.3.2: larger macros, macros that define macros, and macros that make new syntax of old.

; Loops.
(define-syntax for
  (syntax-rules (in from to)
    ((_ x in l body ...) (map (lambda (x) body ...) l))
    ((_ x from a to b body ...)
     (let loop ((x a)) (if (> x b) '() (cons (begin body ...) (loop (+ x 1))))))))
(for x in '(1 2 3) (* x x))           ; => (1 4 9)
(for i from 2 to 5 (* 10 i))          ; => (20 30 40 50)
(for i from 1 to 2 (for j in '(a b) (list i j))) ; => (((1 a) (1 b)) ((2 a) (2 b)))
(for loop from 1 to 3 loop)           ; => (1 2 3)
(define-syntax gather
  (syntax-rules (for in if)
    ((_ e) (list e))
    ((_ e for x in l r ...) (apply append (map (lambda (x) (gather e r ...)) l)))
    ((_ e if c r ...) (if c (gather e r ...) '()))))
(gather (* x x) for x in '(1 2 3))    ; => (1 4 9)
(gather (list x y) for x in '(1 2 3) for y in '(1 2 3) if (< x y)) ; => ((1 2) (1 3) (2 3))
(gather x for x in '(1 2 3 4) if (odd? x)) ; => (1 3)

; Derived forms written again.
(define-syntax my-let*
  (syntax-rules ()
    ((_ () body ...) (let () body ...))
    ((_ ((n v) more ...) body ...) (let ((n v)) (my-let* (more ...) body ...)))))
(my-let* ((a 1) (b (+ a 1)) (a (* b 10))) (define c 1) (list a b c)) ; => (20 2 1)
(define-syntax my-and (syntax-rules () ((_) #t) ((_ e) e) ((_ e r ...) (if e (my-and r ...) #f))))
(list (my-and) (my-and 1) (my-and 1 2) (my-and #f (undefined-procedure))) ; => (#t 1 2 #f)
(define-syntax my-do
  (syntax-rules ()
    ((_ "step" x) x)
    ((_ "step" x s) s)
    ((_ ((v init . step) ...) (test res ...) body ...)
     (let go ((v init) ...)
       (if test (begin #f res ...) (begin body ... (go (my-do "step" v . step) ...)))))))
(my-do ((i 0 (+ i 1)) (fixed 5) (sum 0 (+ sum fixed))) ((= i 3) (list i sum))) ; => (3 15)
(define-syntax my-delay
  (syntax-rules ()
    ((_ e) (let ((done #f) (v #f)) (lambda () (if done v (begin (set! v e) (set! done #t) v)))))))
(let* ((n 0) (v 1) (p (my-delay (begin (set! n (+ n v)) n)))) (p) (p) (list (p) n)) ; => (1 1)
(define-syntax my-if
  (syntax-rules (then else)
    ((_ c then a else b) (if c a b))
    ((_ c then a) (my-if c then a else #f))))
(list (my-if #t then 1 else 2) (my-if #f then 1 else 2) (my-if #f then 1)) ; => (1 2 #f)
(define-syntax my-case
  (syntax-rules (else)
    ((_ (e ...) clause ...) (let ((key (e ...))) (my-case key clause ...)))
    ((_ key) 'unmatched)
    ((_ key (else r)) r)
    ((_ key ((d ...) r) clause ...) (if (memv key '(d ...)) r (my-case key clause ...)))))
(let ((key 3)) (list (my-case (+ 1 1) ((1 2) (list key 'low)) (else 'high)) (my-case 5 ((1 2) 'low))))
; => ((3 low) unmatched)
(define-syntax block
  (syntax-rules () ((_ leave body ...) (call/cc (lambda (leave) body ...)))))
(block stop (for-each (lambda (x) (if (even? x) (stop (list 'stopped-at x)))) '(1 3 4 5)) 'none) ; => (stopped-at 4)
(define-syntax ->
  (syntax-rules ()
    ((_ x) x)
    ((_ x (f a ...) r ...) (-> (f x a ...) r ...))
    ((_ x f r ...) (-> (f x) r ...))))
(-> 5 (- 2) (* 10) - list)            ; => (-30)
(define-syntax my-let-values
  (syntax-rules () ((_ formals e body ...) (call-with-values (lambda () e) (lambda formals body ...)))))
(my-let-values (a . rest) (values 1 2 3) (list a rest)) ; => (1 (2 3))

; Macros that hand their results on to macros.
(define-syntax reversed
  (syntax-rules () ((_ () . done) 'done) ((_ (x . r) . done) (reversed r x . done))))
(reversed (1 2 3))                    ; => (3 2 1)
(define-syntax with-reversed
  (syntax-rules ()
    ((_ k () (done ...)) (k done ...))
    ((_ k (x r ...) (done ...)) (with-reversed k (r ...) (x done ...)))))
(with-reversed list (1 2 3) ())       ; => (3 2 1)
(with-reversed - (2 3 10) ())         ; => 5
(define-syntax backwards (syntax-rules () ((_ e) e) ((_ f e ...) (with-reversed f (e ...) ()))))
(backwards list 1 2 3)                ; => (3 2 1)
(define-syntax tally
  (syntax-rules () ((_) 0) ((_ x) 1) ((_ x y . r) (+ 2 (tally . r)))))
(list (tally) (tally a) (tally a b c d e)) ; => (0 1 5)
(define-syntax polish
  (syntax-rules (push plus times)
    ((_ (r) ) r)
    ((_ (s ...) (push x) more ...) (polish (x s ...) more ...))
    ((_ (a b s ...) plus more ...) (polish ((+ b a) s ...) more ...))
    ((_ (a b s ...) times more ...) (polish ((* b a) s ...) more ...))))
(polish () (push 2) (push 3) plus (push 4) times) ; => 20

; Macros that define.
(define-syntax define-many
  (syntax-rules () ((_ (name value) ...) (begin (define name value) ...))))
(define-many (one 1) (two (+ one 1)) (three (+ one two)))
(list one two three)                  ; => (1 2 3)
(let () (define-many (p 5) (q (* p p))) (+ p q)) ; => 30
(define-syntax define-cell
  (syntax-rules () ((_ get put init) (begin (define cell init) (define (get) cell) (define (put v) (set! cell v))))))
(let () (define-cell get-a put-a 1) (define-cell get-b put-b 2) (put-a 10) (list (get-a) (get-b))) ; => (10 2)
(define-syntax define-struct
  (syntax-rules ()
    ((_ name make pred (field get) ...) (define-record-type name (make field ...) pred (field get) ...))))
(define-struct point3 make-point3 point3? (x point3-x) (y point3-y) (z point3-z))
(let ((p (make-point3 1 2 3))) (list (point3? p) (point3-x p) (point3-y p) (point3-z p))) ; => (#t 1 2 3)

; Macros that define macros.
(define-syntax define-constant-macro
  (syntax-rules () ((_ name value) (define-syntax name (syntax-rules () ((_) value))))))
(define-constant-macro answer (* 6 7))
(answer)                              ; => 42
(define-syntax define-alias
  (syntax-rules () ((_ new old) (define-syntax new (syntax-rules () ((_ . args) (old . args)))))))
(define-alias my-lambda lambda)
((my-lambda (x) (* x 2)) 4)           ; => 8
(define-alias my-if-alias if)
(my-if-alias #f (undefined-procedure) 'else-branch) ; => else-branch
(define-syntax define-lister
  (syntax-rules () ((_ name tag) (define-syntax name (syntax-rules () ((_ x (... ...)) (list 'tag x (... ...))))))))
(define-lister fruits fruit)
(fruits 1 (+ 1 1) 3)                  ; => (fruit 1 2 3)
(define-syntax define-shuffled
  (syntax-rules ()
    ((_ name (p ...) template) (define-syntax name (syntax-rules () ((_ p ...) template))))))
(define-shuffled minus-from (a b) (- b a))
(minus-from 3 10)                     ; => 7
(let ((b 1)) (minus-from b 10))       ; => 9
(define-syntax define-nested
  (syntax-rules ::: ()
    ((_ name (k v) :::)
     (define-syntax name (syntax-rules (k :::) ((_ k) 'v) ::: ((_ other ...) '(unknown other ...)))))))
(define-nested color (red 1) (green 2))
(list (color red) (color green) (color blue) (color red green)) ; => (1 2 (unknown blue) (unknown red green))
(let-syntax ((make (syntax-rules () ((_ n body) (let-syntax ((n (syntax-rules () ((_) 'inner)))) body)))))
  (make m (list (m) (m))))            ; => (inner inner)
(define-syntax let-constants
  (syntax-rules ()
    ((_ ((n v) ...) body ...) (let-syntax ((n (syntax-rules () ((_) v))) ...) body ...))))
(let ((x 5)) (let-constants ((a x) (b 'b)) (let ((x 6)) (list (a) (b) x)))) ; => (5 b 6)
(define-syntax hidden-macro
  (syntax-rules () ((_ e) (let () (define-syntax helper (syntax-rules () ((_ x) (list 'helped x)))) (helper e)))))
(let ((helper (lambda (x) 'not-this))) (list (hidden-macro 1) (hidden-macro (helper 2))))
; => ((helped 1) (helped not-this))

; The operator of a call, and a whole program, may come from a macro.
(define-syntax const (syntax-rules () ((_ v) (lambda ignored v))))
((const 3) 1 2)                       ; => 3
(define-syntax compose-all
  (syntax-rules () ((_) (lambda (x) x)) ((_ f g ...) (lambda (x) (f ((compose-all g ...) x))))))
((compose-all - (lambda (x) (* x x)) car) '(4 5)) ; => -16
(define-syntax my-vector-literal (syntax-rules () ((_ x ...) (vector 'x ...))))
(my-vector-literal a (b c) 1)         ; => #(a (b c) 1)
(define-syntax unless-zero (syntax-rules () ((_ n e ...) (unless (zero? n) e ...))))
(let ((log '())) (unless-zero 1 (set! log '(ran))) (unless-zero 0 (set! log '(wrong))) log) ; => (ran)
(define-syntax state-machine
  (syntax-rules (:)
    ((_ start (state : (symbol next) ...) ...)
     (letrec ((state (lambda (input)
                       (if (null? input) 'state
                           (case (car input) ((symbol) (next (cdr input))) ... (else 'stuck)))))
              ...)
       start))))
(define run-door
  (state-machine closed
    (closed : (open opened) (lock locked))
    (opened : (close closed))
    (locked : (unlock closed))))
(list (run-door '(open close lock)) (run-door '(lock open)) (run-door '(open))) ; => (locked stuck opened)
