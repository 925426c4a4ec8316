import { compile } from '../../lib/compiler/compile.js';
import { positionsOf } from '../../lib/data/positions.js';
import { evaluate } from '../machine/running.js';
import { failure } from './failing.js';

const means = (examples: readonly (readonly [source: string, value: string])[]): void => {
  it.each(examples)('%s → %s', (source, value) => {
    expect(evaluate(source)).toBe(value);
  });
};

/** A macro `m` of these rules, and what follows. */
const macro = (rules: string, rest: string): string => `(define-syntax m (syntax-rules () ${rules})) ${rest}`;

describe('a pattern', () => {
  means([
    [macro("((_) 'none) ((_ a) 'one) ((_ a b) 'two)", '(list (m) (m 1) (m 1 2))'), '(none one two)'],
    [macro("((_ a ...) '(a ...))", '(list (m) (m 1) (m 1 2))'), '(() (1) (1 2))'],
    [macro("((_ a b ...) '(a (b ...)))", '(m 1 2 3)'), '(1 (2 3))'],
    [macro("((_ a ... b c) '((a ...) b c))", '(list (m 1 2) (m 1 2 3 4))'), '((() 1 2) ((1 2) 3 4))'],
    [macro("((_ a ... b . c) '((a ...) b c))", '(list (m 1) (m 1 2 . 3))'), '((() 1 ()) ((1) 2 3))'],
    [macro("((_ . a) 'a)", '(list (m) (m 1 2))'), '(() (1 2))'],
    [macro("((_ a . b) '(a b))", '(list (m 1) (m 1 2 3) (m 1 . 2))'), '((1 ()) (1 (2 3)) (1 2))'],
    [macro("((_ (a b ...) ...) '((b ... a) ...))", '(m (1 2 3) (4) (5 6))'), '((2 3 1) (4) (6 5))'],
    [macro("((_ #(a b ...)) '(a (b ...)))", '(m #(1 2 3))'), '(1 (2 3))'],
    [macro("((_ #(a ...) ...) '(a ... ...))", '(m #(1 2) #() #(3))'), '(1 2 3)'],
    [macro("((_ _ a _) 'a)", '(m 1 2 3)'), '2'],
    [
      macro("((_ 1) 'one) ((_ \"a\") 'text) ((_ #\\b) 'b) ((_ a) 'other)", '(list (m 1) (m "a") (m #\\b) (m 2))'),
      '(one text b other)',
    ],
    [macro("((_ ()) 'empty) ((_ (a)) 'one)", '(list (m ()) (m (1)))'), '(empty one)'],
    [macro("((_ (a . b)) 'pair) ((_ a) 'atom)", '(list (m (1)) (m 1))'), '(pair atom)'],
  ]);

  const literals =
    "(define-syntax m (syntax-rules (=> mine) ((_ a => b) 'arrow) ((_ a mine b) 'mine) ((_ a b c) 'other)))";
  means([
    [`${literals} (list (m 1 => 2) (m 1 mine 2) (m 1 2 3))`, '(arrow mine other)'],
    [`${literals} (let ((=> 1)) (m 1 => 2))`, 'other'],
    [
      "(let ((x 1)) (define-syntax m (syntax-rules (x) ((_ x) 'x) ((_ y) 'other))) (list (m x) (let ((x 2)) (m x))))",
      '(x other)',
    ],
    [
      "(define-syntax m (syntax-rules (_) ((m _) 'underscore) ((m a) 'other))) (list (m _) (m 1))",
      '(underscore other)',
    ],
    ["(define-syntax m (syntax-rules (...) ((m ...) 'dots) ((m a) 'other))) (list (m ...) (m 1))", '(dots other)'],
  ]);
});

