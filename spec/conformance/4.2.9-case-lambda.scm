; 4.2.9: case-lambda.

(define area
  (case-lambda
    ((side) (* side side))
    ((width height) (* width height))))
(area 3)                              ; => 9
(area 3 4)                            ; => 12
(procedure? area)                     ; => #t
(area)                                ; fault: arity-error
(area 1 2 3)                          ; fault: arity-error

; The first clause that takes the arguments is chosen.
(define describe
  (case-lambda
    (() 'none)
    ((a) (list 'one a))
    ((a . more) (list 'many a more))))
(list (describe) (describe 1) (describe 1 2) (describe 1 2 3)) ; => (none (one 1) (many 1 (2)) (many 1 (2 3)))
(define greedy (case-lambda (all (list 'all all)) ((a) (list 'one a))))
(list (greedy) (greedy 1))            ; => ((all ()) (all (1)))
(define at-least-two (case-lambda ((a b . rest) (list a b rest)) (other (length other))))
(map (lambda (args) (apply at-least-two args)) '(() (1) (1 2) (1 2 3))) ; => (0 1 (1 2 ()) (1 2 (3)))
((case-lambda ((a) 'first) ((b) 'second)) 1) ; => first
((case-lambda (args args)) 1 2)       ; => (1 2)
((case-lambda (() 'nothing)))         ; => nothing

; A clause may call the procedure again, with other arguments.
(define greet
  (case-lambda
    (() (greet "world"))
    ((name) (greet "hello" name))
    ((greeting name) (string-append greeting " " name))))
(list (greet) (greet "ann") (greet "hi" "bob")) ; => ("hello world" "hello ann" "hi bob")
(define sum-from
  (case-lambda
    ((n) (sum-from n 0))
    ((n sum) (if (= n 0) sum (sum-from (- n 1) (+ sum n))))))
(sum-from 100)                        ; => 5050

; Bodies, and what they capture.
(define counter
  (let ((n 0))
    (case-lambda
      (() (set! n (+ n 1)) n)
      ((to) (set! n to) n))))
(begin (counter) (counter))           ; => 2
(counter 10)                          ; => 10
(counter)                             ; => 11
((case-lambda ((x) (define y (* x 2)) (define (z) (+ y 1)) (z)) ((x y) x)) 5) ; => 11
(map (case-lambda ((a) (- a)) ((a b) (+ a b))) '(1 2 3)) ; => (-1 -2 -3)
(map (case-lambda ((a) (- a)) ((a b) (+ a b))) '(1 2 3) '(10 20 30)) ; => (11 22 33)
(apply (case-lambda ((a b) (list b a)) (rest 'rest)) '(1 2)) ; => (2 1)
(let ((x 'outer)) ((case-lambda ((x) x) (() x)))) ; => outer
(call-with-values (lambda () (values 1 2 3)) (case-lambda ((a) 'one) ((a b c) (list c b a)))) ; => (3 2 1)
(case-lambda ((x x) x))               ; fault: syntax-error
