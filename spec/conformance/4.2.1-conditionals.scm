; 4.2.1: cond, case, and, or, when, unless, cond-expand.

; cond: the first clause that holds.
(define (size n) (cond ((< n 10) 'small) ((< n 100) 'medium) (else 'large)))
(map size '(5 50 500))                ; => (small medium large)
(cond (#t 1))                         ; => 1
(cond (else 2))                       ; => 2
(cond (#f 1) (#t 2 3 4))              ; => 4
(cond (#f 1) (else 2 3))              ; => 3
(cond (#f 1) ((undefined-procedure) 2)) ; fault: unbound-variable
(cond (#f (undefined-procedure)) (else 'skipped)) ; => skipped
(cond ('() 'empty-is-true) (else 'no)) ; => empty-is-true

; A clause with a test alone gives what the test gives.
(cond (7))                            ; => 7
(cond (#f) ('found) (else 'never))    ; => found
(cond ((memv 5 '(4 5 6))) (else 'none)) ; => (5 6)

; A clause with => hands it on.
(cond ((memv 4 '(2 4 8)) => length) (else 0)) ; => 2
(cond ((memv 5 '(2 4 8)) => length) (else 0)) ; => 0
(cond (#f => car) ((list 1 2) => (lambda (l) (reverse l)))) ; => (2 1)
(cond ((+ 1 2) => -) (else 'no))      ; => -3
(cond (3 => (if #f car list)) (else 'no)) ; => (3)
(let ((calls 0))
  (cond ((begin (set! calls (+ calls 1)) calls) => (lambda (x) (list x calls))))) ; => (1 1)
(let ((=> 5)) (cond ((= 1 1) => (+ => 1)))) ; => 6
(let ((else #f)) (cond (else 'taken) (#t 'not-taken))) ; => not-taken

; case: the clause that lists the key, in the sense of eqv?.
(define (kind x)
  (case x
    ((1 3 5 7 9) 'odd)
    ((0 2 4 6 8) 'even)
    ((a e i o u) 'vowel)
    ((#\a #\e) 'char)
    ((#t #f) 'boolean)
    ((()) 'empty)
    (else 'other)))
(map kind (list 7 4 'e #\e #f '() "e" 11)) ; => (odd even vowel char boolean empty other other)
(case (quotient 17 5) ((0 1) 'few) ((2 3 4) 'several) ((5) 'many)) ; => several
(case 'x (else 'whatever))            ; => whatever
(case 3 ((1 2) 'low) ((3 4) 'first 'second 'last) (else 'high)) ; => last
(case 100000000000000000000 ((100000000000000000000) 'big) (else 'other)) ; => big
(case 2.5 ((2.5) 'same) (else 'other)) ; => same
(case (list 1) (((1)) 'same) (else 'other)) ; => other
(case 'else ((other) 1) ((else) 2))   ; => 2
(case '=> ((=>) 'arrow) (else 'other)) ; => arrow
(let ((n 0)) (case (begin (set! n (+ n 1)) n) ((5) 'five) ((1) n) (else 'other))) ; => 1
(case 5 (() 'nothing) ((5) 'five))    ; => five
(let ((else 'shadow)) (case 1 ((1) else))) ; => shadow

; case with =>.
(case 4 ((1 2) 'low) ((3 4) => (lambda (n) (* n n))) (else 'high)) ; => 16
(case 'k ((a) 1) (else => (lambda (key) (list key 'unknown)))) ; => (k unknown)
(case (string-length "mango") ((0) 'empty) ((1 2) => -) (else => (lambda (n) (* 100 n)))) ; => 500
(case #\z ((#\z) => char-upcase) (else 'no)) ; => #\Z

; and, or: from the left, no further than needed.
(and)                                 ; => #t
(or)                                  ; => #f
(and 1)                               ; => 1
(or 1)                                ; => 1
(and 1 2 'three)                      ; => three
(and 1 #f 3)                          ; => #f
(and (> 3 1) (> 3 2))                 ; => #t
(and #f (undefined-procedure))        ; => #f
(or #f #f 'third)                     ; => third
(or #f #f)                            ; => #f
(or 'first (undefined-procedure))     ; => first
(or (assq 'two '((one . 1) (two . 2))) (car '())) ; => (two . 2)
(and '() 0 "")                        ; => ""
(let ((n 0)) (or (begin (set! n (+ n 1)) #f) (begin (set! n (+ n 10)) n) (set! n 1000))) ; => 11
(or (and #f 1) (and 2 #f) (and 3 4))  ; => 4

; when, unless.
(when (= 2 2) 1 2 'three)             ; => three
(unless (= 2 3) 1 2 'three)           ; => three
(when 'anything 'done)                ; => done
(let ((log '()))
  (when #f (set! log (cons 'when log)))
  (unless #t (set! log (cons 'unless log)))
  (when #t (set! log (cons 1 log)) (set! log (cons 2 log)))
  (unless #f (set! log (cons 3 log)) (set! log (cons 4 log)))
  log)                                ; => (4 3 2 1)

; cond-expand: chosen by what the language has.
(cond-expand (r7rs 'r7rs) (else 'none)) ; => r7rs
(cond-expand (no-such-feature 'yes) (else 'no)) ; => no
(cond-expand ((not no-such-feature) 'yes) (else 'no)) ; => yes
(cond-expand ((and) 'yes) (else 'no)) ; => yes
(cond-expand ((or) 'yes) (else 'no))  ; => no
(cond-expand ((and r7rs (not no-such-feature)) 'yes) (else 'no)) ; => yes
(cond-expand ((and r7rs no-such-feature) 'yes) (else 'no)) ; => no
(cond-expand ((or no-such-feature r7rs) 'yes) (else 'no)) ; => yes
(cond-expand ((library (scheme base)) 'there) (else 'missing)) ; => there
(cond-expand ((library (scheme write)) 'there) (else 'missing)) ; => there
(cond-expand ((library (no such library)) 'there) (else 'missing)) ; => missing
(cond-expand ((and (library (scheme base)) (not (library (no such library)))) 1) (else 2)) ; => 1
(cond-expand (no-such-feature (if)) (else 1 2 3)) ; => 3
(+ 1 (cond-expand (r7rs 10) (else 20))) ; => 11
(cond-expand (r7rs (define from-expansion 'defined)))
from-expansion                        ; => defined
(let () (cond-expand (r7rs (define inner 1) (define other 2)) (else (define inner 3))) (+ inner other)) ; => 3
