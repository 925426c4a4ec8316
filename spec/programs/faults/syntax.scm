; What the compiler refuses: the form does not run, and the ones around it do.

(define before 1)
(if)                                  ; fault: syntax-error
before                                ; => 1
()                                    ; fault: syntax-error
(quote)                               ; fault: syntax-error
(lambda)                              ; fault: syntax-error
(lambda (x))                          ; fault: syntax-error has no body
(lambda (5) 1)                        ; fault: syntax-error
(lambda (x . 5) 1)                    ; fault: syntax-error 5 is no name
(define)                              ; fault: syntax-error
(define x)                            ; fault: syntax-error
(define 5 1)                          ; fault: syntax-error
(define "x" 1)                        ; fault: syntax-error
(define x 1 2)                        ; fault: syntax-error
(define (f))                          ; fault: syntax-error
(define (5 x) x)                      ; fault: syntax-error
(set! x)                              ; fault: syntax-error (set! …) should be (set! name value)
(set! 5 1)                            ; fault: syntax-error
(set! (car x) 1)                      ; fault: syntax-error
(let)                                 ; fault: syntax-error
(let ((x)) x)                         ; fault: syntax-error
(let ((x 1 2)) x)                     ; fault: syntax-error
(let ((5 1)) 5)                       ; fault: syntax-error
(let ((x 1)))                         ; fault: syntax-error
(let (x) x)                           ; fault: syntax-error
(let 5 x)                             ; fault: syntax-error
(let* ((x 1)))                        ; fault: syntax-error
(letrec ((x 1) (x 2)) x)              ; fault: syntax-error
(do ((i 0 1 2)) (#t) 1)               ; fault: syntax-error
(do ((i 0)) ())                       ; fault: syntax-error
(case 1 (else 1) ((2) 2))             ; fault: syntax-error
(unless #t)                           ; fault: syntax-error
(+ 1 . 2)                             ; fault: syntax-error
(1 . 2)                               ; fault: syntax-error
(let ((x 1)) (if #t (define y 2)) y)  ; fault: syntax-error
(list (define y 1))                   ; fault: syntax-error
(define-syntax swap! 1)               ; fault: syntax-error 1 is no syntax
`(1 ,@2 . ,@3)                        ; fault: syntax-error
,x                                    ; fault: syntax-error
if                                    ; fault: syntax-error
(map if '(1))                         ; fault: syntax-error
(define if 5)                         ; fault: syntax-error if is syntax, not a variable
(set! while 5)                        ; fault: syntax-error
(define * 5)                          ; fault: syntax-error * is an operator
(begin 1 (if))                        ; fault: syntax-error
(begin)                               ; => nil
before                                ; => 1
