; 6.2: kinds of numbers, and comparing them.

; Predicates.
(map number? (list 1 1.5 -7 100000000000000000000 +inf.0 +nan.0)) ; => (#t #t #t #t #t #t)
(map number? (list 'one "1" #\1 #f '())) ; => (#f #f #f #f #f)
(map complex? (list 1 1.5 +nan.0 'a)) ; => (#t #t #t #f)
(map real? (list 1 1.5 -inf.0 +nan.0 "a")) ; => (#t #t #t #t #f)
(map rational? (list 1 1.5 100000000000000000000 -0.25)) ; => (#t #t #t #t)
(map rational? (list +inf.0 -inf.0 +nan.0 'a)) ; => (#f #f #f #f)
(map integer? (list 3 -3 0 100000000000000000000 1e300)) ; => (#t #t #t #t #t)
(map integer? (list 1.5 +inf.0 +nan.0 "3" 'x)) ; => (#f #f #f #f #f)
(map exact? (list 3 100000000000000000000 (* 2 3))) ; => (#t #t #t)
(map exact? (list 1.5 +inf.0 +nan.0)) ; => (#f #f #f)
(map inexact? (list 3 100000000000000000000)) ; => (#f #f)
(map inexact? (list 1.5 +inf.0 +nan.0)) ; => (#t #t #t)
(map exact-integer? (list 32 -5 100000000000000000000)) ; => (#t #t #t)
(map exact-integer? (list 1.5 +inf.0 'x "32")) ; => (#f #f #f #f)
(exact? 'x)                           ; fault: type-error
(map finite? (list 3 1.5 100000000000000000000 +inf.0 -inf.0 +nan.0)) ; => (#t #t #t #f #f #f)
(map infinite? (list 3 1.5 100000000000000000000 +inf.0 -inf.0 +nan.0)) ; => (#f #f #f #t #t #f)
(map nan? (list 3 1.5 +inf.0 +nan.0)) ; => (#f #f #f #t)
(map zero? (list 0 1 -1 0.5 (- 5 5))) ; => (#t #f #f #f #t)
(map positive? (list 1 0 -1 0.5 +inf.0 100000000000000000000)) ; => (#t #f #f #t #t #t)
(map negative? (list 1 0 -1 -0.5 -inf.0 -100000000000000000000)) ; => (#f #f #t #t #t #t)
(map odd? (list 1 2 -1 0 -7 100000000000000000001)) ; => (#t #f #t #f #t #t)
(map even? (list 1 2 -1 0 -8 100000000000000000000)) ; => (#f #t #f #t #t #t)
(list (zero? +nan.0) (positive? +nan.0) (negative? +nan.0)) ; => (#f #f #f)
(odd? 1.5)                            ; fault: type-error
(zero? "0")                           ; fault: type-error

; Comparisons take any number of arguments.
(= 7 7)                               ; => #t
(= 7 8)                               ; => #f
(= 7 7 7)                             ; => #t
(= 7 7 8)                             ; => #f
(= 0.5 (/ 1 2))                       ; => #t
(= 100000000000000000000 (* 10000000000 10000000000)) ; => #t
(= 100000000000000000000 100000000000000000001) ; => #f
(= +nan.0 +nan.0)                     ; => #f
(= +inf.0 +inf.0)                     ; => #t
(< 1 2 4 8)                           ; => #t
(< 1 2 2)                             ; => #f
(< 2 1)                               ; => #f
(<= 1 1 2 2)                          ; => #t
(<= 1 1 0)                            ; => #f
(> 8 4 2)                             ; => #t
(> 8 4 4)                             ; => #f
(>= 8 8 4)                            ; => #t
(>= 8 9)                              ; => #f
(< 1.25 1.5 2)                        ; => #t
(< -inf.0 -1e308 0 1e308 +inf.0)      ; => #t
(< 99999999999999999999 100000000000000000000) ; => #t
(> 100000000000000000000 1.5)         ; => #t
(< 100000000000000000000 +inf.0)      ; => #t
(< 1 +nan.0)                          ; => #f
(>= +nan.0 +nan.0)                    ; => #f
(< 9007199254740992 9007199254740993) ; => #t
(apply < '(1 2 3 4 5))                ; => #t
(< 1 'two)                            ; fault: type-error
(> "2" 1)                             ; fault: type-error

; max, min.
(max 4 9 2)                           ; => 9
(min 4 9 2)                           ; => 2
(max -5)                              ; => -5
(max 1.5 1)                           ; => 1.5
(min 1.5 1)                           ; => 1
(max 100000000000000000000 1 2)       ; => 100000000000000000000
(min -100000000000000000000 -1)       ; => -100000000000000000000
(max 1 +inf.0)                        ; => +inf.0
(apply max '(3 1 4 1 5 9 2 6))        ; => 9
(max)                                 ; fault: arity-error
(min 1 'a)                            ; fault: type-error
