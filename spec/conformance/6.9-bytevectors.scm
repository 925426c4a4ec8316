; 6.9: bytevectors.

(map bytevector? (list (bytevector) #u8(1 2) (make-bytevector 3 0))) ; => (#t #t #t)
(map bytevector? (list '() #(1 2) "ab" '(1 2) 5)) ; => (#f #f #f #f #f)

; Making.
(make-bytevector 3 7)                 ; => #u8(7 7 7)
(make-bytevector 0 7)                 ; => #u8()
(bytevector-length (make-bytevector 4)) ; => 4
(bytevector)                          ; => #u8()
(bytevector 0 128 255)                ; => #u8(0 128 255)
(bytevector 'a)                       ; fault: type-error

; Length and elements.
(map bytevector-length (list #u8() #u8(9) #u8(1 2 3))) ; => (0 1 3)
(bytevector-u8-ref #u8(5 6 255) 0)    ; => 5
(bytevector-u8-ref #u8(5 6 255) 2)    ; => 255
(bytevector-u8-ref #u8(5 6) 2)        ; fault: out-of-range
(bytevector-u8-ref #(5 6) 0)          ; fault: type-error
(bytevector-length "ab")              ; fault: type-error

; bytevector-u8-set!.
(let ((b (bytevector 1 2 3))) (bytevector-u8-set! b 1 200) b) ; => #u8(1 200 3)
(let* ((b (bytevector 1 2)) (c b)) (bytevector-u8-set! b 0 0) c) ; => #u8(0 2)
(let ((b (make-bytevector 3 0))) (do ((i 0 (+ i 1))) ((= i 3) b) (bytevector-u8-set! b i (* 50 i))))
; => #u8(0 50 100)
(bytevector-u8-set! (bytevector 1) 1 0) ; fault: out-of-range
(define kept (bytevector 1 2))
(begin (bytevector-u8-set! kept 0 9) kept) ; => #u8(9 2)
kept                                  ; => #u8(9 2)
(begin (bytevector-u8-set! kept 1 9) (car '())) ; fault: type-error
kept                                  ; => #u8(9 2)

; bytevector-copy.
(bytevector-copy #u8(1 2 3))          ; => #u8(1 2 3)
(bytevector-copy #u8(1 2 3 4) 2)      ; => #u8(3 4)
(bytevector-copy #u8(1 2 3 4) 1 3)    ; => #u8(2 3)
(bytevector-copy #u8(1 2) 2)          ; => #u8()
(let* ((b (bytevector 1 2)) (c (bytevector-copy b))) (bytevector-u8-set! c 0 9) (list b c)) ; => (#u8(1 2) #u8(9 2))
(let ((b (bytevector-copy #u8(1 2)))) (bytevector-u8-set! b 0 77) b) ; => #u8(77 2)
(bytevector-copy #u8(1 2) 1 3)        ; fault: out-of-range

; bytevector-copy!.
(let ((to (bytevector 1 2 3 4 5))) (bytevector-copy! to 1 #u8(10 20)) to) ; => #u8(1 10 20 4 5)
(let ((to (bytevector 1 2 3 4 5))) (bytevector-copy! to 0 #u8(10 20 30 40) 2) to) ; => #u8(30 40 3 4 5)
(let ((to (bytevector 1 2 3 4 5))) (bytevector-copy! to 3 #u8(10 20 30 40) 1 3) to) ; => #u8(1 2 3 20 30)
(let ((b (bytevector 1 2 3 4 5))) (bytevector-copy! b 1 b 0 3) b) ; => #u8(1 1 2 3 5)
(let ((b (bytevector 1 2 3 4 5))) (bytevector-copy! b 0 b 2 5) b) ; => #u8(3 4 5 4 5)
(bytevector-copy! (bytevector 1 2) 1 #u8(8 9)) ; fault: out-of-range

; bytevector-append.
(bytevector-append)                   ; => #u8()
(bytevector-append #u8(1) #u8() #u8(2 3)) ; => #u8(1 2 3)
(bytevector-append #u8(1) #(2))       ; fault: type-error

; Text.
(utf8->string #u8(70 105 114))        ; => "Fir"
(utf8->string #u8())                  ; => ""
(utf8->string #u8(65 66 67 68) 1)     ; => "BCD"
(utf8->string #u8(65 66 67 68) 1 3)   ; => "BC"
(string=? (utf8->string #u8(206 177)) "\x3b1;") ; => #t
(string=? (utf8->string #u8(240 159 140 178)) "\x1F332;") ; => #t
(string->utf8 "Fir")                  ; => #u8(70 105 114)
(string->utf8 "")                     ; => #u8()
(string->utf8 "ABCD" 2)               ; => #u8(67 68)
(string->utf8 "ABCD" 1 3)             ; => #u8(66 67)
(string->utf8 "\xe9;")                ; => #u8(195 169)
(string->utf8 "a\x3b1;b" 1 2)         ; => #u8(206 177)
(string->utf8 "\x1F332;")             ; => #u8(240 159 140 178)
(utf8->string (string->utf8 "there and back")) ; => "there and back"
(utf8->string "text")                 ; fault: type-error
(string->utf8 #u8(65))                ; fault: type-error
(utf8->string #u8(65) 0 2)            ; fault: out-of-range
(let ((b (string->utf8 "cat"))) (bytevector-u8-set! b 0 98) (utf8->string b)) ; => "bat"
