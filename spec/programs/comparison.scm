; Order is for numbers, chained; equality is for everything, by structure.

(< 1 2)                               ; => #t
(< 2 1)                               ; => #f
(< 1 1)                               ; => #f
(<= 1 1)                              ; => #t
(> 2 1 0)                             ; => #t
(< 1 2 3 4)                           ; => #t
(< 1 3 2 4)                           ; => #f
(<= 1 1 2 2)                          ; => #t
(>= 3 3 2)                            ; => #t
(>= 3 3 4)                            ; => #f
(= 2 2 2)                             ; => #t
(= 2 2 3)                             ; => #f
(= 1 1.0)                             ; => #t
(= 5)                                 ; => #t
(< 5)                                 ; => #t
(!= 1 2)                              ; => #t
(!= '(1 2) '(1 2))                    ; => #f
(= "a" "a")                           ; => #t
(= 'a 'a)                             ; => #t
(= 'a "a")                            ; => #f
(= '(1 (2 "x" #t)) '(1 (2 "x" #t)))   ; => #t
(= '(1 . 2) '(1 2))                   ; => #f
(= '() nil)                           ; => #f
(= '() #f)                            ; => #f
(= 0 #f)                              ; => #f
(= +nan.0 +nan.0)                     ; => #f
(< 1 +nan.0)                          ; => #f
(>= +nan.0 1)                         ; => #f
(< -inf.0 0 +inf.0)                   ; => #t
(not 0)                               ; => #f
(not #f)                              ; => #t
(eq? 'a 'a)                           ; => #t
(eq? '(1) '(1))                       ; => #f
(eqv? 2 2.0)                          ; => #t
(equal? "abc" (string-append "ab" "c")) ; => #t

; The operands of a chain are evaluated once each.
(define evaluated 0)
(define (next) (set! evaluated (+ evaluated 1)) evaluated)
(< (next) (next) (next))              ; => #t
evaluated                             ; => 3

(< 1 "2")                             ; fault: type-error OP_LESS: "2" is not a number
(> 'a 1)                              ; fault: type-error OP_GREATER: a is not a number
(<)                                   ; fault: arity-error
(=)                                   ; fault: arity-error
(< "1")                               ; fault: type-error < takes a number
(!= 1)                                ; fault: arity-error
(not)                                 ; fault: arity-error
