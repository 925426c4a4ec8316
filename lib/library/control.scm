; Control, written in the language: continuations with what is to be done on the way, handlers, parameters, promises.
; `%dynamic` gives the dynamic environment of the running continuation, `%set-dynamic!` replaces it.

;; internal: leaves what is not around the place that a continuation goes to, innermost first, enters what is, and goes
(define (%rewind there continuation results)
  (let* ((entered (%winds there)) (shared (%common (%winds (%dynamic)) entered)))
    (let leave ()
      (let ((winds (%winds (%dynamic))))
        (unless (eq? winds shared)
          (%set-dynamic! (cddr (car winds)))
          ((cadr (car winds)))
          (leave))))
    (let enter ((winds entered))
      (unless (eq? winds shared)
        (enter (cdr winds))
        (%set-dynamic! (cddr (car winds)))
        ((car (car winds)))))
    (%set-dynamic! there)
    (apply continuation results)))

;; calls three procedures in a row; the first and the last also when control enters and leaves the second otherwise
(define (dynamic-wind before thunk after)
  (let ((outer (%dynamic)))
    (before)
    (%set-dynamic! (%with-winds outer (cons (cons before (cons after outer)) (%winds outer)) %rewind))
    (let ((result (thunk)))
      (%set-dynamic! outer)
      (after)
      result)))

;; calls the second procedure with the values that the first gives
(define (call-with-values producer consumer) (apply consumer (%values->list (producer))))

;; internal: what is called with whatever was raised
(define (%catch raised)
  (let* ((here (%dynamic)) (handlers (%handlers here)))
    (%set-dynamic! (%with-handlers here (cdr handlers) %catch))
    ((car handlers) raised)
    (%returned raised)))

;; calls a thunk; what is raised in it is given to the handler, in the place where it was raised
(define (with-exception-handler handler thunk)
  (let ((outer (%dynamic)))
    (%set-dynamic!
      (%with-handlers outer (cons (%procedure "with-exception-handler" handler) (%handlers outer)) %catch))
    (let ((result (thunk)))
      (%set-dynamic! outer)
      result)))

;; gives a value to the handler, and gives what the handler returns
(define (raise-continuable value)
  (let* ((here (%dynamic)) (handlers (%handlers here)))
    (if (null? handlers)
        (raise value)
        (begin
          (%set-dynamic! (%with-handlers here (cdr handlers) %catch))
          (let ((result ((car handlers) value)))
            (%set-dynamic! here)
            result)))))

;; internal: guard, whose clauses run outside of the body, and go back in where none of them holds
(define (%guard body clauses)
  ((call/cc
     (lambda (leave)
       (with-exception-handler
         (lambda (raised)
           ((call/cc
              (lambda (return)
                (leave
                  (lambda ()
                    (clauses raised (lambda () (return (lambda () (raise-continuable raised)))))))))))
         (lambda ()
           (let ((result (body)))
             (lambda () result))))))))

;; a parameter: a procedure without arguments that gives a value, which parameterize changes for a while
(define (make-parameter value . converter)
  (if (null? converter)
      (%parameter value #f)
      (%parameter ((car converter) value) (car converter))))

;; internal: parameterize
(define (%parameterize bindings thunk)
  (let ((outer (%dynamic))
        (converted (map (lambda (binding)
                          (let ((convert (%converter (car binding))))
                            (if convert (cons (car binding) (convert (cdr binding))) binding)))
                        bindings)))
    (%set-dynamic! (%with-parameters outer converted))
    (let ((result (thunk)))
      (%set-dynamic! outer)
      result)))

;; internal: delay
(define (%delay thunk) (%delay-force (lambda () (%promise (thunk)))))

;; the value of a promise, computed once; of anything else, itself
(define (force promise)
  (if (promise? promise)
      (let loop ()
        (if (%forced? promise)
            (%promised promise)
            (let ((next ((%promised promise))))
              (unless (%forced? promise) (%force promise next))
              (loop))))
      promise))

;; internal: case-lambda
(define (%case-lambda . clauses)
  (letrec ((case-lambda (lambda args (apply (%clause clauses (length args)) args)))) case-lambda))

;; the value of an expression that is data, in the variables of the actor
(define (eval expression . environment) ((%compile expression)))

;; the environment of the variables of the actor: the only one there is
(define (interaction-environment) nil)

;; the environment of some libraries: they are all in the only one there is
(define (environment . libraries) nil)
