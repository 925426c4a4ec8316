; 5.2, 5.6: import and define-library.

; A library, and what it exports.
(define-library (garden tools)
  (export dig (rename internal-plant plant) tool-count)
  (import (scheme base))
  (begin
    (define tool-count 2)
    (define (dig depth) (list 'hole depth (hidden depth)))
    (define (internal-plant what) (list 'planted what))
    (define (hidden depth) (* 2 depth))))
(import (garden tools))
(dig 3)                               ; => (hole 3 6)
(plant 'rose)                         ; => (planted rose)
tool-count                            ; => 2
(hidden 1)                            ; fault: unbound-variable
(internal-plant 'rose)                ; fault: unbound-variable

; Import sets.
(import (only (garden tools) dig))
(import (prefix (garden tools) garden-))
(garden-dig 1)                        ; => (hole 1 2)
(import (rename (garden tools) (dig excavate)))
(excavate 2)                          ; => (hole 2 4)
(import (except (garden tools) dig plant))
(import (prefix (only (garden tools) plant) re))
(replant 'oak)                        ; => (planted oak)
(import (rename (prefix (only (garden tools) plant tool-count) g:) (g:plant set-in-earth)))
(list (set-in-earth 'ivy) g:tool-count) ; => ((planted ivy) 2)
(import (only (rename (garden tools) (dig shovel)) shovel) (prefix (garden tools) both:))
(list (shovel 5) (both:dig 5))        ; => ((hole 5 10) (hole 5 10))
(import (prefix (rename (garden tools) (plant sow)) p-))
(p-sow 'seed)                         ; => (planted seed)
(import (except (prefix (garden tools) e-) e-dig))
(e-plant 'fern)                       ; => (planted fern)
e-dig                                 ; fault: unbound-variable

; The libraries of the language.
(import (scheme base) (scheme write))
(import (prefix (only (scheme base) car cond if let +) b:))
(b:car '(1 2))                        ; => 1
(b:if #f 1 2)                         ; => 2
(b:let ((x 1)) (b:+ x 1))             ; => 2
(b:cond (#f 1) (else 2))            ; => 2
(import (only (scheme base) vector-map string-map))
(vector-map - #(1 2))                 ; => #(-1 -2)
(import (rename (only (scheme base) car lambda) (car first-of) (lambda fun)))
((fun (x) (first-of x)) '(a b))       ; => a
(import (scheme case-lambda) (scheme char) (scheme cxr) (scheme eval) (scheme inexact) (scheme lazy))
(import (scheme read) (scheme repl))
(list (caddr '(1 2 3)) (char-upcase #\a) (force (delay 1))) ; => (3 #\A 1)
(import (only (scheme r5rs) exact->inexact))
(exact->inexact 1.5)                  ; => 1.5

; What a library keeps to itself has state of its own, and there is one library however it is imported.
(define-library (shared counter)
  (export count! current)
  (import (scheme base))
  (begin
    (define n 0)
    (define (count!) (set! n (+ n 1)) n)
    (define (current) n)))
(define n 'not-the-counter)
(import (shared counter))
(import (prefix (shared counter) same-))
(begin (count!) (count!))             ; => 2
(same-count!)                         ; => 3
(list (current) (same-current) n)     ; => (3 3 not-the-counter)

; A library is not touched by what the program defines.
(define-library (steady)
  (export total)
  (import (scheme base))
  (begin (define (total l) (apply plus l)) (define (plus . l) (if (null? l) 0 (+ (car l) (apply plus (cdr l)))))))
(import (steady))
(define (plus . l) 'not-used)
(total '(1 2 3))                      ; => 6
(let ((plus -)) (total '(1 2 3)))     ; => 6

; Libraries use libraries.
(define-library (shapes area)
  (export area)
  (import (scheme base))
  (begin (define (area w h) (* w h))))
(define-library (shapes)
  (export describe (rename area surface))
  (import (scheme base) (shapes area))
  (begin (define (describe w h) (list 'rectangle w h 'area (area w h)))))
(import (shapes))
(describe 2 3)                        ; => (rectangle 2 3 area 6)
(surface 4 5)                         ; => 20
area                                  ; fault: unbound-variable
(define-library (shapes 3 solid)
  (export volume)
  (import (only (scheme base) define *) (prefix (shapes area) s:))
  (begin (define (volume w h d) (* d (s:area w h)))))
(import (shapes 3 solid))
(volume 2 3 4)                        ; => 24

; Macros are exported, and see what their library sees.
(define-library (macros)
  (export twice my-unless keep)
  (import (scheme base))
  (begin
    (define secret 'from-inside)
    (define (helper x) (list secret x))
    (define-syntax twice (syntax-rules () ((_ e) (let ((t e)) (list t t (helper t))))))
    (define-syntax my-unless (syntax-rules () ((_ c e) (if c 'not-done e))))
    (define-syntax keep (syntax-rules () ((_) secret)))))
(import (macros))
(twice 1)                             ; => (1 1 (from-inside 1))
(let ((t 5) (helper 6) (secret 7)) (twice t)) ; => (5 5 (from-inside 5))
(let ((if list)) (my-unless #f 'done)) ; => done
(keep)                                ; => from-inside
secret                                ; fault: unbound-variable
(import (rename (macros) (twice two-times)))
(two-times 2)                         ; => (2 2 (from-inside 2))

; Several begins, several exports, and a choice of declarations.
(define-library (many parts)
  (export a)
  (import (scheme base))
  (begin (define a 1) (define b (+ a 1)))
  (export c b)
  (begin (define c (list a b)))
  (cond-expand (r7rs (export d) (begin (define d 'with-r7rs))) (else (begin (define d 'without)))))
(import (many parts))
(list a b c d)                        ; => (1 2 (1 2) with-r7rs)
(define-library (records)
  (export make-coin coin? coin-value)
  (import (scheme base))
  (begin (define-record-type <coin> (make-coin value) coin? (value coin-value))))
(import (records))
(let ((c (make-coin 5))) (list (coin? c) (coin-value c) (coin? 5))) ; => (#t 5 #f)
(define-library (multiple values) (export lo hi) (import (scheme base)) (begin (define-values (lo hi) (values 1 9))))
(import (multiple values))
(list lo hi)                          ; => (1 9)
(cond-expand ((library (many parts)) 'known) (else 'unknown)) ; => known
(eval '(+ a 1) (environment '(scheme base) '(only (many parts) a))) ; => 2
