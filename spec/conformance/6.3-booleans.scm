; 6.3: booleans.

#t                                    ; => #t
#f                                    ; => #f
'#f                                   ; => #f
(list #true #false)                   ; => (#t #f)
(not #f)                              ; => #t
(not #t)                              ; => #f
(map not (list 0 '() "" 'none (list) (vector) #\null 3)) ; => (#f #f #f #f #f #f #f #f)
(not (not 5))                         ; => #t
(boolean? #f)                         ; => #t
(boolean? #t)                         ; => #t
(map boolean? (list 0 '() "" 'yes "#t" #\t car)) ; => (#f #f #f #f #f #f #f)
(boolean=? #t #t)                     ; => #t
(boolean=? #f #f)                     ; => #t
(boolean=? #t #f)                     ; => #f
(boolean=? #f #f #f)                  ; => #t
(boolean=? #t #t #f)                  ; => #f
(boolean=? #t #t #t #t)               ; => #t
(eq? #t (= 1 1))                      ; => #t
(apply not '(#f))                     ; => #t
(map not '(#t #f))                    ; => (#f #t)
(not)                                 ; fault: arity-error
