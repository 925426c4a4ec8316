; 6.6: characters.

(map char? (list #\a #\space #\( #\0 #\x41)) ; => (#t #t #t #t #t)
(map char? (list "a" 'a 65 "" #f '(#\a))) ; => (#f #f #f #f #f #f)

; Comparisons, of any number of characters.
(char=? #\k #\k)                      ; => #t
(char=? #\k #\K)                      ; => #f
(char=? #\k #\k #\k)                  ; => #t
(char=? #\k #\k #\j)                  ; => #f
(char<? #\a #\b #\c)                  ; => #t
(char<? #\a #\c #\b)                  ; => #f
(char<? #\a #\a)                      ; => #f
(char>? #\c #\b #\a)                  ; => #t
(char>? #\b #\b)                      ; => #f
(char<=? #\a #\a #\b)                 ; => #t
(char<=? #\b #\a)                     ; => #f
(char>=? #\b #\b #\a)                 ; => #t
(char>=? #\a #\b)                     ; => #f
(char<? #\Z #\a)                      ; => #t
(char<? #\0 #\9 #\A)                  ; => #t
(char<? #\z #\x3b1)                   ; => #t
(char<? #\xffff #\x10000)             ; => #t
(char=? #\a "a")                      ; fault: type-error
(char<? #\a 98)                       ; fault: type-error
(char-ci=? #\k #\K)                   ; => #t
(char-ci=? #\k #\K #\k)               ; => #t
(char-ci=? #\k #\j)                   ; => #f
(char-ci<? #\a #\B #\c)               ; => #t
(char-ci<? #\B #\a)                   ; => #f
(char-ci>? #\C #\b #\A)               ; => #t
(char-ci<=? #\a #\A #\b)              ; => #t
(char-ci>=? #\B #\b #\A)              ; => #t
(char-ci=? #\x3b1 #\x391)             ; => #t
(char-ci=? #\x3c3 #\x3c2)             ; => #t

; Classes.
(map char-alphabetic? (list #\a #\Z #\x3bb #\x416 #\1 #\space #\_)) ; => (#t #t #t #t #f #f #f)
(map char-numeric? (list #\0 #\9 #\x663 #\a #\space)) ; => (#t #t #t #f #f)
(map char-whitespace? (list #\space #\tab #\newline #\return #\xa0 #\a #\_)) ; => (#t #t #t #t #t #f #f)
(map char-upper-case? (list #\A #\Z #\x394 #\a #\1 #\space)) ; => (#t #t #t #f #f #f)
(map char-lower-case? (list #\a #\z #\x3b4 #\A #\1 #\space)) ; => (#t #t #t #f #f #f)
(char-alphabetic? "a")                ; fault: type-error

; digit-value.
(map digit-value (list #\0 #\5 #\9))  ; => (0 5 9)
(map digit-value (list #\x969 #\xe57 #\x6f4)) ; => (3 7 4)
(map digit-value (list #\a #\space #\. #\xbd)) ; => (#f #f #f #f)
(digit-value 5)                       ; fault: type-error

; Numbers of characters.
(char->integer #\A)                   ; => 65
(char->integer #\z)                   ; => 122
(char->integer #\space)               ; => 32
(char->integer #\newline)             ; => 10
(char->integer #\x1F600)              ; => 128512
(integer->char 66)                    ; => #\B
(char=? (integer->char 955) #\x3bb)   ; => #t
(char->integer (integer->char 128512)) ; => 128512
(map integer->char '(97 98 99))       ; => (#\a #\b #\c)
(eqv? #\q (integer->char (char->integer #\q))) ; => #t
(char->integer "A")                   ; fault: type-error
(integer->char #\A)                   ; fault: type-error

; Cases.
(map char-upcase (list #\a #\A #\1 #\space)) ; => (#\A #\A #\1 #\space)
(map char-downcase (list #\a #\A #\1 #\space)) ; => (#\a #\a #\1 #\space)
(map char-foldcase (list #\a #\A #\1 #\space)) ; => (#\a #\a #\1 #\space)
(char->integer (char-upcase #\x3b1))  ; => 913
(char->integer (char-downcase #\x416)) ; => 1078
(char->integer (char-upcase #\xdf))   ; => 223
(char->integer (char-foldcase #\x3c2)) ; => 963
(char-upcase 'a)                      ; fault: type-error
