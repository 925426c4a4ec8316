; A tour of the language. Run it with `npm start`, or with `vmactor run docs/examples/tour.scm`.
;
; Each form at the top level of a file is compiled to bytecode and sent to one actor as a message of its own. The actor
; handles one message after the other, so that a later form sees what an earlier one defined.

(define (show what value)
  (display what)
  (display ": ")
  (print value))

; --- Numbers. An operator is an instruction: (+ 5 10) is OP_CONSTANT 5, OP_CONSTANT 10, OP_ADD. Integers are exact,
; --- however long they become.

(show "twenty-two" (+ (* 3 4) (- 20 10)))
(show "a third of ten" (/ 10 3))

(define (factorial n)
  (if (= n 0) 1 (* n (factorial (- n 1)))))
(show "factorial of 30" (factorial 30))

; --- Procedures that remember. Each counter keeps a `count` of its own, which `set!` changes.

(define (make-counter)
  (let ((count 0))
    (lambda ()
      (set! count (+ count 1))
      count)))

(define visitors (make-counter))
(define orders (make-counter))
(visitors)
(visitors)
(show "visitors and orders" (list (visitors) (orders)))

; --- Lists, and procedures that take procedures.

(define numbers (iota 10 1))
(show "one to ten" numbers)
(show "their squares" (map square numbers))
(show "the sum of the even ones" (fold + 0 (filter even? numbers)))

(define (sorted values)
  (if (null? values)
      '()
      (let* ((pivot (car values))
             (rest (cdr values))
             (is-smaller (lambda (x) (< x pivot))))
        (append (sorted (filter is-smaller rest)) (list pivot) (sorted (remove is-smaller rest))))))
(show "sorted" (sorted '(31 4 15 9 26 5 35)))

; --- Loops. A call in tail position waits for nothing, so it is a loop, and may go on for ever; `do` and `while` loop too.

(define (steps-to-one n)
  (let next ((n n) (steps 0))
    (cond ((= n 1) steps)
          ((even? n) (next (/ n 2) (+ steps 1)))
          (else (next (+ (* 3 n) 1) (+ steps 1))))))
(show "steps from 27 down to 1" (steps-to-one 27))

(show "powers of two" (do ((i 9 (- i 1)) (powers '() (cons (** 2 i) powers)))
                          ((< i 0) powers)))

(let ((money 1000) (years 0))
  (while (< money 2000)
    (set! money (* money 1.05))
    (set! years (+ years 1)))
  (show "years to double at five percent" years))

; --- Choices, and text.

(define (mood day)
  (case day
    ((saturday sunday) "free")
    ((friday) "nearly free")
    (else "busy")))
(show "friday" (mood 'friday))

(define (shout text) (string-append (string-upcase text) "!"))
(show "loudly" (string-join (map shout (string-split "so it goes" " ")) " "))

; --- A rule, as your own users might write it. An actor that is sent another one behaves by that from then on.

(define (discount customer total)
  (cond ((and (= customer 'gold) (> total 100)) 15)
        ((= customer 'gold) 10)
        ((> total 500) 5)
        (else 0)))
(show "percent off for four orders" (map discount '(gold gold new new) '(120 80 600 40)))

; --- Depth. Calls that wait for their result are data of the machine: recursion is bounded by a limit, not by the stack
; --- of the host, and a program that goes too far is a fault that leaves everything as it was.

(define (depth n)
  (if (= n 0) 0 (+ 1 (depth (- n 1)))))
(show "calls inside each other" (depth 100000))

; --- Where to go next.

(newline)
(print "vmactor repl                                 try it; :help shows what you can ask")
(print "vmactor disassemble docs/examples/tour.scm   the bytecode of this tour")
(print "vmactor run --trace docs/examples/tour.scm   every instruction, and its stack")
(print "docs/language.md                             all of the language")
