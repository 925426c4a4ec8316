import { evaluate } from '../machine/running.js';

// Programs and their values, form by form.

const means = (examples: readonly (readonly [source: string, value: string])[]): void => {
  it.each(examples)('%s → %s', (source, value) => {
    expect(evaluate(source)).toBe(value);
  });
};

describe('literals and quotations', () => {
  means([
    ['1e3', '1000'], ['-7', '-7'], ['.5', '0.5'], ['#xff', '255'], ['"a\\tb"', '"a\\tb"'], ['#t', '#t'], ['false', '#f'], ['nil', 'nil'],
    ["'a", 'a'], ["'(1 . 2)", '(1 . 2)'], ["''a", "'a"], ["(quote (quote a))", "'a"], ["'|a b|", '|a b|'], ["(car ''a)", 'quote'],
  ]);
});

describe('definitions', () => {
  means([
    ['(define x 1) x', '1'], ['(define x 1) (define x (+ x 1)) x', '2'], ['(define x 5)', ''], ['(define x 1) (set! x 2) x', '2'], ['(define x 1) (set! x 2)', ''],
    ['(define (f) 1) (f)', '1'], ['(define (f a b) (- a b)) (f 3 1)', '2'], ['(define (f . r) r) (f 1 2)', '(1 2)'], ['(define (f a . r) r) (f 1)', '()'],
    ['(define (f) (define a 1) (define (g) (+ a 1)) (g)) (f)', '2'], ['(define (f) (define a 1) (set! a (+ a 1)) a) (f)', '2'],
    ['(define (f) (g)) (define (g) 7) (f)', '7'], ['(define f (lambda (n) (if (= n 0) 1 (* n (f (- n 1)))))) (f 5)', '120'],
    ['(begin (define a 1) (define b 2)) (+ a b)', '3'], ['(define (f) (begin (define a 1) (define b 2)) (+ a b)) (f)', '3'],
    ['(define (f) (define a 1) (define b (let ((t 5)) (+ t a))) (+ a b)) (f)', '7'],
    ['(define (f) (define b (let ((s 1) (t 2)) (list s t))) (define c 9) (cons c b)) (f)', '(9 1 2)'],
    ['(define (f x) (define y (* x 2)) (define z (do ((i 0 (+ i 1)) (s 0 (+ s i))) ((= i 4) s))) (list x y z)) (f 1)', '(1 2 6)'],
    ['(define (f) (define (g) x) (define x 5) (g)) (f)', '5'], ['(define (f) (define (g) x) (define y (g)) (define x 5) y) (f)', 'fault: unbound-variable'],
    ['(define (f) (define x x) x) (f)', 'fault: unbound-variable'],
    ['(define __proto__ 1) (define constructor 2) (+ __proto__ constructor)', '3'], ['(define |a b| 3) |a b|', '3'], ['(define (f) (define toString 1) toString) (f)', '1'],
    ['x', 'fault: unbound-variable'], ['(set! nowhere 1)', 'fault: unbound-variable'], ['(define list 5) list', '5'], ['(define (car x) "mine") (car 1)', '"mine"'],
  ]);
});

describe('lambda', () => {
  means([
    ['((lambda (x) (* x x)) 5)', '25'], ['((lambda () 1))', '1'], ['((lambda r r) 1 2)', '(1 2)'], ['((lambda (a b . r) (list a b r)) 1 2 3 4)', '(1 2 (3 4))'],
    ['((λ (x) x) 1)', '1'], ['(((lambda (x) (lambda (y) (- x y))) 5) 3)', '2'], ['((lambda (x) (set! x (+ x 1)) x) 1)', '2'], ['((lambda (x) 1 2 x) 3)', '3'],
    ['((lambda r (set! r (cons 0 r)) r) 1)', '(0 1)'], ['(lambda (x) x)', '#<procedure lambda>'], ['(define (named) 1) named', '#<procedure named>'],
  ]);
});