describe('a template', () => {
  means([
    [macro("((_ a ...) '((a 1) ...))", '(m 1 2)'), '((1 1) (2 1))'],
    [macro("((_ (a ...) ...) '(a ... ...))", '(m (1 2) () (3))'), '(1 2 3)'],
    [macro("((_ ((a ...) ...) ...) '((a ... ...) ...))", '(m ((1 2) (3)) () ((4)))'), '((1 2 3) () (4))'],
    [macro("((_ (a b ...) ...) '(((a b) ...) ...))", '(m (1 2 3) (4) (5 6))'), '(((1 2) (1 3)) () ((5 6)))'],
    [macro("((_ a b ...) '((a b) ...))", '(m 1 2 3)'), '((1 2) (1 3))'],
    [macro("((_ a ...) '(0 a ... . end))", '(m 1 2)'), '(0 1 2 . end)'],
    [macro("((_ a . b) '(a . b))", '(m 1 2 3)'), '(1 2 3)'],
    [macro('((_ a ...) (quote #(0 a ... 9)))', '(m 1 2)'), '#(0 1 2 9)'],
    [macro("((_ a ...) '(a ... (... ...)))", '(m 1 2)'), '(1 2 ...)'],
    [macro("((_ a) '(... (a ...)))", '(m 1)'), '(1 ...)'],
    [macro('((_ a) a)', '(m (+ 1 2))'), '3'],
    ["(define-syntax m (syntax-rules ::: () ((_ a :::) '(a ::: ...)))) (m 1 2)", '(1 2 ...)'],
    [
      "(define-syntax m (syntax-rules ::: (:::) ((_ a :::) 'literal) ((_ a b) 'other))) (list (m 1 :::) (m 1 2))",
      '(literal other)',
    ],
  ]);
});

describe('a macro', () => {
  const or =
    '(define-syntax my-or (syntax-rules () ((_) #f) ((_ e) e) ((_ e r ...) (let ((t e)) (if t t (my-or r ...))))))';
  means([
    [`${or} (list (my-or) (my-or 1) (my-or #f #f 2))`, '(#f 1 2)'],
    [
      '(define-syntax swap! (syntax-rules () ((_ a b) (let ((t a)) (set! a b) (set! b t))))) (define x 1) (define y 2) (swap! x y) (list x y)',
      '(2 1)',
    ],
    ['(define-syntax two (syntax-rules () ((_ a b v) (begin (define a v) (define b v))))) (two p q 7) (+ p q)', '14'],
    [
      '(define-syntax two (syntax-rules () ((_ a b v) (begin (define a v) (define b v))))) (define (f) (two p q 7) (+ p q)) (f)',
      '14',
    ],
    ['(define (f) (define-syntax times (syntax-rules () ((_ a) (* a k)))) (define k 10) (times 5)) (f)', '50'],
    ['(define (f) (define (g) (m 5)) (define-syntax m (syntax-rules () ((_ a) (+ a 1)))) (g)) (f)', '6'],
    ["(let-syntax ((m (syntax-rules () ((_) 'm))) (n (syntax-rules () ((_) 'n)))) (list (m) (n)))", '(m n)'],
    [
      "(define-syntax m (syntax-rules () ((_) 'outer))) (let-syntax ((m (syntax-rules () ((_) 'inner))) (n (syntax-rules () ((_) (m))))) (n))",
      'outer',
    ],
    [
      "(define-syntax m (syntax-rules () ((_) 'outer))) (letrec-syntax ((m (syntax-rules () ((_) 'inner))) (n (syntax-rules () ((_) (m))))) (n))",
      'inner',
    ],
    [
      '(letrec-syntax ((even (syntax-rules () ((_) #t) ((_ a . r) (odd . r)))) (odd (syntax-rules () ((_) #f) ((_ a . r) (even . r))))) (list (even 1 1) (even 1)))',
      '(#t #f)',
    ],
    ['(let-syntax () 5)', '5'],
    ['(let-syntax ((m (syntax-rules () ((_) 1)))) (define x (m)) (+ x 1))', '2'],
    ['(define-syntax my-if if) (my-if #f 1 2)', '2'],
    ['(define-syntax m (syntax-rules () ((_) 1))) (define-syntax n m) (n)', '1'],
    ['(let () (define-syntax my-let let) (my-let ((x 1)) x))', '1'],
    [
      '(define-syntax while (syntax-rules () ((_ c b ...) (let lp () (when c b ... (lp)))))) (define i 0) (while (< i 5) (set! i (+ i 1))) i',
      '5',
    ],
    [
      "(define-syntax kw (syntax-rules () ((_ a) (let loop ((i a)) (if (= i 0) 'done (loop (- i 1))))))) (kw 5)",
      'done',
    ],
    ['(define-syntax m (syntax-rules () ((_) 10))) (define m (lambda () 11)) (m)', '11'],
    ['(define-syntax m (syntax-rules () ((_) 10))) (define (f) (m)) (define (m) 11) (list (f) (m))', '(10 11)'],
    [
      '(define-syntax m (syntax-rules () ((_ n) (define-syntax n (syntax-rules () ((_ e (... ...)) (list e (... ...)))))))) (m l) (l 1 2)',
      '(1 2)',
    ],
    [
      '(define-syntax m (syntax-rules () ((_ n) (define-syntax n (... (syntax-rules () ((_ e ...) (list e ...)))))))) (m l) (l 1 2)',
      '(1 2)',
    ],
    [
      '(define-syntax m (syntax-rules () ((_ n dots) (define-syntax n (syntax-rules dots () ((_ e dots) (list e dots))))))) (m l ooo) (l 1 2)',
      '(1 2)',
    ],
    [
      '(define-syntax m (syntax-rules () ((_ n) (begin (define hare 42) (define-syntax n (syntax-rules () ((_) hare))))))) (m hatter) (hatter)',
      '42',
    ],
    ['(define-syntax m (syntax-rules () ((_ p b) (lambda p b)))) ((m (a . r) (cons a r)) 1 2)', '(1 2)'],
    [
      "(define-syntax m (syntax-rules () ((_ k ...) (case 2 ((k ...) 'in) (else 'out))))) (list (m 1 2) (m 3))",
      '(in out)',
    ],
  ]);

  it('that is defined leaves no value, and is data', () => {
    expect(compile("(define-syntax m (syntax-rules () ((_ a) '(a 1))))")).toEqual([
      'OP_CONSTANT',
      {
        macro: [
          {
            list: [
              { symbol: 'syntax-rules' },
              { list: [] },
              {
                list: [
                  { list: [{ symbol: '_' }, { symbol: 'a' }] },
                  { list: [{ symbol: 'quote' }, { list: [{ symbol: 'a' }, 1] }] },
                ],
              },
            ],
          },
          null,
        ],
      },
      'OP_DEFINE_VARIABLE',
      'm',
    ]);
  });
});

