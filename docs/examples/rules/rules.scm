; Rules over sensor readings. Each row of the file is a call of `reading`, and each alert is a line that is printed.

(define (sensor row) (list-ref row 0))
(define (minute row) (list-ref row 1))
(define (temperature row) (list-ref row 2))
(define (humidity row) (list-ref row 3))
(define (battery row) (list-ref row 4))

; Each rule is given this row and the one before it of the same sensor, and gives a text or #f.

(define hottest '(("server-room" 30) ("greenhouse" 28) ("office" 26)))

; Too hot, said once: when the limit is passed.
(define (too-hot row before)
  (let ((limit (assoc (sensor row) hottest)))
    (and limit
         (> (temperature row) (cadr limit))
         (<= (temperature before) (cadr limit))
         (string-append "too hot: " (number->string (temperature row)) " degrees"))))

(define (cooler row before)
  (let ((limit (assoc (sensor row) hottest)))
    (and limit
         (<= (temperature row) (cadr limit))
         (> (temperature before) (cadr limit))
         "cool again")))

; A jump from one reading to the next is a window, a door, or a broken sensor.
(define (jump row before)
  (let ((by (- (temperature row) (temperature before))))
    (cond ((> by 6) "temperature jumped up")
          ((< by -6) "temperature dropped")
          (else #f))))

(define (frost row before)
  (and (< (temperature row) 0) (>= (temperature before) 0) "frost"))

; A reading without a humidity is nil.
(define (damp row before)
  (and (number? (humidity row))
       (number? (humidity before))
       (> (humidity row) 80)
       (<= (humidity before) 80)
       "damp: mould may grow"))

(define (battery-low row before)
  (and (< (battery row) 15)
       (>= (battery before) 15)
       (string-append "battery low: " (number->string (battery row)) " %")))

(define (silent row before)
  (let ((gap (- (minute row) (minute before))))
    (and (> gap 30)
         (string-append "was silent for " (number->string gap) " minutes"))))

(define rules (list too-hot cooler jump frost damp battery-low silent))

; The last row of each sensor.
(define last-rows '())

(define (reading time minute sensor temperature humidity battery)
  (let* ((row (list sensor minute temperature humidity battery))
         (before (or (assoc sensor last-rows) row)))
    (for-each
      (lambda (rule)
        (let ((alert (rule row before)))
          (when alert (print (string-append time " " sensor ": " alert)))))
      rules)
    (set! last-rows (cons row (delete before last-rows)))))
