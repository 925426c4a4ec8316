; Permutations, combinations, subsets.

(define (permutations values)
  (if (null? values)
      '(())
      (append-map (lambda (first)
                    (map (lambda (rest) (cons first rest)) (permutations (delete first values))))
                  values)))
(permutations '())                    ; => (())
(permutations '(1 2 3))               ; => ((1 2 3) (1 3 2) (2 1 3) (2 3 1) (3 1 2) (3 2 1))
(length (permutations '(a b c d e)))  ; => 120

(define (subsets values)
  (if (null? values)
      '(())
      (let ((rest (subsets (cdr values))))
        (append rest (map (lambda (each) (cons (car values) each)) rest)))))
(subsets '(a b c))                    ; => (() (c) (b) (b c) (a) (a c) (a b) (a b c))
(length (subsets (iota 8)))           ; => 256

(define (combinations values k)
  (cond ((= k 0) '(()))
        ((null? values) '())
        (else (append (map (lambda (each) (cons (car values) each)) (combinations (cdr values) (- k 1)))
                      (combinations (cdr values) k)))))
(combinations '(1 2 3 4) 2)           ; => ((1 2) (1 3) (1 4) (2 3) (2 4) (3 4))
(combinations '(1 2) 3)               ; => ()
(length (combinations (iota 8) 4))    ; => 70

(define (change amount coins)
  (cond ((= amount 0) 1)
        ((or (< amount 0) (null? coins)) 0)
        (else (+ (change amount (cdr coins)) (change (- amount (car coins)) coins)))))
(change 100 '(50 25 10 5 1))          ; => 292
