; Procedures that take procedures, and give them.

(map square '(1 2 3))                 ; => (1 4 9)
(map + '(1 2 3) '(10 20 30))          ; => (11 22 33)
(map list '(1 2 3) '(a b) '("x" "y" "z")) ; => ((1 a "x") (2 b "y"))
(map car '())                         ; => ()
(for-each print '(1 2))               ; prints: 1
                                      ; prints: 2
(for-each (lambda (a b) (print (+ a b))) '(1 2) '(3 4)) ; => nil
                                      ; prints: 4
                                      ; prints: 6
(filter even? '(1 2 3 4))             ; => (2 4)
(remove even? '(1 2 3 4))             ; => (1 3)
(delete 2 '(1 2 3 2))                 ; => (1 3)
(fold + 0 '(1 2 3 4))                 ; => 10
(fold cons '() '(1 2 3))              ; => (3 2 1)
(fold cons* '() '(a b c) '(1 2 3))    ; => (c 3 b 2 a 1)
(fold-left list '() '(1 2 3))         ; => (((() 1) 2) 3)
(fold-right list '() '(1 2 3))        ; => (1 (2 (3 ())))
(fold-left - 0 '(1 2 3))              ; => -6
(fold-right - 0 '(1 2 3))             ; => 2
(reduce max 0 '(3 9 2))               ; => 9
(reduce + 0 '())                      ; => 0
(append-map (lambda (x) (list x x)) '(1 2)) ; => (1 1 2 2)
(find even? '(1 3 4 6))               ; => 4
(find even? '(1 3))                   ; => #f
(any (lambda (x) (and (> x 1) (* x 10))) '(1 2 3)) ; => 20
(every number? '(1 2 3))              ; => #t
(every (lambda (x) (and (> x 0) x)) '(1 2 3)) ; => 3
(every number? '())                   ; => #t
(any number? '())                     ; => #f
(count odd? '(1 2 3 5))               ; => 3
(apply + '(1 2 3))                    ; => 6
(apply max 1 2 '(9 3))                ; => 9
(apply (lambda (a . rest) rest) '(1 2 3)) ; => (2 3)

(define (compose . procedures)
  (if (null? procedures)
      (lambda (x) x)
      (lambda (x) ((car procedures) ((apply compose (cdr procedures)) x)))))
((compose sqrt abs -) 16)             ; => 4
(define (curry f . first) (lambda rest (apply f (append first rest))))
((curry + 1 2) 3 4)                   ; => 10
(define (flip f) (lambda (a b) (f b a)))
(map (flip -) '(1 2) '(10 20))        ; => (9 18)
(let loop ((fs (list car cadr caddr)) (found '()))
  (if (null? fs) (reverse found) (loop (cdr fs) (cons ((car fs) '(a b c)) found)))) ; => (a b c)

(map 5 '(1))                          ; fault: not-a-procedure 5 is not a procedure
(apply + 1 2)                         ; fault: type-error apply takes a list
(map (lambda (x) x) '(1) '(2))        ; fault: arity-error
