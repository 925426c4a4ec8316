; 6.13.3: output.

(define (to-string writer . data)
  (let ((port (open-output-string)))
    (for-each (lambda (datum) (writer datum port)) data)
    (get-output-string port)))
(define (written x) (to-string write x))
(define (displayed x) (to-string display x))

; write gives what read reads back.
(written 'plum)                       ; => "plum"
(written "plum")                      ; => "\"plum\""
(written "say \"hi\" \\ bye")         ; => "\"say \\\"hi\\\" \\\\ bye\""
(written #\a)                         ; => "#\\a"
(written #\space)                     ; => "#\\space"
(written #\newline)                   ; => "#\\newline"
(written #\()                         ; => "#\\("
(written 42)                          ; => "42"
(written -0.5)                        ; => "-0.5"
(written 12345678901234567890)        ; => "12345678901234567890"
(written #t)                          ; => "#t"
(written #f)                          ; => "#f"
(written '())                         ; => "()"
(written '(1 (2 . 3) "x" #\y))        ; => "(1 (2 . 3) \"x\" #\\y)"
(written #(1 "b" #\c (d)))            ; => "#(1 \"b\" #\\c (d))"
(written #())                         ; => "#()"
(written #u8(1 255))                  ; => "#u8(1 255)"
(written '|two words|)                ; => "|two words|"
(written '||)                         ; => "||"
(written (string->symbol "1"))        ; => "|1|"
(written '(a . (b . (c))))            ; => "(a b c)"
(written ''x)                         ; => "'x"
(written '`(a ,b ,@c))                ; => "`(a ,b ,@c)"
(written +inf.0)                      ; => "+inf.0"
(to-string write 1 'b "c" #\d)        ; => "1b\"c\"#\\d"

; display is for people: no quotes, no escapes, at any depth.
(displayed "plum")                    ; => "plum"
(displayed "say \"hi\"")              ; => "say \"hi\""
(displayed "two\nlines")              ; => "two\nlines"
(displayed #\a)                       ; => "a"
(displayed #\space)                   ; => " "
(displayed '("a" #\b c 1))            ; => "(a b c 1)"
(displayed #("a" (#\b)))              ; => "#(a (b))"
(displayed '|two words|)              ; => "two words"
(displayed 2.5)                       ; => "2.5"
(displayed '())                       ; => "()"
(displayed #t)                        ; => "#t"
(to-string display "a" #\space 'b 1)  ; => "a b1"

; Reading back.
(define (round-trip x) (equal? x (read (open-input-string (written x)))))
(map round-trip (list 'a "b\n\t\"\\" #\c #\x0 #\delete 1.5 '(1 . 2) #(a "b") #u8(1) '|x y| '|| "\x3bb;\x7;"))
; => (#t #t #t #t #t #t #t #t #t #t #t #t)
(round-trip (map integer->char (list 0 7 8 9 10 13 27 32 127 955))) ; => #t
(map round-trip (list "" "\a\b\r" '|a\|b| '|;| '|A| 'A '|a\nb| (string->symbol "+1") '... '+ '()))
; => (#t #t #t #t #t #t #t #t #t #t #t)

; Shared structure: only write-shared shows it; write shows circles.
(define twin (list 1 2))
(written (list twin twin))            ; => "((1 2) (1 2))"
(displayed (list twin twin))          ; => "((1 2) (1 2))"
(to-string write-simple (list twin twin)) ; => "((1 2) (1 2))"
(to-string write-shared (list twin twin)) ; => "(#0=(1 2) #0#)"
(to-string write-shared (cons twin twin)) ; => "(#0=(1 2) . #0#)"
(to-string write-shared (vector twin 'x twin)) ; => "#(#0=(1 2) x #0#)"
(let ((a (list 'a)) (b (vector 'b))) (to-string write-shared (list a b a b))) ; => "(#0=(a) #1=#(b) #0# #1#)"
(to-string write-shared (list 1 2 3)) ; => "(1 2 3)"
(to-string write-shared '(a a a))     ; => "(a a a)"
(to-string write-simple "s")          ; => "\"s\""
(to-string write-simple '(1 #\a))     ; => "(1 #\\a)"
(let ((v (vector 1 2))) (vector-set! v 1 v) (written v)) ; => "#0=#(1 #0#)"
(let ((v (vector 1 2))) (vector-set! v 1 v) (displayed v)) ; => "#0=#(1 #0#)"
(let ((v (vector 1 2))) (vector-set! v 1 v) (to-string write-shared v)) ; => "#0=#(1 #0#)"
(let* ((v (vector 'x #f)) (l (list 'a v))) (vector-set! v 1 l) (written l)) ; => "#0=(a #(x #0#))"
(let* ((v (vector #f)) (l (list 'a v 'b))) (vector-set! v 0 v) (written l)) ; => "(a #0=#(#0#) b)"
(let ((v (vector #f)) (w (vector #f))) (vector-set! v 0 v) (vector-set! w 0 w) (written (list v w)))
; => "(#0=#(#0#) #1=#(#1#))"

; newline, write-char, write-string, write-u8, write-bytevector.
(let ((p (open-output-string))) (newline p) (get-output-string p)) ; => "\n"
(let ((p (open-output-string))) (write-char #\a p) (newline p) (write-char #\b p) (get-output-string p)) ; => "a\nb"
(let ((p (open-output-string))) (write-string "abcdef" p) (get-output-string p)) ; => "abcdef"
(let ((p (open-output-string))) (write-string "abcdef" p 2) (get-output-string p)) ; => "cdef"
(let ((p (open-output-string))) (write-string "abcdef" p 2 4) (get-output-string p)) ; => "cd"
(let ((p (open-output-string))) (write-string "\"quoted\"" p) (get-output-string p)) ; => "\"quoted\""
(let ((p (open-output-string))) (write-string "" p) (get-output-string p)) ; => ""
(let ((p (open-output-bytevector))) (write-u8 0 p) (write-u8 255 p) (get-output-bytevector p)) ; => #u8(0 255)
(let ((p (open-output-bytevector))) (write-bytevector #u8(1 2 3 4) p) (get-output-bytevector p)) ; => #u8(1 2 3 4)
(let ((p (open-output-bytevector))) (write-bytevector #u8(1 2 3 4) p 1) (get-output-bytevector p)) ; => #u8(2 3 4)
(let ((p (open-output-bytevector))) (write-bytevector #u8(1 2 3 4) p 1 3) (get-output-bytevector p)) ; => #u8(2 3)
(let ((p (open-output-string))) (write-string "x" p) (flush-output-port p) (get-output-string p)) ; => "x"
(begin (flush-output-port) 'flushed)  ; => flushed
(write-string "abc" (open-output-string) 4) ; fault: out-of-range
(write-char "a" (open-output-string)) ; fault: type-error
(write-string 'a (open-output-string)) ; fault: type-error
(write-u8 1 (open-output-string))     ; fault: type-error
(write-char #\a (open-output-bytevector)) ; fault: type-error
(write 1 'port)                       ; fault: type-error
(display 1 (open-input-string "x"))   ; fault: type-error
(write)                               ; fault: arity-error

; Larger texts.
(define (table rows)
  (let ((p (open-output-string)))
    (for-each
      (lambda (row)
        (for-each (lambda (cell) (display cell p) (write-char #\, p)) row)
        (newline p))
      rows)
    (get-output-string p)))
(table '((1 "a") (2.5 #\b)))          ; => "1,a,\n2.5,b,\n"
(string-length (to-string write (make-list 1000 'ab))) ; => 3001
(let ((p (open-output-string)))
  (do ((i 0 (+ i 1))) ((= i 1000)) (write-char #\x p))
  (string-length (get-output-string p))) ; => 1000
