; Procedures that call each other, at every place where they may be defined.

(define (is-even n) (if (= n 0) #t (is-odd (- n 1))))
(define (is-odd n) (if (= n 0) #f (is-even (- n 1))))
(is-even 100)                         ; => #t
(is-odd 100)                          ; => #f
(is-even 10001)                       ; => #f

(letrec ((even (lambda (n) (or (= n 0) (odd (- n 1)))))
         (odd (lambda (n) (and (> n 0) (even (- n 1))))))
  (list (even 1000) (odd 1000)))      ; => (#t #f)

(define (parity n)
  (define (even n) (if (= n 0) 'even (odd (- n 1))))
  (define (odd n) (if (= n 0) 'odd (even (- n 1))))
  (even n))
(parity 7)                            ; => odd
(parity 1000)                         ; => even

; Hofstadter's female and male sequences.
(define (F n) (if (= n 0) 1 (- n (M (F (- n 1))))))
(define (M n) (if (= n 0) 0 (- n (F (M (- n 1))))))
(map F (iota 10))                     ; => (1 1 2 2 3 3 4 5 5 6)
(map M (iota 10))                     ; => (0 0 1 2 2 3 4 4 5 6)

; A recogniser of balanced brackets, three states calling each other.
(define (balanced? text)
  (letrec ((scan (lambda (chars depth)
                   (cond ((null? chars) (= depth 0))
                         ((= (car chars) "(") (open chars depth))
                         ((= (car chars) ")") (close chars depth))
                         (else (scan (cdr chars) depth)))))
           (open (lambda (chars depth) (scan (cdr chars) (+ depth 1))))
           (close (lambda (chars depth) (and (> depth 0) (scan (cdr chars) (- depth 1))))))
    (scan (string-split text "") 0)))
(balanced? "(a (b) c)")               ; => #t
(balanced? "(a))(")                   ; => #f
(balanced? "((")                      ; => #f
(balanced? "")                        ; => #t
