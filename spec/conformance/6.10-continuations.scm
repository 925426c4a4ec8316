; 6.10: call/cc: leaving, coming back, generators, coroutines.

; Leaving.
(call/cc (lambda (k) 5))              ; => 5
(call/cc (lambda (k) (k 5)))          ; => 5
(call/cc (lambda (k) (+ 100 (k 5))))  ; => 5
(+ 1 (call/cc (lambda (k) (+ 100 (k 5))))) ; => 6
(call-with-current-continuation (lambda (k) (k 'the-long-name))) ; => the-long-name
(procedure? (call/cc (lambda (k) k))) ; => #t
(* 2 (call/cc (lambda (out) (for-each (lambda (x) (if (> x 10) (out x))) '(3 12 15)) 0))) ; => 24
(define (index-of wanted l)
  (call/cc
    (lambda (return)
      (let loop ((l l) (i 0))
        (if (null? l) (return #f))
        (if (equal? (car l) wanted) (return i))
        (loop (cdr l) (+ i 1))))))
(list (index-of "b" '("a" "b")) (index-of 'z '(x y))) ; => (1 #f)
(define (product l)
  (call/cc
    (lambda (k)
      (let loop ((l l))
        (cond ((null? l) 1) ((= (car l) 0) (k 'zero)) (else (* (car l) (loop (cdr l)))))))))
(list (product '(2 3 4)) (product '(2 0 x))) ; => (24 zero)
(call/cc (lambda (outer) (+ 1 (call/cc (lambda (inner) (outer 'outer)))))) ; => outer
(call/cc (lambda (outer) (+ 1 (call/cc (lambda (inner) (inner 1)))))) ; => 2
(let ((x 1)) (call/cc (lambda (k) (set! x 2) (k #f) (set! x 3))) x) ; => 2
(call/cc (lambda (k) (map (lambda (x) (if (negative? x) (k x) x)) '(1 2 -3 4)))) ; => -3
(call/cc (lambda (k) (vector-for-each (lambda (x) (if (odd? x) (k x))) #(2 4 5 7)))) ; => 5
(call/cc (lambda (k) (string-for-each (lambda (c) (if (char=? c #\-) (k 'dash))) "a-b") 'none)) ; => dash
(call/cc (lambda (k) (apply k '(in-a-list)))) ; => in-a-list
(call/cc (lambda (k) (force (delay (k 'from-a-promise))))) ; => from-a-promise
(let loop ((n 0)) (if (< n 5) (loop (call/cc (lambda (k) (k (+ n 1))))) n)) ; => 5
(define (deep n k) (if (= n 0) (k 'surfaced) (+ 1 (deep (- n 1) k))))
(call/cc (lambda (k) (deep 10000 k))) ; => surfaced

; A continuation is a procedure like others.
(let ((k (call/cc (lambda (c) c)))) (if (procedure? k) (k 'second-time) k)) ; => second-time
(let ((f (call/cc (lambda (k) (lambda (x) (k (lambda (y) (list x y)))))))) (f 'again)) ; => (again again)
(map (lambda (x) (call/cc (lambda (k) (if (odd? x) (k 'odd)) x))) '(1 2 3)) ; => (odd 2 odd)
(call/cc call/cc (list))              ; fault: arity-error
(procedure? (call/cc call/cc))        ; => #t

; Coming back, any number of times.
(let ((again #f) (n 0))
  (call/cc (lambda (k) (set! again k)))
  (set! n (+ n 1))
  (if (< n 4) (again #f))
  n)                                  ; => 4
(let ((again #f) (log '()))
  (let ((x (call/cc (lambda (k) (set! again k) 1))))
    (set! log (cons x log))
    (if (< x 4) (again (+ x 1)))
    (reverse log)))                   ; => (1 2 3 4)
(let ((k #f) (count 0) (result '()))
  (let ((x (+ 100 (call/cc (lambda (c) (set! k c) 0)))))
    (set! result (cons x result))
    (set! count (+ count 1))
    (if (< count 3) (k count))
    (reverse result)))                ; => (100 101 102)

; The variables keep what they were set to; what had been computed is kept with the continuation.
(let ((k #f) (n 0))
  (let* ((before n) (after (call/cc (lambda (c) (set! k c) 1))) (sum (+ before after)))
    (set! n (+ n 10))
    (if (< n 30) (k n) (list sum n)))) ; => (20 30)
(let ((k #f) (tries 0))
  (let ((l (map (lambda (x) (call/cc (lambda (c) (if (= x 2) (set! k c)) x))) '(1 2 3))))
    (set! tries (+ tries 1))
    (if (= tries 1) (let ((first l)) (k 'two)) l))) ; => (1 two 3)
(let ((k #f) (kept '()))
  (let ((l (map (lambda (x) (call/cc (lambda (c) (if (= x 2) (set! k c)) x))) '(1 2 3))))
    (set! kept (cons l kept))
    (if (< (length kept) 2) (k 'two) (reverse kept)))) ; => ((1 2 3) (1 two 3))
(let ((k #f) (n 0) (v (vector 0 0)))
  (call/cc (lambda (c) (set! k c)))
  (vector-set! v 0 (+ 1 (vector-ref v 0)))
  (set! n (+ n 1))
  (if (< n 3) (k #f) v))              ; => #(3 0)

; Generators.
(define (list->generator l)
  (define return #f)
  (define (resume)
    (for-each (lambda (x) (call/cc (lambda (next) (set! resume (lambda () (next #f))) (return x)))) l)
    (return 'end))
  (lambda () (call/cc (lambda (r) (set! return r) (resume)))))
(let* ((g (list->generator '(a b c))) (one (g)) (two (g)) (three (g)) (four (g))) (list one two three four))
; => (a b c end)
(define (tree->generator tree)
  (define return #f)
  (define (resume) (walk tree) (return 'end))
  (define (walk t)
    (cond ((null? t) 'skip)
          ((pair? t) (walk (car t)) (walk (cdr t)))
          (else (call/cc (lambda (next) (set! resume (lambda () (next #f))) (return t))))))
  (lambda () (call/cc (lambda (r) (set! return r) (resume)))))
(define (same-fringe? a b)
  (let ((next-a (tree->generator a)) (next-b (tree->generator b)))
    (let loop ()
      (let* ((x (next-a)) (y (next-b)))
        (cond ((not (eqv? x y)) #f) ((eq? x 'end) #t) (else (loop)))))))
(same-fringe? '(1 (2 3) ((4))) '((1 2) (3 (4)))) ; => #t
(same-fringe? '(1 (2 3)) '((1 2) 4))  ; => #f
(same-fringe? '(1 2) '(1 2 3))        ; => #f

; Coroutines: two loops that take turns.
(let ((log '()) (other #f))
  (define (note x) (set! log (cons x log)))
  (define (switch) (call/cc (lambda (k) (let ((next other)) (set! other k) (next #f)))))
  (call/cc
    (lambda (done)
      (set! other (lambda (ignored) (note 'b1) (switch) (note 'b2) (switch) (note 'b3) (done #f)))
      (note 'a1)
      (switch)
      (note 'a2)
      (switch)
      (note 'a3)
      (switch)))
  (reverse log))                      ; => (a1 b1 a2 b2 a3 b3)

; Trying everything: choices that are taken back.
(define (solve goal?)
  (let ((fail #f))
    (define (choose options)
      (call/cc
        (lambda (return)
          (let ((earlier fail))
            (for-each
              (lambda (option)
                (call/cc (lambda (next) (set! fail (lambda () (next #f))) (return option))))
              options)
            (set! fail earlier)
            (fail)))))
    (call/cc
      (lambda (give-up)
        (set! fail (lambda () (give-up 'none)))
        (let* ((a (choose '(1 2 3 4 5 6 7))) (b (choose '(1 2 3 4 5 6 7))) (c (choose '(1 2 3 4 5 6 7))))
          (if (goal? a b c) (list a b c) (fail)))))))
(solve (lambda (a b c) (and (< a b c) (= (* c c) (+ (* a a) (* b b)))))) ; => (3 4 5)
(solve (lambda (a b c) (= (* a b c) 121))) ; => none

; Continuations as exits of nested loops, and in structures.
(call/cc
  (lambda (found)
    (do ((i 1 (+ i 1))) ((> i 20) 'none)
      (do ((j 1 (+ j 1))) ((> j 20)) (if (= (* i j) 91) (found (cons i j))))))) ; => (7 . 13)
(let ((exits (map (lambda (tag) (cons tag (lambda (k x) (k (list tag x))))) '(a b))))
  (call/cc (lambda (k) ((cdr (assq 'b exits)) k 5)))) ; => (b 5)
(call-with-values (lambda () (call/cc (lambda (k) (map (lambda (x) (k x 'two)) '(one))))) list) ; => (one two)
