; 5.5: define-record-type.

(define-record-type point (make-point x y) point? (x point-x set-point-x!) (y point-y))
(define p (make-point 3 4))
(point? p)                            ; => #t
(list (point-x p) (point-y p))        ; => (3 4)
p                                     ; => #<point x: 3 y: 4>
(begin (set-point-x! p 30) (point-x p)) ; => 30
p                                     ; => #<point x: 30 y: 4>
(let ((q (make-point 1 2))) (set-point-x! q (+ (point-x q) 10)) (list (point-x q) (point-y q))) ; => (11 2)
(point-x (make-point 'any (list 1)))  ; => any
(make-point "a" #\b)                  ; => #<point x: "a" y: #\b>
(list (make-point 1 '(2)))            ; => (#<point x: 1 y: (2)>)

; Records are of their own kind.
(map (lambda (kind?) (kind? p))
     (list pair? vector? procedure? symbol? string? null? number? boolean? char? bytevector? port? promise?))
; => (#f #f #f #f #f #f #f #f #f #f #f #f)
(map point? (list 1 'point "point" '() #f (vector 3 4) (list 3 4) point? make-point car))
; => (#f #f #f #f #f #f #f #f #f #f)
(if p 'yes 'no)                       ; => yes
(procedure? make-point)               ; => #t
(procedure? point-x)                  ; => #t

; Each record is an object of its own, and a mutation is seen wherever it is.
(eq? p p)                             ; => #t
(eqv? (make-point 1 2) (make-point 1 2)) ; => #f
(let* ((a (make-point 1 2)) (b a)) (set-point-x! a 'seen) (point-x b)) ; => seen
(let* ((a (make-point 1 2)) (l (list a a))) (set-point-x! (car l) 5) (point-x (cadr l))) ; => 5
(let ((a (make-point 1 2)) (b (make-point 1 2))) (set-point-x! a 9) (point-x b)) ; => 1
(let* ((a (make-point 0 0)) (v (vector a))) (set-point-x! a 7) (point-x (vector-ref v 0))) ; => 7
(memq p (list 1 p 2))                 ; => (#<point x: 30 y: 4> 2)
(let ((a (make-point 1 2)))
  (define (move! point by) (set-point-x! point (+ (point-x point) by)))
  (move! a 5)
  (move! a 5)
  (point-x a))                        ; => 11

; The constructor takes its fields in its own order, and not necessarily all.
(define-record-type <book> (make-book title year) book?
  (year book-year)
  (title book-title)
  (reader book-reader set-book-reader!))
(let ((b (make-book "Emma" 1815))) (list (book-title b) (book-year b))) ; => ("Emma" 1815)
(let ((b (make-book "Emma" 1815))) (set-book-reader! b 'ann) (book-reader b)) ; => ann
(book? (make-book "Emma" 1815))       ; => #t
(list (book? p) (point? (make-book "Emma" 1815))) ; => (#f #f)
(define-record-type <empty> (make-empty) empty? (slot empty-slot set-empty-slot!))
(let ((e (make-empty))) (set-empty-slot! e 1) (list (empty? e) (empty-slot e))) ; => (#t 1)
(define-record-type <unit> (make-unit) unit?)
(list (unit? (make-unit)) (unit? 1))  ; => (#t #f)
(define-record-type <plain> (make-plain a b) plain? (a plain-a) (b plain-b))
(plain-b (make-plain 1 2))            ; => 2

; A type without a constructor, and fields of one name in two types.
(define-record-type <abstract> #f abstract? (part abstract-part))
(list (abstract? 1) (abstract? p))    ; => (#f #f)
(abstract-part p)                     ; fault: type-error
(define-record-type <circle> (make-circle x r) circle? (x circle-x) (r circle-r))
(let ((c (make-circle 1 2))) (list (circle-x c) (circle-r c) (circle? c) (point? c))) ; => (1 2 #t #f)
(point-x (make-circle 1 2))           ; fault: type-error
(circle-x p)                          ; fault: type-error
(point-x 5)                           ; fault: type-error
(set-point-x! 'no-point 5)            ; fault: type-error
(make-point 1)                        ; fault: arity-error
(make-point 1 2 3)                    ; fault: arity-error
(point-x)                             ; fault: arity-error

; Each definition makes a new type.
(define old-book (make-book "Old" 1))
(define old-book? book?)
(define-record-type <book> (make-book title) book? (title book-title))
(list (book? old-book) (book? (make-book "New")) (old-book? (make-book "New")) (old-book? old-book))
; => (#f #t #f #t)
(book-title (make-book "New"))        ; => "New"
(book-title old-book)                 ; fault: type-error

; In a body, and as elements of structures.
(let ()
  (define-record-type <cell> (make-cell content) cell? (content cell-content set-cell-content!))
  (define c (make-cell 1))
  (set-cell-content! c (list (cell-content c) 2))
  (list (cell? c) (cell-content c)))  ; => (#t (1 2))
(define (make-stack-type)
  (define-record-type <stack> (make-stack items) stack? (items stack-items))
  (list make-stack stack?))
(let* ((one (make-stack-type)) (two (make-stack-type)) (s ((car one) '())))
  ((cadr one) s))                     ; => #t
(define-record-type <node> (make-node value left right) node? (value node-value) (left node-left) (right node-right))
(define (insert tree n)
  (cond ((not tree) (make-node n #f #f))
        ((< n (node-value tree)) (make-node (node-value tree) (insert (node-left tree) n) (node-right tree)))
        (else (make-node (node-value tree) (node-left tree) (insert (node-right tree) n)))))
(define (in-order tree)
  (if tree (append (in-order (node-left tree)) (list (node-value tree)) (in-order (node-right tree))) '()))
(let loop ((tree #f) (numbers '(5 2 8 1 9 3)))
  (if (null? numbers) (in-order tree) (loop (insert tree (car numbers)) (cdr numbers)))) ; => (1 2 3 5 8 9)
(define-record-type <account> (open-account owner balance) account? (owner owner) (balance balance set-balance!))
(define mine (open-account 'me 100))
(begin (set-balance! mine (+ (balance mine) 50)) (balance mine)) ; => 150
(balance mine)                        ; => 150
(begin (set-balance! mine 0) (car '())) ; fault: type-error
(balance mine)                        ; => 150
(let ((friend (open-account 'you #f)))
  (set-balance! friend friend)
  (eq? friend (balance (balance friend)))) ; => #t
