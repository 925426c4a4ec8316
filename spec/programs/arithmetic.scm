; The operators as calls, with any number of operands.

(+ 5 10)                              ; => 15
(+ (* 3 4) (- 20 10))                 ; => 22
(+)                                   ; => 0
(*)                                   ; => 1
(+ 7)                                 ; => 7
(* 7)                                 ; => 7
(- 7)                                 ; => -7
(- 0)                                 ; => 0
(/ 4)                                 ; => 0.25
(+ 1 2 3 4 5)                         ; => 15
(- 10 1 2 3)                          ; => 4
(* 1 2 3 4 5)                         ; => 120
(/ 120 2 3 4)                         ; => 5
(/ 7 2)                               ; => 3.5
(/ 6 3)                               ; => 2
(+ 0.1 0.2)                           ; => 0.30000000000000004
(* 1.5 2)                             ; => 3
(% 7 3)                               ; => 1
(% -7 3)                              ; => 2
(% 7 -3)                              ; => -2
(% 5.5 2)                             ; => 1.5
(** 2 10)                             ; => 1024
(** 2 -2)                             ; => 0.25
(** 2 0.5)                            ; => 1.4142135623730951
(** 0 0)                              ; => 1
(- (* 1.0 0))                         ; => 0
(abs -5)                              ; => 5
(square -4)                           ; => 16
(min 3 1 2)                           ; => 1
(max 3 1 2)                           ; => 3

; An operand is evaluated once, from left to right.
(define order '())
(define (seen x) (set! order (cons x order)) x)
(+ (seen 1) (* (seen 2) (seen 3)))    ; => 7
order                                 ; => (3 2 1)

(/ 1 0)                               ; fault: division-by-zero
(/ 0)                                 ; fault: division-by-zero
(% 5 0)                               ; fault: division-by-zero
(** 0 -1)                             ; fault: division-by-zero
(/ 0.0 0.0)                           ; fault: division-by-zero
(+ 1 "2")                             ; fault: type-error OP_ADD: "2" is not a number
(* 2 'x)                              ; fault: type-error OP_MULTIPLY: x is not a number
(- #t)                                ; fault: type-error OP_NEGATE
(+ nil)                               ; fault: type-error OP_ADD: nil is not a number
(-)                                   ; fault: arity-error - takes at least 1 arguments, not 0
(/)                                   ; fault: arity-error / takes at least 1 arguments, not 0
(% 1)                                 ; fault: arity-error % takes 2 arguments, not 1
(** 1 2 3)                            ; fault: arity-error ** takes 2 arguments, not 3