describe('conditionals', () => {
  means([
    ['(if #f 1 2)', '2'], ['(if 0 1 2)', '1'], ["(if '() 1 2)", '1'], ['(if nil 1 2)', '1'], ['(if "" 1 2)', '1'], ['(if #f 1)', 'nil'], ['(if #t 1)', '1'],
    ['(cond (#f 1) ((= 1 1) 2) (else 3))', '2'], ['(cond (#f 1) (else 2 3))', '3'], ['(cond (#f 1))', 'nil'], ['(cond)', 'nil'], ['(cond (5))', '5'], ['(cond (#f) (6))', '6'],
    ["(cond ((assv 2 '((1 . a) (2 . b))) => cdr) (else 'none))", 'b'], ["(cond ((assv 3 '((1 . a))) => cdr) (else 'none))", 'none'], ['(cond (1 => (lambda (x) (+ x 1))))', '2'],
    ["(case 2 ((1) 'one') ((2 3) 'few) (else 'many))".replace("'one'", "'one"), 'few'], ["(case 9 ((1) 'one) (else 'many))", 'many'], ["(case 9 ((1) 'one))", 'nil'],
    ["(case 'b ((a) 1) ((b c) 2))", '2'], ['(case "x" (("x") 1) (else 2))', '1'], ["(case '() ((()) 1) (else 2))", '1'], ['(case #f ((#f) 1) (else 2))', '1'], ['(case nil ((nil) 1) (else 2))', '1'],
    ["(case 5 ((1) 'one) (else => (lambda (k) (* k 2))))", '10'], ["(case 1 ((1) => (lambda (k) (+ k 1))) (else 0))", '2'], ["(case '(1) (((1)) 'list) (else 'other))", 'other'],
    ['(case 1.5 ((1.5) 1) (else 2))', '1'], ['(case 100000000000000000000 ((100000000000000000000) 1) (else 2))', '1'], ['(define n 0) (case (begin (set! n (+ n 1)) n) ((5 6 7) 0) ((1) n))', '1'],
    ['(when #t 1 2)', '2'], ['(when #f 1)', 'nil'], ['(unless #f 1 2)', '2'], ['(unless #t 1)', 'nil'],
    ['(and)', '#t'], ['(or)', '#f'], ['(and 1)', '1'], ['(and 1 2)', '2'], ['(and 1 #f 2)', '#f'], ['(and nil 1)', '1'], ['(or #f 2)', '2'], ['(or #f #f)', '#f'], ['(or 1 (car 5))', '1'], ['(and #f (car 5))', '#f'],
    ['(or (and #f 1) (and 2 3) 4)', '3'], ['(+ (and 1 2) (or #f 3))', '5'], ['(if (and #t (or #f #t)) 1 2)', '1'], ['(begin (and 1 2) (or #f 1) 5)', '5'],
  ]);
});

describe('bindings', () => {
  means([
    ['(let ((a 1) (b 2)) (+ a b))', '3'], ['(let () 5)', '5'], ['(let ((a 1)) (let ((a 2) (b a)) (list a b)))', '(2 1)'], ['(let ((a 1)) (set! a 2) a)', '2'], ['(let ((a 1)) (define b 2) (+ a b))', '3'],
    ['(let* ((a 1) (b (+ a 1)) (a 5)) (list a b))', '(5 2)'], ['(let* () 5)', '5'], ['(let* ((f (lambda () 1)) (g (lambda () (f)))) (g))', '1'],
    ['(letrec ((even? (lambda (n) (if (= n 0) #t (odd? (- n 1))))) (odd? (lambda (n) (if (= n 0) #f (even? (- n 1)))))) (even? 10))', '#t'],
    ['(letrec* ((a 1) (b (+ a 1))) b)', '2'], ['(letrec ((a (lambda () b)) (b 2)) (a))', '2'], ['(letrec ((a b) (b 1)) a)', 'fault: unbound-variable'], ['(letrec ((f (lambda (n) (if (= n 0) 0 (+ n (f (- n 1))))))) (f 4))', '10'],
    ['(letrec ((a (let ((t 5)) t)) (b (lambda () a))) (+ a (b)))', '10'],
    ['(let ((a 1)) (let ((b 2)) (let ((c 3)) (list a b c))))', '(1 2 3)'], ['(list (let ((a 1)) a) (let ((b 2) (c 3)) (+ b c)) (let ((d 4)) d))', '(1 5 4)'],
  ]);
});

