; 6.2.7: number->string and string->number.

(number->string 0)                    ; => "0"
(number->string -45)                  ; => "-45"
(number->string 2.75)                 ; => "2.75"
(number->string -0.125)               ; => "-0.125"
(number->string 123456789012345678901234567890) ; => "123456789012345678901234567890"
(number->string +inf.0)               ; => "+inf.0"
(number->string -inf.0)               ; => "-inf.0"
(number->string +nan.0)               ; => "+nan.0"
(number->string 200 10)               ; => "200"
(number->string 200 2)                ; => "11001000"
(number->string 200 8)                ; => "310"
(string-downcase (number->string 2748 16)) ; => "abc"
(number->string -10 2)                ; => "-1010"
(number->string -64 8)                ; => "-100"
(string-downcase (number->string 1208925819614629174706175 16)) ; => "ffffffffffffffffffff"
(number->string 36893488147419103232 2) ; => "100000000000000000000000000000000000000000000000000000000000000000"
(number->string 0 2)                  ; => "0"
(number->string 0.1)                  ; => "0.1"
(number->string 'a)                   ; fault: type-error
(number->string)                      ; fault: arity-error

(string->number "87")                 ; => 87
(string->number "-87")                ; => -87
(string->number "+87")                ; => 87
(string->number "0087")               ; => 87
(string->number "8.75")               ; => 8.75
(string->number ".75")                ; => 0.75
(string->number "-.75")               ; => -0.75
(string->number "8.")                 ; => 8
(string->number "2e3")                ; => 2000
(string->number "1.5E-2")             ; => 0.015
(string->number "123456789012345678901234567890") ; => 123456789012345678901234567890
(string->number "+inf.0")             ; => +inf.0
(string->number "-inf.0")             ; => -inf.0
(nan? (string->number "+nan.0"))      ; => #t
(string->number "1011" 2)             ; => 11
(string->number "-1011" 2)            ; => -11
(string->number "755" 8)              ; => 493
(string->number "FACE" 16)            ; => 64206
(string->number "face" 16)            ; => 64206
(string->number "1e2" 16)             ; => 482
(string->number "99" 10)              ; => 99
(string->number "ffffffffffffffffffff" 16) ; => 1208925819614629174706175
(string->number "#xFF")               ; => 255
(string->number "#b101")              ; => 5
(string->number "#o17")               ; => 15
(string->number "#d17")               ; => 17
(string->number "#e17")               ; => 17
(string->number "#i17")               ; => 17
(string->number "#x1F" 10)            ; => 31
(string->number "#b11" 16)            ; => 3
(string->number "#e#x10")             ; => 16

; What is no number.
(map string->number '("" "-" "+" "." "abc" "1a" "1 2" " 1" "--1" "1-" "e5" "1e" "#x" "0x10" "1.2.3" "inf" "#t"))
; => (#f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f #f)
(string->number "12" 2)               ; => #f
(string->number "9" 8)                ; => #f
(string->number "g" 16)               ; => #f
(string->number 'a)                   ; fault: type-error

; There and back again.
(define (round-trip n . radix) (= n (apply string->number (apply number->string n radix) radix)))
(map round-trip '(0 1 -1 0.1 -2.5e-7 1.7976931348623157e308 5e-324 123456789012345678901234567890))
; => (#t #t #t #t #t #t #t #t)
(map (lambda (radix) (round-trip 987654321987654321 radix)) '(2 8 10 16)) ; => (#t #t #t #t)
(map (lambda (radix) (round-trip -255 radix)) '(2 8 10 16)) ; => (#t #t #t #t)
