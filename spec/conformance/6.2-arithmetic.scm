; 6.2.6: arithmetic, division, rounding, roots and powers, and the elementary functions.

; Sums, products, differences, quotients.
(list (+) (+ 8) (+ 8 9) (+ 8 9 10))   ; => (0 8 17 27)
(list (*) (* 8) (* 8 9) (* 8 9 10))   ; => (1 8 72 720)
(list (- 8) (- 8 9) (- 8 9 10))       ; => (-8 -1 -11)
(list (/ 4) (/ 12 4) (/ 120 4 5 2))   ; => (0.25 3 3)
(+ 0.5 0.25)                          ; => 0.75
(- 0.5 2)                             ; => -1.5
(* 1.5 1.5)                           ; => 2.25
(/ 1 8)                               ; => 0.125
(/ 9 1.5)                             ; => 6
(/ -7 2)                              ; => -3.5
(+ 99999999999999999999 1)            ; => 100000000000000000000
(- -99999999999999999999 1)           ; => -100000000000000000000
(- 100000000000000000000 99999999999999999999) ; => 1
(* 12345678901 98765432109)           ; => 1219326311336229232209
(* 99999999999999999999 0)            ; => 0
(* -3 100000000000000000000)          ; => -300000000000000000000
(/ 300000000000000000000 100000000000) ; => 3000000000
(+ 9007199254740991 2)                ; => 9007199254740993
(* 1e200 1e200)                       ; => +inf.0
(- +inf.0 1)                          ; => +inf.0
(nan? (- +inf.0 +inf.0))              ; => #t
(nan? (+ 1 +nan.0))                   ; => #t
(/ 5 0)                               ; fault: division-by-zero
(+ 1 'a)                              ; fault: type-error
(- "5" 1)                             ; fault: type-error
(-)                                   ; fault: arity-error
(let loop ((n 30) (f 1)) (if (= n 0) f (loop (- n 1) (* f n)))) ; => 265252859812191058636308480000000

; abs, square.
(map abs (list 6 -6 0 -2.5 -100000000000000000000)) ; => (6 6 0 2.5 100000000000000000000)
(abs -inf.0)                          ; => +inf.0
(map square (list 12 -12 0.5 10000000000)) ; => (144 144 0.25 100000000000000000000)

; Division of integers: floor rounds down, truncate towards zero.
(define (both / a b) (call-with-values (lambda () (/ a b)) list))
(both floor/ 17 5)                    ; => (3 2)
(both floor/ -17 5)                   ; => (-4 3)
(both floor/ 17 -5)                   ; => (-4 -3)
(both floor/ -17 -5)                  ; => (3 -2)
(both truncate/ 17 5)                 ; => (3 2)
(both truncate/ -17 5)                ; => (-3 -2)
(both truncate/ 17 -5)                ; => (-3 2)
(both truncate/ -17 -5)               ; => (3 -2)
(both floor/ 20 5)                    ; => (4 0)
(both floor/ -20 5)                   ; => (-4 0)
(both truncate/ 3 8)                  ; => (0 3)
(both floor/ -3 8)                    ; => (-1 5)
(both floor/ 100000000000000000001 10) ; => (10000000000000000000 1)
(both truncate/ -100000000000000000001 10) ; => (-10000000000000000000 -1)
(both floor/ -100000000000000000001 10) ; => (-10000000000000000001 9)
(list (floor-quotient 17 5) (floor-quotient -17 5) (floor-quotient 17 -5) (floor-quotient -17 -5)) ; => (3 -4 -4 3)
(list (floor-remainder 17 5) (floor-remainder -17 5) (floor-remainder 17 -5)) ; => (2 3 -3)
(list (truncate-quotient 17 5) (truncate-quotient -17 5) (truncate-quotient 17 -5)) ; => (3 -3 -3)
(list (truncate-remainder 17 5) (truncate-remainder -17 5) (truncate-remainder 17 -5)) ; => (2 -2 2)
(list (quotient 29 4) (quotient -29 4) (quotient 29 -4) (quotient -29 -4)) ; => (7 -7 -7 7)
(list (remainder 29 4) (remainder -29 4) (remainder 29 -4) (remainder -29 -4)) ; => (1 -1 1 -1)
(list (modulo 29 4) (modulo -29 4) (modulo 29 -4) (modulo -29 -4)) ; => (1 3 -3 -1)
(quotient 100000000000000000000000 7) ; => 14285714285714285714285
(remainder 100000000000000000000000 7) ; => 5
(modulo -100000000000000000000000 7)  ; => 2
(let ((n -123) (d 10)) (let-values (((q r) (floor/ n d))) (= n (+ (* q d) r)))) ; => #t
(quotient 1 0)                        ; fault: division-by-zero
(modulo 1 0)                          ; fault: division-by-zero
(floor/ 1 0)                          ; fault: division-by-zero
(truncate/ 1 0)                       ; fault: division-by-zero
(truncate-remainder 5 0)              ; fault: division-by-zero
(quotient 1.5 1)                      ; fault: type-error
(floor/ 'a 1)                         ; fault: type-error

; gcd, lcm.
(list (gcd) (gcd 18) (gcd 84 30) (gcd -84 30) (gcd 0 7) (gcd 12 18 27)) ; => (0 18 6 6 7 3)
(list (lcm) (lcm 9) (lcm 4 6) (lcm -4 6) (lcm 0 5) (lcm 2 3 4 5)) ; => (1 9 12 12 0 60)
(gcd 100000000000000000000 15)        ; => 5
(lcm 10000000000 30000000001)         ; => 300000000010000000000
(gcd 0 0)                             ; => 0

; numerator, denominator.
(list (numerator 6) (denominator 6))  ; => (6 1)
(list (numerator 0.75) (denominator 0.75)) ; => (3 4)
(list (numerator -2.5) (denominator -2.5)) ; => (-5 2)
(denominator 0)                       ; => 1

; floor, ceiling, truncate, round.
(map floor (list 3.7 -3.7 3.2 -3.2 5)) ; => (3 -4 3 -4 5)
(map ceiling (list 3.7 -3.7 3.2 -3.2 5)) ; => (4 -3 4 -3 5)
(map truncate (list 3.7 -3.7 3.2 -3.2 5)) ; => (3 -3 3 -3 5)
(map round (list 3.7 -3.7 3.2 -3.2 5)) ; => (4 -4 3 -3 5)
(map round (list 0.5 1.5 2.5 3.5 -0.5 -1.5 -2.5)) ; => (0 2 2 4 0 -2 -2)
(round 100000000000000000000)         ; => 100000000000000000000
(floor -inf.0)                        ; => -inf.0
(nan? (round +nan.0))                 ; => #t
(exact (floor 6.9))                   ; => 6
(floor 'a)                            ; fault: type-error

; rationalize.
(rationalize 0.7 0.04)                ; => 0.6666666666666666
(rationalize 7 0)                     ; => 7
(rationalize 2.25 0.5)                ; => 2
(rationalize 5 1)                     ; => 4
(rationalize 0.05 0.25)               ; => 0

; Exponentials and logarithms.
(exp 0)                               ; => 1
(exp 1)                               ; => 2.718281828459045
(log 1)                               ; => 0
(log 0.5)                             ; => -0.6931471805599453
(log 1024 2)                          ; => 10
(log 100 10)                          ; => 2
(exp -inf.0)                          ; => 0
(log +inf.0)                          ; => +inf.0

; Angles.
(list (sin 0) (cos 0) (tan 0))        ; => (0 1 0)
(list (asin 0) (acos 1) (atan 0))     ; => (0 0 0)
(asin 1)                              ; => 1.5707963267948966
(atan 1)                              ; => 0.7853981633974483
(atan 1 1)                            ; => 0.7853981633974483
(atan 1 -1)                           ; => 2.356194490192345
(atan -1 -1)                          ; => -2.356194490192345
(atan 0 1)                            ; => 0
(atan 0 -1)                           ; => 3.141592653589793
(atan 1 0)                            ; => 1.5707963267948966
(< 0.8414709848 (sin 1) 0.8414709849) ; => #t
(< 0.5403023058 (cos 1) 0.5403023059) ; => #t
(< 1.5574077246 (tan 1) 1.5574077247) ; => #t

; Roots and powers.
(list (sqrt 49) (sqrt 0) (sqrt 6.25)) ; => (7 0 2.5)
(sqrt 2)                              ; => 1.4142135623730951
(sqrt 10000000000000000000000)        ; => 100000000000
(sqrt +inf.0)                         ; => +inf.0
(both (lambda (n ignored) (exact-integer-sqrt n)) 50 #f) ; => (7 1)
(define (root-and-rest n) (call-with-values (lambda () (exact-integer-sqrt n)) list))
(map root-and-rest '(0 1 2 3 24 25 26 99)) ; => ((0 0) (1 0) (1 1) (1 2) (4 8) (5 0) (5 1) (9 18))
(root-and-rest 10000000000000000000000) ; => (100000000000 0)
(root-and-rest 9999999999999999999999) ; => (99999999999 199999999998)
(root-and-rest 123456789012345678901234567890) ; => (351364182882014 298878189871694)
(list (expt 3 4) (expt 7 0) (expt 0 0) (expt 0 5) (expt -2 3) (expt -2 4)) ; => (81 1 1 0 -8 16)
(expt 2 100)                          ; => 1267650600228229401496703205376
(expt -3 41)                          ; => -36472996377170786403
(expt 2 -3)                           ; => 0.125
(expt 2.5 2)                          ; => 6.25
(expt 16 0.5)                         ; => 4
(expt 0.5 3)                          ; => 0.125
(expt 10 20)                          ; => 100000000000000000000

; exact, inexact.
(exact 12)                            ; => 12
(exact 1e3)                           ; => 1000
(exact 1e18)                          ; => 1000000000000000000
(exact 1e21)                          ; => 1000000000000000000000
(inexact 0.5)                         ; => 0.5
(inexact 3)                           ; => 3
(= (inexact 9007199254740992) 9007199254740992) ; => #t
(exact (inexact 123456))              ; => 123456
(exact +inf.0)                        ; fault: out-of-range
(exact 'a)                            ; fault: type-error
