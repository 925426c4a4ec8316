; 4.2.6: make-parameter, parameterize.

(define unit (make-parameter 'metre))
(unit)                                ; => metre
(parameterize ((unit 'foot)) (unit))  ; => foot
(unit)                                ; => metre
(procedure? unit)                     ; => #t
(define (measure n) (list n (unit)))
(parameterize ((unit 'mile)) (measure 3)) ; => (3 mile)
(measure 3)                           ; => (3 metre)
(parameterize () 'empty)              ; => empty
(parameterize ((unit 'a)) (parameterize ((unit 'b)) (list (unit) (measure 1)))) ; => (b (1 b))
(parameterize ((unit 'a)) (list (parameterize ((unit 'b)) (unit)) (unit))) ; => (b a)
(parameterize ((unit 'yard)) 1 2 (unit)) ; => yard
(parameterize ((unit 'yard)) (define doubled (list (unit) (unit))) doubled) ; => (yard yard)
(unit)                                ; => metre

; Several at once; the values are computed before any of them is bound.
(define depth (make-parameter 0))
(parameterize ((unit 'inch) (depth 5)) (list (unit) (depth))) ; => (inch 5)
(parameterize ((depth (+ 1 (depth)))) (parameterize ((depth (+ 1 (depth)))) (depth))) ; => 2
(parameterize ((depth 8)) (parameterize ((unit (depth)) (depth 9)) (list (unit) (depth)))) ; => (8 9)
(depth)                               ; => 0

; The extent is that of the call, not that of the text.
(let ((ask (parameterize ((unit 'foot)) (lambda () (unit))))) (ask)) ; => metre
(let ((ask (lambda () (unit)))) (parameterize ((unit 'foot)) (ask))) ; => foot
(let ((p (parameterize ((unit 'foot)) (delay (unit))))) (force p)) ; => metre

; A converter is applied to the first value, and to each value bound.
(define width (make-parameter 5 (lambda (x) (* 2 x))))
(width)                               ; => 10
(parameterize ((width 7)) (width))    ; => 14
(width)                               ; => 10
(define name (make-parameter "ann" (lambda (x) (if (symbol? x) (symbol->string x) x))))
(list (name) (parameterize ((name 'bob)) (name)) (parameterize ((name "cid")) (name))) ; => ("ann" "bob" "cid")
(define checked
  (make-parameter 1 (lambda (x) (if (number? x) x (error "no number:" x)))))
(parameterize ((checked 2)) (checked)) ; => 2
(parameterize ((checked 'two)) (checked)) ; fault: user-raised no number: two
(checked)                             ; => 1
(make-parameter 'x (lambda (x) (error "refused:" x))) ; fault: user-raised refused: x
(let* ((calls 0) (p (make-parameter 1 (lambda (x) (set! calls (+ calls 1)) x))))
  (parameterize ((p 2)) (p) (p))
  (p)
  calls)                              ; => 2
(let ((p (make-parameter 3 list))) (list (p) (parameterize ((p (p))) (p)) (p))) ; => ((3) ((3)) (3))

; Leaving in any way ends the binding, and coming back restores it.
(call/cc (lambda (k) (parameterize ((depth 4)) (k (depth))))) ; => 4
(depth)                               ; => 0
(guard (e (#t (list e (depth)))) (parameterize ((depth 4)) (raise (depth)))) ; => (4 0)
(let ((seen '()) (back #f) (visits 0))
  (define (note) (set! seen (cons (depth) seen)))
  (parameterize ((depth 6))
    (call/cc (lambda (k) (set! back k)))
    (note))
  (note)
  (set! visits (+ visits 1))
  (if (< visits 2) (back #f))
  (reverse seen))                     ; => (6 0 6 0)
(with-exception-handler
  (lambda (e) (depth))
  (lambda () (parameterize ((depth 3)) (+ 1 (raise-continuable 'ask))))) ; => 4

; Parameters are values.
(let ((local (make-parameter 1)))
  (define (get) (local))
  (list (get) (parameterize ((local 2)) (get)) (get))) ; => (1 2 1)
(parameterize (((car (list unit depth)) 'ell)) (unit)) ; => ell
(map (lambda (p) (p)) (list unit depth)) ; => (metre 0)
(let ((p (make-parameter (list 1))) (q (make-parameter (list 2))))
  (parameterize ((p (q)) (q (p))) (list (p) (q)))) ; => ((2) (1))
