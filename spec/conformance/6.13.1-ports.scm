; 6.13.1: ports, and what they are.

; Kinds of ports.
(define in (open-input-string "text"))
(define out (open-output-string))
(define bytes-in (open-input-bytevector #u8(1 2 3)))
(define bytes-out (open-output-bytevector))
(define ports (list in out bytes-in bytes-out))
(map port? ports)                     ; => (#t #t #t #t)
(map input-port? ports)               ; => (#t #f #t #f)
(map output-port? ports)              ; => (#f #t #f #t)
(map textual-port? ports)             ; => (#t #t #f #f)
(map binary-port? ports)              ; => (#f #f #t #t)
(define others (list 'port "port" #f 5 '() (vector) car (eof-object)))
(map port? others)                    ; => (#f #f #f #f #f #f #f #f)
(map input-port? others)              ; => (#f #f #f #f #f #f #f #f)
(map output-port? others)             ; => (#f #f #f #f #f #f #f #f)
(map textual-port? others)            ; => (#f #f #f #f #f #f #f #f)
(map binary-port? others)             ; => (#f #f #f #f #f #f #f #f)
(list (procedure? in) (string? in) (vector? out) (pair? out)) ; => (#f #f #f #f)
(list (eq? in in) (eqv? in (open-input-string "text"))) ; => (#t #f)

; The ports that are there from the start.
(map port? (list (current-input-port) (current-output-port) (current-error-port))) ; => (#t #t #t)
(input-port? (current-input-port))    ; => #t
(output-port? (current-output-port))  ; => #t
(output-port? (current-error-port))   ; => #t
(textual-port? (current-output-port)) ; => #t
(map procedure? (list current-input-port current-output-port current-error-port)) ; => (#t #t #t)

; Open and closed.
(list (input-port-open? in) (output-port-open? out)) ; => (#t #t)
(let ((p (open-input-string "x"))) (close-port p) (input-port-open? p)) ; => #f
(let ((p (open-input-string "x"))) (close-input-port p) (input-port-open? p)) ; => #f
(let ((p (open-output-string))) (close-port p) (output-port-open? p)) ; => #f
(let ((p (open-output-string))) (close-output-port p) (output-port-open? p)) ; => #f
(let ((p (open-input-bytevector #u8(1)))) (close-port p) (input-port-open? p)) ; => #f
(let ((p (open-output-bytevector))) (close-port p) (output-port-open? p)) ; => #f
(let ((p (open-input-string "x"))) (close-port p) (close-port p) (close-input-port p) 'closed-again) ; => closed-again
(let ((p (open-input-string "x"))) (close-port p) (list (port? p) (input-port? p))) ; => (#t #t)

; call-with-port closes the port when the procedure is done.
(call-with-port (open-input-string "abc") read-char) ; => #\a
(let* ((p (open-input-string "abc")) (c (call-with-port p (lambda (port) (read-char port) (read-char port)))))
  (list c (input-port-open? p)))      ; => (#\b #f)
(call-with-port (open-output-string) (lambda (p) (write 'x p) (write 'y p) (get-output-string p))) ; => "xy"
(call-with-values (lambda () (call-with-port (open-input-string "") (lambda (p) (values 1 2)))) list) ; => (1 2)
(let ((p (open-input-string "x"))) (call-with-port p (lambda (same) (eq? p same)))) ; => #t

; What is written to a string or to a bytevector.
(get-output-string (open-output-string)) ; => ""
(let ((p (open-output-string))) (write-string "one" p) (write-char #\space p) (write 2 p) (get-output-string p))
; => "one 2"
(let* ((p (open-output-string)) (before (begin (write-char #\a p) (get-output-string p))))
  (write-char #\b p)
  (list before (get-output-string p))) ; => ("a" "ab")
(get-output-bytevector (open-output-bytevector)) ; => #u8()
(let ((p (open-output-bytevector))) (write-u8 1 p) (write-u8 255 p) (get-output-bytevector p)) ; => #u8(1 255)
(let ((a (open-output-string)) (b (open-output-string)))
  (write-string "to a" a)
  (write-string "to b" b)
  (list (get-output-string a) (get-output-string b))) ; => ("to a" "to b")
(get-output-string in)                ; fault: type-error
(get-output-bytevector out)           ; fault: type-error
(open-input-string 'text)             ; fault: type-error
(open-input-bytevector "text")        ; fault: type-error

; A port keeps its place from one form to the next.
(define steps (open-input-string "abc"))
(read-char steps)                     ; => #\a
(read-char steps)                     ; => #\b
(begin (read-char steps) (car '()))   ; fault: type-error
(read-char steps)                     ; => #\c
(eof-object? (read-char steps))       ; => #t
(define kept (open-output-string))
(begin (write 'first kept) (get-output-string kept)) ; => "first"
(begin (write 'second kept) (get-output-string kept)) ; => "firstsecond"

; The current ports can be bound.
(let ((p (open-output-string)))
  (parameterize ((current-output-port p)) (display "hidden") (newline) (write "quoted"))
  (get-output-string p))              ; => "hidden\n\"quoted\""
(parameterize ((current-input-port (open-input-string "(1 2) rest"))) (let* ((a (read)) (b (read))) (list a b)))
; => ((1 2) rest)
(parameterize ((current-input-port (open-input-string "xyz")))
  (let* ((a (peek-char)) (b (read-char)) (c (read-char))) (list a b c)))
; => (#\x #\x #\y)
(parameterize ((current-input-port (open-input-string "line one\nline two"))) (read-line)) ; => "line one"
(parameterize ((current-input-port (open-input-string "abcdef"))) (read-string 4)) ; => "abcd"
(parameterize ((current-input-port (open-input-string ""))) (eof-object? (read-char))) ; => #t
(parameterize ((current-input-port (open-input-string "x"))) (char-ready?)) ; => #t
(parameterize ((current-input-port (open-input-bytevector #u8(7 8)))) (let* ((a (peek-u8)) (b (read-u8))) (list a b)))
; => (7 7)
(parameterize ((current-input-port (open-input-bytevector #u8(7 8 9)))) (read-bytevector 2)) ; => #u8(7 8)
(let ((p (open-output-bytevector)))
  (parameterize ((current-output-port p)) (write-u8 65) (write-bytevector #u8(66 67)))
  (get-output-bytevector p))          ; => #u8(65 66 67)
(let ((p (open-output-string)))
  (parameterize ((current-error-port p)) (write-string "trouble" (current-error-port)))
  (get-output-string p))              ; => "trouble"
(let ((p (open-output-string)) (k #f))
  (call/cc (lambda (out) (parameterize ((current-output-port p)) (display "in") (out #f))))
  (eq? p (current-output-port)))      ; => #f
(let ((outer (open-output-string)) (inner (open-output-string)))
  (parameterize ((current-output-port outer))
    (write 1)
    (parameterize ((current-output-port inner)) (write 2))
    (write 3))
  (list (get-output-string outer) (get-output-string inner))) ; => ("13" "2")

; Without another port, output is that of the program.
(display "shown")
; prints: shown
(write "shown")
; prints: "shown"
(newline)
; prints: \n
(begin (display 'a) (display 'b))
; prints: a
; prints: b
(write-string "whole string")
; prints: whole string
(write-char #\c)
; prints: c
(let ((p (open-output-string))) (display "elsewhere" p) (display "here"))
; prints: here
