; In how many ways money can be changed, and a knapsack.
(define (ways amount coins)
  (cond ((= amount 0) 1)
        ((or (< amount 0) (null? coins)) 0)
        (else (+ (ways amount (cdr coins)) (ways (- amount (car coins)) coins)))))
(ways 50 '(50 25 10 5 1))            ; => 50
(ways 10 '(3 7))                     ; => 1
(ways 1 '())                         ; => 0
(ways 100 '(50 25 10 5 1))           ; => 292
(define (knapsack room items)
  (if (null? items)
      0
      (let ((without (knapsack room (cdr items))) (size (caar items)) (worth (cdar items)))
        (if (> size room) without (max without (+ worth (knapsack (- room size) (cdr items))))))))
(knapsack 10 '((5 . 10) (4 . 40) (6 . 30) (3 . 50)))    ; => 90
