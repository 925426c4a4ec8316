; Association lists, and what one counts with them.

(define ages '((ann . 31) (bob . 27) (cid . 45)))
(assq 'bob ages)                      ; => (bob . 27)
(assq 'dan ages)                      ; => #f
(cdr (assq 'cid ages))                ; => 45
(assv 2 '((1 one) (2 two)))           ; => (2 two)
(assoc "b" '(("a" . 1) ("b" . 2)))    ; => ("b" . 2)
(assq "b" '(("a" . 1) ("b" . 2)))     ; => ("b" . 2)
(assoc '(1) '(((1) . x)))             ; => ((1) . x)
(assq '(1) '(((1) . x)))              ; => #f

(define (put key value pairs)
  (cond ((null? pairs) (list (cons key value)))
        ((= (caar pairs) key) (cons (cons key value) (cdr pairs)))
        (else (cons (car pairs) (put key value (cdr pairs))))))
(put 'bob 28 ages)                    ; => ((ann . 31) (bob . 28) (cid . 45))
(put 'dan 5 ages)                     ; => ((ann . 31) (bob . 27) (cid . 45) (dan . 5))
(cdr (assq 'bob ages))                ; => 27

(define (tally values)
  (fold (lambda (value counts)
          (let ((found (assoc value counts)))
            (put value (if found (+ (cdr found) 1) 1) counts)))
        '()
        values))
(tally (string-split "a rose is a rose is a rose")) ; => (("a" . 3) ("rose" . 3) ("is" . 2))

(define (group-by key values)
  (fold-right (lambda (value groups)
                (let* ((name (key value)) (found (assoc name groups)))
                  (put name (cons value (if found (cdr found) '())) groups)))
              '()
              values))
(group-by even? '(1 2 3 4 5))         ; => ((#f 1 3 5) (#t 2 4))
(assoc 1 '(5))                        ; fault: type-error car takes a pair, not 5
(assq 'a '(5))                        ; fault: type-error assq takes a pair, not 5
