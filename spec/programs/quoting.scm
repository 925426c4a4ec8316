; Symbols, and programs as data.

'a                                    ; => a
'(a b (c "d" 1.5) . e)                ; => (a b (c "d" 1.5) . e)
(quote (quote a))                     ; => 'a
''()                                  ; => '()
'(quote)                              ; => (quote)
'(quote a b)                          ; => (quote a b)
'(1 . (2 . (3 . ())))                 ; => (1 2 3)
'()                                   ; => ()
'#t                                   ; => #t
'nil                                  ; => nil
'"text"                               ; => "text"
'|odd name|                           ; => |odd name|
(symbol->string 'abc)                 ; => "abc"
(string->symbol "a b")                ; => |a b|
(string->symbol "")                   ; => ||
(eq? 'abc (string->symbol "abc"))     ; => #t
(eq? 'Abc 'abc)                       ; => #f
(symbol? 'a)                          ; => #t
(symbol? "a")                         ; => #f
(symbol? (car '(if a b)))             ; => #t
(length '(define (f x) (if x 1 2)))   ; => 3
'[1 2 (3)]                            ; => (1 2 (3))
'(a #;b c)                            ; => (a c)
'(a #| b #| c |# d |# e)              ; => (a e)
'(+inf.0 -inf.0)                      ; => (+inf.0 -inf.0)
(eq? '() '())                         ; => #t
(print 'a)                            ; prints: a
(print '(a "b"))                      ; prints: (a b)
(display "x y")                       ; prints: x y
(newline)                             ; prints: \n
(symbol->string "a")                  ; fault: type-error symbol->string takes a symbol, not "a"
(quote)                               ; fault: syntax-error (quote …) should be (quote datum)
(quote a b)                           ; fault: syntax-error
'a.b                                  ; => a.b
('a 1)                                ; fault: not-a-procedure a is not a procedure
