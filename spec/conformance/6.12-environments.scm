; 6.12: environments and eval.

(define base (environment '(scheme base)))
(eval '(* 6 9) base)                  ; => 54
(eval 5 base)                         ; => 5
(eval "text" base)                    ; => "text"
(eval ''sym base)                     ; => sym
(eval '(quote (a b)) base)            ; => (a b)
(eval '(if (> 1 2) 'more 'less) base) ; => less
(eval '(let ((x 2) (y 3)) (list x y (* x y))) base) ; => (2 3 6)
(eval (list '+ 1 (list '* 2 3)) base) ; => 7
(eval `(list ,@(map (lambda (x) (* x x)) '(1 2 3))) base) ; => (1 4 9)
(eval '((lambda (x . r) (cons r x)) 1 2 3) base) ; => ((2 3) . 1)
(eval '(let loop ((i 0)) (if (< i 5) (loop (+ i 1)) i)) base) ; => 5
(eval '(begin 1 2 3) base)            ; => 3
(eval '(let () (define a 1) (define (f) (+ a 1)) (f)) base) ; => 2
(eval '(let-syntax ((two (syntax-rules () ((_ x) (list x x))))) (two 'a)) base) ; => (a a)
(eval '(call-with-values (lambda () (values 1 2)) cons) base) ; => (1 . 2)
(eval '(guard (e (#t (list 'caught e))) (raise 'x)) base) ; => (caught x)
(eval ''() base)                      ; => ()
(eval #t base)                        ; => #t
(eval #\a base)                       ; => #\a
(eval '#(1 2) base)                   ; => #(1 2)
((eval '(lambda (x) (* 2 x)) base) 21) ; => 42
((eval 'car base) '(a b))             ; => a
(procedure? (eval '(lambda () 1) base)) ; => #t
(map (lambda (op) (eval (list op 8 2) base)) '(+ - * /)) ; => (10 6 16 4)
(+ 1 (eval '(+ 1 1) base))            ; => 3
(call-with-values (lambda () (eval '(values 1 2) base)) list) ; => (1 2)
(eval '(string-append "a" "b") base)  ; => "ab"
(eval (read (open-input-string "(+ 20 (* 2 11))")) base) ; => 42
(call/cc (lambda (k) ((eval '(lambda (k) (+ 1 (k 'out))) base) k))) ; => out
(guard (e (#t (error-object-message e))) (eval '(error "from inside" 1) base)) ; => "from inside"

; The variables around are not seen.
(let ((hidden 1)) (eval 'hidden base)) ; fault: unbound-variable
(let ((car cdr)) (eval '(car '(1 2)) base)) ; => 1
(eval '(if) base)                     ; fault: syntax-error
(eval '(car 5) base)                  ; fault: type-error
(eval '(5 5) base)                    ; fault: not-a-procedure

; Environments of several libraries.
(eval '(list (caddr '(1 2 3)) (char-upcase #\b)) (environment '(scheme base) '(scheme cxr) '(scheme char)))
; => (3 #\B)
(eval '(force (delay (+ 1 2))) (environment '(scheme base) '(scheme lazy))) ; => 3
(eval '(eval '(+ 1 2) (environment '(scheme base))) (environment '(scheme base) '(scheme eval))) ; => 3

; The environment of the dialogue can be added to.
(begin (eval '(define from-eval 12) (interaction-environment)) (eval '(+ from-eval 1) (interaction-environment)))
; => 13
(eval '(* 2 3) (interaction-environment)) ; => 6
(begin
  (eval '(define (from-eval-too x) (list x from-eval)) (interaction-environment))
  (eval '(from-eval-too 1) (interaction-environment))) ; => (1 12)
(begin (eval '(set! from-eval 13) (interaction-environment)) (eval 'from-eval (interaction-environment))) ; => 13
(begin
  (eval '(define-syntax eval-twice (syntax-rules () ((_ x) (list x x)))) (interaction-environment))
  (eval '(eval-twice 5) (interaction-environment))) ; => (5 5)
