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

;; the rest of the list that starts with an equal value, #f if none; a third argument says what is equal
(define (member value values . same)
  (if (null? same)
      (let loop ((rest values))
        (cond ((not (pair? rest)) #f)
              ((= value (car rest)) rest)
              (else (loop (cdr rest)))))
      (find-tail (lambda (each) ((car same) value each)) values)))

;; the pair whose car is an equal value, #f if none; a third argument says what is equal
(define (assoc key pairs . same)
  (if (null? same)
      (let loop ((rest pairs))
        (cond ((not (pair? rest)) #f)
              ((= key (car (car rest))) (car rest))
              (else (loop (cdr rest)))))
      (find (lambda (each) ((car same) key (car each))) pairs)))

;; internal: the fraction of the least denominator between two numbers above 0
(define (%simplest low high)
  (let ((whole (floor low)))
    (cond ((or (= low whole) (= low high)) low)
          ((< whole (floor high)) (+ whole 1))
          (else (+ whole (/ 1 (%simplest (/ 1 (- high whole)) (/ 1 (- low whole)))))))))

;; the simplest fraction that is no further away than so much
(define (rationalize number within)
  (let ((low (- number (abs within))) (high (+ number (abs within))))
    (cond ((> low 0) (%simplest low high))
          ((< high 0) (- (%simplest (- high) (- low))))
          ((<= low 0 high) 0)
          (else (+ low high)))))

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

;; the elements that are not equal to a value; a third argument says what is equal
(define (delete value values . same)
  (let ((same? (if (null? same) equal? (car same))))
    (remove (lambda (each) (same? value each)) values)))

;; the elements without those that are equal to an earlier one; a second argument says what is equal
(define (delete-duplicates values . same)
  (let ((same? (if (null? same) equal? (car same))))
    (let loop ((rest values) (kept '()))
      (cond ((not (pair? rest)) (reverse kept))
            ((any (lambda (each) (same? each (car rest))) kept) (loop (cdr rest) kept))
            (else (loop (cdr rest) (cons (car rest) kept)))))))

;; the elements that satisfy a predicate, and those that do not: two values
(define (partition keep? values)
  (let loop ((rest values) (kept '()) (others '()))
    (cond ((not (pair? rest)) (%values (reverse kept) (reverse others)))
          ((keep? (car rest)) (loop (cdr rest) (cons (car rest) kept) others))
          (else (loop (cdr rest) kept (cons (car rest) others))))))

;; the rest of the list that starts with the first element that satisfies a predicate, #f if none
(define (find-tail found? values)
  (let loop ((rest values))
    (cond ((not (pair? rest)) #f)
          ((found? (car rest)) rest)
          (else (loop (cdr rest))))))

;; the first elements, as long as they satisfy a predicate, and the others: two values
(define (span keep? values)
  (let loop ((rest values) (kept '()))
    (if (and (pair? rest) (keep? (car rest)))
        (loop (cdr rest) (cons (car rest) kept))
        (%values (reverse kept) rest))))

;; the first elements, up to one that satisfies a predicate, and the others: two values
(define (break stop? values) (span (lambda (each) (not (stop? each))) values))

;; the first elements, as long as they satisfy a predicate
(define (take-while keep? values)
  (let loop ((rest values) (kept '()))
    (if (and (pair? rest) (keep? (car rest)))
        (loop (cdr rest) (cons (car rest) kept))
        (reverse kept))))

;; what is left from the first element on that does not satisfy a predicate
(define (drop-while drop? values)
  (let loop ((rest values))
    (if (and (pair? rest) (drop? (car rest))) (loop (cdr rest)) rest)))

;; what a procedure gives for each element; of several lists, for their elements side by side
(define (map f values . more)
  (if (null? more)
      (let loop ((rest values) (done '()))
        (if (pair? rest)
            (loop (cdr rest) (cons (f (car rest)) done))
            (reverse done)))
      (map (lambda (row) (apply f row)) (apply zip values more))))

;; calls a procedure for each element, in order; nil
(define (for-each f values . more)
  (if (null? more)
      (let loop ((rest values))
        (when (pair? rest)
          (f (car rest))
          (loop (cdr rest))))
      (for-each (lambda (row) (apply f row)) (apply zip values more))))

;; internal: a procedure that combines the elements of a row with a result
(define (%of-row f) (lambda (row result) (apply f (append row (list result)))))

;; combines the elements from the left: (f element result)
(define (fold f initial values . more)
  (if (null? more)
      (let loop ((rest values) (result initial))
        (if (pair? rest) (loop (cdr rest) (f (car rest) result)) result))
      (fold (%of-row f) initial (apply zip values more))))

;; combines the elements from the left: (f result element)
(define (fold-left f initial values)
  (let loop ((rest values) (result initial))
    (if (pair? rest) (loop (cdr rest) (f result (car rest))) result)))

;; combines the elements from the right: (f element result)
(define (fold-right f initial values . more)
  (if (null? more)
      (fold f initial (reverse values))
      (fold (%of-row f) initial (reverse (apply zip values more)))))

;; combines the elements with each other from the left; of an empty list, the initial value
(define (reduce f initial values) (if (pair? values) (fold f (car values) (cdr values)) initial))

;; combines the elements with each other from the right; of an empty list, the initial value
(define (reduce-right f initial values) (reduce f initial (reverse values)))

;; what a procedure gives for each element, in one list
(define (append-map f values . more) (fold-right append '() (apply map f values more)))

;; the true values that a procedure gives for the elements
(define (filter-map f values . more) (filter (lambda (each) each) (apply map f values more)))

;; a list of what a procedure gives for so many indices from 0
(define (list-tabulate count f) (map f (iota count)))

;; the index of the first element that satisfies a predicate, #f if none
(define (list-index found? values)
  (let loop ((rest values) (index 0))
    (cond ((not (pair? rest)) #f)
          ((found? (car rest)) index)
          (else (loop (cdr rest) (+ index 1))))))

;; the first element that satisfies a predicate, #f if none
(define (find found? values)
  (let loop ((rest values))
    (cond ((not (pair? rest)) #f)
          ((found? (car rest)) (car rest))
          (else (loop (cdr rest))))))

;; the first true value a predicate gives for an element, else #f; of several lists, for their elements side by side
(define (any holds? values . more)
  (if (null? more)
      (let loop ((rest values))
        (cond ((not (pair? rest)) #f)
              ((null? (cdr rest)) (holds? (car rest)))
              (else (or (holds? (car rest)) (loop (cdr rest))))))
      (any (lambda (row) (apply holds? row)) (apply zip values more))))

;; the last value a predicate gives when it holds for every element, else #f; of several lists, side by side
(define (every holds? values . more)
  (if (null? more)
      (let loop ((rest values))
        (cond ((not (pair? rest)) #t)
              ((null? (cdr rest)) (holds? (car rest)))
              (else (if (holds? (car rest)) (loop (cdr rest)) #f))))
      (every (lambda (row) (apply holds? row)) (apply zip values more))))

;; how many elements satisfy a predicate
(define (count holds? values)
  (let loop ((rest values) (found 0))
    (cond ((not (pair? rest)) found)
          ((holds? (car rest)) (loop (cdr rest) (+ found 1)))
          (else (loop (cdr rest) found)))))

;; internal: two sorted lists in one, neither of them empty; of what is equal, that of the first comes first
(define (%merge left right before?)
  (let loop ((left left) (first (car left)) (right right) (second (car right)) (done '()))
    (if (before? second first)
        (let ((rest (cdr right)) (done (cons second done)))
          (if (null? rest) (append-reverse done left) (loop left first rest (car rest) done)))
        (let ((rest (cdr left)) (done (cons first done)))
          (if (null? rest) (append-reverse done right) (loop rest (car rest) right second done))))))

;; internal: as many first elements as stand in order, and the rest after them
(define (%first-run values before?)
  (let loop ((rest (cdr values)) (run (list (car values))))
    (if (and (pair? rest) (not (before? (car rest) (car run))))
        (loop (cdr rest) (cons (car rest) run))
        (cons (reverse run) rest))))

;; the elements of a list or a vector in order; those of which neither is before the other stay as they stand
(define (sort values before?)
  (%procedure "sort" before?)
  (if (vector? values)
      (list->vector (sort (vector->list values) before?))
      ; The runs that the list consists of are merged two by two.
      (let gather ((rest (%list "sort" values)) (runs '()))
        (if (pair? rest)
            (let ((run (%first-run rest before?)))
              (gather (cdr run) (cons (car run) runs)))
            (let merge ((runs (reverse runs)) (done '()))
              (cond ((and (pair? runs) (pair? (cdr runs)))
                     (merge (cddr runs) (cons (%merge (car runs) (cadr runs) before?) done)))
                    ((pair? done) (merge (append-reverse done runs) '()))
                    ((pair? runs) (car runs))
                    (else '())))))))

;; what a procedure gives for each item; of several vectors, for their items side by side
(define (vector-map f items . more)
  (list->vector (apply map f (vector->list items) (map vector->list more))))

;; calls a procedure for each item, in order; nil
(define (vector-for-each f items . more)
  (apply for-each f (vector->list items) (map vector->list more)))

;; the characters of a vector, or of a part of it, as a string
(define (vector->string items . range) (list->string (apply vector->list items range)))

;; a vector of the characters of a string, or of a part of it
(define (string->vector text . range) (list->vector (apply string->list text range)))

;; what a procedure gives for each character, as a string; of several strings, for their characters side by side
(define (string-map f text . more)
  (list->string (apply map f (string->list text) (map string->list more))))

;; calls a procedure for each character, in order; nil
(define (string-for-each f text . more)
  (apply for-each f (string->list text) (map string->list more)))

;; the index of the first character that is the same or satisfies a predicate, #f if none
(define (string-index text wanted)
  (list-index (if (char? wanted) (lambda (each) (char=? each wanted)) wanted) (string->list text)))

;; a hash table of the pairs of a list, the first of those of one key
(define (alist->hash-table pairs . options)
  (let ((table (apply make-hash-table options)))
    (for-each
      (lambda (pair) (hash-table-update!/default table (car pair) (lambda (value) value) (cdr pair)))
      (%list "alist->hash-table" pairs))
    table))

;; the value of a key; if there is none, what the third argument gives, a procedure; else the fourth is given the value
(define (hash-table-ref table key . more)
  (let ((found (%hash-table-ref table key)))
    (cond ((not found) (if (pair? more) ((car more)) (error "hash-table-ref: no such key:" key)))
          ((and (pair? more) (pair? (cdr more))) ((cadr more) (cdr found)))
          (else (cdr found)))))

;; gives a key what a procedure makes of its value; if there is none, of what the fourth argument gives, a procedure
(define (hash-table-update! table key f . more)
  (hash-table-set! table key (f (apply hash-table-ref table key more))))

;; gives a key what a procedure makes of its value, or of another one if there is none
(define (hash-table-update!/default table key f otherwise)
  (hash-table-set! table key (f (hash-table-ref/default table key otherwise))))

;; calls a procedure with each key and its value, in the order of the keys; nil
(define (hash-table-walk table f)
  (for-each (lambda (entry) (f (car entry) (cdr entry))) (hash-table->alist table)))

;; combines the entries: (f key value result)
(define (hash-table-fold table f initial)
  (fold (lambda (entry result) (f (car entry) (cdr entry) result)) initial (hash-table->alist table)))

;; gives a table the entries of another one that it has not
(define (hash-table-merge! table other)
  (hash-table-walk other
    (lambda (key value)
      (unless (hash-table-exists? table key) (hash-table-set! table key value))))
  table)

;; what a procedure writes to the port it is given, as a string
(define (call-with-output-string f)
  (let ((port (open-output-string)))
    (f port)
    (get-output-string port)))

;; what a thunk writes to the current port, as a string
(define (with-output-to-string thunk)
  (call-with-output-string
    (lambda (port)
      (%parameterize (list (cons current-output-port port)) thunk))))

;; calls a procedure with a port, and closes the port
(define (call-with-port port f)
  (let ((result (f port)))
    (close-port port)
    result))