describe('a mistake in a macro is a syntax-error with its place', () => {
  it.each<[string, number, number, string]>([
    [macro('((_ a) a)', '\n (m 1 2)'), 2, 2, 'no rule matches (m 1 2)'],
    [macro('((_ a a) a)', ''), 1, 41, 'a is bound twice'],
    [macro('((_ a ...) a)', ''), 1, 46, 'too few ellipses'],
    [macro('((_ (a ...) ...) (a ...))', ''), 1, 53, 'too few ellipses'],
    [macro('((_ a) (a ...))', ''), 1, 43, 'has nothing to repeat'],
    [macro('((_ a) (...))', ''), 1, 43, 'has nothing to repeat'],
    [macro('((_ ...) 1)', ''), 1, 36, '(... …) cannot stand here'],
    [macro('((_ a ... b ...) 1)', ''), 1, 47, '... cannot stand here'],
    [macro('((_ (... a)) 1)', ''), 1, 39, '(... …) cannot stand here'],
    [macro("((_ (a ...) (b ...)) '((a b) ...))", '(m (1) (2 3))'), 1, 72, 'different lengths'],
    [macro('((_) 1 2)', ''), 1, 35, '(pattern template)'],
    [macro('(_ 1)', ''), 1, 35, '((keyword pattern*) template)'],
    ['(define-syntax m)', 1, 1, '(define-syntax name rules)'],
    ['(define-syntax 5 (syntax-rules ()))', 1, 16, '5 is no name'],
    ['(define-syntax m 5)', 1, 18, '5 is no syntax'],
    ['(define-syntax m (lambda (x) x))', 1, 18, '(lambda …) is no syntax'],
    ['(define-syntax m (syntax-rules))', 1, 18, '(syntax-rules ellipsis? (literal*) rule*)'],
    ['(define-syntax m (syntax-rules (1)))', 1, 33, '1 is no name'],
    ['(let-syntax ((m)) 1)', 1, 14, '(name rules)'],
    ['(let-syntax ((m (syntax-rules ())) (m (syntax-rules ()))) 1)', 1, 1, 'twice'],
    ['(let-syntax)', 1, 1, '(let-syntax bindings body*)'],
    ['(let-syntax ())', 1, 1, 'no body'],
    ['(list (define-syntax m (syntax-rules ())))', 1, 7, '(define-syntax …) cannot stand here'],
    ['(syntax-rules ())', 1, 1, '(syntax-rules …) cannot stand here'],
    [macro('((_) 1)', '(list m)'), 1, 51, 'syntax, not a variable'],
    [macro('((_) 1)', '(set! m 1)'), 1, 45, 'syntax'],
    ['(let () (define-syntax m (syntax-rules ())) (set! m 1))', 1, 45, 'syntax'],
    ['(let () (define m 1) (define-syntax m (syntax-rules ())) 1)', 1, 22, 'twice'],
    ['(syntax-error "wrong:" (a b) c)', 1, 1, 'wrong: (a b) c'],
    [macro('((_ a) (syntax-error "no good" a))', '\n(list (m (f)))'), 2, 7, 'no good (f)'],
  ])('%s', (source, line, column, message) => {
    const fault = failure(source);
    expect(fault).toMatchObject({ code: 'syntax-error', line, column });
    expect(fault.message).toContain(message);
  });
});

