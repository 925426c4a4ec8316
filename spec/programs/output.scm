; What is printed comes out in order, when its message is done.
(print "hello")                      ; prints: hello
(print '(1 "two" three))             ; prints: (1 two three)
(begin (print 1) (print 2))
; prints: 1
; prints: 2
(define (countdown n)
  (if (= n 0)
      (print "liftoff")
      (begin (print n) (countdown (- n 1)))))
(countdown 3)
; prints: 3
; prints: 2
; prints: 1
; prints: liftoff
(begin (print "lost") (car 5))       ; fault: type-error
(print #t)                           ; prints: #t
(do ((i 1 (+ i 1))) ((> i 15) 'done)
  (when (or (= (% i 3) 0) (= (% i 5) 0))
    (print (cond ((= (% i 15) 0) "fizzbuzz") ((= (% i 3) 0) "fizz") (else "buzz")))))
; => done
; prints: fizz
; prints: buzz
; prints: fizz
; prints: fizz
; prints: buzz
; prints: fizz
; prints: fizzbuzz
