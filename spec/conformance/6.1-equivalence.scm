; 6.1: eqv?, eq?, equal?.

; What all three agree in.
(define (all-three a b) (list (eq? a b) (eqv? a b) (equal? a b)))
(all-three 'oak 'oak)                 ; => (#t #t #t)
(all-three 'oak 'elm)                 ; => (#f #f #f)
(all-three 'oak (string->symbol "oak")) ; => (#t #t #t)
(all-three '() '())                   ; => (#t #t #t)
(all-three '() #f)                    ; => (#f #f #f)
(all-three #t #t)                     ; => (#t #t #t)
(all-three #f #f)                     ; => (#t #t #t)
(all-three #t #f)                     ; => (#f #f #f)
(all-three "oak" 'oak)                ; => (#f #f #f)
(all-three #\a "a")                   ; => (#f #f #f)
(all-three 5 "5")                     ; => (#f #f #f)
(all-three 5 6)                       ; => (#f #f #f)
(all-three '() (vector))              ; => (#f #f #f)
(all-three (list 1) (vector 1))       ; => (#f #f #f)
(all-three (bytevector 1) (vector 1)) ; => (#f #f #f)
(all-three car cdr)                   ; => (#f #f #f)
(all-three car car)                   ; => (#t #t #t)
(all-three 0 #f)                      ; => (#f #f #f)

; An object is the same as itself only, unless it has no state.
(let ((p (cons 1 2))) (all-three p p)) ; => (#t #t #t)
(all-three (cons 'a 5) (cons 'a 5))   ; => (#f #f #t)
(all-three (list 1 2 3) (list 1 2 3)) ; => (#f #f #t)
(let ((v (vector 1 2))) (all-three v v)) ; => (#t #t #t)
(all-three (vector 1 2) (vector 1 2)) ; => (#f #f #t)
(let ((b (bytevector 1 2))) (all-three b b)) ; => (#t #t #t)
(all-three (bytevector 1 2) (bytevector 1 2)) ; => (#f #f #t)
(let ((f (lambda (x) x))) (all-three f f)) ; => (#t #t #t)
(let ((s "text")) (all-three s s))    ; => (#t #t #t)
(let* ((a (list 1)) (b a)) (eq? a b)) ; => #t
(let ((l (list 1 2 3))) (eq? (cdr l) (cdr l))) ; => #t
(let* ((tail (list 2 3)) (a (cons 1 tail)) (b (cons 1 tail))) (list (eq? a b) (eq? (cdr a) (cdr b)))) ; => (#f #t)
(let ((v (vector (list 1)))) (eq? (vector-ref v 0) (vector-ref v 0))) ; => #t
(define (make-account) (let ((sum 0)) (lambda (by) (set! sum (+ sum by)) sum)))
(let ((a (make-account)) (b (make-account))) (list (eqv? a a) (eqv? a b))) ; => (#t #f)
(eqv? (lambda (x) (+ x 1)) (lambda (x) (- x 1))) ; => #f
(let ((kept (list 1))) (define (get) kept) (eq? (get) (get))) ; => #t
(define kept-pair (cons 1 2))
(eq? kept-pair kept-pair)             ; => #t
(define same-pair kept-pair)
(eq? kept-pair same-pair)             ; => #t
(define kept-vector (vector 1))
(let ((v kept-vector)) (eq? v kept-vector)) ; => #t
(let ((p (make-parameter 1))) (eqv? p p)) ; => #t

; Numbers and characters by value under eqv?.
(eqv? 100000000000000000000 100000000000000000000) ; => #t
(eqv? (* 10000000000 10000000000) 100000000000000000000) ; => #t
(eqv? 100000000000000000000 100000000000000000001) ; => #f
(eqv? 2.5 2.5)                        ; => #t
(eqv? 2.5 (/ 5 2))                    ; => #t
(eqv? 2.5 2)                          ; => #f
(eqv? 0.1 (- 0.3 0.2))                ; => #f
(eqv? +inf.0 +inf.0)                  ; => #t
(eqv? +inf.0 -inf.0)                  ; => #f
(eqv? #\a #\a)                        ; => #t
(eqv? #\a #\A)                        ; => #f
(eqv? #\a (string-ref "cat" 1))       ; => #t
(eqv? #\x41 #\A)                      ; => #t

; equal? looks inside.
(equal? "oak" (string-append "o" "ak")) ; => #t
(equal? "oak" "Oak")                  ; => #f
(equal? "" (string))                  ; => #t
(equal? '(a (b #(c "d" 1.5)) . e) (cons 'a (cons (list 'b (vector 'c "d" 1.5)) 'e))) ; => #t
(equal? '(a b) '(a b c))              ; => #f
(equal? '(a b . c) '(a b c))          ; => #f
(equal? #(1 2 3) #(1 2 4))            ; => #f
(equal? #(1 2) #(1 2 3))              ; => #f
(equal? #() #())                      ; => #t
(equal? #u8(1 2) #u8(1 3))            ; => #f
(equal? #u8() #u8())                  ; => #t
(equal? (make-vector 3 'x) #(x x x))  ; => #t
(equal? '(()) '(()))                  ; => #t
(equal? '#(() #()) (vector '() (vector))) ; => #t
(equal? (list #\a "b" 'c 1) (list #\a "b" 'c 1)) ; => #t
(equal? 3 3)                          ; => #t
(equal? 1.25 (/ 5 4))                 ; => #t
(let ((v (vector 1 2))) (vector-set! v 0 9) (equal? v #(9 2))) ; => #t
(let ((deep-list (lambda () (let loop ((n 20000) (l '())) (if (= n 0) l (loop (- n 1) (list l)))))))
  (equal? (deep-list) (deep-list)))   ; => #t
(let ((deep-vector (lambda () (let loop ((n 20000) (v 'end)) (if (= n 0) v (loop (- n 1) (vector v)))))))
  (equal? (deep-vector) (deep-vector))) ; => #t

; equal? comes to an end on what contains itself.
(let ((a (vector 1 #f)) (b (vector 1 #f)))
  (vector-set! a 1 a)
  (vector-set! b 1 b)
  (list (eq? a b) (equal? a b)))      ; => (#f #t)
(let ((a (vector 1 #f)) (b (vector 2 #f)))
  (vector-set! a 1 a)
  (vector-set! b 1 b)
  (equal? a b))                       ; => #f
(let ((a (vector 1 #f)) (b (vector 1 #f)))
  (vector-set! a 1 (list 'in b))
  (vector-set! b 1 (list 'in a))
  (equal? a b))                       ; => #t
