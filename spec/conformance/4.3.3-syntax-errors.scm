; 4.3.3: syntax-error, and other forms that are not written as they must be.

(define-syntax strict-let
  (syntax-rules ()
    ((_ (name value) body) (let ((name value)) body))
    ((_ name . rest) (syntax-error "a binding has a name and a value" name))))
(strict-let (x 1) (+ x 1))            ; => 2
(strict-let x 1)                      ; fault: syntax-error a binding has a name and a value
(syntax-error "not here")             ; fault: syntax-error not here
(syntax-error "odd piece:" (a b) 5)   ; fault: syntax-error odd piece:
(let ((x 1)) (if #f (strict-let x) 'fine)) ; fault: syntax-error
(define-syntax at-most-two
  (syntax-rules () ((_) 0) ((_ a) 1) ((_ a b) 2) ((_ a ...) (syntax-error "too many:" a ...))))
(list (at-most-two) (at-most-two x) (at-most-two x y)) ; => (0 1 2)
(at-most-two x y z)                   ; fault: syntax-error too many:

; A macro is defined by syntax-rules.
(define-syntax no-transformer 5)      ; fault: syntax-error
(define-syntax)                       ; fault: syntax-error
(define-syntax nameless-value)        ; fault: syntax-error
(let-syntax ((m)) 1)                  ; fault: syntax-error
(define-syntax ok (syntax-rules () ((_) 'ok)))
(ok)                                  ; => ok
(ok ok)                               ; fault: syntax-error

; Forms.
(let)                                 ; fault: syntax-error
(let ((1 2)) 3)                       ; fault: syntax-error
(lambda)                              ; fault: syntax-error
(define)                              ; fault: syntax-error
(set! x)                              ; fault: syntax-error
(if)                                  ; fault: syntax-error
(case-lambda (5 1))                   ; fault: syntax-error
(let-values ((5 1)) 1)                ; fault: syntax-error
(parameterize ((x)) 1)                ; fault: syntax-error
(define-record-type)                  ; fault: syntax-error
(delay)                               ; fault: syntax-error
(guard)                               ; fault: syntax-error
(define-values)                       ; fault: syntax-error
(list if)                             ; fault: syntax-error
(list define-syntax)                  ; fault: syntax-error
