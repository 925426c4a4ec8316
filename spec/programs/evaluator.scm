; A small evaluator of the language, written in the language: environments are association lists with boxes for
; definitions made of closures.

(define (make-scope parent) (let ((bound '()))
  (lambda (message name value)
    (case message
      ((find) (let ((found (assq name bound)))
                (cond (found (cdr found))
                      (parent (parent 'find name nil))
                      (else (error "unbound:" name)))))
      ((define) (set! bound (cons (cons name value) bound)) value)
      ((assign) (cond ((assq name bound) (set! bound (cons (cons name value) bound)) value)
                      (parent (parent 'assign name value))
                      (else (error "unbound:" name))))))))

(define (evaluate e scope)
  (cond ((symbol? e) (scope 'find e nil))
        ((not (pair? e)) e)
        (else
         (case (car e)
           ((quote) (cadr e))
           ((if) (evaluate (if (evaluate (cadr e) scope) (caddr e) (cadddr e)) scope))
           ((define) (scope 'define (cadr e) (evaluate (caddr e) scope)))
           ((set!) (scope 'assign (cadr e) (evaluate (caddr e) scope)))
           ((lambda) (lambda args (call (cadr e) (cddr e) args scope)))
           ((let) (evaluate (cons (cons* 'lambda (map car (cadr e)) (cddr e)) (map cadr (cadr e))) scope))
           ((begin) (sequence (cdr e) scope))
           (else (apply (evaluate (car e) scope)
                        (map (lambda (each) (evaluate each scope)) (cdr e))))))))
(define (sequence es scope)
  (let loop ((es es) (last nil))
    (if (null? es) last (loop (cdr es) (evaluate (car es) scope)))))
(define (call params body args scope)
  (let ((inner (make-scope scope)))
    (for-each (lambda (param arg) (inner 'define param arg)) params args)
    (sequence body inner)))

(define top (make-scope #f))
(for-each (lambda (pair) (top 'define (car pair) (cdr pair)))
          (list (cons '+ +) (cons '- -) (cons '* *) (cons '= =) (cons '< <) (cons 'list list))) ; => nil
(define (run . program) (sequence program top))

(run 5)                               ; => 5
(run ''a)                             ; => a
(run '(+ 1 (* 2 3)))                  ; => 7
(run '(if (< 1 2) 'yes 'no))          ; => yes
(run '((lambda (x y) (list y x)) 1 2)) ; => (2 1)
(run '(let ((x 3) (y 4)) (+ (* x x) (* y y)))) ; => 25
(run '(define fact (lambda (n) (if (= n 0) 1 (* n (fact (- n 1))))))
     '(fact 20))                      ; => 2432902008176640000
(run '(define make-counter (lambda (n) (lambda () (set! n (+ n 1)) n)))
     '(define a (make-counter 10))
     '(define b (make-counter 20))
     '(list (a) (a) (b)))             ; => (11 12 21)
(run '(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))
     '(fib 10))                       ; => 55
(run '(begin (define x 1) (set! x (+ x 1)) x)) ; => 2
(run 'nobody)                         ; fault: user-raised unbound: nobody
(run '(set! nobody 1))                ; fault: user-raised unbound: nobody
(run '(5 1))                          ; fault: not-a-procedure
