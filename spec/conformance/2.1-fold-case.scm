; 2.1: the directives that fold case. They hold for the rest of what is read, so they are tried on ports.

(define (read-all text)
  (let ((port (open-input-string text)))
    (let loop ((found '()))
      (let ((datum (read port)))
        (if (eof-object? datum) (reverse found) (loop (cons datum found)))))))

(equal? (read-all "Apple BANANA") (list (string->symbol "Apple") (string->symbol "BANANA"))) ; => #t
(read-all "#!fold-case Apple BANANA") ; => (apple banana)
(read-all "#!fold-case (Nested (LIST #(Of THINGS)))") ; => ((nested (list #(of things))))
(map symbol->string (read-all "One #!fold-case Two #!no-fold-case Three")) ; => ("One" "two" "Three")
(read-all "#!no-fold-case lower")     ; => (lower)
(read-all "#!fold-case \"Text\" ABC") ; => ("Text" abc)
(read-all "#!fold-case #\\A X")       ; => (#\A x)
(read-all "#!fold-case #\\NEWLINE")   ; => (#\newline)
(read-all "#!fold-case")              ; => ()
(map symbol->string (append (read-all "#!fold-case A") (read-all "B"))) ; => ("a" "B")
(read-all "(a #!fold-case B)")        ; => ((a b))
