; 6.11: handlers, raise, raise-continuable, error, and the objects of errors.

; What is raised and not handled is a fault.
(raise 'boom)                         ; fault: user-raised
(raise 42)                            ; fault: user-raised
(raise (list 1 2))                    ; fault: user-raised
(raise-continuable 'boom)             ; fault: user-raised
(error "no such shelf:" 'b 7)         ; fault: user-raised no such shelf: b 7
(error "just text")                   ; fault: user-raised just text
(begin (error "first") (error "second")) ; fault: user-raised first

; A handler is called where raise is; a continuation takes it further out.
(call/cc (lambda (k) (with-exception-handler (lambda (e) (k (list 'handled e))) (lambda () (raise 'oops)))))
; => (handled oops)
(call/cc (lambda (k) (with-exception-handler (lambda (e) (k (+ e 1))) (lambda () (+ 100 (raise 5)))))) ; => 6
(call/cc
  (lambda (k)
    (with-exception-handler
      (lambda (e) (k (error-object-message e)))
      (lambda () (car (error "in a call" 1)))))) ; => "in a call"
(with-exception-handler (lambda (e) 'not-called) (lambda () 'quiet)) ; => quiet
(call-with-values (lambda () (with-exception-handler (lambda (e) 0) (lambda () (values 1 2)))) list) ; => (1 2)
(with-exception-handler (lambda (e) 0) (lambda () (+ 1 2))) ; => 3

; raise-continuable goes on with what the handler gives.
(with-exception-handler (lambda (e) 10) (lambda () (+ 1 (raise-continuable 'ask)))) ; => 11
(with-exception-handler (lambda (e) (* 2 e)) (lambda () (+ (raise-continuable 1) (raise-continuable 10)))) ; => 22
(with-exception-handler
  (lambda (e) (if (string? e) 'string 'other))
  (lambda () (list (raise-continuable "s") (raise-continuable 's)))) ; => (string other)
(let ((log '()))
  (with-exception-handler
    (lambda (e) (set! log (cons e log)) 'go-on)
    (lambda () (raise-continuable 1) (raise-continuable 2) (set! log (cons 'end log))))
  (reverse log))                      ; => (1 2 end)
(with-exception-handler
  (lambda (e) (map (lambda (x) (* x x)) e))
  (lambda () (apply + (raise-continuable '(1 2 3))))) ; => 14

; A handler that returns to raise or error is a mistake, which is raised where the handler was set.
(with-exception-handler (lambda (e) 'ignored) (lambda () (raise 'oops))) ; fault: user-raised
(with-exception-handler (lambda (e) 'ignored) (lambda () (error "oops" 1))) ; fault: user-raised
(guard (e (#t 'secondary))
  (with-exception-handler (lambda (e) 'ignored) (lambda () (raise 'oops)))) ; => secondary
(let ((log '()))
  (guard (e (#t (set! log (cons 'guard log))))
    (with-exception-handler
      (lambda (e) (set! log (cons e log)) 'ignored)
      (lambda () (raise 'oops) (set! log (cons 'not-reached log)))))
  (reverse log))                      ; => (oops guard)

; Handlers are nested: in a handler, the one around it is in force.
(with-exception-handler
  (lambda (e) (list 'outer e))
  (lambda ()
    (with-exception-handler
      (lambda (e) (list 'inner e))
      (lambda () (raise-continuable 'x))))) ; => (inner x)
(with-exception-handler
  (lambda (e) (list 'outer e))
  (lambda ()
    (with-exception-handler
      (lambda (e) (list 'inner (raise-continuable (list 'from-inner e))))
      (lambda () (raise-continuable 'x))))) ; => (inner (outer (from-inner x)))
(with-exception-handler
  (lambda (e) (list 'outer e))
  (lambda ()
    (with-exception-handler (lambda (e) 'inner) (lambda () 'nothing))
    (raise-continuable 'after)))      ; => (outer after)
(guard (e (#t (list 'guard e)))
  (with-exception-handler
    (lambda (e) (raise (list 'inner e)))
    (lambda () (raise 'x))))          ; => (guard (inner x))
(with-exception-handler
  (lambda (e) 3)
  (lambda ()
    (+ (raise-continuable 'a)
       (with-exception-handler (lambda (e) (* 10 (raise-continuable e))) (lambda () (+ 1 (raise-continuable 'b)))))))
; => 34
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (call/cc
    (lambda (k)
      (with-exception-handler
        (lambda (e) (note 'third) (k #f))
        (lambda ()
          (with-exception-handler
            (lambda (e) (note 'second) (raise e))
            (lambda () (with-exception-handler (lambda (e) (note 'first) (raise e)) (lambda () (raise 'x)))))))))
  (reverse log))                      ; => (first second third)

; The handler runs inside of the extent of what raised; leaving it winds out.
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (call/cc
    (lambda (k)
      (with-exception-handler
        (lambda (e) (note 'handler) (k #f))
        (lambda () (dynamic-wind (lambda () (note 'in)) (lambda () (raise 'x)) (lambda () (note 'out)))))))
  (reverse log))                      ; => (in handler out)
(let ((log '()))
  (define (note x) (set! log (cons x log)) x)
  (with-exception-handler
    (lambda (e) (note 'handler))
    (lambda ()
      (dynamic-wind
        (lambda () (note 'in))
        (lambda () (raise-continuable 'x) (note 'body))
        (lambda () (note 'out)))))
  (reverse log))                      ; => (in handler body out)
(let ((p (make-parameter 'outside)))
  (with-exception-handler
    (lambda (e) (p))
    (lambda () (parameterize ((p 'inside)) (raise-continuable 'x))))) ; => inside

; A continuation has its own handlers: one that is called from outside brings them back.
(let ((k #f) (n 0) (answers '()))
  (with-exception-handler
    (lambda (e) (list 'handled e))
    (lambda ()
      (call/cc (lambda (c) (set! k c)))
      (set! answers (cons (raise-continuable n) answers))))
  (set! n (+ n 1))
  (if (< n 3) (k #f))
  (reverse answers))                  ; => ((handled 0) (handled 1) (handled 2))
(with-exception-handler
  (lambda (e) 'outer)
  (lambda ()
    (call/cc (lambda (k) (with-exception-handler (lambda (e) 'inner) (lambda () (k 'left)))))
    (raise-continuable 'after-leaving))) ; => outer

; Objects of errors.
(define (error-of thunk) (call/cc (lambda (k) (with-exception-handler k thunk))))
(define sample (error-of (lambda () (error "not enough:" 3 'eggs "box"))))
(error-object? sample)                ; => #t
(error-object-message sample)         ; => "not enough:"
(error-object-irritants sample)       ; => (3 eggs "box")
(error-object-irritants (error-of (lambda () (error "nothing more")))) ; => ()
(error-object-message (error-of (lambda () (error "")))) ; => ""
(let ((thing (list 1))) (eq? thing (car (error-object-irritants (error-of (lambda () (error "x" thing))))))) ; => #t
(map error-object? (list 'boom 42 "text" '() #f (list 1) car)) ; => (#f #f #f #f #f #f #f)
(error-object? (error-of (lambda () (raise 'boom)))) ; => #f
(error-of (lambda () (raise 'boom)))  ; => boom
(eq? sample (error-of (lambda () (raise sample)))) ; => #t
(error-object-message (guard (e (#t e)) (raise sample))) ; => "not enough:"
(raise sample)                        ; fault: user-raised not enough: 3 eggs
(let ((e sample)) (guard (again ((eq? again e) 'the-same)) (raise e))) ; => the-same
(map (lambda (kind?) (kind? sample)) (list pair? vector? string? symbol? procedure? null?)) ; => (#f #f #f #f #f #f)

; read-error? and file-error?.
(read-error? (error-of (lambda () (read (open-input-string "(1 2"))))) ; => #t
(read-error? (error-of (lambda () (read (open-input-string "\"never closed"))))) ; => #t
(read-error? sample)                  ; => #f
(file-error? sample)                  ; => #f
(map read-error? (list 'x 5 "text" '())) ; => (#f #f #f #f)
(map file-error? (list 'x 5 "text" '())) ; => (#f #f #f #f)
(guard (e ((read-error? e) 'unreadable)) (read (open-input-string "#(1 2"))) ; => unreadable
(guard (e ((file-error? e) 'file) ((error-object? e) 'error)) (error "neither")) ; => error

; A whole little program: results or complaints.
(define (checked-root n)
  (cond ((not (number? n)) (raise (list 'no-number n)))
        ((negative? n) (error "negative:" n))
        (else (sqrt n))))
(define (try n)
  (guard (e ((pair? e) e) ((error-object? e) (cons (error-object-message e) (error-object-irritants e))))
    (checked-root n)))
(map try '(16 x -4))                  ; => (4 (no-number x) ("negative:" -4))
(define (sum-of-roots l)
  (with-exception-handler
    (lambda (e) (if (pair? e) 0 (raise-continuable e)))
    (lambda () (apply + (map (lambda (n) (if (number? n) (sqrt n) (raise-continuable (list n)))) l)))))
(sum-of-roots '(9 skip 25))           ; => 8
