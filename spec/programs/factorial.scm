; The factorial, recursive, iterative and by fold.

(define (factorial n) (if (= n 0) 1 (* n (factorial (- n 1)))))
(factorial 0)                         ; => 1
(factorial 5)                         ; => 120
(factorial 18)                        ; => 6402373705728000
(factorial 19)                        ; => 121645100408832000
(factorial 25)                        ; => 15511210043330985984000000
(factorial 200)                       ; => 788657867364790503552363213932185062295135977687173263294742533244359449963403342920304284011984623904177212138919638830257642790242637105061926624952829931113462857270763317237396988943922445621451664240254033291864131227428294853277524242407573903240321257405579568660226031904170324062351700858796178922222789623703897374720000000000000000000000000000000000000000000000000
(define (iterative n) (do ((i 1 (+ i 1)) (product 1 (* product i))) ((> i n) product)))
(= (iterative 200) (factorial 200))   ; => #t
(= (fold * 1 (iota 200 1)) (factorial 200)) ; => #t
(= (apply * (iota 200 1)) (factorial 200))  ; => #t
(/ (factorial 200) (factorial 198))   ; => 39800
(string-length (number->string (factorial 200))) ; => 375
