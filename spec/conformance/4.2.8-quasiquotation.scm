; 4.2.8: quasiquotation.

; Without anything unquoted it is a quotation.
`plum                                 ; => plum
`(1 two "three" #\4)                  ; => (1 two "three" #\4)
`()                                   ; => ()
`#(a b)                               ; => #(a b)
`5                                    ; => 5
(quasiquote (a b))                    ; => (a b)

; unquote.
(define n 7)
(define items '(x y z))
`(n ,n)                               ; => (n 7)
`,n                                   ; => 7
`(,n . ,n)                            ; => (7 . 7)
`(sum ,(+ n 1) rest)                  ; => (sum 8 rest)
`(1 (2 ,(* 2 n)) ,(list n))           ; => (1 (2 14) (7))
`((,n) ((,n)))                        ; => ((7) ((7)))
(quasiquote (a (unquote n)))          ; => (a 7)
`(a unquote n)                        ; => (a . 7)
`(,@items . tail)                     ; => (x y z . tail)
`("str" ,(string-append "a" "b") #\c) ; => ("str" "ab" #\c)
`(items ,items)                       ; => (items (x y z))
`(1 . ,items)                         ; => (1 x y z)
`(,(car items) ,'n ',n)               ; => (x n '7)
(let ((x 1)) `(,x ,(let ((x 2)) x) x)) ; => (1 2 x)
`(list ,`n)                           ; => (list n)
`(list ,`(inner ,n))                  ; => (list (inner 7))

; unquote-splicing.
`(,@items)                            ; => (x y z)
`(a ,@items b)                        ; => (a x y z b)
`(,@items ,@items)                    ; => (x y z x y z)
`(a ,@'() b)                          ; => (a b)
`(,@'())                              ; => ()
`(1 ,@(map (lambda (i) (* i i)) '(2 3)) 10) ; => (1 4 9 10)
`((,@items) ,@items)                  ; => ((x y z) x y z)
`(,@(list 1 2) . ,(list 3))           ; => (1 2 3)
(quasiquote ((unquote-splicing items) end)) ; => (x y z end)
`(,@(if #t '(yes) '()) ,@(if #f '(no) '())) ; => (yes)

; Vectors.
`#(1 ,n)                              ; => #(1 7)
`#(,@items)                           ; => #(x y z)
`#(a ,@items b ,(+ 1 n))              ; => #(a x y z b 8)
`#(,n #(,n) (,n))                     ; => #(7 #(7) (7))
`#(,@'())                             ; => #()
`(v #(,@items ,n))                    ; => (v #(x y z 7))
(vector? `#(,n))                      ; => #t
(vector-length `#(1 ,@items 2))       ; => 5

; A quasiquotation inside of another is one level deeper; unquoting comes back up.
`(1 `(2 ,(3 ,n)))                     ; => (1 `(2 ,(3 7)))
`(1 `(2 ,,n))                         ; => (1 `(2 ,7))
`(1 `,(2 ,n))                         ; => (1 `,(2 7))
`(1 ``(2 ,,,n))                       ; => (1 ``(2 ,,7))
`(1 `(2 ,(3 ,@items)))                ; => (1 `(2 ,(3 x y z)))
`(1 `(2 ,@(3 ,n)))                    ; => (1 `(2 ,@(3 7)))
`(1 `(2 ,@,n))                        ; => (1 `(2 ,@7))
`(1 `(2 ',,n ',n))                    ; => (1 `(2 ',7 ',n))
`(1 `#(2 ,(3 ,n)))                    ; => (1 `#(2 ,(3 7)))
`(1 `n ,n)                            ; => (1 `n 7)
`(1 ,(car `(,n)) `(,n))               ; => (1 7 `(,n))
(let ((name 'foo)) `(define-it `(,,name ,',name))) ; => (define-it `(,foo ,'foo))
``,,n                                 ; => `,7
(quasiquote (a (quasiquote (b (unquote (c (unquote n))))))) ; => (a `(b ,(c 7)))

; What is built is a list like any other.
(eval `(+ ,n ,@(list 1 2)) (environment '(scheme base))) ; => 10
(let ((op '*)) (eval `(,op ,n 2) (environment '(scheme base)))) ; => 14
(list? `(1 ,n ,@items))               ; => #t
(equal? `(1 ,n) (list 1 7))           ; => #t
(length `(unquote-me ,@items ,n))     ; => 5
(define (tag name . body) `(,name () ,@body))
(tag 'p "a" (tag 'b "c"))             ; => (p () "a" (b () "c"))

; Out of place, they mean nothing.
,n                                    ; fault: syntax-error
