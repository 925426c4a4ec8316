; Expressions as data: the symbolic derivative, simplified as it is built.

(define (sum a b)
  (cond ((and (number? a) (number? b)) (+ a b))
        ((= a 0) b)
        ((= b 0) a)
        (else (list '+ a b))))
(define (product a b)
  (cond ((and (number? a) (number? b)) (* a b))
        ((or (= a 0) (= b 0)) 0)
        ((= a 1) b)
        ((= b 1) a)
        (else (list '* a b))))
(define (power base n)
  (cond ((= n 0) 1)
        ((= n 1) base)
        (else (list '** base n))))
(define (derive e x)
  (cond ((number? e) 0)
        ((symbol? e) (if (eq? e x) 1 0))
        (else
         (let ((a (cadr e)) (b (caddr e)))
           (case (car e)
             ((+) (sum (derive a x) (derive b x)))
             ((*) (sum (product a (derive b x)) (product (derive a x) b)))
             ((**) (product (product b (power a (- b 1))) (derive a x)))
             (else (error "no rule for" (car e))))))))
(derive 5 'x)                         ; => 0
(derive 'x 'x)                        ; => 1
(derive 'y 'x)                        ; => 0
(derive '(+ x 3) 'x)                  ; => 1
(derive '(* x y) 'x)                  ; => y
(derive '(** x 3) 'x)                 ; => (* 3 (** x 2))
(derive '(* (* x y) (+ x 3)) 'x)      ; => (+ (* x y) (* y (+ x 3)))
(derive '(+ (* 2 (** x 2)) (* 3 x)) 'x) ; => (+ (* 2 (* 2 x)) 3)
(derive '(sin x) 'x)                  ; fault: type-error caddr takes a pair
(derive '(- x 1) 'x)                  ; fault: user-raised no rule for -

(define (value e bindings)
  (cond ((number? e) e)
        ((symbol? e) (cdr (or (assq e bindings) (error "unknown:" e))))
        (else (apply (cdr (assq (car e) (list (cons '+ +) (cons '* *) (cons '** **))))
                     (map (lambda (each) (value each bindings)) (cdr e))))))
(value (derive '(** x 3) 'x) '((x . 5))) ; => 75
(value '(* x y) '((x . 5)))           ; fault: user-raised unknown: y