describe('a form that a macro made', () => {
  it.each<[string, string, number, number]>([
    ['keeps the place of what was given', macro('((_ a b) (if a b 0))', '\n(m 1\n   (car))'), 3, 4],
    ['also under an ellipsis', macro('((_ (a ...) ...) (list (list a ...) ...))', '\n(m (1 2)\n   (3 (if)))'), 3, 7],
    ['also in a tail', macro('((_ a . b) (list . b))', '\n(m 1\n   (if))'), 3, 4],
    [
      'also through another macro',
      macro('((_ a) (n a)) ', '(define-syntax n (syntax-rules () ((_ a) (list a))))\n(m\n (if))'),
      3,
      2,
    ],
    ['has the place of the use', macro('((_ a) (list (if)))', '\n  (m 1)'), 2, 3],
    [
      'has the place of the use where the use is made',
      macro('((_ a) (begin (n a))) ', '(define-syntax n (syntax-rules () ((_ a) (if))))\n  (list\n (m 5))'),
      3,
      2,
    ],
  ])('%s', (_name, source, line, column) => {
    const place = (positions: readonly number[]): unknown[] => positions.slice(-2);
    try {
      const words = compile(source);
      expect(place(positionsOf(words) ?? [])).toEqual([line, column]);
    } catch (fault) {
      expect(fault).toMatchObject({ code: 'syntax-error', line, column });
    }
  });
});

describe('an expansion that does not end is a syntax-error', () => {
  it.each([
    macro('((_) (m))', '\n(m)'),
    macro('((_ a ...) (m a ... a ...))', '\n(m 1)'),
    macro('((_) (list (m)))', '\n(m)'),
    macro('((_) (begin (define x 1) (m)))', '\n(m)'),
    macro('((_) (begin (define x 1) (m)))', '(define (f)\n(m))'),
    macro("((_ a) 'a) ((_ a b ...) (m (a a) b ...))", `\n(m ${'x '.repeat(60)})`),
  ])('%s', (source) => {
    expect(failure(source)).toMatchObject({ code: 'syntax-error', line: 2, message: 'the expansion is endless' });
  });
});

describe('macros of any depth', () => {
  const deep = 100_000;
  const nested = (open: string, inner: string, close = ')', depth = deep): string =>
    open.repeat(depth) + inner + close.repeat(depth);

  it.each<[string, string]>([
    ['data that is quoted', macro("((_ a) '(a b))", `(m ${nested('(', 'x')})`)],
    ['forms', macro('((_ a) (list a))', `(m ${nested('(list ', '1')})`)],
    ['uses', macro('((_ a) (list a))', nested('(m ', '1'))],
    ['a pattern', macro(`((_ ${nested('(', 'a')}) a)`, `(m ${nested('(', '1')})`)],
    ['a template', macro(`((_ a) '${nested('(', 'a')})`, '(m 1)')],
    [
      'ellipses',
      macro(
        `((_ ${nested('(', 'a', ' ...)', 1000)}) '${nested('(', 'a', ' ...)', 1000)})`,
        `(m ${nested('(', '1', ')', 1000)})`,
      ),
    ],
    ['scopes', nested('(let-syntax ((m (syntax-rules () ((_) 1)))) ', '(m)', ')', 10_000)],
  ])('%s', (_name, source) => {
    expect(compile(source).length).toBeGreaterThan(0);
  });
});