describe('loops', () => {
  means([
    ['(let loop ((i 0) (s 0)) (if (= i 5) s (loop (+ i 1) (+ s i))))', '10'], ['(let loop () 5)', '5'], ['(let f ((n 5)) (if (= n 0) 1 (* n (f (- n 1)))))', '120'],
    ["(let walk ((t '(1 (2 3) 4))) (cond ((null? t) 0) ((pair? t) (+ (walk (car t)) (walk (cdr t)))) (else t)))", '10'], ['((let loop ((n 0)) (if (= n 0) loop 5)) 1)', '5'],
    ['(let loop ((i 0)) (when (< i 3) (loop (+ i 1))))', 'nil'], ['(let loop ((i 0)) (and (< i 3) (loop (+ i 1))))', '#f'], ['(let loop ((i 0)) (or (> i 3) (loop (+ i 1))))', '#t'], ['(let loop ((i 0)) (cond ((= i 3) i) (else (loop (+ i 1)))))', '3'],
    ['(let outer ((i 0) (s 0)) (if (= i 3) s (let inner ((j 0) (t s)) (if (= j 3) (outer (+ i 1) t) (inner (+ j 1) (+ t 1))))))', '9'], ['(let loop ((a 1) (b 2)) (if (> a 5) (list a b) (loop b (+ a b))))', '(8 13)'],
    ['(let loop ((i 0)) (if (= i 3) i (let ((j (+ i 1))) (loop j))))', '3'], ['(let loop ((i 0)) (set! i (+ i 1)) (if (> i 5) i (loop i)))', '6'], ['(let loop ((i 0)) (if (< i 3) (begin (define2 i) (loop (+ i 1))) i))', 'fault: unbound-variable'],
    ['(let loop ((i 0)) (loop))', 'fault: arity-error'], ['(map (lambda (x) (let loop ((i x) (p 1)) (if (= i 0) p (loop (- i 1) (* p i))))) (list 1 2 3))', '(1 2 6)'],
    ['(do ((i 0 (+ i 1)) (s 0 (+ s i))) ((= i 5) s))', '10'], ['(do ((i 0 (+ i 1))) ((= i 3)))', 'nil'], ['(do ((i 0 (+ i 1)) (k 7)) ((= i 3) i k))', '7'], ['(define s 0) (do ((i 0 (+ i 1))) ((= i 3) s) (set! s (+ s i)))', '3'],
    ['(do ((a 1 b) (b 2 (+ a b))) ((> a 5) (list a b)))', '(8 13)'], ['(do ((i 0 (+ i 1))) (#t 1) (car 5))', '1'],
    ['(define i 0) (while (< i 5) (set! i (+ i 1))) i', '5'], ['(while #f 1)', 'nil'], ['(define (f) (let ((i 0)) (while (< i 3) (set! i (+ i 1))) i)) (f)', '3'], ['(define i 0) (+ 1 (begin (while (< i 5) (set! i (+ i 1))) i))', '6'],
    ['(+ (let loop ((i 0)) (if (= i 3) i (loop (+ i 1)))) (do ((i 0 (+ i 1))) ((= i 4) i)))', '7'],
    ['(begin 1 2 3)', '3'], ['(begin)', 'nil'], ['(list (begin 1 2) (begin 3))', '(2 3)'], ['(define (f) (begin) 1) (f)', '1'],
  ]);
});

describe('arithmetic', () => {
  means([
    ['(+ 1 2 3 4)', '10'], ['(+)', '0'], ['(*)', '1'], ['(+ 5)', '5'], ['(* 5)', '5'], ['(- 5)', '-5'], ['(- 10 1 2)', '7'], ['(/ 2)', '0.5'], ['(/ 12 2 3)', '2'], ['(/ 7 2)', '3.5'], ['(- 0)', '0'],
    ['(+ "a")', 'fault: type-error'], ['(* \'a)', 'fault: type-error'], ['(-)', 'fault: arity-error'], ['(/)', 'fault: arity-error'], ['(/ 1 0)', 'fault: division-by-zero'], ['(/ 0)', 'fault: division-by-zero'],
    ['(< 1 2 3)', '#t'], ['(< 1 3 2)', '#f'], ['(>= 3 3 2)', '#t'], ['(= 1 1 1)', '#t'], ['(= 1 1 2)', '#f'], ['(<= 1 1 2)', '#t'], ['(> 3 2 1)', '#t'], ['(< 1)', '#t'], ['(= 1)', '#t'], ['(<)', 'fault: arity-error'],
    ['(define n 0) (define (next) (set! n (+ n 1)) n) (list (< (next) (next) (next)) n)', '(#t 3)'], ['(< 2 1 "a")', 'fault: type-error'],
    ['(= "a" "a" "a")', '#t'], ["(= '(1 (2)) '(1 (2)))", '#t'], ['(!= 1 2)', '#t'], ['(!= 1)', 'fault: arity-error'], ['(% 7 3)', '1'], ['(% -7 3)', '2'], ['(%)', 'fault: arity-error'], ['(** 2 100)', '1267650600228229401496703205376'],
    ['(not #f)', '#t'], ['(not nil)', '#f'], ['(not)', 'fault: arity-error'], ['(not 1 2)', 'fault: arity-error'], ['(+ 9007199254740991 1)', '9007199254740992'], ['(- 9007199254740992 1)', '9007199254740991'],
  ]);
});
