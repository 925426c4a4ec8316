; Library procedures written in the language itself: whatever takes a procedure, so that it can be suspended, metered
; and watched at every step like any other code. Compiled when the package is built; see scripts/library.ts.
; The comment above a definition is its documentation; `as` gives it the name of an operator,
; `internal` keeps it from programs.

;; as =: whether all are equal in structure
(define (all-equal? first . rest)
  (let loop ((rest rest))
    (cond ((null? rest) #t)
          ((= first (car rest)) (loop (cdr rest)))
          (else #f))))

;; as !=: whether two values differ in structure
(define (differ? a b) (!= a b))

;; whether two values are equal in structure
(define (equal? a b) (= a b))

;; the rest of the list that starts with an equal value, #f if none
(define (member value values)
  (let loop ((rest values))
    (cond ((not (pair? rest)) #f)
          ((= value (car rest)) rest)
          (else (loop (cdr rest))))))

;; the pair whose car is an equal value, #f if none
(define (assoc key pairs)
  (let loop ((rest pairs))
    (cond ((not (pair? rest)) #f)
          ((= key (car (car rest))) (car rest))
          (else (loop (cdr rest))))))

;; the elements that satisfy a predicate
(define (filter keep? values)
  (let loop ((rest values) (kept '()))
    (cond ((not (pair? rest)) (reverse kept))
          ((keep? (car rest)) (loop (cdr rest) (cons (car rest) kept)))
          (else (loop (cdr rest) kept)))))

;; the elements that do not satisfy a predicate
(define (remove drop? values)
  (let loop ((rest values) (kept '()))
    (cond ((not (pair? rest)) (reverse kept))
          ((drop? (car rest)) (loop (cdr rest) kept))
          (else (loop (cdr rest) (cons (car rest) kept))))))

;; the elements that are not equal to a value
(define (delete value values)
  (let loop ((rest values) (kept '()))
    (cond ((not (pair? rest)) (reverse kept))
          ((= value (car rest)) (loop (cdr rest) kept))
          (else (loop (cdr rest) (cons (car rest) kept))))))

;; internal: whether some list of several has ended
(define (some-ended? lists)
  (let loop ((rest lists))
    (cond ((null? rest) #f)
          ((pair? (car rest)) (loop (cdr rest)))
          (else #t))))

;; internal: the first elements of several lists
(define (all-cars lists)
  (let loop ((rest lists) (cars '()))
    (if (null? rest) (reverse cars) (loop (cdr rest) (cons (car (car rest)) cars)))))

;; internal: several lists without their first elements
(define (all-cdrs lists)
  (let loop ((rest lists) (cdrs '()))
    (if (null? rest) (reverse cdrs) (loop (cdr rest) (cons (cdr (car rest)) cdrs)))))

;; what a procedure gives for each element; of several lists, for their elements side by side
(define (map f values . more)
  (if (null? more)
      (let loop ((rest values) (done '()))
        (if (pair? rest)
            (loop (cdr rest) (cons (f (car rest)) done))
            (reverse done)))
      (let loop ((lists (cons values more)) (done '()))
        (if (some-ended? lists)
            (reverse done)
            (loop (all-cdrs lists) (cons (apply f (all-cars lists)) done))))))

;; calls a procedure for each element, in order; nil
(define (for-each f values . more)
  (if (null? more)
      (let loop ((rest values))
        (when (pair? rest)
          (f (car rest))
          (loop (cdr rest))))
      (let loop ((lists (cons values more)))
        (unless (some-ended? lists)
          (apply f (all-cars lists))
          (loop (all-cdrs lists))))))

;; combines the elements from the left: (f element result)
(define (fold f initial values . more)
  (if (null? more)
      (let loop ((rest values) (result initial))
        (if (pair? rest) (loop (cdr rest) (f (car rest) result)) result))
      (let loop ((lists (cons values more)) (result initial))
        (if (some-ended? lists)
            result
            (loop (all-cdrs lists) (apply f (append (all-cars lists) (list result))))))))

;; combines the elements from the left: (f result element)
(define (fold-left f initial values)
  (let loop ((rest values) (result initial))
    (if (pair? rest) (loop (cdr rest) (f result (car rest))) result)))

;; combines the elements from the right: (f element result)
(define (fold-right f initial values)
  (let loop ((rest (reverse values)) (result initial))
    (if (pair? rest) (loop (cdr rest) (f (car rest) result)) result)))

;; combines the elements with each other from the left; of an empty list, the initial value
(define (reduce f initial values)
  (if (pair? values)
      (let loop ((rest (cdr values)) (result (car values)))
        (if (pair? rest) (loop (cdr rest) (f (car rest) result)) result))
      initial))

;; what a procedure gives for each element, in one list
(define (append-map f values) (fold-right append '() (map f values)))

;; the first element that satisfies a predicate, #f if none
(define (find found? values)
  (let loop ((rest values))
    (cond ((not (pair? rest)) #f)
          ((found? (car rest)) (car rest))
          (else (loop (cdr rest))))))

;; the first true value a predicate gives for an element, else #f
(define (any holds? values)
  (let loop ((rest values))
    (if (pair? rest)
        (or (holds? (car rest)) (loop (cdr rest)))
        #f)))

;; the last value a predicate gives when it holds for every element, else #f
(define (every holds? values)
  (let loop ((rest values) (last #t))
    (if (pair? rest)
        (let ((held (holds? (car rest))))
          (if held (loop (cdr rest) held) #f))
        last)))

;; how many elements satisfy a predicate
(define (count holds? values)
  (let loop ((rest values) (found 0))
    (cond ((not (pair? rest)) found)
          ((holds? (car rest)) (loop (cdr rest) (+ found 1)))
          (else (loop (cdr rest) found)))))

;; internal: two sorted lists in one; of what is equal, that of the first comes first
(define (merge-sorted left right before?)
  (let loop ((left left) (right right) (done '()))
    (cond ((null? left) (append (reverse done) right))
          ((null? right) (append (reverse done) left))
          ((before? (car right) (car left)) (loop left (cdr right) (cons (car right) done)))
          (else (loop (cdr left) right (cons (car left) done))))))

;; internal: sorted lists, merged two by two
(define (merge-pairs runs before?)
  (let loop ((runs runs) (done '()))
    (cond ((null? runs) (reverse done))
          ((null? (cdr runs)) (reverse (cons (car runs) done)))
          (else (loop (cddr runs) (cons (merge-sorted (car runs) (cadr runs) before?) done))))))

;; the elements in order; those of which neither is before the other stay as they stand
(define (sort values before?)
  (let loop ((runs (map list values)))
    (cond ((null? runs) '())
          ((null? (cdr runs)) (car runs))
          (else (loop (merge-pairs runs before?))))))
