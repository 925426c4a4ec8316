import { evaluate } from '../machine/running.js';

const means = (examples: readonly (readonly [source: string, value: string])[]): void => {
  it.each(examples)('%s → %s', (source, value) => {
    expect(evaluate(source)).toBe(value);
  });
};

describe('pairs', () => {
  means([
    ['(cons 1 2)', '(1 . 2)'],
    ["(cons 1 '(2))", '(1 2)'],
    ["(car '(1 2))", '1'],
    ["(cdr '(1 2))", '(2)'],
    ["(cdr '(1 . 2))", '2'],
    ["(car '())", 'fault: type-error'],
    ['(cdr 5)', 'fault: type-error'],
    ['(car nil)', 'fault: type-error'],
    ["(cadr '(1 2))", '2'],
    ["(caar '((1) 2))", '1'],
    ["(cdar '((1 3) 2))", '(3)'],
    ["(cddr '(1 2 3))", '(3)'],
    ["(caddr '(1 2 3))", '3'],
    ["(cdddr '(1 2 3 4))", '(4)'],
    ["(cadddr '(1 2 3 4))", '4'],
    ["(cddddr '(1 2 3 4 5))", '(5)'],
    ["(caaar '(((1))))", '1'],
    ["(caadr '(1 (2)))", '2'],
    ["(cadar '((1 2)))", '2'],
    ["(cdaar '(((1 2))))", '(2)'],
    ["(cdadr '(1 (2 3)))", '(3)'],
    ["(cddar '((1 2 3)))", '(3)'],
    ["(cadr '(1))", 'fault: type-error'],
    [
      "(list (pair? '(1)) (pair? '()) (null? '()) (null? nil) (list? '(1 2)) (list? '(1 . 2)) (list? '()))",
      '(#t #f #t #f #t #f #t)',
    ],
    ['(car)', 'fault: arity-error'],
    ['(cons 1)', 'fault: arity-error'],
  ]);
});

describe('lists', () => {
  means([
    ['(list)', '()'],
    ['(list 1 (list 2))', '(1 (2))'],
    ["(cons* 1 2 '(3))", '(1 2 3)'],
    ['(cons* 1)', '1'],
    ['(make-list 2 0)', '(0 0)'],
    ['(make-list 2)', '(nil nil)'],
    ['(make-list 0 1)', '()'],
    ['(make-list -1)', 'fault: out-of-range'],
    ['(make-list 1.5)', 'fault: type-error'],
    ['(iota 3)', '(0 1 2)'],
    ['(iota 3 1)', '(1 2 3)'],
    ['(iota 3 0 -2)', '(0 -2 -4)'],
    ['(iota 0)', '()'],
    ['(iota -1)', 'fault: out-of-range'],
    ['(iota "a")', 'fault: type-error'],
    ['(iota 3 9007199254740991)', '(9007199254740991 9007199254740992 9007199254740993)'],
    ['(iota 2 100000000000000000000)', '(100000000000000000000 100000000000000000001)'],
    ['(iota 2 0.5)', '(0.5 1.5)'],
    ["(length '(1 2))", '2'],
    ["(length '())", '0'],
    ["(length '(1 . 2))", 'fault: type-error'],
    ['(length nil)', 'fault: type-error'],
    ['(length "ab")', 'fault: type-error'],
    ["(append '(1) '(2 3) '() '(4))", '(1 2 3 4)'],
    ['(append)', '()'],
    ["(append '() 5)", '5'],
    ["(append '(1) 2)", '(1 . 2)'],
    ["(append 1 '(2))", 'fault: type-error'],
    ["(append '(1 . 2) '(3))", 'fault: type-error'],
    ["(append '(1))", '(1)'],
    ["(reverse '(1 2 3))", '(3 2 1)'],
    ["(reverse '())", '()'],
    ['(reverse 5)', 'fault: type-error'],
    ["(reverse '(1 . 2))", 'fault: type-error'],
    ["(list-copy '(1 2))", '(1 2)'],
    ["(list-tail '(1 2 3) 1)", '(2 3)'],
    ["(list-tail '(1 2) 2)", '()'],
    ["(list-tail '(1 2) 3)", 'fault: out-of-range'],
    ["(list-tail '(1 2) -1)", 'fault: out-of-range'],
    ["(list-ref '(1 2) 0)", '1'],
    ["(list-ref '(1 2) 1)", '2'],
    ["(list-ref '(1 2) 2)", 'fault: out-of-range'],
    ["(list-ref '(1 2) 0.5)", 'fault: type-error'],
    ["(list-ref '(1 2) 'a)", 'fault: type-error'],
  ]);
});

