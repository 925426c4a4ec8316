; 2.4: datum labels, where what is shared has an end. Circular data is in a file of its own.

'(#0=(1 2) #0#)                       ; => ((1 2) (1 2))
'(#0=fig #0# #0#)                     ; => (fig fig fig)
'(#3="text" #3#)                      ; => ("text" "text")
'(#0=1 #1=2 #0# #1#)                  ; => (1 2 1 2)
'(#12=(a) (#12# #12#))                ; => ((a) ((a) (a)))
'(#0=(x) . #0#)                       ; => ((x) x)
'(#0=(p #1=(q)) #1# #0#)              ; => ((p (q)) (q) (p (q)))
'#(#0=(v) #0#)                        ; => #((v) (v))
'(#0=#(1 2) #0#)                      ; => (#(1 2) #(1 2))

; One label is one object.
(let ((both '(#0=(a b) #0#))) (eq? (car both) (cadr both))) ; => #t
(let ((both '((a b) (a b)))) (equal? (car both) (cadr both))) ; => #t
(let ((v '#(#5=(p) q #5#))) (eq? (vector-ref v 0) (vector-ref v 2))) ; => #t
(let ((pair '(#0=(end) . #0#))) (eq? (car pair) (cdr pair))) ; => #t

; A label belongs to the outermost datum it stands in.
'(#0=a #0#)                           ; => (a a)
'(#0=b #0#)                           ; => (b b)
(equal? '(#0=(1) #0#) '((1) (1)))     ; => #t

; Read from a port.
(read (open-input-string "(#0=(k) #0#)")) ; => ((k) (k))
(let ((both (read (open-input-string "(#7=(k) #7#)")))) (eq? (car both) (cadr both))) ; => #t
(let* ((port (open-input-string "(#0=(k) #0#) (#0=(m) #0#)")) (first (read port)) (second (read port)))
  (list first second))                ; => (((k) (k)) ((m) (m)))
