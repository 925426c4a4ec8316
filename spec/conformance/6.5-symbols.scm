; 6.5: symbols.

(map symbol? (list 'oak (car '(a b)) 'nothing (string->symbol "x y") '|| '+)) ; => (#t #t #t #t #t #t)
(map symbol? (list "oak" '() #f #\a 5 (list 'a) car (vector 'a))) ; => (#f #f #f #f #f #f #f #f)
(symbol=? 'oak 'oak)                  ; => #t
(symbol=? 'oak 'elm)                  ; => #f
(symbol=? 'oak 'oak 'oak)             ; => #t
(symbol=? 'oak 'oak 'elm)             ; => #f
(symbol=? 'oak (string->symbol "oak") '|oak|) ; => #t
(symbol->string 'willow)              ; => "willow"
(symbol->string 'Willow)              ; => "Willow"
(symbol->string (string->symbol "Odd One")) ; => "Odd One"
(symbol->string '||)                  ; => ""
(symbol->string "oak")                ; fault: type-error
(string->symbol "birch")              ; => birch
(string->symbol "Two Words")          ; => |Two Words|
(string->symbol "")                   ; => ||
(string->symbol "7")                  ; => |7|
(string->symbol "BIG")                ; => BIG
(eq? 'birch (string->symbol "birch")) ; => #t
(eq? 'Birch (string->symbol "birch")) ; => #f
(eq? (string->symbol "a b") (string->symbol "a b")) ; => #t
(eq? (string->symbol "K") 'K)         ; => #t
(eq? (string->symbol (string-append "el" "m")) 'elm) ; => #t
(string=? "elm" (symbol->string (string->symbol "elm"))) ; => #t
(eq? (string->symbol (symbol->string 'ash)) 'ash) ; => #t
(symbol? (string->symbol "12"))       ; => #t
(eq? (string->symbol "12") 12)        ; => #f
(string->symbol 'oak)                 ; fault: type-error
(map symbol->string '(a b c))         ; => ("a" "b" "c")
(apply string-append (map symbol->string '(con cat))) ; => "concat"
