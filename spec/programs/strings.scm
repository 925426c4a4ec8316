; Strings are immutable, and counted in characters.

(string-append)                       ; => ""
(string-append "ab" "" "cd")          ; => "abcd"
(string-length "hello")               ; => 5
(string-length "naïve 😀")            ; => 7
(substring "hello" 1 3)               ; => "el"
(substring "hello" 2)                 ; => "llo"
(substring "a😀b" 1 2)                ; => "😀"
(substring "abc" 3)                   ; => ""
(string-upcase "hello")               ; => "HELLO"
(string-downcase "HeLLo")             ; => "hello"
(string-trim "  a b \t\n")            ; => "a b"
(string-contains "hello" "ll")        ; => 2
(string-contains "hello" "z")         ; => #f
(string-contains "😀x" "x")           ; => 1
(string-split "a b c")                ; => ("a" "b" "c")
(string-split "a,b,,c" ",")           ; => ("a" "b" "" "c")
(string-split "abc" "")               ; => ("a" "b" "c")
(string-join '("a" "b" "c"))          ; => "a b c"
(string-join '("a" "b" "c") ", ")     ; => "a, b, c"
(string-join '())                     ; => ""
(string=? "a" "a" "a")                ; => #t
(string<? "a" "b" "c")                ; => #t
(string<? "a" "b" "b")                ; => #f
(string<=? "a" "b" "b")               ; => #t
(string>? "b" "a")                    ; => #t
(string>=? "b" "b" "a")               ; => #t
(string<? "B" "a")                    ; => #t
(number->string 255)                  ; => "255"
(number->string 255 16)               ; => "ff"
(number->string -0.5)                 ; => "-0.5"
(string->number "42")                 ; => 42
(string->number "-1.5e3")             ; => -1500
(string->number "ff" 16)              ; => 255
(string->number "1010" 2)             ; => 10
(string->number "12x")                ; => #f
(string->number "")                   ; => #f
(string? "")                          ; => #t
(string? 'a)                          ; => #f
"a\"b\\c\nd\te"                       ; => "a\"b\\c\nd\te"
"\x41;\x1F600;"                       ; => "A😀"

(define text "hello")
(string-upcase text)                  ; => "HELLO"
text                                  ; => "hello"

(string-append "a" 5)                 ; fault: type-error string-append takes a string, not 5
(substring "abc" 2 1)                 ; fault: out-of-range 2 to 1
(substring "abc" 0 4)                 ; fault: out-of-range 0 to 4
(substring "abc" -1)                  ; fault: out-of-range
(string-length 'abc)                  ; fault: type-error string-length takes a string, not abc
(string<? "a" 1)                      ; fault: type-error
(number->string 5 7)                  ; fault: out-of-range
