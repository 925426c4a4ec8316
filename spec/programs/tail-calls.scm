; A call in tail position makes no frame, so it may go on for ever: here the limit is fifty frames and operands.
; limits: stack 50

(define (count-down n) (if (= n 0) 'done (count-down (- n 1))))
(count-down 10000)                    ; => done

(define (through-cond n) (cond ((= n 0) 'done) (else (through-cond (- n 1)))))
(through-cond 2000)                   ; => done
(define (through-case n) (case n ((0) 'done) (else (through-case (- n 1)))))
(through-case 2000)                   ; => done
(define (through-and n) (and #t (or (= n 0) (through-and (- n 1)))))
(through-and 2000)                    ; => #t
(define (through-when n) (when #t (unless (= n 0) (through-when (- n 1)))))
(begin (through-when 2000) 'done)     ; => done
(define (through-let n) (let ((m (- n 1))) (let* ((k m)) (letrec ((j k)) (if (< j 0) 'done (through-let j))))))
(through-let 2000)                    ; => done
(define (through-begin n) (begin 1 (begin 2 (if (= n 0) 'done (through-begin (- n 1))))))
(through-begin 2000)                  ; => done
(define (through-apply n) (if (= n 0) 'done (apply through-apply (list (- n 1)))))
(through-apply 2000)                  ; => done
(define (through-arrow n) (cond ((- n 1) => (lambda (m) (if (= m 0) 'done (through-arrow m))))))
(through-arrow 2000)                  ; => done
(define (through-body n) (define m (- n 1)) (if (= m 0) 'done (through-body m)))
(through-body 2000)                   ; => done
(define (ping n) (if (= n 0) 'ping (pong (- n 1))))
(define (pong n) (if (= n 0) 'pong (ping (- n 1))))
(ping 2001)                           ; => pong

; Continuation-passing style is tail calls only; what is pending is in the closures.
(define (sum-to n k) (if (= n 0) (k 0) (sum-to (- n 1) (lambda (sum) (k (+ n sum))))))
(sum-to 1000 (lambda (x) x))          ; => 500500

; An argument is no tail position.
(define (deep n) (if (= n 0) 0 (+ 1 (deep (- n 1)))))
(deep 20)                             ; => 20
(deep 1000)                           ; fault: stack-limit
(define (not-tail n) (if (= n 0) 'done (begin (not-tail (- n 1)) 'done)))
(not-tail 1000)                       ; fault: stack-limit
