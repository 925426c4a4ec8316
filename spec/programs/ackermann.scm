; Ackermann's function: deep, and not primitive recursive.

(define (ack m n)
  (cond ((= m 0) (+ n 1))
        ((= n 0) (ack (- m 1) 1))
        (else (ack (- m 1) (ack m (- n 1))))))
(ack 0 5)                             ; => 6
(ack 1 2)                             ; => 4
(ack 2 3)                             ; => 9
(ack 3 3)                             ; => 61
(ack 2 40)                            ; => 83

; The same from iterated procedures.
(define (iterate f n x) (if (= n 0) x (iterate f (- n 1) (f x))))
(define (ackermann m)
  (if (= m 0)
      (lambda (n) (+ n 1))
      (let ((below (ackermann (- m 1))))
        (lambda (n) (iterate below (+ n 1) 1)))))
((ackermann 2) 3)                     ; => 9
((ackermann 3) 3)                     ; => 61
