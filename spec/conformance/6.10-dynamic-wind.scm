; 6.10: dynamic-wind: what is done on the way in and on the way out.

; Without leaving early.
(dynamic-wind (lambda () 'before) (lambda () 'during) (lambda () 'after)) ; => during
(let ((log '()))
  (define (note x) (set! log (cons x log)) x)
  (let ((result (dynamic-wind (lambda () (note 'in)) (lambda () (note 'body)) (lambda () (note 'out)))))
    (list result (reverse log))))     ; => (body (in body out))
(call-with-values (lambda () (dynamic-wind list (lambda () (values 1 2)) list)) list) ; => (1 2)
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (dynamic-wind
    (lambda () (note 'in1))
    (lambda ()
      (dynamic-wind (lambda () (note 'in2)) (lambda () (note 'body)) (lambda () (note 'out2))))
    (lambda () (note 'out1)))
  (reverse log))                      ; => (in1 in2 body out2 out1)
(let ((x 'outside))
  (list (dynamic-wind (lambda () (set! x 'inside)) (lambda () x) (lambda () (set! x 'outside-again))))) ; => (inside)
(dynamic-wind list (lambda (x) x) list) ; fault: arity-error

; Leaving early.
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (let ((result (call/cc
                  (lambda (k)
                    (dynamic-wind
                      (lambda () (note 'in))
                      (lambda () (k 'escaped) (note 'not-reached))
                      (lambda () (note 'out)))))))
    (list result (reverse log))))     ; => (escaped (in out))
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (call/cc
    (lambda (k)
      (dynamic-wind
        (lambda () (note 'in1))
        (lambda ()
          (dynamic-wind (lambda () (note 'in2)) (lambda () (k #f)) (lambda () (note 'out2))))
        (lambda () (note 'out1)))))
  (reverse log))                      ; => (in1 in2 out2 out1)
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (dynamic-wind
    (lambda () (note 'in1))
    (lambda ()
      (call/cc (lambda (k) (dynamic-wind (lambda () (note 'in2)) (lambda () (k #f)) (lambda () (note 'out2)))))
      (note 'between))
    (lambda () (note 'out1)))
  (reverse log))                      ; => (in1 in2 out2 between out1)
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (guard (e (#t (note e)))
    (dynamic-wind (lambda () (note 'in)) (lambda () (raise 'raised)) (lambda () (note 'out))))
  (reverse log))                      ; => (in out raised)

; Calling a continuation within the same extent winds nothing.
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (dynamic-wind
    (lambda () (note 'in))
    (lambda () (note (call/cc (lambda (k) (k 'body)))))
    (lambda () (note 'out)))
  (reverse log))                      ; => (in body out)
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (dynamic-wind
    (lambda () (note 'in))
    (lambda () (let loop ((n 0)) (if (< (call/cc (lambda (k) (k n))) 3) (loop (+ n 1)))))
    (lambda () (note 'out)))
  (reverse log))                      ; => (in out)

; Coming back.
(let ((log '()) (k #f) (visits 0))
  (define (note x) (set! log (cons x log)))
  (dynamic-wind
    (lambda () (note 'in))
    (lambda () (call/cc (lambda (c) (set! k c))) (note 'body))
    (lambda () (note 'out)))
  (set! visits (+ visits 1))
  (if (< visits 3) (k #f))
  (reverse log))                      ; => (in body out in body out in body out)
(let ((log '()) (k #f))
  (define (note x) (set! log (cons x log)))
  (dynamic-wind
    (lambda () (note 'in1))
    (lambda ()
      (dynamic-wind
        (lambda () (note 'in2))
        (lambda () (note (call/cc (lambda (c) (set! k c) 'first))))
        (lambda () (note 'out2))))
    (lambda () (note 'out1)))
  (if (eq? (list-ref log 2) 'first) (k 'second))
  (reverse log))                      ; => (in1 in2 first out2 out1 in1 in2 second out2 out1)

; From one extent into another: out of the one, into the other, the common part left alone.
(let ((log '()) (into #f) (done #f))
  (define (note x) (set! log (cons x log)))
  (dynamic-wind
    (lambda () (note 'in-common))
    (lambda ()
      (dynamic-wind
        (lambda () (note 'in-a))
        (lambda () (call/cc (lambda (c) (set! into c))) (note 'body-a))
        (lambda () (note 'out-a)))
      (if (not done)
          (dynamic-wind
            (lambda () (note 'in-b))
            (lambda () (set! done #t) (into #f))
            (lambda () (note 'out-b)))))
    (lambda () (note 'out-common)))
  (reverse log))                      ; => (in-common in-a body-a out-a in-b out-b in-a body-a out-a out-common)
(let ((log '()) (k1 #f) (step 0))
  (define (note x) (set! log (cons x log)))
  (define (winding name body)
    (dynamic-wind (lambda () (note (list 'in name))) body (lambda () (note (list 'out name)))))
  (winding 'a (lambda () (winding 'b (lambda () (call/cc (lambda (c) (set! k1 c)))))))
  (set! step (+ step 1))
  (if (= step 1) (winding 'c (lambda () (winding 'd (lambda () (k1 #f))))))
  (reverse log))
; => ((in a) (in b) (out b) (out a) (in c) (in d) (out d) (out c) (in a) (in b) (out b) (out a))

; The thunks around run outside of the extent they guard.
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (call/cc
    (lambda (k)
      (dynamic-wind
        (lambda () (note 'in1))
        (lambda ()
          (dynamic-wind (lambda () (note 'in2) (k #f)) (lambda () (note 'body)) (lambda () (note 'out2))))
        (lambda () (note 'out1)))))
  (reverse log))                      ; => (in1 in2 out1)
(let ((log '()))
  (define (note x) (set! log (cons x log)))
  (let ((result (call/cc
                  (lambda (k)
                    (dynamic-wind
                      (lambda () (note 'in))
                      (lambda () (k 'first))
                      (lambda () (note 'out) (k 'second)))))))
    (list result (reverse log))))     ; => (second (in out))
(let ((p (make-parameter 'outer)) (log '()))
  (define (note) (set! log (cons (p) log)))
  (parameterize ((p 'around))
    (dynamic-wind note (lambda () (parameterize ((p 'inside)) (note))) note))
  (reverse log))                      ; => (around inside around)

; Generators and winding together.
(let ((log '()) (resume #f) (return #f))
  (define (note x) (set! log (cons x log)))
  (define (next)
    (call/cc
      (lambda (r)
        (set! return r)
        (if resume
            (resume #f)
            (begin
              (dynamic-wind
                (lambda () (note 'in))
                (lambda ()
                  (for-each (lambda (x) (call/cc (lambda (c) (set! resume c) (return x)))) '(1 2)))
                (lambda () (note 'out)))
              (return 'end))))))
  (let* ((a (next)) (b (next)) (c (next)))
    (list a b c (reverse log))))      ; => (1 2 end (in out in out in out))
(let ((open 0) (most 0))
  (define (with-open body)
    (dynamic-wind
      (lambda () (set! open (+ open 1)) (set! most (max most open)))
      body
      (lambda () (set! open (- open 1)))))
  (call/cc (lambda (k) (with-open (lambda () (with-open (lambda () (with-open (lambda () (k #f)))))))))
  (list open most))                   ; => (0 3)
(let loop ((n 1000) (outs 0))
  (if (= n 0)
      outs
      (loop (- n 1)
            (let ((count outs))
              (call/cc (lambda (k) (dynamic-wind list (lambda () (k #f)) (lambda () (set! count (+ count 1))))))
              count))))               ; => 1000
