; 4.3.2: what patterns match and what templates give.

; Rules are tried in order; the first part of a pattern is not looked at.
(define-syntax how-many
  (syntax-rules ()
    ((_) 'none)
    ((ignored a) 'one)
    ((how-many a b) 'two)
    ((_ a b . more) 'many)))
(list (how-many) (how-many 1) (how-many 1 2) (how-many 1 2 3) (how-many 1 2 3 4)) ; => (none one two many many)
(define-syntax first-match (syntax-rules () ((_ x) 'first) ((_ y) 'second)))
(first-match 1)                       ; => first

; Shapes.
(define-syntax swapped (syntax-rules () ((_ (a b)) '(b a))))
(swapped (1 2))                       ; => (2 1)
(define-syntax shape
  (syntax-rules ()
    ((_ ()) 'empty)
    ((_ (a)) 'list-of-one)
    ((_ (a . b)) '(pair a b))
    ((_ #()) 'empty-vector)
    ((_ #(a)) '(vector a))
    ((_ #(a b ...)) '(longer-vector a (b ...)))
    ((_ a) '(atom a))))
(shape ())                            ; => empty
(shape (1))                           ; => list-of-one
(shape (1 . 2))                       ; => (pair 1 2)
(shape (1 2 3))                       ; => (pair 1 (2 3))
(shape #())                           ; => empty-vector
(shape #(7))                          ; => (vector 7)
(shape #(7 8 9))                      ; => (longer-vector 7 (8 9))
(shape x)                             ; => (atom x)
(shape "x")                           ; => (atom "x")
(define-syntax tree (syntax-rules () ((_ ((a b) (c (d)))) '(d c b a))))
(tree ((1 2) (3 (4))))                ; => (4 3 2 1)

; Constants in a pattern match what is equal to them.
(define-syntax named
  (syntax-rules ()
    ((_ 0) 'zero)
    ((_ 12345678901234567890) 'big)
    ((_ "s") 'text)
    ((_ #\c) 'char)
    ((_ #t) 'yes)
    ((_ #f) 'no)
    ((_ x) 'other)))
(list (named 0) (named 12345678901234567890) (named "s") (named #\c) (named #t) (named #f))
; => (zero big text char yes no)
(list (named 1) (named "t") (named #\d) (named ())) ; => (other other other other)

; Literals.
(define-syntax flow
  (syntax-rules (from to)
    ((_ from a to b) '(a -> b))
    ((_ to b from a) '(b <- a))
    ((_ from a) '(starts a))
    ((_ x y) '(two x y))))
(flow from here to there)             ; => (here -> there)
(flow to there from here)             ; => (there <- here)
(flow from here)                      ; => (starts here)
(flow form here)                      ; => (two form here)
(flow to here)                        ; => (two to here)
(flow "from" here)                    ; => (two "from" here)
(define-syntax arrows (syntax-rules (=>) ((_ (a => b) ...) '((a . b) ...))))
(arrows (1 => 2) (x => y))            ; => ((1 . 2) (x . y))
(arrows (1 = 2))                      ; fault: syntax-error
(define-syntax op (syntax-rules (+ if) ((_ a + b) (list 'plus a b)) ((_ a if b) (list 'if a b)) ((_ a x b) 'other)))
(list (op 1 + 2) (op 1 if 2) (op 1 - 2)) ; => ((plus 1 2) (if 1 2) other)

; A literal matches only a name that means the same thing at both places.
(let ((from 1)) (flow from 2))        ; => (two from 2)
(let ((to 1)) (flow from 2))          ; => (starts 2)
(let ((else #f)) (let-syntax ((is-else (syntax-rules (else) ((_ else) 'yes) ((_ x) 'no)))) (is-else else))) ; => yes
(let-syntax ((is-else (syntax-rules (else) ((_ else) 'yes) ((_ x) 'no)))) (let ((else #f)) (is-else else))) ; => no
(let-syntax ((is-else (syntax-rules (else) ((_ else) 'yes) ((_ x) 'no)))) (is-else else)) ; => yes

; The underscore matches anything and binds nothing.
(define-syntax third (syntax-rules () ((_ _ _ x . _) x)))
(third (undefined-procedure) (car '()) 3 4 5) ; => 3
(define-syntax count-rows (syntax-rules () ((_ (_ ...) ...) 'rows)))
(count-rows (1 2) () (3))             ; => rows
(define-syntax lows (syntax-rules (_) ((m _) 'underscore) ((m x) 'other)))
(list (lows _) (lows 5))              ; => (underscore other)

; The ellipsis.
(define-syntax listed (syntax-rules () ((_ x ...) (list x ...))))
(listed)                              ; => ()
(listed 1)                            ; => (1)
(listed 1 (+ 1 1) 3)                  ; => (1 2 3)
(define-syntax paired (syntax-rules () ((_ (a b) ...) '((a ...) (b ...)))))
(paired (1 2) (3 4) (5 6))            ; => ((1 3 5) (2 4 6))
(paired)                              ; => (() ())
(define-syntax each-with (syntax-rules () ((_ k x ...) '((k x) ...))))
(each-with key 1 2 3)                 ; => ((key 1) (key 2) (key 3))
(each-with key)                       ; => ()
(define-syntax call-each (syntax-rules () ((_ f x ...) (list (f x) ...))))
(call-each - 1 2 3)                   ; => (-1 -2 -3)
(define-syntax my-let (syntax-rules () ((_ ((n v) ...) b1 b2 ...) ((lambda (n ...) b1 b2 ...) v ...))))
(my-let ((a 1) (b 2)) 'ignored (+ a b)) ; => 3
(my-let () 5)                         ; => 5
(define-syntax zipped (syntax-rules () ((_ (a ...) (b ...)) '((a . b) ...))))
(zipped (1 2 3) (x y z))              ; => ((1 . x) (2 . y) (3 . z))
(define-syntax wrapped (syntax-rules () ((_ x ...) '((x) ... end))))
(wrapped 1 2)                         ; => ((1) (2) end)
(define-syntax doubled (syntax-rules () ((_ x ...) '(x ... x ...))))
(doubled 1 2)                         ; => (1 2 1 2)

; Ellipses in ellipses.
(define-syntax rows (syntax-rules () ((_ (a b ...) ...) '((b ... a) ...))))
(rows (1 2 3) (4) (5 6))              ; => ((2 3 1) (4) (6 5))
(define-syntax flat-rows (syntax-rules () ((_ ((a ...) ...)) '(((a) ...) ...))))
(flat-rows ((1 2) () (3)))            ; => (((1) (2)) () ((3)))
(define-syntax deep (syntax-rules () ((_ (((a ...) ...) ...)) '(((a ... end) ...) ...))))
(deep (((1 2) (3)) () ((4))))         ; => (((1 2 end) (3 end)) () ((4 end)))
(define-syntax heads (syntax-rules () ((_ (key (name value) ...) ...) '((key name ...) ...))))
(heads (a (x 1) (y 2)) (b) (c (z 3))) ; => ((a x y) (b) (c z))
(define-syntax my-cond
  (syntax-rules (else)
    ((_ (else e ...)) (begin e ...))
    ((_ (test e ...) clause ...) (if test (begin e ...) (my-cond clause ...)))))
(my-cond (#f 1) ((= 1 1) 2 3) (else 4)) ; => 3
(my-cond (#f 1) (else 4))             ; => 4

; Patterns with something after the ellipsis.
(define-syntax last-of (syntax-rules () ((_ x ... y) 'y)))
(last-of 1)                           ; => 1
(last-of 1 2 3)                       ; => 3
(last-of)                             ; fault: syntax-error
(define-syntax ends (syntax-rules () ((_ a b ... c d) '(a (b ...) c d))))
(ends 1 2 3)                          ; => (1 () 2 3)
(ends 1 2 3 4 5)                      ; => (1 (2 3) 4 5)
(ends 1 2)                            ; fault: syntax-error
(define-syntax inside (syntax-rules () ((_ (a ... z) ...) '((z a ...) ...))))
(inside (1 2 3) (4))                  ; => ((3 1 2) (4))
(define-syntax before-dot (syntax-rules () ((_ (a ... b . c)) '((a ...) b c))))
(before-dot (1 2 3))                  ; => ((1 2) 3 ())
(before-dot (1 2 . 3))                ; => ((1) 2 3)
(before-dot (1 . 2))                  ; => (() 1 2)
(before-dot ())                       ; fault: syntax-error
(define-syntax in-vector (syntax-rules () ((_ #(a b ... c)) '(a (b ...) c))))
(in-vector #(1 2))                    ; => (1 () 2)
(in-vector #(1 2 3 4))                ; => (1 (2 3) 4)
(define-syntax pairs-then (syntax-rules (end) ((_ (k v) ... end body) (let ((k v) ...) body))))
(pairs-then (a 1) (b 2) end (+ a b))  ; => 3

; Dots.
(define-syntax arguments (syntax-rules () ((_ . args) 'args)))
(arguments)                           ; => ()
(arguments 1 2)                       ; => (1 2)
(define-syntax tail-of (syntax-rules () ((_ a . b) 'b)))
(tail-of 1)                           ; => ()
(tail-of 1 2 3)                       ; => (2 3)
(define-syntax re-dotted (syntax-rules () ((_ (a . b) ...) '((b . a) ...))))
(re-dotted (1 . 2) (3 4))             ; => ((2 . 1) ((4) . 3))
(define-syntax ellipsis-dot (syntax-rules () ((_ (a ... . r)) '(r a ...))))
(ellipsis-dot (1 2 . 3))              ; => (3 1 2)
(ellipsis-dot (1 2))                  ; => (() 1 2)
(ellipsis-dot 5)                      ; => (5)
(define-syntax apply-to (syntax-rules () ((_ f . args) (f . args))))
(apply-to + 1 2 3)                    ; => 6
(define-syntax my-define (syntax-rules () ((_ (name . params) . body) (define name (lambda params . body)))))
(my-define (add-up a b . more) (apply + a b more))
(list (add-up 1 2) (add-up 1 2 3 4))  ; => (3 10)

; Vectors.
(define-syntax to-list (syntax-rules () ((_ #(x ...)) (list x ...))))
(to-list #(1 (+ 1 1)))                ; => (1 2)
(define-syntax to-vector (syntax-rules () ((_ x ...) #(x ... end))))
(to-vector 1 b "c")                   ; => #(1 b "c" end)
(define-syntax matrix (syntax-rules () ((_ #(#(a ...) ...)) '((a ...) ...))))
(matrix #(#(1 2) #(3 4)))             ; => ((1 2) (3 4))
(define-syntax vector-rows (syntax-rules () ((_ (a b ...) ...) '#(#(a (b ...)) ...))))
(vector-rows (1 2 3) (4))             ; => #(#(1 (2 3)) #(4 ()))

; An ellipsis of one's own, and one that stands for itself.
(define-syntax listed-too (syntax-rules ::: () ((_ x :::) (list x :::))))
(listed-too 1 2 3)                    ; => (1 2 3)
(define-syntax with-dots (syntax-rules ::: () ((_ x :::) '(x ::: ...))))
(with-dots 1 2)                       ; => (1 2 ...)
(define-syntax dots-variable (syntax-rules etc () ((_ ... x etc) '(... (x etc)))))
(dots-variable 1 2 3)                 ; => (1 (2 3))
(define-syntax own-and-literals (syntax-rules *** (and) ((_ (a and b) ***) '((b a) ***))))
(own-and-literals (1 and 2) (3 and 4)) ; => ((2 1) (4 3))
(define-syntax literal-dots (syntax-rules () ((_ x) '(x (... ...)))))
(literal-dots 5)                      ; => (5 ...)
(define-syntax escaped (syntax-rules () ((_ x y ...) '(y ... (... (x ...))))))
(escaped 1 2 3)                       ; => (2 3 (1 ...))
(define-syntax escaped-vector (syntax-rules () ((_ x) '(... #(x ...)))))
(escaped-vector 1)                    ; => #(1 ...)

; What matches no rule is an error, and so is a name of a macro that stands alone.
(define-syntax needs-two (syntax-rules () ((_ a b) (list a b))))
(needs-two 1 2)                       ; => (1 2)
(needs-two 1)                         ; fault: syntax-error
(needs-two 1 2 3)                     ; fault: syntax-error
(define-syntax nothing-matches (syntax-rules ()))
(nothing-matches)                     ; fault: syntax-error
(list needs-two)                      ; fault: syntax-error
