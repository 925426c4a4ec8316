; A stack machine, and a compiler for it.
(define (translate e)
  (if (number? e)
      (list (list 'push e))
      (append (translate (cadr e)) (translate (caddr e)) (list (list (car e))))))
(define (run code)
  (let loop ((code code) (stack '()))
    (if (null? code)
        (car stack)
        (let ((op (caar code)))
          (if (= op 'push)
              (loop (cdr code) (cons (cadar code) stack))
              (let ((b (car stack)) (a (cadr stack)) (rest (cddr stack)))
                (loop (cdr code)
                      (cons (case op ((add) (+ a b)) ((sub) (- a b)) ((mul) (* a b)) (else (error "no such instruction" op))) rest))))))))
(translate '(add 1 (mul 2 3)))       ; => ((push 1) (push 2) (push 3) (mul) (add))
(run (translate '(add 1 (mul 2 3)))) ; => 7
(run (translate '(sub (add 10 5) (mul 2 4))))   ; => 7
(run '((push 1) (div)))              ; fault: type-error
(run '((push 1) (push 2) (div)))     ; fault: user-raised
