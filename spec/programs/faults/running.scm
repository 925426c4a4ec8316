; What goes wrong while a program runs. A message that faults leaves everything as it was before it.

(define kept 1)
(begin (set! kept 2) (print "lost") (car 5)) ; fault: type-error car takes a pair, not 5
kept                                  ; => 1
(begin (define made 1) (error "no"))  ; fault: user-raised no
made                                  ; fault: unbound-variable made

(+ 'a 1)                              ; fault: type-error OP_ADD: a is not a number
(< "a" 1)                             ; fault: type-error OP_LESS: "a" is not a number
(vector-ref 1 2)                      ; fault: type-error vector-ref takes a vector, not 1
(nobodys-ref 1 2)                     ; fault: unbound-variable nobodys-ref
(set! nobody 1)                       ; fault: unbound-variable nobody
(1 2)                                 ; fault: not-a-procedure 1 is not a procedure
("text")                              ; fault: not-a-procedure
('())                                 ; fault: not-a-procedure () is not a procedure
(nil)                                 ; fault: not-a-procedure nil is not a procedure
((lambda (x) x))                      ; fault: arity-error takes 1 argument, not 0
((lambda (x y) x) 1)                  ; fault: arity-error takes 2 arguments, not 1
((lambda (x . rest) x))               ; fault: arity-error takes at least 1 arguments, not 0
((lambda () 1) 2)                     ; fault: arity-error takes 0 arguments, not 1
(define (named a) a)
(named)                               ; fault: arity-error named takes 1 argument, not 0
(substring "abc")                     ; fault: arity-error substring takes 2 to 3 arguments, not 1
(quotient 1 0)                        ; fault: division-by-zero
(modulo 1 0)                          ; fault: division-by-zero
(remainder 1 0)                       ; fault: division-by-zero
(expt 0 -1)                           ; fault: division-by-zero
(list-ref '(a b) 5)                   ; fault: out-of-range
(substring "abc" 2 9)                 ; fault: out-of-range
(number->string 5 3)                  ; fault: out-of-range
(exact +inf.0)                        ; fault: out-of-range
(error "too hot:" 35 '(a "b"))        ; fault: user-raised too hot: 35 (a "b")
(error 'what 1)                       ; fault: user-raised what 1
(error "")                            ; fault: user-raised
(error)                               ; fault: arity-error
(expt 2 1000000000)                   ; fault: out-of-fuel
(make-list 1000000000)                ; fault: out-of-fuel
(iota 1000000000)                     ; fault: out-of-fuel

; After all of these the actor still works.
(list kept (named 5))                 ; => (1 5)
