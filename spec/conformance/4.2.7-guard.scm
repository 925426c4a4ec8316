; 4.2.7: guard.

; The clauses see what was raised.
(guard (e (#t (list 'caught e))) (raise 'boom)) ; => (caught boom)
(guard (e ((symbol? e) (list 'symbol e)) ((string? e) (list 'string e))) (raise 'oops)) ; => (symbol oops)
(guard (e ((symbol? e) (list 'symbol e)) ((string? e) (list 'string e))) (raise "oops")) ; => (string "oops")
(guard (e (else 'anything)) (raise 5)) ; => anything
(guard (e ((number? e) 'number) (else 'something-else)) (raise 'x)) ; => something-else
(guard (e ((number? e) 1 2 (* e e))) (raise 9)) ; => 81
(guard (e (#f 'never) (#t 'always)) (raise 1)) ; => always
(guard (e ((not e) 'raised-false)) (raise #f)) ; => raised-false
(guard (e ((null? e) 'empty)) (raise '())) ; => empty
(guard (e ((pair? e) (car e))) (raise (list 'code 404))) ; => code
(guard (e ((procedure? e) (e 4))) (raise (lambda (x) (* x x)))) ; => 16
(guard (e ((vector? e) (vector-ref e 1))) (raise (vector 'a 'b))) ; => b
(let ((thing (list 1))) (guard (e (#t (eq? e thing))) (raise thing))) ; => #t

; Without anything raised, the value is that of the body.
(guard (e (#t 'caught)) 'quiet)       ; => quiet
(guard (e (#t 'caught)) 1 2 3)        ; => 3
(call-with-values (lambda () (guard (e (#t 'caught)) (values 1 2))) list) ; => (1 2)
(guard (e (#t 'caught)) (define x 5) (+ x 1)) ; => 6
(guard (e ((string? e) 'caught)) 'fine) ; => fine

; A clause may have a test alone, or hand its test on.
(guard (e ((memq 'salt e))) (raise '(pepper salt oil))) ; => (salt oil)
(guard (e ((memq 'salt e) => length) ((memq 'oil e))) (raise '(pepper salt oil))) ; => 2
(guard (e ((memq 'salt e) => length) ((memq 'oil e))) (raise '(pepper oil))) ; => (oil)
(guard (e ((memv e '(1 2 3)) => length) (else 'none)) (raise 2)) ; => 2
(guard (e ((and (number? e) (> e 10)) 'large) ((number? e) 'small)) (raise 7)) ; => small

; Errors.
(guard (e ((error-object? e) (error-object-message e))) (error "too warm:" 31)) ; => "too warm:"
(guard (e ((error-object? e) (error-object-irritants e))) (error "too warm:" 31 'celsius)) ; => (31 celsius)
(guard (e ((string? e) 'string) ((error-object? e) 'error)) (error "text")) ; => error
(guard (e ((error-object? e) 'error) (else 'other)) (raise 'not-an-error)) ; => other

; What no clause takes goes on to the next guard around.
(guard (e ((symbol? e) (list 'outer e)))
  (guard (e ((string? e) (list 'inner e))) (raise 'passed))) ; => (outer passed)
(guard (e ((symbol? e) (list 'outer e)))
  (guard (e ((string? e) (list 'inner e))) (raise "kept"))) ; => (inner "kept")
(guard (e (#t (list 'outer e)))
  (guard (e (#f 'never)) (guard (e ((number? e) 'number)) (raise 'far)))) ; => (outer far)
(guard (e (#t (list 'outer e)))
  (guard (e (#t (raise (list 'again e)))) (raise 'first))) ; => (outer (again first))
(guard (e (#t (list 'outer e)))
  (guard (e ((begin (raise 'in-test) #f) 'never)) (raise 'first))) ; => (outer in-test)
(guard (e ((string? e) 'never)) (raise 'uncaught)) ; fault: user-raised
(guard (e ((string? e) 'never)) (error "uncaught" 1 2)) ; fault: user-raised uncaught 1 2

; The body is left before a clause is tried, and the guard is not around its own clauses.
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (guard (e (#t (note 'clause)))
    (dynamic-wind
      (lambda () (note 'in))
      (lambda () (raise 'x) (note 'not-reached))
      (lambda () (note 'out))))
  (reverse log))                      ; => (in out clause)
(let ((log '()))
  (define (note x) (set! log (cons x log)) #f)
  (guard (e (#t (note 'outer)))
    (guard (e ((note 'test) 'never))
      (dynamic-wind (lambda () (note 'in)) (lambda () (raise 'x)) (lambda () (note 'out)))))
  (reverse log))                      ; => (in out test in out outer)

; raise-continuable may be answered by a handler around, though a guard that does not care is between.
(with-exception-handler
  (lambda (e) 10)
  (lambda () (guard (e ((string? e) 'text)) (+ 1 (raise-continuable 'ask))))) ; => 11
(with-exception-handler
  (lambda (e) 10)
  (lambda () (guard (e ((symbol? e) 'taken)) (+ 1 (raise-continuable 'ask))))) ; => taken
(guard (e (#t (list 'guard e)))
  (with-exception-handler
    (lambda (e) (raise (list 'handler e)))
    (lambda () (raise 'x))))          ; => (guard (handler x))

; A guard is an expression; what is raised in a call far below comes up to it.
(+ 1 (guard (e (#t e)) (+ 10 (raise 5)))) ; => 6
(define (dig n) (if (= n 0) (raise 'bottom) (+ 1 (dig (- n 1)))))
(guard (e (#t e)) (dig 10000))        ; => bottom
(define (safe-div a b)
  (guard (e ((eq? e 'zero) 'infinite))
    (if (= b 0) (raise 'zero) (/ a b))))
(list (safe-div 6 3) (safe-div 1 0))  ; => (2 infinite)
(map (lambda (x) (guard (e ((number? e) (- e))) (if (odd? x) (raise x) x))) '(1 2 3 4)) ; => (-1 2 -3 4)
(let loop ((i 0) (sum 0))
  (if (= i 100) sum (loop (+ i 1) (+ sum (guard (e (#t e)) (raise i)))))) ; => 4950
(let ((e 'outer)) (list (guard (e (#t e)) (raise 'inner)) e)) ; => (inner outer)
(let ((n 1)) (guard (e (#t (set! n (+ n e)))) (set! n 10) (raise 5)) n) ; => 15
((guard (e (#t (lambda (x) (list e x)))) (raise 'made)) 1) ; => (made 1)

; Names are what they are bound to.
(let ((else #f)) (guard (e (#t 'outer)) (guard (e (else 'inner)) (raise 'x)))) ; => outer
(let ((=> 'arrow)) (guard (e (#t => =>)) (raise 'x))) ; => arrow
