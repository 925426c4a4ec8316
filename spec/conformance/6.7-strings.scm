; 6.7: strings. They cannot be changed here, so what changes them is among the differences.

(map string? (list "oak" "" (string #\a) (make-string 2 #\b))) ; => (#t #t #t #t)
(map string? (list 'oak #\o '() 5 (list #\a) (vector #\a) (bytevector 97))) ; => (#f #f #f #f #f #f #f)

; Making.
(make-string 3 #\z)                   ; => "zzz"
(make-string 0 #\z)                   ; => ""
(string-length (make-string 5))       ; => 5
(string)                              ; => ""
(string #\o #\a #\k)                  ; => "oak"
(string #\" #\\)                      ; => "\"\\"
(make-string 2 "z")                   ; fault: type-error

; Length and elements.
(string-length "")                    ; => 0
(string-length "maple")               ; => 5
(string-length "a\nb")                ; => 3
(string-length "\x3b1;\x1F332;z")     ; => 3
(string-ref "maple" 0)                ; => #\m
(string-ref "maple" 4)                ; => #\e
(char->integer (string-ref "\x3b1;\x1F332;z" 1)) ; => 127794
(string-ref "\x3b1;\x1F332;z" 2)      ; => #\z
(string-ref "maple" 5)                ; fault: out-of-range
(string-ref "" 0)                     ; fault: out-of-range
(string-ref 'maple 0)                 ; fault: type-error
(string-ref "maple" 'a)               ; fault: type-error

; Comparisons, of any number of strings.
(string=? "fir" "fir")                ; => #t
(string=? "fir" "Fir")                ; => #f
(string=? "fir" "firs")               ; => #f
(string=? "" "")                      ; => #t
(string=? "fir" "fir" "fir")          ; => #t
(string=? "fir" "fir" "far")          ; => #f
(string<? "fig" "fir" "yew")          ; => #t
(string<? "fir" "fig")                ; => #f
(string<? "fir" "firs")               ; => #t
(string<? "" "a")                     ; => #t
(string<? "a" "a")                    ; => #f
(string<? "Z" "a")                    ; => #t
(string<? "a" "\x3b1;")               ; => #t
(string>? "yew" "fir" "fig")          ; => #t
(string>? "a" "b")                    ; => #f
(string<=? "a" "a" "b")               ; => #t
(string<=? "b" "a")                   ; => #f
(string>=? "b" "b" "a")               ; => #t
(string>=? "a" "b")                   ; => #f
(string-ci=? "Fir" "fIR")             ; => #t
(string-ci=? "Fir" "fIR" "FIR")       ; => #t
(string-ci=? "Fir" "far")             ; => #f
(string-ci<? "a" "B" "c")             ; => #t
(string-ci<? "B" "a")                 ; => #f
(string-ci>? "C" "b" "A")             ; => #t
(string-ci<=? "a" "A" "b")            ; => #t
(string-ci>=? "B" "b" "a")            ; => #t
(string-ci=? "\x3b1;\x3b2;" "\x391;\x392;") ; => #t
(string-ci=? "Stra\xdf;e" "STRASSE")  ; => #t
(string=? "a" 'a)                     ; fault: type-error
(string<? "a" #\b)                    ; fault: type-error

; Cases.
(string-upcase "Maple 7")             ; => "MAPLE 7"
(string-downcase "Maple 7")           ; => "maple 7"
(string-foldcase "Maple 7")           ; => "maple 7"
(string-upcase "")                    ; => ""
(string-upcase "stra\xdf;e")          ; => "STRASSE"
(string-foldcase "Stra\xdf;e")        ; => "strasse"
(string=? (string-downcase "\x416;\x391;") "\x436;\x3b1;") ; => #t
(string=? (string-upcase "\x3b1;\x3c2;") "\x391;\x3a3;") ; => #t
(string=? (string-foldcase "\x3b1;\x3c2;") "\x3b1;\x3c3;") ; => #t
(string-upcase 'a)                    ; fault: type-error

; Parts and sums.
(substring "chestnut" 0 5)            ; => "chest"
(substring "chestnut" 5 8)            ; => "nut"
(substring "chestnut" 3 3)            ; => ""
(substring "chestnut" 8 8)            ; => ""
(substring "chestnut" 5 9)            ; fault: out-of-range
(substring "chestnut" 4 2)            ; fault: out-of-range
(string-append)                       ; => ""
(string-append "pine")                ; => "pine"
(string-append "pine" "apple" "" "s") ; => "pineapples"
(string-append "pine" #\s)            ; fault: type-error
(string-copy "cedar")                 ; => "cedar"
(string-copy "cedar" 2)               ; => "dar"
(string-copy "cedar" 1 4)             ; => "eda"
(string-copy "cedar" 5)               ; => ""
(string-copy "cedar" 2 6)             ; fault: out-of-range

; Lists and vectors of characters.
(string->list "fir")                  ; => (#\f #\i #\r)
(string->list "")                     ; => ()
(string->list "larch" 3)              ; => (#\c #\h)
(string->list "larch" 1 3)            ; => (#\a #\r)
(string->list "larch" 2 2)            ; => ()
(string->list "larch" 6)              ; fault: out-of-range
(list->string '(#\e #\l #\m))         ; => "elm"
(list->string '())                    ; => ""
(list->string (list "e"))             ; fault: type-error
(list->string (reverse (string->list "stressed"))) ; => "desserts"
(string->vector "yew")                ; => #(#\y #\e #\w)
(string->vector "alder" 3)            ; => #(#\e #\r)
(string->vector "alder" 1 3)          ; => #(#\l #\d)
(vector->string #(#\y #\e #\w))       ; => "yew"
(vector->string #(#\a #\l #\d #\e #\r) 2) ; => "der"
(vector->string #(#\a #\l #\d #\e #\r) 1 3) ; => "ld"
(vector->string #())                  ; => ""
(vector->string #(1 2))               ; fault: type-error
(length (string->list "\x1F332;\x1F333;")) ; => 2

; string-map, string-for-each.
(string-map char-upcase "hazel")      ; => "HAZEL"
(string-map (lambda (c) (if (char=? c #\l) #\w c)) "lilac") ; => "wiwac"
(string-map (lambda (a b) (if (char<? a b) a b)) "adcf" "bbbb") ; => "abbb"
(string-map (lambda (a b) b) "long one" "ab") ; => "ab"
(string-map (lambda (a b c) c) "abc" "de" "fgh") ; => "fg"
(string-map char-upcase "")           ; => ""
(string-map (lambda (c) 5) "ab")      ; fault: type-error
(let ((seen '())) (string-for-each (lambda (c) (set! seen (cons c seen))) "abc") seen) ; => (#\c #\b #\a)
(let ((seen '()))
  (string-for-each (lambda (a b) (set! seen (cons (list a b) seen))) "abc" "xy")
  (reverse seen))                     ; => ((#\a #\x) (#\b #\y))
(let ((n 0)) (string-for-each (lambda (c) (set! n (+ n 1))) "") n) ; => 0
(let ((v (make-vector 3 'none)) (i 0))
  (string-for-each (lambda (c) (vector-set! v i (char->integer c)) (set! i (+ i 1))) "ABC")
  v)                                  ; => #(65 66 67)
