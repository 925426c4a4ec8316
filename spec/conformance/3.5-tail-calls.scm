; 3.5: a call in tail position takes no room. Each loop goes a hundred thousand times through one such position.
; limits: stack 300

; A procedure's body.
(define (by-if n) (if (= n 0) 'done (by-if (- n 1))))
(by-if 100000)                        ; => done
(define (by-else n) (if (> n 0) (by-else (- n 1)) 'done))
(by-else 100000)                      ; => done
(define (by-body n) 'ignored (define m (- n 1)) (if (< m 0) 'done (by-body m)))
(by-body 100000)                      ; => done
(define by-lambda (lambda args (if (= (car args) 0) 'done (by-lambda (- (car args) 1)))))
(by-lambda 100000)                    ; => done
(define (by-rest n . rest) (if (= n 0) rest (by-rest (- n 1) n)))
(by-rest 100000)                      ; => (1)

; Choices.
(define (by-cond n) (cond ((= n 0) 'done) ((odd? n) (by-cond (- n 1))) (else (by-cond (- n 1)))))
(by-cond 100000)                      ; => done
(define (by-arrow n) (cond ((= n 0) 'done) ((- n 1) => by-arrow)))
(by-arrow 100000)                     ; => done
(define (by-else-arrow n) (case n ((0) 'done) (else => (lambda (k) (by-else-arrow (- k 1))))))
(by-else-arrow 100000)                ; => done
(define (by-case n) (case (modulo n 3) ((0) (if (= n 0) 'done (by-case (- n 1)))) ((1 2) (by-case (- n 1)))))
(by-case 100000)                      ; => done
(define (by-case-else n) (case n ((0) 'done) (else (by-case-else (- n 1)))))
(by-case-else 100000)                 ; => done
(define (by-case-arrow n) (case (> n 0) ((#f) 'done) ((#t) => (lambda (more) (by-case-arrow (- n 1))))))
(by-case-arrow 100000)                ; => done
(define (by-and n) (and #t n (or (and (= n 0) 'done) (by-and (- n 1)))))
(by-and 100000)                       ; => done
(define (by-or n) (or #f (and (= n 0) 'done) (by-or (- n 1))))
(by-or 100000)                        ; => done
(define (by-when n) (when (>= n 0) 'first (if (= n 0) 'done (by-when (- n 1)))))
(by-when 100000)                      ; => done
(define (by-unless n) (unless (< n 0) 'first (if (= n 0) 'done (by-unless (- n 1)))))
(by-unless 100000)                    ; => done

; Bindings.
(define (by-let n) (let ((m (- n 1))) (if (< m 0) 'done (by-let m))))
(by-let 100000)                       ; => done
(define (by-let* n) (let* ((m n) (k (- m 1))) (if (< k 0) 'done (by-let* k))))
(by-let* 100000)                      ; => done
(define (by-letrec n) (letrec ((less (lambda () (- n 1)))) (if (= n 0) 'done (by-letrec (less)))))
(by-letrec 100000)                    ; => done
(define (by-letrec* n) (letrec* ((m (- n 1)) (k m)) (if (< k 0) 'done (by-letrec* k))))
(by-letrec* 100000)                   ; => done
(define (by-let-values n) (let-values (((m zero) (values (- n 1) 0))) (if (= n zero) 'done (by-let-values m))))
(by-let-values 100000)                ; => done
(define (by-let*-values n) (let*-values (((m) (- n 1)) ((k . none) m)) (if (< k 0) none (by-let*-values k))))
(by-let*-values 100000)               ; => ()
(define (by-let-syntax n)
  (let-syntax ((less (syntax-rules () ((_ x) (- x 1)))))
    (if (= n 0) 'done (by-let-syntax (less n)))))
(by-let-syntax 100000)                ; => done
(define (by-letrec-syntax n)
  (letrec-syntax ((less (syntax-rules () ((_ x) (- x 1)))))
    (if (= n 0) 'done (by-letrec-syntax (less n)))))
(by-letrec-syntax 100000)             ; => done

; Sequences and loops.
(define (by-begin n) (begin 'first (begin 'second (if (= n 0) 'done (by-begin (- n 1))))))
(by-begin 100000)                     ; => done
(let loop ((n 100000)) (if (= n 0) 'done (loop (- n 1)))) ; => done
(define (by-do n) (do ((i 0 (+ i 1))) ((= i 1) 'first (if (= n 0) 'done (by-do (- n 1))))))
(by-do 100000)                        ; => done
(do ((n 100000 (- n 1))) ((= n 0) 'done)) ; => done
(define by-case-lambda
  (case-lambda
    ((n) (if (= n 0) 'done (by-case-lambda n 1)))
    ((n step) (by-case-lambda (- n step)))))
(by-case-lambda 100000)               ; => done

; Procedures that call others for the program.
(define (by-apply n) (if (= n 0) 'done (apply by-apply (list (- n 1)))))
(by-apply 100000)                     ; => done
(define (by-apply-more n step) (if (<= n 0) 'done (apply by-apply-more (- n step) (list step))))
(by-apply-more 100000 1)              ; => done
(define (by-call/cc n) (if (= n 0) 'done (call/cc (lambda (k) (by-call/cc (- n 1))))))
(by-call/cc 100000)                   ; => done
(define (by-values n)
  (if (= n 0) 'done (call-with-values (lambda () (values n 1)) (lambda (m step) (by-values (- m step))))))
(by-values 100000)                    ; => done
(define (by-eval n) (if (= n 0) 'done (eval (list 'by-eval (- n 1)) (interaction-environment))))
(by-eval 2000)                        ; => done

; Several procedures that call each other.
(define (red n) (if (= n 0) 'red (green (- n 1))))
(define (green n) (if (= n 0) 'green (blue (- n 1))))
(define (blue n) (if (= n 0) 'blue (red (- n 1))))
(list (red 99999) (red 100000) (red 100001)) ; => (red green blue)
(define states
  (vector (lambda (n) (if (= n 0) 'even ((vector-ref states 1) (- n 1))))
          (lambda (n) (if (= n 0) 'odd ((vector-ref states 0) (- n 1))))))
((vector-ref states 0) 100001)        ; => odd
(define (with-continuation n k) (if (= n 0) (k 'done) (with-continuation (- n 1) (lambda (x) (k x)))))
(with-continuation 100000 (lambda (x) x)) ; => done

; A macro's use is in tail position where its expansion is.
(define-syntax either
  (syntax-rules () ((_ test this that) (cond (test this) (else that)))))
(define (by-macro n) (either (= n 0) 'done (by-macro (- n 1))))
(by-macro 100000)                     ; => done
(define-syntax my-begin
  (syntax-rules () ((_ x) x) ((_ x y ...) (let ((ignored x)) (my-begin y ...)))))
(define (by-my-begin n) (my-begin 1 2 (if (= n 0) 'done (by-my-begin (- n 1)))))
(by-my-begin 100000)                  ; => done

; Leaving through a continuation leaves nothing behind either.
(let loop ((n 100000))
  (if (= n 0) 'done (loop (call/cc (lambda (k) (+ 1 (k (- n 1)))))))) ; => done
(let ((n 100000) (again #f))
  (call/cc (lambda (k) (set! again k)))
  (set! n (- n 1))
  (if (> n 0) (again #f) 'done))      ; => done

; Here the limit shows that what is no tail call does take room.
(define (not-tail n) (if (= n 0) 0 (+ 1 (not-tail (- n 1)))))
(not-tail 1000)                       ; fault: stack-limit
