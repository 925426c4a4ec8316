; 6.13.2: input.

(define (from text) (open-input-string text))
(define (from-bytes . bytes) (open-input-bytevector (apply bytevector bytes)))

; read gives one datum after the other.
(read (from "plum"))                  ; => plum
(read (from "  42 "))                 ; => 42
(read (from "-1.5e2"))                ; => -150
(read (from "#xff"))                  ; => 255
(read (from "(a (b . c) #(1 2) \"d\\n\" #\\e #t)")) ; => (a (b . c) #(1 2) "d\n" #\e #t)
(read (from "\"two words\""))         ; => "two words"
(read (from "#\\space"))              ; => #\space
(read (from "#u8(1 2 255)"))          ; => #u8(1 2 255)
(read (from "|odd name|"))            ; => |odd name|
(read (from "'x"))                    ; => 'x
(read (from "`(a ,b ,@c)"))           ; => `(a ,b ,@c)
(read (from "()"))                    ; => ()
(read (from "#false"))                ; => #f
(read (from "; a comment\n 7"))       ; => 7
(read (from "#| a block |# 8"))       ; => 8
(read (from "#;dropped 9"))           ; => 9
(read (from "(1 . (2 . (3 . ())))"))  ; => (1 2 3)
(read (from "12345678901234567890"))  ; => 12345678901234567890
(let* ((p (from "one (two) \"three\" 4")) (a (read p)) (b (read p)) (c (read p)) (d (read p)) (e (read p)))
  (list a b c d (eof-object? e)))     ; => (one (two) "three" 4 #t)
(let* ((p (from "(a)(b)")) (a (read p)) (b (read p))) (list a b)) ; => ((a) (b))
(let* ((p (from "a\"b\"")) (a (read p)) (b (read p))) (list a b)) ; => (a "b")
(let* ((p (from "(1 2)rest")) (datum (read p)) (next (read-char p))) (list datum next)) ; => ((1 2) #\r)
(let* ((p (from "ab cd")) (datum (read p)) (next (read-char p))) (list datum next)) ; => (ab #\space)
(eof-object? (read (from "")))        ; => #t
(eof-object? (read (from "   ; only a comment"))) ; => #t
(equal? (read (from "(1 #(2 \"3\") #\\4)")) (list 1 (vector 2 "3") #\4)) ; => #t
(eq? (read (from "plum")) 'plum)      ; => #t
(read 5)                              ; fault: type-error

; read-char and peek-char.
(let* ((p (from "ab")) (a (read-char p)) (b (read-char p)) (c (read-char p))) (list a b (eof-object? c)))
; => (#\a #\b #t)
(let* ((p (from "ab")) (a (peek-char p)) (b (peek-char p)) (c (read-char p)) (d (peek-char p))) (list a b c d))
; => (#\a #\a #\a #\b)
(eof-object? (read-char (from "")))   ; => #t
(eof-object? (peek-char (from "")))   ; => #t
(let ((p (from ""))) (read-char p) (eof-object? (read-char p))) ; => #t
(read-char (from "\n"))               ; => #\newline
(let* ((p (from "\x1F332;x")) (tree (read-char p)) (x (read-char p))) (list (char->integer tree) x)) ; => (127794 #\x)
(let ((p (from "hello"))) (let loop ((c (read-char p)) (n 0)) (if (eof-object? c) n (loop (read-char p) (+ n 1)))))
; => 5
(read-char (from-bytes 65))           ; fault: type-error
(read-char 'port)                     ; fault: type-error

; read-line.
(read-line (from "one\ntwo\n"))       ; => "one"
(let* ((p (from "one\ntwo\n")) (a (read-line p)) (b (read-line p)) (c (read-line p))) (list a b (eof-object? c)))
; => ("one" "two" #t)
(let* ((p (from "one\n\nthree")) (a (read-line p)) (b (read-line p)) (c (read-line p)) (d (read-line p)))
  (list a b c (eof-object? d)))       ; => ("one" "" "three" #t)
(read-line (from "no end of line"))   ; => "no end of line"
(read-line (from "\n"))               ; => ""
(eof-object? (read-line (from "")))   ; => #t
(let* ((p (from "one\r\ntwo")) (a (read-line p)) (b (read-line p))) (list a b)) ; => ("one" "two")
(let* ((p (from "one\rtwo")) (a (read-line p)) (b (read-line p))) (list a b)) ; => ("one" "two")
(let* ((p (from "ab\ncd")) (c (read-char p)) (rest (read-line p)) (next (read-char p))) (list c rest next))
; => (#\a "b" #\c)

; read-string.
(read-string 3 (from "abcdef"))       ; => "abc"
(read-string 10 (from "abc"))         ; => "abc"
(read-string 3 (from "abc"))          ; => "abc"
(let* ((p (from "abcdef")) (a (read-string 4 p)) (b (read-string 4 p)) (c (read-string 4 p)))
  (list a b (eof-object? c)))
; => ("abcd" "ef" #t)
(read-string 5 (from "a\nb\nc\nd"))   ; => "a\nb\nc"
(eof-object? (read-string 1 (from ""))) ; => #t
(read-string 0 (from "abc"))          ; => ""
(string-length (read-string 2 (from "\x1F332;\x1F333;\x1F334;"))) ; => 2

; eof-object and char-ready?.
(eof-object)                          ; => #<eof>
(eof-object? (eof-object))            ; => #t
(map eof-object? (list 'eof #f '() "" (from "") #\null)) ; => (#f #f #f #f #f #f)
(char-ready? (from "abc"))            ; => #t
(char-ready? (from ""))               ; => #t

; Bytes.
(let* ((p (from-bytes 1 255)) (a (read-u8 p)) (b (read-u8 p)) (c (read-u8 p))) (list a b (eof-object? c)))
; => (1 255 #t)
(let* ((p (from-bytes 7 8)) (a (peek-u8 p)) (b (peek-u8 p)) (c (read-u8 p)) (d (read-u8 p))) (list a b c d))
; => (7 7 7 8)
(eof-object? (read-u8 (from-bytes)))  ; => #t
(eof-object? (peek-u8 (from-bytes)))  ; => #t
(u8-ready? (from-bytes 1))            ; => #t
(u8-ready? (from-bytes))              ; => #t
(read-u8 (from "text"))               ; fault: type-error
(read-bytevector 2 (from-bytes 1 2 3)) ; => #u8(1 2)
(read-bytevector 9 (from-bytes 1 2 3)) ; => #u8(1 2 3)
(let* ((p (from-bytes 1 2 3)) (a (read-bytevector 2 p)) (b (read-bytevector 2 p)) (c (read-bytevector 2 p)))
  (list a b (eof-object? c)))         ; => (#u8(1 2) #u8(3) #t)
(eof-object? (read-bytevector 1 (from-bytes))) ; => #t
(let* ((b (make-bytevector 4 0)) (n (read-bytevector! b (from-bytes 1 2 3 4 5)))) (list n b)) ; => (4 #u8(1 2 3 4))
(let* ((b (make-bytevector 4 0)) (n (read-bytevector! b (from-bytes 1 2)))) (list n b)) ; => (2 #u8(1 2 0 0))
(let* ((b (make-bytevector 5 0)) (n (read-bytevector! b (from-bytes 1 2 3 4 5) 3))) (list n b))
; => (2 #u8(0 0 0 1 2))
(let* ((b (make-bytevector 5 0)) (n (read-bytevector! b (from-bytes 1 2 3 4 5) 1 4))) (list n b))
; => (3 #u8(0 1 2 3 0))
(let* ((b (make-bytevector 5 0)) (n (read-bytevector! b (from-bytes 9) 1 4))) (list n b)) ; => (1 #u8(0 9 0 0 0))
(eof-object? (read-bytevector! (make-bytevector 2 0) (from-bytes))) ; => #t
(let* ((p (from-bytes 1 2 3)) (b (make-bytevector 2 0))) (read-bytevector! b p) (read-u8 p)) ; => 3

; A little reader of one's own.
(define (words text)
  (let ((p (from text)))
    (define (space? c) (and (char? c) (char=? c #\space)))
    (define (skip) (when (space? (peek-char p)) (read-char p) (skip)))
    (define (word chars)
      (let ((c (peek-char p)))
        (cond ((or (eof-object? c) (space? c)) (list->string (reverse chars)))
              (else (read-char p) (word (cons c chars))))))
    (let loop ((found '()))
      (skip)
      (if (eof-object? (peek-char p)) (reverse found) (loop (cons (word '()) found))))))
(words "  the quick  fox ")           ; => ("the" "quick" "fox")
(define (sum-of-data text)
  (let ((p (from text))) (let loop ((sum 0)) (let ((n (read p))) (if (eof-object? n) sum (loop (+ sum n)))))))
(sum-of-data "1 2.5 #;100 #b11 ; four\n 4") ; => 10.5
