; 6.8: vectors.

(map vector? (list (vector) (vector 1) #(1 2) (make-vector 3))) ; => (#t #t #t #t)
(map vector? (list '() '(1 2) "ab" #u8(1 2) 'v 5)) ; => (#f #f #f #f #f #f)

; Making.
(make-vector 3 'x)                    ; => #(x x x)
(make-vector 0)                       ; => #()
(vector-length (make-vector 4))       ; => 4
(let ((v (make-vector 2 (list 1)))) (eq? (vector-ref v 0) (vector-ref v 1))) ; => #t
(vector)                              ; => #()
(vector 'a (+ 1 1) "c" #\d)           ; => #(a 2 "c" #\d)
(vector (vector 1) (list 2))          ; => #(#(1) (2))
(make-vector 'a)                      ; fault: type-error

; Length and elements.
(map vector-length (list #() #(1) #(1 (2 3) #(4 5 6)))) ; => (0 1 3)
(vector-ref #(a b c) 0)               ; => a
(vector-ref #(a b c) 2)               ; => c
(vector-ref (vector 1 (vector 2 3)) 1) ; => #(2 3)
(vector-ref #(a b c) 3)               ; fault: out-of-range
(vector-ref (vector) 0)               ; fault: out-of-range
(vector-ref (vector 1 2 3) 10)        ; fault: out-of-range
(vector-ref '(1 2) 0)                 ; fault: type-error
(vector-ref #(1 2) "0")               ; fault: type-error
(vector-length '(1 2))                ; fault: type-error

; vector-set!.
(let ((v (vector 1 2 3))) (vector-set! v 1 'new) v) ; => #(1 new 3)
(let* ((v (vector 1 2)) (w v)) (vector-set! v 0 'seen) w) ; => #(seen 2)
(let ((v (make-vector 3 0))) (vector-set! v 0 (vector-length v)) (vector-set! v 2 "end") v) ; => #(3 0 "end")
(let* ((inner (vector 1)) (outer (vector inner inner))) (vector-set! inner 0 2) outer) ; => #(#(2) #(2))
(let* ((v (vector 1 2)) (l (list v v))) (vector-set! (car l) 0 9) (cadr l)) ; => #(9 2)
(let ((v (vector 'a 'b))) (let ((swap (vector-ref v 0))) (vector-set! v 0 (vector-ref v 1)) (vector-set! v 1 swap)) v)
; => #(b a)
(define (fill-up! v) (let loop ((i 0)) (when (< i (vector-length v)) (vector-set! v i (* i i)) (loop (+ i 1)))))
(let ((v (make-vector 5 0))) (fill-up! v) v) ; => #(0 1 4 9 16)
(vector-set! (vector 1 2) 2 'x)       ; fault: out-of-range
(vector-set! (list 1 2) 0 'x)         ; fault: type-error

; A vector keeps its elements from one form to the next, and a fault takes back what was done.
(define kept (vector 1 2 3))
(begin (vector-set! kept 0 'one) kept) ; => #(one 2 3)
kept                                  ; => #(one 2 3)
(begin (vector-set! kept 1 'two) (vector-ref kept 7)) ; fault: out-of-range
kept                                  ; => #(one 2 3)
(define other-name kept)
(begin (vector-set! other-name 2 'three) (eq? kept other-name)) ; => #t
kept                                  ; => #(one 2 three)
(define in-closure (let ((v (vector 0))) (lambda () (vector-set! v 0 (+ 1 (vector-ref v 0))) (vector-ref v 0))))
(begin (in-closure) (in-closure))     ; => 2
(in-closure)                          ; => 3

; Lists.
(vector->list #(1 2 3))               ; => (1 2 3)
(vector->list #())                    ; => ()
(vector->list #(a b c d) 1)           ; => (b c d)
(vector->list #(a b c d) 1 3)         ; => (b c)
(vector->list #(a b c d) 2 2)         ; => ()
(vector->list #(a b) 0 3)             ; fault: out-of-range
(list->vector '(1 (2) "3"))           ; => #(1 (2) "3")
(list->vector '())                    ; => #()
(let ((v (list->vector '(1 2)))) (vector-set! v 0 'mutable) v) ; => #(mutable 2)
(list->vector 5)                      ; fault: type-error

; vector-copy.
(vector-copy #(1 2 3))                ; => #(1 2 3)
(vector-copy #(a b c d) 2)            ; => #(c d)
(vector-copy #(a b c d) 1 3)          ; => #(b c)
(vector-copy #(a b c d) 4)            ; => #()
(let* ((v (vector 1 2)) (w (vector-copy v))) (vector-set! w 0 'changed) (list v w)) ; => (#(1 2) #(changed 2))
(let ((v (vector-copy #(1 2)))) (vector-set! v 1 'mutable) v) ; => #(1 mutable)
(let* ((part (list 1)) (v (vector part))) (eq? part (vector-ref (vector-copy v) 0))) ; => #t
(vector-copy #(a b) 1 3)              ; fault: out-of-range

; vector-copy!.
(let ((to (vector 1 2 3 4 5))) (vector-copy! to 1 #(a b)) to) ; => #(1 a b 4 5)
(let ((to (vector 1 2 3 4 5))) (vector-copy! to 0 #(a b c d) 2) to) ; => #(c d 3 4 5)
(let ((to (vector 1 2 3 4 5))) (vector-copy! to 3 #(a b c d) 1 3) to) ; => #(1 2 3 b c)
(let ((to (vector 1 2))) (vector-copy! to 2 #()) to) ; => #(1 2)
(let ((v (vector 1 2 3 4 5))) (vector-copy! v 1 v 0 3) v) ; => #(1 1 2 3 5)
(let ((v (vector 1 2 3 4 5))) (vector-copy! v 0 v 2 5) v) ; => #(3 4 5 4 5)
(let ((v (vector 1 2 3))) (vector-copy! v 0 v) v) ; => #(1 2 3)
(vector-copy! (vector 1 2) 1 #(a b))  ; fault: out-of-range
(vector-copy! (vector 1 2) 0 '(a b))  ; fault: type-error

; vector-append.
(vector-append)                       ; => #()
(vector-append #(1))                  ; => #(1)
(vector-append #(1) #(2 3) #() #(4))  ; => #(1 2 3 4)
(let ((v (vector-append #(1) #(2)))) (vector-set! v 0 'mutable) v) ; => #(mutable 2)
(vector-append #(1) '(2))             ; fault: type-error

; vector-fill!.
(let ((v (vector 1 2 3))) (vector-fill! v 'x) v) ; => #(x x x)
(let ((v (vector 1 2 3 4))) (vector-fill! v 'x 2) v) ; => #(1 2 x x)
(let ((v (vector 1 2 3 4))) (vector-fill! v 'x 1 3) v) ; => #(1 x x 4)
(let ((v (vector 1 2))) (vector-fill! v 'x 1 1) v) ; => #(1 2)
(vector-fill! (vector 1 2) 'x 0 3)    ; fault: out-of-range

; vector-map, vector-for-each.
(vector-map square #(1 2 3))          ; => #(1 4 9)
(vector-map - #(10 20 30) #(1 2 3))   ; => #(9 18 27)
(vector-map list #(a b c) #(1 2))     ; => #((a 1) (b 2))
(vector-map string-length #("a" "" "abc")) ; => #(1 0 3)
(vector-map square #())               ; => #()
(vector-map (lambda (a b c) (+ a (* b c))) #(1 2) #(3 4) #(5 6 7)) ; => #(16 26)
(let ((v (vector-map - #(1 2)))) (vector-set! v 0 'mutable) v) ; => #(mutable -2)
(let ((seen '())) (vector-for-each (lambda (x) (set! seen (cons x seen))) #(1 2 3)) seen) ; => (3 2 1)
(let ((seen '()))
  (vector-for-each (lambda (a b) (set! seen (cons (cons a b) seen))) #(1 2 3) #(x y))
  (reverse seen))                     ; => ((1 . x) (2 . y))
(let ((v (vector 3 1 2)) (sum 0)) (vector-for-each (lambda (x) (set! sum (+ sum x))) v) sum) ; => 6
(vector-map car '(1 2))               ; fault: type-error
(vector-for-each (lambda (x y) x) #(1)) ; fault: arity-error

; Vectors at work.
(define (sieve n)
  (let ((prime (make-vector (+ n 1) #t)))
    (do ((i 2 (+ i 1))) ((> (* i i) n))
      (when (vector-ref prime i)
        (do ((j (* i i) (+ j i))) ((> j n)) (vector-set! prime j #f))))
    (let loop ((i n) (found '()))
      (if (< i 2) found (loop (- i 1) (if (vector-ref prime i) (cons i found) found))))))
(sieve 30)                            ; => (2 3 5 7 11 13 17 19 23 29)
(define (sort-vector! v)
  (do ((i 1 (+ i 1))) ((= i (vector-length v)) v)
    (let loop ((j i))
      (when (and (> j 0) (< (vector-ref v j) (vector-ref v (- j 1))))
        (let ((x (vector-ref v j)))
          (vector-set! v j (vector-ref v (- j 1)))
          (vector-set! v (- j 1) x)
          (loop (- j 1)))))))
(sort-vector! (vector 5 2 8 1 9 3))   ; => #(1 2 3 5 8 9)
