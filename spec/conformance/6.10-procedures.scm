; 6.10: procedure?, apply, map and its relatives, values.

; procedure?
(map procedure? (list car (lambda (x) x) map call/cc apply values (make-parameter 1))) ; => (#t #t #t #t #t #t #t)
(map procedure? (list 'car "car" '(lambda (x) x) 5 #f (vector car) '())) ; => (#f #f #f #f #f #f #f)
(call/cc (lambda (k) (map procedure? (list k 'k)))) ; => (#t #f)
(procedure? (case-lambda ((a) a)))    ; => #t
(let loop () (procedure? loop))       ; => #t

; apply: the last argument is a list of arguments.
(apply + '(4 5 6))                    ; => 15
(apply + 1 2 '(3 4))                  ; => 10
(apply + '())                         ; => 0
(apply list 1 2 '())                  ; => (1 2)
(apply list 'a '(b c))                ; => (a b c)
(apply max 3 '(9 4))                  ; => 9
(apply (lambda (a . rest) (list a rest)) '(1 2 3)) ; => (1 (2 3))
(apply apply (list + (list 1 2)))     ; => 3
(apply map list '((1 2 3) (4 5 6)))   ; => ((1 4) (2 5) (3 6))
(apply vector (map square '(1 2 3)))  ; => #(1 4 9)
(apply call/cc (list (lambda (k) (+ 1 (k 'out))))) ; => out
(apply values '(1))                   ; => 1
(define (partial f . first) (lambda rest (apply f (append first rest))))
((partial list 1 2) 3 4)              ; => (1 2 3 4)
((partial (partial - 10) 3) 2)        ; => 5
(apply + (let loop ((n 1000) (l '())) (if (= n 0) l (loop (- n 1) (cons n l))))) ; => 500500
(apply car '(1 2))                    ; fault: arity-error
(apply + 1)                           ; fault: type-error
(apply + 1 2)                         ; fault: type-error
(apply + '(1 . 2))                    ; fault: type-error
(apply 'car '((1)))                   ; fault: not-a-procedure

; map.
(map cdr '((a 1) (b 2) (c 3)))        ; => ((1) (2) (3))
(map (lambda (n) (* n n n)) '(1 2 3)) ; => (1 8 27)
(map - '(10 20 30) '(1 2 3))          ; => (9 18 27)
(map list '(a b) '(1 2) '("x" "y"))   ; => ((a 1 "x") (b 2 "y"))
(map + '(1 2 3) '(10 20))             ; => (11 22)
(map + '() '(1 2))                    ; => ()
(map (lambda (x) x) '())              ; => ()
(let ((n 0)) (map (lambda (ignored) (set! n (+ n 1)) n) '(a)) n) ; => 1
(let* ((calls 0) (count (lambda (x) (set! calls (+ calls 1)) x))) (map count '(1 2 3)) calls) ; => 3
(length (map (lambda (x) x) (make-list 5000 'x))) ; => 5000
(map car '(1))                        ; fault: type-error
(map (lambda () 1) '(1))              ; fault: arity-error

; for-each goes in order.
(let ((seen '())) (for-each (lambda (x) (set! seen (cons x seen))) '(1 2 3)) seen) ; => (3 2 1)
(let ((seen '())) (for-each (lambda (a b) (set! seen (cons (+ a b) seen))) '(1 2 3) '(10 20)) seen) ; => (22 11)
(let ((n 0)) (for-each (lambda (x) (set! n (+ n 1))) '()) n) ; => 0
(let ((text ""))
  (for-each (lambda (word n) (set! text (string-append text word (number->string n) ";"))) '("a" "b") '(1 2))
  text)                               ; => "a1;b2;"

; values and call-with-values.
(call-with-values (lambda () (values 6 7)) *) ; => 42
(call-with-values (lambda () (values)) list) ; => ()
(call-with-values (lambda () 5) list) ; => (5)
(call-with-values (lambda () (values 1 2 3)) (lambda (a . rest) (list a rest))) ; => (1 (2 3))
(call-with-values (lambda () (values 1 2)) (lambda all all)) ; => (1 2)
(call-with-values values list)        ; => ()
(call-with-values (lambda () (apply values '(1 2 3))) vector) ; => #(1 2 3)
(call-with-values (lambda () (call-with-values (lambda () (values 1 2)) (lambda (a b) (values b a)))) list) ; => (2 1)
(call-with-values (lambda () (if #t (values 1 2) 3)) list) ; => (1 2)
(call-with-values (lambda () (let ((x 1)) (begin (values x 2)))) list) ; => (1 2)
(call-with-values (lambda () (cond (#f 1) (else (values 1 2)))) list) ; => (1 2)
(+ 1 (values 2))                      ; => 3
(values 'single)                      ; => single
(list (values 1) (values 2))          ; => (1 2)
(values 1 2)                          ; => #<values 1 2>
(define (divide-both a b) (values (quotient a b) (remainder a b)))
(call-with-values (lambda () (divide-both 47 9)) cons) ; => (5 . 2)
(begin (divide-both 47 9) 'ignored)   ; => ignored
(let () (values 1 2) (values) 'ignored-too) ; => ignored-too
(call-with-values (lambda () (values 1 2)) (lambda (a) a)) ; fault: arity-error
(call/cc (lambda (k) (call-with-values (lambda () (k 'out)) list))) ; => out
(call-with-values (lambda () (call/cc (lambda (k) (k 1 2)))) list) ; => (1 2)
(call-with-values (lambda () (call/cc (lambda (k) (k)))) list) ; => ()
(call-with-values (lambda () (call/cc (lambda (k) (dynamic-wind list (lambda () (k 1 2 3)) list)))) list) ; => (1 2 3)