describe('parts of lists', () => {
  means([
    ["(take '(1 2) 0)", '()'],
    ["(take '(1 2) 3)", 'fault: out-of-range'],
    ["(take '(1 . 2) 1)", '(1)'],
    ['(take 5 1)', 'fault: out-of-range'],
    ["(take '(1 2) -1)", 'fault: out-of-range'],
    ["(drop '(1 2) 3)", 'fault: out-of-range'],
    ["(take-right '(1 2 . 3) 1)", '(2 . 3)'],
    ["(take-right '(1 2) 3)", 'fault: out-of-range'],
    ["(drop-right '(1 2 . 3) 1)", '(1)'],
    ["(drop-right '(1 2) 3)", 'fault: out-of-range'],
    ["(first '())", 'fault: out-of-range'],
    ["(fifth '(1 2))", 'fault: out-of-range'],
    ["(last '())", 'fault: type-error'],
    ["(last '(1 2 . 3))", '2'],
    ["(last-pair '(1 2 . 3))", '(2 . 3)'],
  ]);
});

describe('several lists', () => {
  means([
    ["(append-reverse '(2 1) 3)", '(1 2 . 3)'],
    ["(zip '(1 2) '(a) '(x y))", '((1 a x))'],
    ["(zip '())", '()'],
    ["(zip '(1) 2)", '()'],
  ]);
});

describe('kinds of lists', () => {
  means([
    ["(map list? '(() (1) (1 . 2) 5))", '(#t #t #f #f)'],
    ["(length '(1 . 2))", 'fault: type-error'],
  ]);
});

describe('searching', () => {
  means([
    ["(memq 'b '(a b c))", '(b c)'],
    ["(memq 'd '(a b c))", '#f'],
    ["(memq '(1) '((1)))", '#f'],
    ["(memv 2 '(1 2 3))", '(2 3)'],
    ["(member '(1) '((0) (1) 2))", '((1) 2)'],
    ["(member 9 '(1 2))", '#f'],
    ["(member 1 '())", '#f'],
    ["(assq 'b '((a 1) (b 2)))", '(b 2)'],
    ["(assq 'c '((a 1)))", '#f'],
    ["(assv 2 '((1 . a) (2 . b)))", '(2 . b)'],
    ['(assoc "b" \'(("a" . 1) ("b" . 2)))', '("b" . 2)'],
    ["(assoc '(1) '(((1) . x)))", '((1) . x)'],
    ["(assq 'a '(5))", 'fault: type-error'],
    ["(assoc 'a '(5))", 'fault: type-error'],
    ["(find even? '(1 2 3))", '2'],
    ["(find even? '(1 3))", '#f'],
    ["(any even? '(1 2))", '#t'],
    ["(any even? '())", '#f'],
    ["(any (lambda (x) (and (even? x) x)) '(1 4))", '4'],
    ["(every even? '(2 4))", '#t'],
    ["(every even? '())", '#t'],
    ["(every (lambda (x) x) '(1 2))", '2'],
    ["(every even? '(2 3))", '#f'],
    ["(count even? '(1 2 4))", '2'],
  ]);
});

