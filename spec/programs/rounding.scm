; Numbers that are no integers, and how they become ones.

(floor 2.7)                           ; => 2
(floor -2.7)                          ; => -3
(ceiling 2.1)                         ; => 3
(ceiling -2.1)                        ; => -2
(ceiling -0.5)                        ; => 0
(truncate 2.7)                        ; => 2
(truncate -2.7)                       ; => -2
(round 0.5)                           ; => 0
(round 1.5)                           ; => 2
(round 2.5)                           ; => 2
(round -0.5)                          ; => 0
(round -1.5)                          ; => -2
(round -2.5)                          ; => -2
(round 2.4999)                        ; => 2
(round 7)                             ; => 7
(exact (round 2.6))                   ; => 3
(inexact 1)                           ; => 1
(integer? 2.0)                        ; => #t
(integer? 2.5)                        ; => #f
(exact? 2.0)                          ; => #t
(inexact? 2.5)                        ; => #t
(quotient 7 2)                        ; => 3
(quotient -7 2)                       ; => -3
(quotient 7 -2)                       ; => -3
(remainder -7 2)                      ; => -1
(modulo -7 2)                         ; => 1
(modulo 7 -2)                         ; => -1
(sqrt 16)                             ; => 4
(sqrt 2)                              ; => 1.4142135623730951
(sqrt -1)                             ; => +nan.0
(exp 0)                               ; => 1
(log 1)                               ; => 0
(log 8 2)                             ; => 3
(log 0)                               ; => -inf.0
(sin 0)                               ; => 0
(cos 0)                               ; => 1
(atan 1 1)                            ; => 0.7853981633974483
(* 4 (atan 1))                        ; => 3.141592653589793
1e21                                  ; => 1e+21
1.50                                  ; => 1.5
.5                                    ; => 0.5
-1e-7                                 ; => -1e-7
(+ 1e308 1e308)                       ; => +inf.0
(- (* 1e308 10))                      ; => -inf.0
(nan? (- +inf.0 +inf.0))              ; => #t
(exact 1.5)                           ; fault: out-of-range 1.5 is not an integer
(exact +nan.0)                        ; fault: out-of-range
(quotient 7.5 2)                      ; fault: type-error quotient takes an integer
(floor "2")                           ; fault: type-error floor takes a number
