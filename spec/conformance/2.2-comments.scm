; 2.2: white space and comments.

; Line comments end with the line.
(list 1 ; one
      2 ;; two
      3 ;;; three "and (more
      )                               ; => (1 2 3)
(list ; (4)
  5)                                  ; => (5)

; Block comments stand anywhere between tokens, span lines and nest.
(list 1 #| 2 |# 3)                    ; => (1 3)
(list #||# 4)                         ; => (4)
(list 1 #| outer #| inner |# still outer |# 2) ; => (1 2)
(list #| #| #| three deep |# |# |# 'out) ; => (out)
(list 1 #| a ) that closes nothing, a " that opens nothing |# 2) ; => (1 2)
(list 1 #| ; a line comment has no meaning here |# 2) ; => (1 2)
(list 'a #| first line
  second line
|# 'b)                                ; => (a b)
(list (+ 1 1)#| no space is needed |#(+ 2 2)) ; => (2 4)
(list #|# odd |# 'hash)               ; => (hash)
(list #| bars ||| |# 'bars)           ; => (bars)
'(1 . #| in a pair |# 2)              ; => (1 . 2)
'#(a #| in a vector |# b)             ; => #(a b)

; A datum comment drops the next datum, whatever it is.
(list 1 #;2 3)                        ; => (1 3)
(list 1 #; 2 3)                       ; => (1 3)
(list #;(+ 1 (undefined-name)) 4)     ; => (4)
(list #;"text" #;#\a #;sym #;'quoted #;#(v) #;#u8(1) 5) ; => (5)
(list 1 #;(a #;b c) 2)                ; => (1 2)
(list #;#;1 2 3)                      ; => (3)
(list #; #; #; 1 2 3 4)               ; => (4)
(list 1 2 #;3)                        ; => (1 2)
(list #;|odd name| 1)                 ; => (1)
(list #; #| a comment in between |# 6 7) ; => (7)
(list #; ; and one to the end of the line
  8 9)                                ; => (9)
'(1 #;2 . 3)                          ; => (1 . 3)
'(1 . #;2 3)                          ; => (1 . 3)
'(1 . 2 #;3)                          ; => (1 . 2)
'#(#;a b #;c)                         ; => #(b)
'(#;hidden)                           ; => ()
' #;a b                               ; => b
`(1 ,#;(car '()) (+ 1 1))             ; => (1 2)
#;(error "this form is no form")
(+ 1 1)                               ; => 2

; In a string or between vertical lines there are no comments.
"a ;b"                                ; => "a ;b"
"#| no |#"                            ; => "#| no |#"
"#;1"                                 ; => "#;1"
(symbol->string '|#;x|)               ; => "#;x"

; Tokens need no space where a delimiter stands.
(+(* 2 3)(- 5 1))                     ; => 10
'(a"b"c)                              ; => (a "b" c)
(list"x""y")                          ; => ("x" "y")
(	+	1	2	)                             ; => 3
