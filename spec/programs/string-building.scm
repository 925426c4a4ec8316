; Texts made of texts.

(define (repeat text n) (string-join (make-list n text) ""))
(repeat "ab" 3)                       ; => "ababab"
(repeat "ab" 0)                       ; => ""
(define (characters text) (string-split text ""))
(define (text-reverse text) (string-join (reverse (characters text)) ""))
(text-reverse "hello")                ; => "olleh"
(text-reverse "a😀b")                 ; => "b😀a"
(define (palindrome? text)
  (let ((letters (filter (lambda (c) (string-contains "abcdefghijklmnopqrstuvwxyz" c))
                         (characters (string-downcase text)))))
    (= letters (reverse letters))))
(palindrome? "A man, a plan, a canal: Panama") ; => #t
(palindrome? "Hello")                 ; => #f

(define (capital word)
  (string-append (string-upcase (substring word 0 1)) (string-downcase (substring word 1))))
(string-join (map capital (string-split "the qUICK brown fox"))) ; => "The Quick Brown Fox"

(define (pad text width)
  (if (>= (string-length text) width) text (pad (string-append " " text) width)))
(define (table rows)
  (string-join (map (lambda (row) (string-join (map (lambda (n) (pad (number->string n) 4)) row) ""))
                    rows)
               "\n"))
(table '((1 20) (300 4)))             ; => "   1  20\n 300   4"
(display (table '((1 20) (300 4))))   ; prints:    1  20\n 300   4

(define (fizzbuzz n)
  (cond ((= (% n 15) 0) "FizzBuzz")
        ((= (% n 3) 0) "Fizz")
        ((= (% n 5) 0) "Buzz")
        (else (number->string n))))
(string-join (map fizzbuzz (iota 15 1))) ; => "1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz"

(define (caesar text by)
  (let ((alphabet (characters "abcdefghijklmnopqrstuvwxyz")))
    (define (shift c)
      (let ((found (member c alphabet)))
        (if found (list-ref alphabet (% (+ (- 26 (length found)) by) 26)) c)))
    (string-join (map shift (characters text)) "")))
(caesar "hello, world" 3)             ; => "khoor, zruog"
(caesar (caesar "hello, world" 3) -3) ; => "hello, world"

(define (roman n)
  (let loop ((n n) (digits '((1000 "M") (900 "CM") (500 "D") (400 "CD") (100 "C") (90 "XC") (50 "L")
                             (40 "XL") (10 "X") (9 "IX") (5 "V") (4 "IV") (1 "I")))
             (text ""))
    (cond ((= n 0) text)
          ((>= n (caar digits)) (loop (- n (caar digits)) digits (string-append text (cadar digits))))
          (else (loop n (cdr digits) text)))))
(map roman '(4 9 1994 2024))          ; => ("IV" "IX" "MCMXCIV" "MMXXIV")
(string-length (repeat "0123456789" 1000)) ; => 10000
(define (binary n) (if (< n 2) (number->string n) (string-append (binary (quotient n 2)) (number->string (% n 2)))))
(binary 10)                           ; => "1010"
(string->number (binary 1000) 2)      ; => 1000
