; Every fault a program can raise leaves the state as it was.
(define x 1)
(car '())                            ; fault: type-error
(+ 1 "a")                            ; fault: type-error
nowhere                              ; fault: unbound-variable
(set! nowhere 1)                     ; fault: unbound-variable
(/ 1 0)                              ; fault: division-by-zero
(% 1 0)                              ; fault: division-by-zero
((lambda (a) a))                     ; fault: arity-error
(car '(1) '(2))                      ; fault: arity-error
(5 6)                                ; fault: not-a-procedure
(list-ref '(1 2) 5)                  ; fault: out-of-range
(substring "abc" 2 1)                ; fault: out-of-range
(error "it broke" x)                 ; fault: user-raised
(expt 2 1000000000000)               ; fault: out-of-fuel
(begin (set! x 2) (car x))           ; fault: type-error
x                                    ; => 1
(begin (define y 1) (car x))         ; fault: type-error
y                                    ; fault: unbound-variable
(letrec ((a b) (b 1)) a)             ; fault: unbound-variable
(apply + '(1 . 2))                   ; fault: type-error
(map car '(1))                       ; fault: type-error
(string-append "a" 'b)               ; fault: type-error
x                                    ; => 1
