; Recursion without a name: the Y combinator, composition, currying.
(define Y
  (lambda (f)
    ((lambda (x) (f (lambda (v) ((x x) v))))
     (lambda (x) (f (lambda (v) ((x x) v)))))))
((Y (lambda (self) (lambda (n) (if (= n 0) 1 (* n (self (- n 1))))))) 10)   ; => 3628800
((Y (lambda (self) (lambda (n) (if (< n 2) n (+ (self (- n 1)) (self (- n 2))))))) 12)  ; => 144
(define (compose . fs)
  (if (null? fs)
      (lambda (x) x)
      (lambda (x) ((car fs) ((apply compose (cdr fs)) x)))))
((compose (lambda (x) (* x 2)) (lambda (x) (+ x 1))) 5)   ; => 12
((compose) 'same)                    ; => same
(define (curry f . first) (lambda rest (apply f (append first rest))))
((curry + 1 2) 3 4)                  ; => 10
(map (curry * 3) '(1 2 3))           ; => (3 6 9)
(define (flip f) (lambda (a b) (f b a)))
(fold (flip cons) '() '(1 2))        ; => ((() . 1) . 2)
(((lambda (x) (lambda (y) (list x y))) 1) 2)   ; => (1 2)
