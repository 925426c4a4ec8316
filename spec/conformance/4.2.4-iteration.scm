; 4.2.3, 4.2.4: begin, do, named let.

; begin.
(begin 1 2 3)                         ; => 3
(begin (+ 1 1))                       ; => 2
(let ((x 0)) (begin (set! x (+ x 1)) (set! x (* x 10))) x) ; => 10
(+ 1 (begin 'ignored 2))              ; => 3
(begin (define from-begin 5) (define twice-that (* 2 from-begin)))
(list from-begin twice-that)          ; => (5 10)
(let () (begin (define a 1) (define b 2)) (begin (+ a b))) ; => 3
(begin (begin (begin 'deep)))         ; => deep
(begin (values 1 2) 'after-two-values) ; => after-two-values

; do: variables, steps, a test, results.
(do ((i 0 (+ i 1))) ((= i 4) i))      ; => 4
(do ((i 0 (+ i 1)) (found '() (cons i found))) ((= i 5) found)) ; => (4 3 2 1 0)
(do ((i 10 (- i 3)) (sum 0 (+ sum i))) ((< i 0) 'ignored sum)) ; => 22
(do ((squares (make-vector 4 'unset)) (i 3 (- i 1))) ((= i 0) squares) (vector-set! squares i (* i i)))
; => #(unset 1 4 9)
(do ((words '("to" "be" "or") (cdr words)) (text "" (string-append text (car words) "."))) ((null? words) text))
; => "to.be.or."
(let ((n 0)) (do ((fixed 7) (i 0 (+ i 1))) ((= i 3) n) (set! n (+ n fixed)))) ; => 21
(do () (#t 'at-once))                 ; => at-once
(let ((i 0)) (do () ((= i 5) i) (set! i (+ i 1)))) ; => 5
(do ((a 1 b) (b 2 a) (n 0 (+ n 1))) ((= n 3) (list a b))) ; => (2 1)
(do ((i 0 (+ i 1)) (j 10 (- j 1))) ((>= i j) (list i j))) ; => (5 5)
(do ((x 1 (* x 2))) ((> x 100) x) 'body 'ignored) ; => 128

; Each round has variables of its own.
(map (lambda (get) (get))
     (do ((i 0 (+ i 1)) (all '() (cons (lambda () i) all))) ((= i 3) (reverse all)))) ; => (0 1 2)
(let loop ((i 0) (all '()))
  (if (< i 3) (loop (+ i 1) (cons (lambda () i) all)) (map (lambda (get) (get)) all))) ; => (2 1 0)

; Named let.
(let loop ((n 5) (product 1)) (if (= n 0) product (loop (- n 1) (* product n)))) ; => 120
(let loop ((i 0)) (if (< i 10) (loop (+ i 1)) i)) ; => 10
(let no-variables () 'once)           ; => once
(let deal ((cards '(ace king queen jack ten)) (mine '()) (yours '()))
  (if (null? cards)
      (list (reverse mine) (reverse yours))
      (deal (cdr cards) (cons (car cards) yours) mine))) ; => ((ace queen ten) (king jack))
(let tree-sum ((t '(1 (2 3) ((4)))))
  (cond ((null? t) 0) ((pair? t) (+ (tree-sum (car t)) (tree-sum (cdr t)))) (else t))) ; => 10
(let loop ((loop 3)) loop)            ; => 3
(let ((loop list)) (let loop ((x (loop 1 2))) x)) ; => (1 2)
(let f ((x 1)) (define y 2) (if (< x 5) (f (+ x y)) x)) ; => 5
(let walk ((n 3)) (set! n (* n 2)) (if (> n 20) n (walk n))) ; => 24
(map (let double ((n 0)) (lambda (x) (* 2 x))) '(1 2 3)) ; => (2 4 6)
(let count ((i 0)) (if (= i 5) '() (cons i (count (+ i 1))))) ; => (0 1 2 3 4)
(procedure? (let me () me))           ; => #t
((let build ((n 0)) (if (= n 2) (lambda (m) (if (> m 3) 'end (build m))) (build (+ n 1)))) 4) ; => end
