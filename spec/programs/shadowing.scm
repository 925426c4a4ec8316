; Names mean what they are bound to, nearest first.
(define x 'global)
(define (f) x)
(let ((x 'local)) (list x (f)))      ; => (local global)
(let ((+ -)) (+ 5 3))                ; => 2
(let ((if list)) (if 1 2 3))         ; => (1 2 3)
(define (list-of . list) list)
(list-of 1 2)                        ; => (1 2)
(define (g car) (car 1))
(g (lambda (n) (list n 'called)))    ; => (1 called)
(let loop ((x 3) (y '())) (if (= x 0) y (loop (- x 1) (cons x y))))   ; => (1 2 3)
x                                    ; => global
(define list (lambda items (cons 'mine items)))
(list 1 2)                           ; => (mine 1 2)
(map (lambda (a b) (+ a b)) '(1 2) '(3 4))   ; => (4 6)
(define (outer) (define x 'inner) (define (get) x) (set! x 'changed) (get))
(outer)                              ; => changed
