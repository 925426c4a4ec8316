; What a message may not use up, with small limits.
; limits: fuel 20000, stack 1000, store 200, outbox 20

(define (for-ever) (for-ever))
(for-ever)                            ; fault: out-of-fuel more than 20000 units of fuel
(while #t 1)                          ; fault: out-of-fuel
(let loop () (loop))                  ; fault: out-of-fuel
(do () (#f) 1)                        ; fault: out-of-fuel
(define (deeper n) (+ 1 (deeper n)))
(deeper 1)                            ; fault: stack-limit
(apply deeper '(1))                   ; fault: stack-limit
(define (shallow n) (if (= n 0) 0 (+ 1 (shallow (- n 1)))))
(shallow 100)                         ; => 100
(define printed 0)
(while #t (print printed))            ; fault: outbox-limit
(do ((i 0 (+ i 1))) ((= i 21)) (display i)) ; fault: outbox-limit more than 20 effects
(begin (print 1) (print 2) 'two)      ; => two
                                      ; prints: 1
                                      ; prints: 2
(define (cells n) (if (= n 0) '() (let ((x n)) (cons (lambda () (set! x (+ x 1)) x) (cells (- n 1))))))
(define few (cells 50))
((car few))                           ; => 51
(cells 300)                           ; fault: store-limit
(length few)                          ; => 50
; What nobody holds any more does not count.
(do ((i 0 (+ i 1))) ((= i 20) 'collected) (cells 20)) ; => collected
(make-list 10000)                     ; fault: out-of-fuel
(define doubled (do ((i 0 (+ i 1)) (a '(1) (cons a a))) ((= i 30) a)))
(define again (do ((i 0 (+ i 1)) (a '(1) (cons a a))) ((= i 30) a)))
(equal? doubled again)                ; fault: out-of-fuel
(print doubled)                       ; fault: out-of-fuel
(display doubled)                     ; fault: out-of-fuel
(error "shared:" doubled)             ; fault: user-raised shared: (((((((((((((((((((((((((((((((1)
(equal? doubled doubled)              ; => #t
