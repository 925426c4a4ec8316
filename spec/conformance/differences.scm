; Where the language differs from R7RS-small on purpose.

; Strings never change.
(define text (string-copy "oak"))
(string-set! text 0 #\e)              ; fault: type-error
(string-set! (make-string 3 #\a) 0 #\b) ; fault: type-error
(string-fill! text #\z)               ; fault: type-error
(string-fill! (make-string 3 #\a) #\z 1 2) ; fault: type-error
(string-copy! text 0 "elm")           ; fault: type-error
(string-copy! (make-string 3 #\a) 0 "abc" 0 2) ; fault: type-error
text                                  ; => "oak"
(map procedure? (list string-set! string-fill! string-copy!)) ; => (#t #t #t)

; Pairs never change.
(define pair (list 1 2 3))
(set-car! pair 'x)                    ; fault: type-error
(set-cdr! pair 'x)                    ; fault: type-error
(list-set! pair 1 'x)                 ; fault: type-error
(set-car! (cons 1 2) 'x)              ; fault: type-error
pair                                  ; => (1 2 3)
(map procedure? (list set-car! set-cdr! list-set!)) ; => (#t #t #t)

; So a pair cannot contain itself, unless a vector is between.
(read (open-input-string "#0=(a b . #0#)")) ; fault: read-error
(guard (e ((read-error? e) 'refused)) (read (open-input-string "#0=(a #0#)"))) ; => refused
(vector? (cadr (read (open-input-string "#0=(a #(b #0#))")))) ; => #t

; Constants never change; vectors that are made do.
(vector-set! #(1 2) 0 'x)             ; fault: type-error
(vector-set! '#(1 2) 0 'x)            ; fault: type-error
(vector-fill! #(1 2) 'x)              ; fault: type-error
(vector-copy! #(1 2) 0 #(x y))        ; fault: type-error
(bytevector-u8-set! #u8(1 2) 0 9)     ; fault: type-error
(bytevector-copy! #u8(1 2) 0 #u8(8 9)) ; fault: type-error
(define constant-vector '#(a #(b)))
(vector-set! constant-vector 0 'x)    ; fault: type-error
(vector-set! (vector-ref constant-vector 1) 0 'x) ; fault: type-error
(vector-set! (car '(#(1))) 0 'x)      ; fault: type-error
constant-vector                       ; => #(a #(b))
(let ((v (vector 1 2))) (vector-set! v 0 'x) v) ; => #(x 2)
(let ((v (make-vector 2 1))) (vector-set! v 0 'x) v) ; => #(x 1)
(let ((v (vector-copy #(1 2)))) (vector-set! v 0 'x) v) ; => #(x 2)
(let ((b (bytevector-copy #u8(1 2)))) (bytevector-u8-set! b 0 9) b) ; => #u8(9 2)

; An exact integer is not written as a decimal beyond the safe integers.
#e1.5e1                               ; => 15
(read (open-input-string "#e1e30"))   ; fault: read-error

; There are no fractions, and no complex numbers.
(/ 1 2)                               ; => 0.5
(/ 1 3)                               ; => 0.3333333333333333
(/ 6 4)                               ; => 1.5
(exact? (/ 1 2))                      ; => #f
(+ (/ 1 3) (/ 1 3) (/ 1 3))           ; => 1
(exact 2.5)                           ; fault: out-of-range
(sqrt -1)                             ; => +nan.0
(real? (sqrt -4))                     ; => #t

; A double that is an integer is that integer.
2.0                                   ; => 2
(exact? 2.0)                          ; => #t
(inexact? 2.0)                        ; => #f
(exact-integer? 2.0)                  ; => #t
(inexact? 2.5)                        ; => #t
(inexact 3)                           ; => 3
(exact? (inexact 3))                  ; => #t
(eqv? 2 2.0)                          ; => #t
(eq? 2 2.0)                           ; => #t
(equal? 2 2.0)                        ; => #t
(* 2 1.5)                             ; => 3
(sqrt 16)                             ; => 4
(floor 2.5)                           ; => 2
(exact? (floor 2.5))                  ; => #t
(vector-ref (vector 'a 'b) 1.0)       ; => b
(number->string 2.0)                  ; => "2"
(memv 2.0 '(1 2 3))                   ; => (2 3)
(case 2.0 ((2) 'two) (else 'other))   ; => two
-0.0                                  ; => 0
(eqv? 0.0 -0.0)                       ; => #t
(* -1 0.0)                            ; => 0
(- 0.0)                               ; => 0

; Large doubles are written as in JavaScript; those that are integers beyond the exact ones, so that it shows.
1e21                                  ; => 1e+21
1e-7                                  ; => 1e-7
0.000001                              ; => 0.000001
1e20                                  ; => 100000000000000000000.0
(exact? 1e20)                         ; => #f
(exact 1e20)                          ; => 100000000000000000000

; Dividing by zero is a fault, for doubles too.
(/ 1 0)                               ; fault: division-by-zero
(/ 1.5 0)                             ; fault: division-by-zero
(/ 1 0.0)                             ; fault: division-by-zero
(/ 0.0 0.0)                           ; fault: division-by-zero
(/ 0)                                 ; fault: division-by-zero

; = compares structure, of whatever values; the other comparisons are for numbers.
(= "a" "a")                           ; => #t
(= "a" "b")                           ; => #f
(= '(1 (2 "x")) (list 1 (list 2 "x"))) ; => #t
(= #(1 2) (vector 1 2))               ; => #t
(= 'a 'a)                             ; => #t
(= 1 'a)                              ; => #f
(= #\a #\a #\a)                       ; => #t
(= 1 1.0)                             ; => #t
(!= 1 2)                              ; => #t
(!= "a" "a")                          ; => #f
(< 1 'a)                              ; fault: type-error

; Strings, characters and numbers of any size are the same when they are equal.
(eq? "" "")                           ; => #t
(eq? "oak" (string-append "o" "ak"))  ; => #t
(eqv? "oak" (string-copy "oak"))      ; => #t
(eq? "oak" "elm")                     ; => #f
(memq "b" '("a" "b"))                 ; => ("b")
(assq "k" '(("k" . 1)))               ; => ("k" . 1)
(case "two" (("one") 1) (("two") 2) (else 'none)) ; => 2
(eq? 1.5 1.5)                         ; => #t
(eq? 100000000000000000000 (* 10 10000000000000000000)) ; => #t
(eq? #\a (string-ref "cat" 1))        ; => #t
(eq? (list 1) (list 1))               ; => #f

; nil is what an expression without a value gives; nil, true and false are constants.
nil                                   ; => nil
(if #f #f)                            ; => nil
(when #f 1)                           ; => nil
(unless #t 1)                         ; => nil
(cond (#f 1))                         ; => nil
(case 1 ((2) 3))                      ; => nil
(list (if #f #f) nil)                 ; => (nil nil)
(if nil 'holds 'fails)                ; => holds
(eq? nil '())                         ; => #f
(eq? nil #f)                          ; => #f
(nil? (if #f #f))                     ; => #t
(nil? '())                            ; => #f
(null? nil)                           ; => #f
(for-each car '())                    ; => nil
(let ((v (vector 1))) (vector-set! v 0 2)) ; => nil
true                                  ; => #t
false                                 ; => #f
(list true false nil)                 ; => (#t #f nil)
'(true false nil)                     ; => (#t #f nil)

; There are no files.
(open-input-file "a.txt")             ; fault: unbound-variable open-input-file
(open-output-file "a.txt")            ; fault: unbound-variable open-output-file
(open-binary-input-file "a.txt")      ; fault: unbound-variable
(open-binary-output-file "a.txt")     ; fault: unbound-variable
(call-with-input-file "a.txt" read)   ; fault: unbound-variable
(call-with-output-file "a.txt" newline) ; fault: unbound-variable
(with-input-from-file "a.txt" read)   ; fault: unbound-variable
(with-output-to-file "a.txt" newline) ; fault: unbound-variable
(file-exists? "a.txt")                ; fault: unbound-variable
(delete-file "a.txt")                 ; fault: unbound-variable
(load "a.scm")                        ; fault: unbound-variable

; A program cannot end its host.
(exit)                                ; fault: unbound-variable exit
(exit 1)                              ; fault: unbound-variable exit
(emergency-exit)                      ; fault: unbound-variable

; What compiles to an instruction is not defined anew at top level; in a body it is bound as any name.
(define + -)                          ; fault: syntax-error
(define (- a b) a)                    ; fault: syntax-error
(define * list)                       ; fault: syntax-error
(define / list)                       ; fault: syntax-error
(define < list)                       ; fault: syntax-error
(define > list)                       ; fault: syntax-error
(define <= list)                      ; fault: syntax-error
(define >= list)                      ; fault: syntax-error
(define = eq?)                        ; fault: syntax-error
(define % list)                       ; fault: syntax-error
(define ** list)                      ; fault: syntax-error
(define != list)                      ; fault: syntax-error
(define (not x) x)                    ; fault: syntax-error
(let ((+ *)) (+ 3 4))                 ; => 12
(let () (define (- a b) (list a b)) (- 1 2)) ; => (1 2)
((lambda (=) (= 1 1)) list)           ; => (1 1)
(let-syntax ((+ (syntax-rules () ((_ a b) 'macro)))) (+ 1 2)) ; => macro
(+ 3 4)                               ; => 7

; Nor are keywords.
(define if 1)                         ; fault: syntax-error
(define (lambda x) x)                 ; fault: syntax-error
(define define 1)                     ; fault: syntax-error
(define let list)                     ; fault: syntax-error
(let ((if list)) (if 1 2 3))          ; => (1 2 3)
(let () (define (if a b c) 'mine) (if 1 2 3)) ; => mine

; What there is besides.
(% -7 3)                              ; => 2
(** 2 10)                             ; => 1024
(let ((n 0)) (while (< n 5) (set! n (+ n 2))) n) ; => 6
(fold + 0 '(1 2 3))                   ; => 6
(filter odd? '(1 2 3))                ; => (1 3)

; Procedures and what else has no notation is written so that it can be told.
car                                   ; => #<procedure car>
(define (named x) x)
named                                 ; => #<procedure named>
(eof-object)                          ; => #<eof>
(values 1 "two")                      ; => #<values 1 "two">
(delay 1)                             ; => #<promise>

; A literal is written down with its program, so it cannot contain itself; data that is read may.
'#0=#(round #0#)                       ; fault: syntax-error

; There is one environment: what an import set names is not told from the rest of it.
(define of-the-program 5)
(eval 'of-the-program (environment '(scheme base))) ; => 5
(eval '(car '(1 2)) (environment '(except (scheme base) car))) ; => 1

; A prefix for a whole library of names that are known at run time only has to say which of them.
(import (prefix (scheme base) b:))    ; fault: syntax-error

; A library sees the globals of the program, and what is imported is copied.
(define ground 5)
(define-library (tree)
  (export height grow!)
  (import (scheme base))
  (begin (define height ground)
         (define (grow!) (set! height (+ height 1)) height)))
(import (tree))
(list (grow!) height)                 ; => (6 5)
(set! height 100)
(grow!)                               ; => 7

; The body of let-syntax is a body.
(let-syntax () (define inner 1) inner) ; => 1
inner                                 ; fault: unbound-variable inner
(letrec-syntax ((two (syntax-rules () ((_) 2)))) (define deeper (two)) deeper) ; => 2
deeper                                ; fault: unbound-variable deeper

; A continuation keeps frames, not what variables and vectors hold.
(define again #f)
(define visits 0)
(define seen (vector 0))
(begin
  (call/cc (lambda (k) (set! again k)))
  (set! visits (+ visits 1))
  (vector-set! seen 0 visits)
  (if (< visits 3) (again 'once-more))
  (list visits seen))                 ; => (3 #(3))

; A fault that nobody catches runs no after thunk; the message is rolled back.
(define after-ran #f)
(dynamic-wind (lambda () #f) (lambda () (car 5)) (lambda () (set! after-ran #t))) ; fault: type-error
after-ran                             ; => #f
(define output (open-output-string))
(dynamic-wind (lambda () #f) (lambda () (car 5)) (lambda () (write 'after output))) ; fault: type-error
(get-output-string output)            ; => ""

; The limits cannot be caught.
(guard (e (#t 'caught)) (let loop () (loop))) ; fault: out-of-fuel
(with-exception-handler (lambda (e) 'caught) (lambda () (let loop () (loop)))) ; fault: out-of-fuel
(guard (e (#t 'caught)) (let loop ((all '())) (loop (cons (make-vector 1000) all)))) ; fault: store-limit

; What the environment names is not looked at.
(eval '(list ground) (environment '(only (scheme base) car))) ; => (5)
(eval 'ground (interaction-environment)) ; => 5
