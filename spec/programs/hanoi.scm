; The towers of Hanoi: how many moves, and which.

(define (moves n) (if (= n 0) 0 (+ (moves (- n 1)) 1 (moves (- n 1)))))
(moves 1)                             ; => 1
(moves 10)                            ; => 1023

(define (hanoi n from to over)
  (if (= n 0)
      '()
      (append (hanoi (- n 1) from over to)
              (list (list from to))
              (hanoi (- n 1) over to from))))
(hanoi 2 'a 'c 'b)                    ; => ((a b) (a c) (b c))
(hanoi 3 'a 'c 'b)                    ; => ((a c) (a b) (c b) (a c) (b a) (b c) (a c))
(length (hanoi 8 'a 'c 'b))           ; => 255

(define (tell n from to over)
  (when (> n 0)
    (tell (- n 1) from over to)
    (print (string-append "disk " (number->string n) " to " to))
    (tell (- n 1) over to from)))
(tell 2 "a" "c" "b")                  ; prints: disk 1 to b
                                      ; prints: disk 2 to c
                                      ; prints: disk 1 to c

; Playing the moves: a disk never lies on a smaller one.
(define (put pegs name peg)
  (map (lambda (each) (if (eq? (car each) name) (cons name peg) each)) pegs))
(define (play pegs moves)
  (if (null? moves)
      pegs
      (let* ((from (assq (caar moves) pegs))
             (to (assq (cadar moves) pegs))
             (disk (cadr from)))
        (if (and (pair? (cdr to)) (< (cadr to) disk))
            (error "on a smaller one:" disk)
            (play (put (put pegs (car from) (cddr from)) (car to) (cons disk (cdr to))) (cdr moves))))))
(play '((a 1 2 3 4) (b) (c)) (hanoi 4 'a 'c 'b)) ; => ((a) (b) (c 1 2 3 4))
(play '((a 1 2) (b) (c)) '((a b) (a b)))         ; fault: user-raised on a smaller one: 2
