; Integers are exact, of any size, and come back to small ones without a trace.

(define most 9007199254740991)
(+ most 1)                            ; => 9007199254740992
(+ most 2)                            ; => 9007199254740993
(- (+ most 2) 2)                      ; => 9007199254740991
(= (- (+ most 2) 2) most)             ; => #t
(eqv? (- (+ most 2) 2) most)          ; => #t
(- (- most) 2)                        ; => -9007199254740993
(* 99999999999 99999999999)           ; => 9999999999800000000001
(* most most)                         ; => 81129638414606663681390495662081
(quotient (* most most) most)         ; => 9007199254740991
(/ (* most most) most)                ; => 9007199254740991
(modulo (- (* most most)) 10)         ; => 9
(remainder (- (* most most)) 10)      ; => -1
(expt 2 100)                          ; => 1267650600228229401496703205376
(** 7 40)                             ; => 6366805760909027985741435139224001
(expt -2 63)                          ; => -9223372036854775808
(- (expt 2 64) (expt 2 64))           ; => 0
(abs (- (expt 2 70)))                 ; => 1180591620717411303424
(sqrt (expt 10 40))                   ; => 100000000000000000000
(square 123456789012345678901)        ; => 15241578753238836750437433565526596567801
(gcd (expt 2 80) (expt 6 20))         ; => 1048576
(lcm (expt 2 60) 3)                   ; => 3458764513820540928
123456789012345678901234567890        ; => 123456789012345678901234567890
#xffffffffffffffffffff                ; => 1208925819614629174706175
(number->string (expt 2 64) 16)       ; => "10000000000000000"
(string->number "18446744073709551616") ; => 18446744073709551616
(exact 1e20)                          ; => 100000000000000000000
(< most (+ most 1) (+ most 2))        ; => #t
(= (+ most 1) (+ most 2))             ; => #f
(even? (+ most 1))                    ; => #t
(odd? (+ most 2))                     ; => #t
(exact? (expt 2 64))                  ; => #t
(integer? (expt 2 64))                ; => #t
(max 1 (expt 2 64) 3)                 ; => 18446744073709551616
(equal? (list (expt 2 64)) (list (* (expt 2 32) (expt 2 32)))) ; => #t
(assv (expt 3 50) (list (cons (expt 3 50) 'found)))           ; => (717897987691852588770249 . found)

; A double among the operands makes the result one.
(+ (expt 2 64) 0.5)                   ; => 18446744073709552000.0
(/ (expt 10 30) (expt 10 29))         ; => 10
(inexact (expt 10 400))               ; => +inf.0
(/ (expt 2 64) 0)                     ; fault: division-by-zero
