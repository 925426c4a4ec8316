; if, cond, case, when, unless, and, or.

(if 0 "true" "false")                 ; => "true"
(if '() "true" "false")               ; => "true"
(if nil "true" "false")               ; => "true"
(if #f 1)                             ; => nil
(cond (#f 1) ((> 2 1) 2) (else 3))    ; => 2
(cond (#f 1) (else 2 3))              ; => 3
(cond (#f 1))                         ; => nil
(cond)                                ; => nil
(cond (5))                            ; => 5
(cond (#f) (7))                       ; => 7
(cond ((assv 2 '((1 . one) (2 . two))) => cdr) (else 'none)) ; => two
(cond ((assv 3 '((1 . one) (2 . two))) => cdr) (else 'none)) ; => none
(cond (#f => car) (1 => (lambda (x) (+ x 1)))) ; => 2
(case 3 ((1 2) 'low) ((3 4) 'middle) (else 'high)) ; => middle
(case 9 ((1 2) 'low) ((3 4) 'middle) (else 'high)) ; => high
(case 9 ((1) 'one))                   ; => nil
(case 'b ((a) 1) ((b c) 2))           ; => 2
(case "x" (("x") 'text) (else 'other)) ; => text
(case '() ((()) 'empty) (else 'other)) ; => empty
(case '(1) (((1)) 'list) (else 'other)) ; => other
(case (* 2 3) ((6) => (lambda (n) (* n 10))) (else 0)) ; => 60
(case 7 ((6) 0) (else => (lambda (n) (+ n 1)))) ; => 8
(case 5 (() 'never) (else 'else))     ; => else
(when (> 2 1) 'a 'b)                  ; => b
(when #f 'a)                          ; => nil
(unless #f 'a 'b)                     ; => b
(unless 0 'a)                         ; => nil
(and)                                 ; => #t
(and 1 2 3)                           ; => 3
(and 1 #f (error "never"))            ; => #f
(or)                                  ; => #f
(or #f 2 (error "never"))             ; => 2
(or #f #f)                            ; => #f
(or '() 1)                            ; => ()
(and '() 1)                           ; => 1
(if (and (or #f 1) (not (or #f #f))) 'yes 'no) ; => yes
(+ (if #t 1 2) (cond (#f 1) (else 10)) (case 1 ((1) 100))) ; => 111

; A test is evaluated once.
(define tested 0)
(define (test) (set! tested (+ tested 1)) tested)
(cond ((test) => (lambda (x) (list x x)))) ; => (1 1)
(case (test) ((1) 'one) ((2) 'two) ((3) 'three)) ; => two
(or (and (test) #f) tested)           ; => 3

(if)                                  ; fault: syntax-error
(if 1 2 3 4)                          ; fault: syntax-error
(cond (else 1) (2 3))                 ; fault: syntax-error (else …) cannot stand here
(cond 5)                              ; fault: syntax-error 5 is no list
(cond (1 => car cdr))                 ; fault: syntax-error should be (test => receiver)
(cond (1 => 5))                       ; fault: not-a-procedure
(case)                                ; fault: syntax-error
(case 1 (1 2))                        ; fault: syntax-error 1 is no list
(when)                                ; fault: syntax-error
