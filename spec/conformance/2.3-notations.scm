; 2.3: the other notations: numbers, booleans, characters, strings, vectors, bytevectors, and prefixes.

; Decimal numbers.
+7                                    ; => 7
-07                                   ; => -7
6.25                                  ; => 6.25
.125                                  ; => 0.125
-.5                                   ; => -0.5
+.25                                  ; => 0.25
3.                                    ; => 3
2e3                                   ; => 2000
25e-2                                 ; => 0.25
1.5e+2                                ; => 150
-1.25E2                               ; => -125
.5e1                                  ; => 5
90071992547409931234567               ; => 90071992547409931234567
-10000000000000000000000001           ; => -10000000000000000000000001

; Other bases, in either case.
#b1101                                ; => 13
#b-11                                 ; => -3
#o777                                 ; => 511
#o-10                                 ; => -8
#d42                                  ; => 42
#d-4.5                                ; => -4.5
#xBeef                                ; => 48879
#xff00ff                              ; => 16711935
#x-2a                                 ; => -42
#x+2A                                 ; => 42
#XfE                                  ; => 254
#B101                                 ; => 5
#O17                                  ; => 15
#D9                                   ; => 9
#xffffffffffffffffffff                ; => 1208925819614629174706175
#b1000000000000000000000000000000000000000000000000000000000000000000 ; => 73786976294838206464

; Exactness prefixes, alone and with a base on either side.
#e12                                  ; => 12
#e4.0                                 ; => 4
#e2e2                                 ; => 200
#i8                                   ; => 8
#i2.5                                 ; => 2.5
#x#eA0                                ; => 160
#e#xA0                                ; => 160
#b#e101                               ; => 5
#i#b11                                ; => 3
#E#X1f                                ; => 31

; Infinities and what is no number.
+inf.0                                ; => +inf.0
-inf.0                                ; => -inf.0
+nan.0                                ; => +nan.0
'(+inf.0 -inf.0)                      ; => (+inf.0 -inf.0)

; Booleans.
#t                                    ; => #t
#f                                    ; => #f
#true                                 ; => #t
#false                                ; => #f
'(#t #false . #true)                  ; => (#t #f . #t)
#T                                    ; => #t
#F                                    ; => #f

; Characters: themselves, by name, or by number.
#\q                                   ; => #\q
#\Q                                   ; => #\Q
#\7                                   ; => #\7
#\(                                   ; => #\(
#\)                                   ; => #\)
#\"                                   ; => #\"
#\\                                   ; => #\\
#\#                                   ; => #\#
#\'                                   ; => #\'
(list #\|)                            ; => (#\|)
(list #\;)                            ; => (#\;)
#\space                               ; => #\space
#\newline                             ; => #\newline
(char->integer #\ )                   ; => 32
(char=? #\  #\space)                  ; => #t
(map char->integer (list #\null #\alarm #\backspace #\tab #\newline)) ; => (0 7 8 9 10)
(map char->integer (list #\return #\escape #\space #\delete)) ; => (13 27 32 127)
#\x                                   ; => #\x
#\x5A                                 ; => #\Z
#\x5a                                 ; => #\Z
(char->integer #\x0)                  ; => 0
(char->integer #\x3b1)                ; => 945
(char->integer #\x10FFFF)             ; => 1114111
(list #\n #\t #\s)                    ; => (#\n #\t #\s)

; Strings, with everything that may be escaped in them.
"plain"                               ; => "plain"
""                                    ; => ""
(map char->integer (string->list "\a\b\t\n\r\"\\\|")) ; => (7 8 9 10 13 34 92 124)
"\x48;\x69;"                          ; => "Hi"
"a\x62;c"                             ; => "abc"
(string-length "\x1F600;")            ; => 1
(char->integer (string-ref "\x3c0;" 0)) ; => 960
"one \
   line"                              ; => "one line"
"no\
gap"                                  ; => "nogap"
"two
lines"                                ; => "two\nlines"
(string-length "tab\there")           ; => 8
"a|b;c"                               ; => "a|b;c"

; Vectors and bytevectors evaluate to themselves.
#(1 2 3)                              ; => #(1 2 3)
#()                                   ; => #()
#(a (b c) "d" #\e #(f))               ; => #(a (b c) "d" #\e #(f))
'#(x)                                 ; => #(x)
'(1 #(2) . #(3))                      ; => (1 #(2) . #(3))
#(+ 1 2)                              ; => #(+ 1 2)
#u8(0 127 255)                        ; => #u8(0 127 255)
#u8()                                 ; => #u8()
#U8(1)                                ; => #u8(1)
#u8(#x10 #b11 7)                      ; => #u8(16 3 7)
'(#u8(9) . #u8())                     ; => (#u8(9) . #u8())

; Lists and pairs.
'(1 .(2 . (3 . ())))                  ; => (1 2 3)
'(1 . (2 3))                          ; => (1 2 3)
'((a . 1) (b . 2))                    ; => ((a . 1) (b . 2))
'(.5 . .25)                           ; => (0.5 . 0.25)
'( )                                  ; => ()

; Prefixes are short for lists of two.
(equal? ''kiwi '(quote kiwi))         ; => #t
(equal? '`kiwi '(quasiquote kiwi))    ; => #t
(equal? ',kiwi '(unquote kiwi))       ; => #t
(equal? ',@kiwi '(unquote-splicing kiwi)) ; => #t
(car ''kiwi)                          ; => quote
(length ''kiwi)                       ; => 2
'(quote kiwi)                         ; => 'kiwi
'(1 'a `b ,c ,@d)                     ; => (1 'a `b ,c ,@d)
'(quote a b)                          ; => (quote a b)
' spaced                              ; => spaced
