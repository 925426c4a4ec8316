; 6.4: pairs and lists.

; Pairs.
(cons 1 2)                            ; => (1 . 2)
(cons 'a '())                         ; => (a)
(cons '(1 2) '(3 4))                  ; => ((1 2) 3 4)
(cons "x" 'y)                         ; => ("x" . y)
(cons 1 (cons 2 (cons 3 '())))        ; => (1 2 3)
(cons 1 (cons 2 3))                   ; => (1 2 . 3)
(cons '() '())                        ; => (())
(map pair? (list '(1 . 2) '(1) '(()) (cons 1 2))) ; => (#t #t #t #t)
(map pair? (list '() 'a 5 "ab" (vector 1 2) #f car)) ; => (#f #f #f #f #f #f #f)
(car '(x y z))                        ; => x
(car '((x) y z))                      ; => (x)
(cdr '(x y z))                        ; => (y z)
(cdr '(x))                            ; => ()
(car '(1 . 2))                        ; => 1
(cdr '(1 . 2))                        ; => 2
(car '())                             ; fault: type-error
(cdr '())                             ; fault: type-error
(car 'x)                              ; fault: type-error
(cdr (vector 1))                      ; fault: type-error

; Cars of cdrs.
(define t '((((1 . 2) 3 . 4) (5 . 6) 7 . 8) ((9 . 10) 11 . 12) (13 . 14) 15 . 16))
(list (caar '((1 2) 3)) (cadr '(1 2 3)) (cdar '((1 2) 3)) (cddr '(1 2 3))) ; => (1 2 (2) (3))
(list (caaar t) (caadr t) (cadar t) (cdaar t)) ; => ((1 . 2) (9 . 10) (5 . 6) (3 . 4))
(list (caddr t) (cdadr t) (cddar t) (cdddr t)) ; => ((13 . 14) (11 . 12) (7 . 8) (15 . 16))
(list (caaaar t) (caaadr t) (caadar t) (cadaar t)) ; => (1 9 5 3)
(list (caaddr t) (cadadr t) (caddar t) (cadddr t)) ; => (13 11 7 15)
(list (cdaaar t) (cdaadr t) (cdadar t) (cddaar t)) ; => (2 10 6 4)
(list (cdaddr t) (cddadr t) (cdddar t) (cddddr t)) ; => (14 12 8 16)
(cadr '(1))                           ; fault: type-error
(caar '(1))                           ; fault: type-error

; null?, list?.
(map null? (list '() (list) (cdr '(1)))) ; => (#t #t #t)
(map null? (list '(1) #f 0 "" (vector) 'nothing)) ; => (#f #f #f #f #f #f)
(map list? (list '() '(1) '(1 2 3) (list 'a) '((1 . 2)))) ; => (#t #t #t #t #t)
(map list? (list '(1 . 2) '(1 2 . 3) 5 'a "ab" (vector 1))) ; => (#f #f #f #f #f #f)

; make-list, list.
(make-list 3 'x)                      ; => (x x x)
(make-list 0 'x)                      ; => ()
(length (make-list 4))                ; => 4
(let ((l (make-list 2 (list 1)))) (eq? (car l) (cadr l))) ; => #t
(list)                                ; => ()
(list "sum" (+ 20 2) #\.)             ; => ("sum" 22 #\.)
(list (list) (list (list)))           ; => (() (()))

; length, append, reverse.
(map length '(() (1) (1 2) ((1 2) (3)) (a (b c d)))) ; => (0 1 2 2 2)
(length 5)                            ; fault: type-error
(length '(1 2 . 3))                   ; fault: type-error
(append)                              ; => ()
(append '())                          ; => ()
(append '(1))                         ; => (1)
(append '(1) '(2))                    ; => (1 2)
(append '(1 2) '(3) '() '(4 5 6))     ; => (1 2 3 4 5 6)
(append '(1) 2)                       ; => (1 . 2)
(append '() 2)                        ; => 2
(append '(1 2) '(3 . 4))              ; => (1 2 3 . 4)
(append 5)                            ; => 5
(append '() '())                      ; => ()
(let ((tail '(3))) (eq? tail (cddr (append '(1 2) tail)))) ; => #t
(append '(1 . 2) '(3))                ; fault: type-error
(reverse '())                         ; => ()
(reverse '(1 2 3))                    ; => (3 2 1)
(reverse '((1 2) (3 4) 5))            ; => (5 (3 4) (1 2))
(reverse '(1 . 2))                    ; fault: type-error

; list-tail, list-ref, list-copy.
(list-tail '(a b c d) 0)              ; => (a b c d)
(list-tail '(a b c d) 3)              ; => (d)
(list-tail '(a b c d) 4)              ; => ()
(list-tail '(a b . c) 2)              ; => c
(let ((l '(a b c))) (eq? (cdr l) (list-tail l 1))) ; => #t
(list-ref '(a b c d) 0)               ; => a
(list-ref '(a b c d) 3)               ; => d
(list-ref '(a b c) 3)                 ; fault: out-of-range
(list-copy '())                       ; => ()
(list-copy '(1 (2) 3))                ; => (1 (2) 3)
(list-copy '(1 2 . 3))                ; => (1 2 . 3)
(list-copy 'x)                        ; => x
(let ((l '((1) 2))) (eq? (car l) (car (list-copy l)))) ; => #t

; memq, memv, member.
(memq 'fig '(kiwi fig plum pear))     ; => (fig plum pear)
(memq 'z '(a b c))                    ; => #f
(memq 'a '())                         ; => #f
(memq (vector 1) (list (vector 1) 2)) ; => #f
(memq 'b '((b) b))                    ; => (b)
(memv 7 '(3 5 7 9))                   ; => (7 9)
(memv 1.5 '(1 1.5 2))                 ; => (1.5 2)
(memv #\b '(#\a #\b))                 ; => (#\b)
(memv 100000000000000000000 (list 1 100000000000000000000)) ; => (100000000000000000000)
(member (list 1 "x") '(0 (1 "y") (1 "x") 2)) ; => ((1 "x") 2)
(member "two" '("one" "two" "three")) ; => ("two" "three")
(member '(1) '(1 2 3))                ; => #f
(member #(1 2) (list 1 (vector 1 2) 2)) ; => (#(1 2) 2)
(member -3 '(1 2 3 4) (lambda (a b) (= (abs a) (abs b)))) ; => (3 4)
(member "B" '("a" "b" "c") string-ci=?) ; => ("b" "c")
(member 5 '(1 2 3) =)                 ; => #f
(let ((n 0)) (member 2 '(1 2 3) (lambda (a b) (set! n (+ n 1)) (= a b))) n) ; => 2
(let ((l '(a b c))) (eq? (cdr l) (memq 'b l))) ; => #t

; assq, assv, assoc.
(define stock '((apples 3) (pears 5) (plums . 8)))
(assq 'pears stock)                   ; => (pears 5)
(assq 'plums stock)                   ; => (plums . 8)
(assq 'figs stock)                    ; => #f
(assq 'a '())                         ; => #f
(assq (list 1) '(((1) . one) ((2) . two))) ; => #f
(assv 40 '((20 . score) (40 . two-score))) ; => (40 . two-score)
(assv #\x '((#\w . 1) (#\x . 2)))     ; => (#\x . 2)
(assoc (list 1) '(((2) . two) ((1) . one))) ; => ((1) . one)
(assoc "pear" '(("apple" . 1) ("pear" . 2))) ; => ("pear" . 2)
(assoc -3 '((1 one) (2 two) (3 three)) (lambda (a b) (= 0 (+ a b)))) ; => (3 three)
(assoc "PEAR" '(("apple" . 1) ("pear" . 2)) string-ci=?) ; => ("pear" . 2)
(assoc 9 '((1 . 2)) =)                ; => #f
(assq 'a '((a . 1) (a . 2)))          ; => (a . 1)
(let ((pair (cons 'k 1))) (eq? pair (assq 'k (list '(j . 0) pair)))) ; => #t
