; 2.4: datum labels that stand inside of what they label. A circle goes through a vector, since pairs cannot change.

(define (data text) (read (open-input-string text)))

(define loop (data "#0=#(1 #0#)"))
(eq? loop (vector-ref loop 1))        ; => #t
(vector-ref (vector-ref (vector-ref loop 1) 1) 0) ; => 1
(vector-length loop)                  ; => 2
(define nested (data "#1=(top #(below #1#))"))
(eq? nested (vector-ref (cadr nested) 1)) ; => #t
(length nested)                       ; => 2
(list? nested)                        ; => #t
(car (vector-ref (cadr (vector-ref (cadr nested) 1)) 1)) ; => top
(define two (data "(#0=#(a #1=#(b #0#)) #1#)"))
(eq? (vector-ref (car two) 1) (cadr two)) ; => #t
(eq? (vector-ref (cadr two) 1) (car two)) ; => #t
(define around (data "#0=#((1 2 . #0#))"))
(eq? around (cddr (vector-ref around 0))) ; => #t
(pair? (vector-ref around 0))         ; => #t
(list? (vector-ref around 0))         ; => #f

; Comparing and writing come to an end.
(equal? loop loop)                    ; => #t
(equal? (data "#0=#(a #0#)") (data "#1=#(a #1#)")) ; => #t
(equal? (data "#0=#(a #0#)") (data "#1=#(a #(a #1#))")) ; => #t
(equal? (data "#0=#(a #0#)") (data "#1=#(b #1#)")) ; => #f
(equal? (data "#0=#(a #0#)") (data "#1=#(a #(b #1#))")) ; => #f
(define (written x)
  (let ((port (open-output-string)))
    (write x port)
    (get-output-string port)))
(written loop)                        ; => "#0=#(1 #0#)"
(written nested)                      ; => "#0=(top #(below #0#))"
(written around)                      ; => "#0=#((1 2 . #0#))"
(written (list 'a loop))              ; => "(a #0=#(1 #0#))"
(let ((port (open-output-string)))
  (display nested port)
  (get-output-string port))           ; => "#0=(top #(below #0#))"
(let ((ring (data "#0=#(left right #0#)")))
  (list (vector-ref ring 0) (eq? ring (vector-ref ring 2)))) ; => (left #t)
(let ((again (data (written nested)))) (equal? again nested)) ; => #t
