; Pairs, and the lists they make.

(cons 1 2)                            ; => (1 . 2)
(cons 1 '())                          ; => (1)
(cons 1 (cons 2 (cons 3 4)))          ; => (1 2 3 . 4)
(list)                                ; => ()
(list 1 "two" 'three #t nil 1.5)      ; => (1 "two" three #t nil 1.5)
(car '(1 2 3))                        ; => 1
(cdr '(1 2 3))                        ; => (2 3)
(cadr '(1 2 3))                       ; => 2
(cddr '(1 2 3))                       ; => (3)
(caddr '(1 2 3))                      ; => 3
(caar '((1 2) 3))                     ; => 1
(cdar '((1 2) 3))                     ; => (2)
(length '(a b c))                     ; => 3
(length '())                          ; => 0
(append '(1 2) '(3) '() '(4 5))       ; => (1 2 3 4 5)
(append '(1) 2)                       ; => (1 . 2)
(append)                              ; => ()
(reverse '(1 2 3))                    ; => (3 2 1)
(list-tail '(a b c d) 2)              ; => (c d)
(list-ref '(a b c d) 2)               ; => c
(memv 3 '(1 2 3 4))                   ; => (3 4)
(memq 'z '(a b c))                    ; => #f
(member '(1) '((0) (1) (2)))          ; => ((1) (2))
(make-list 3 'x)                      ; => (x x x)
(make-list 2)                         ; => (nil nil)
(iota 5)                              ; => (0 1 2 3 4)
(iota 5 1)                            ; => (1 2 3 4 5)
(iota 4 10 -3)                        ; => (10 7 4 1)
(iota 3 0 0.5)                        ; => (0 0.5 1)
(cons* 1 2 '(3 4))                    ; => (1 2 3 4)
(cons* 1 2 3)                         ; => (1 2 . 3)
(list? '(1 2))                        ; => #t
(list? '(1 . 2))                      ; => #f
(null? '())                           ; => #t
(pair? '())                           ; => #f
(list-copy '(1 2 3))                  ; => (1 2 3)

; A list is immutable: what is built on it leaves it as it was.
(define few '(1 2))
(define more (append few '(3)))
(list few more (reverse more))        ; => ((1 2) (1 2 3) (3 2 1))

(car '())                             ; fault: type-error car takes a pair, not ()
(cdr 5)                               ; fault: type-error cdr takes a pair, not 5
(cadr '(1))                           ; fault: type-error cadr takes a pair
(length '(1 . 2))                     ; fault: type-error length takes a list
(list-ref '(a b) 2)                   ; fault: out-of-range
(list-tail '(a b) 3)                  ; fault: out-of-range
(list-ref '(a b) -1)                  ; fault: out-of-range
(append '(1 . 2) '(3))                ; fault: type-error append takes a list
(make-list -1)                        ; fault: out-of-range
(cons 1)                              ; fault: arity-error cons takes 2 arguments, not 1