describe('procedures that take procedures', () => {
  means([
    ["(map (lambda (x) (* x x)) '(1 2 3))", '(1 4 9)'],
    ["(map + '(1 2 3) '(10 20 30))", '(11 22 33)'],
    ["(map + '(1 2 3) '(10 20))", '(11 22)'],
    ['(map list \'(1 2) \'(a b) \'("x" "y"))', '((1 a "x") (2 b "y"))'],
    ["(map car '())", '()'],
    ["(map car '((1) (2)))", '(1 2)'],
    ["(map 5 '(1))", 'fault: not-a-procedure'],
    ["(map car '(5))", 'fault: type-error'],
    ['(map car)', 'fault: arity-error'],
    ["(map cons '(1))", 'fault: arity-error'],
    ["(define s 0) (for-each (lambda (x) (set! s (+ s x))) '(1 2 3)) s", '6'],
    ["(define s '()) (for-each (lambda (a b) (set! s (cons (list a b) s))) '(1 2) '(x y)) s", '((2 y) (1 x))'],
    ["(for-each car '())", 'nil'],
    ["(filter even? '(1 2 3 4))", '(2 4)'],
    ["(remove even? '(1 2 3 4))", '(1 3)'],
    ["(delete '(1) '((1) 2 (1)))", '(2)'],
    ["(filter even? '())", '()'],
    ["(fold cons '() '(1 2 3))", '(3 2 1)'],
    ["(fold + 0 '(1 2) '(10 20))", '33'],
    ["(fold cons* '() '(a b) '(1 2))", '(b 2 a 1)'],
    ["(fold-left - 10 '(1 2))", '7'],
    ["(fold-left cons '() '(1 2))", '((() . 1) . 2)'],
    ["(fold-right cons '() '(1 2 3))", '(1 2 3)'],
    ["(fold-right - 0 '(1 2 3))", '2'],
    ["(reduce + 0 '(1 2 3))", '6'],
    ["(reduce + 0 '())", '0'],
    ["(reduce - 0 '(1 2 5))", '4'],
    ["(reduce max 0 '(3))", '3'],
    ["(append-map (lambda (x) (list x x)) '(1 2))", '(1 1 2 2)'],
    ["(append-map list '())", '()'],
    ["(apply + '(1 2 3))", '6'],
    ["(apply + 1 2 '(3))", '6'],
    ["(apply list '())", '()'],
    ["(apply apply (list + '(1 2)))", '3'],
    ["(apply (lambda (a . r) (list a r)) 1 '(2 3))", '(1 (2 3))'],
    ['(apply + 1)', 'fault: type-error'],
    ["(apply + '(1 . 2))", 'fault: type-error'],
    ["(apply 5 '())", 'fault: not-a-procedure'],
    ["(apply car '(1 2))", 'fault: arity-error'],
    ["(sort '(3 1 2) <)", '(1 2 3)'],
  ]);

  it('take lists of a hundred thousand, and as many arguments', () => {
    expect(evaluate('(apply + (iota 100000))')).toBe('4999950000');
    expect(evaluate('(length (apply list (iota 100000)))')).toBe('100000');
    expect(evaluate('(length (map (lambda (x) x) (iota 100000)))')).toBe('100000');
    expect(evaluate('(fold-right + 0 (iota 100000))')).toBe('4999950000');
    expect(evaluate('(apply max (iota 100000))')).toBe('99999');
    expect(evaluate('(apply (lambda all (length all)) (iota 100000))')).toBe('100000');
  });
});

describe('equality', () => {
  means([
    ["(eq? 'a 'a)", '#t'],
    ["(eq? '(1) '(1))", '#f'],
    ["(let ((x '(1))) (eq? x x))", '#t'],
    ['(eqv? 2 2)', '#t'],
    ['(eqv? 100000000000000000000 100000000000000000000)', '#t'],
    ['(eq? "ab" "ab")', '#t'],
    ["(eq? '() '())", '#t'],
    ["(eq? nil '())", '#f'],
    ['(eq? car car)', '#t'],
    ["(equal? '(1 (2 . x)) '(1 (2 . x)))", '#t'],
    ["(equal? '(1 2) '(1 3))", '#f'],
    ['(equal? 1 1 1)', 'fault: arity-error'],
    ['(equal? +nan.0 +nan.0)', '#f'],
    ['(equal? 9007199254740992 9007199254740992.0)', '#t'],
    ["(= '(1) '(1))", '#t'],
    [
      '(list (boolean? #f) (boolean? nil) (nil? nil) (nil? #f) (procedure? car) (procedure? (lambda () 1)) (procedure? 5))',
      '(#t #f #t #f #t #t #f)',
    ],
  ]);
});
