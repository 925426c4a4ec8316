; 6.14: features. The rest of this section is about the world outside: see the differences.

(list? (features))                    ; => #t
(pair? (memq 'r7rs (features)))       ; => #t
(memq 'no-such-feature (features))    ; => #f
(let loop ((l (features))) (or (null? l) (and (symbol? (car l)) (loop (cdr l))))) ; => #t
(cond-expand (r7rs (pair? (memq 'r7rs (features)))) (else 'inconsistent)) ; => #t
(features 1)                          ; fault: arity-error
