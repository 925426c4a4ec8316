(define (rule price qty discount) (and (> price 50) (>= qty 3) (< discount 0.2)))
