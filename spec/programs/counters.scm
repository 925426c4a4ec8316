; Closures keep what they captured, and share it.
(define (make-counter)
  (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define a (make-counter))
(define b (make-counter))
(a)                                  ; => 1
(a)                                  ; => 2
(b)                                  ; => 1
(define (make-account balance)
  (define (withdraw x)
    (if (> x balance) (error "insufficient funds" x) (begin (set! balance (- balance x)) balance)))
  (define (deposit x) (set! balance (+ balance x)) balance)
  (lambda (what x)
    (case what
      ((withdraw) (withdraw x))
      ((deposit) (deposit x))
      (else (error "unknown request" what)))))
(define account (make-account 100))
(account 'deposit 50)                ; => 150
(account 'withdraw 30)               ; => 120
(account 'withdraw 1000)             ; fault: user-raised
(account 'deposit 0)                 ; => 120
(account 'steal 1)                   ; fault: user-raised
(define fs '())
(do ((i 0 (+ i 1))) ((= i 3) 'made) (set! fs (cons (lambda () (* i i)) fs)))   ; => made
(map (lambda (f) (f)) fs)            ; => (4 1 0)
