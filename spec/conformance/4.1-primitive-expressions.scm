; 4.1: variables, literals, calls, procedures, choices, assignments.

; 4.1.1: a variable's value is that of its binding.
(define weight 72)
weight                                ; => 72
(+ weight weight)                     ; => 144
never-defined                         ; fault: unbound-variable never-defined
(procedure? car)                      ; => #t

; 4.1.2: literals.
(quote melon)                         ; => melon
(quote (slice (of melon)))            ; => (slice (of melon))
(quote #(1 b "c"))                    ; => #(1 b "c")
(quote ())                            ; => ()
'melon                                ; => melon
'(a . (b . (c)))                      ; => (a b c)
'"text"                               ; => "text"
"text"                                ; => "text"
'451                                  ; => 451
451                                   ; => 451
'#t                                   ; => #t
'#\m                                  ; => #\m
'#u8(1 2)                             ; => #u8(1 2)
''melon                               ; => 'melon
'''melon                              ; => ''melon
(car ''melon)                         ; => quote
'(quote melon)                        ; => 'melon
'(1 . 'x)                             ; => (1 quote x)
'(+ 1 2)                              ; => (+ 1 2)
(quote)                               ; fault: syntax-error
(quote a b)                           ; fault: syntax-error

; 4.1.3: calls. The operator is an expression like the operands.
(* 6 7)                               ; => 42
((if (null? '()) max min) 5 6 2)      ; => 6
((car (list - +)) 9 4)                ; => 5
(((lambda (a) (lambda (b) (- a b))) 10) 3) ; => 7
((cadr (list car cdr)) '(1 2 3))      ; => (2 3)
(+)                                   ; => 0
(7 8)                                 ; fault: not-a-procedure
("text" 1)                            ; fault: not-a-procedure
(car)                                 ; fault: arity-error
(car '(1) '(2))                       ; fault: arity-error
((lambda () 1) 2)                     ; fault: arity-error
((lambda (a b) a) 1)                  ; fault: arity-error
((lambda (a . b) b))                  ; fault: arity-error

; 4.1.4: procedures.
((lambda (x) (* x x)) 9)              ; => 81
((lambda () 'none))                   ; => none
((lambda all all))                    ; => ()
((lambda all all) 1 2 3)              ; => (1 2 3)
((lambda (first . others) others) 1)  ; => ()
((lambda (first second . others) (list first second others)) 1 2 3 4) ; => (1 2 (3 4))
((lambda (x) 1 2 x) 3)                ; => 3
(define percent (lambda (part whole) (/ (* 100 part) whole)))
(percent 3 12)                        ; => 25
(define add-tax
  (let ((rate 20))
    (lambda (price) (+ price (* price (/ rate 100))))))
(add-tax 50)                          ; => 60
(procedure? (lambda (x) x))           ; => #t
((lambda (x) (define y (* 2 x)) (+ x y)) 5) ; => 15
((lambda (list) (list 'shadowed)) (lambda (x) (cons x x))) ; => (shadowed . shadowed)
((lambda (car) (cdr car)) '(1 2))     ; => (2)
(((lambda (x) (lambda (x) x)) 1) 2)   ; => 2
(let ((same (lambda (x) x))) (eq? same same)) ; => #t
(lambda (x x) x)                      ; fault: syntax-error
(lambda (1) 1)                        ; fault: syntax-error
(lambda (x))                          ; fault: syntax-error

; Each call has variables of its own.
(define (make-tally)
  (let ((count 0)) (lambda (by) (set! count (+ count by)) count)))
(define tally-a (make-tally))
(define tally-b (make-tally))
(list (tally-a 5) (tally-b 1))        ; => (5 1)
(let* ((x (tally-a 5)) (y (tally-a 5))) (list x y)) ; => (10 15)
(tally-b 0)                           ; => 1

; 4.1.5: choices. Only #f is false.
(if (= 12 (* 3 4)) 'yes 'no)          ; => yes
(if (= 12 (+ 3 4)) 'yes 'no)          ; => no
(if #f 'yes 'no)                      ; => no
(if 0 'yes 'no)                       ; => yes
(if '() 'yes 'no)                     ; => yes
(if "" 'yes 'no)                      ; => yes
(if #() 'yes 'no)                     ; => yes
(if #\null 'yes 'no)                  ; => yes
(if (lambda () #f) 'yes 'no)          ; => yes
(if (if #t #f #t) 'yes 'no)           ; => no
(if #t 1 (undefined-procedure))       ; => 1
(if #f (undefined-procedure) 2)       ; => 2
(+ (if (memv 3 '(1 3)) 10 20) 1)      ; => 11
(if)                                  ; fault: syntax-error
(if #t 1 2 3)                         ; fault: syntax-error

; 4.1.6: assignments.
(define shade 'grey)
(set! shade 'green)
shade                                 ; => green
(let ((x 1)) (set! x (+ x 4)) x)      ; => 5
((lambda (x) (set! x (* x 10)) x) 3)  ; => 30
(define (replace-argument x) (set! x 'replaced) x)
(list (replace-argument 1) (replace-argument 2)) ; => (replaced replaced)
(let ((x 'outer)) (let ((x 'inner)) (set! x 'changed)) x) ; => outer
(let ((x 'outer)) (let ((y 'inner)) (set! x 'changed)) x) ; => changed
(let* ((x 1) (get (lambda () x))) (set! x 2) (get)) ; => 2
(let* ((x 1) (put! (lambda (v) (set! x v)))) (put! 'put) x) ; => put
(set! never-defined 1)                ; fault: unbound-variable never-defined
(set! shade)                          ; fault: syntax-error
(set! 5 6)                            ; fault: syntax-error
