; 2.1: identifiers, and what may stand between vertical lines.

; Letters, digits, and the extended characters.
(define tea->cup 'poured)
tea->cup                              ; => poured
(define is-it? 1)
(define do-it! 2)
(define *ears* 3)
(define $fee 4)
(define &co 5)
(define ^up 6)
(define _low 7)
(define ~near 8)
(define :key 9)
(define <tag> 10)
(define /root 11)
(define a.b.c 12)
(define x86 13)
(define =same= 14)
(list is-it? do-it! *ears* $fee &co ^up _low ~near :key <tag> /root a.b.c x86 =same=)
; => (1 2 3 4 5 6 7 8 9 10 11 12 13 14)
(let ((%rate 3) (**bold** 4)) (+ %rate **bold**)) ; => 7
'under_score.and-dash                 ; => under_score.and-dash
'i18n                                 ; => i18n

; The peculiar ones: signs and dots that begin no number.
(symbol->string '+)                   ; => "+"
(symbol->string '-)                   ; => "-"
(symbol->string '...)                 ; => "..."
(symbol->string '->)                  ; => "->"
(symbol->string '+fresh)              ; => "+fresh"
(symbol->string '--)                  ; => "--"
(symbol->string '-@)                  ; => "-@"
(symbol->string '.profile)            ; => ".profile"
(symbol->string '..)                  ; => ".."
(symbol->string '+.x)                 ; => "+.x"
(let ((->y 5) (-- 6)) (list ->y --))  ; => (5 6)
(let ((.hidden 8)) .hidden)           ; => 8
(symbol? '-x1)                        ; => #t
(symbol? '-1)                         ; => #f

; Upper and lower case are different.
(eq? 'Oak 'oak)                       ; => #f
(let ((n 1) (N 2)) (list n N))        ; => (1 2)
(symbol->string 'McCoy)               ; => "McCoy"

; Between vertical lines anything may stand.
(symbol->string '|two words|)         ; => "two words"
(symbol->string '|semi;colon|)        ; => "semi;colon"
(symbol->string '|(par) "ens"|)       ; => "(par) \"ens\""
(symbol->string '|#| )                ; => "#"
(string-length (symbol->string '||))  ; => 0
(symbol->string '|\x4A;ug|)           ; => "Jug"
(symbol->string '|a\x20;b|)           ; => "a b"
(symbol->string '|up\|right|)         ; => "up|right"
(symbol->string '|tab\tbed|)          ; => "tab\tbed"
(string-length (symbol->string '|\n\\|)) ; => 2
(eq? 'plum '|plum|)                   ; => #t
(eq? '|\x70;lum| 'plum)               ; => #t
(eq? '|Plum| 'plum)                   ; => #f
(eq? '|2| 2)                          ; => #f
(symbol? '|2|)                        ; => #t
(let ((|the answer| 42)) |the answer|) ; => 42
(let ((|pear| 1)) (+ pear 1))         ; => 2
((lambda (|a b| |c|) (list |a b| c)) 1 2) ; => (1 2)
(|if| #f 1 2)                         ; => 2
(|car| '(1))                          ; => 1

; They are written between lines only where they must be.
'|two words|                          ; => |two words|
'|plain|                              ; => plain
'||                                   ; => ||
'|12|                                 ; => |12|
'|-1.5|                               ; => |-1.5|
'|a(b|                                ; => |a(b|
'|say "x"|                            ; => |say "x"|
'|a\|b|                               ; => |a\|b|
'(|x y| . z)                          ; => (|x y| . z)

; A keyword is a name like any other when it is data.
'(if lambda define quote)             ; => (if lambda define quote)
(symbol? 'lambda)                     ; => #t
(length '(let else => unquote ...))   ; => 5
