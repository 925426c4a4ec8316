import { compile } from '../../lib/compiler/compile.js';
import { evaluate, faultOf, language } from '../machine/running.js';

const fails = (source: string): unknown => {
  try {
    compile(source);
    return 'it compiles';
  } catch (thrown) {
    return thrown;
  }
};

describe('a name that is bound', () => {
  it.each([
    ['an operator', '(let ((+ -)) (+ 5 3))', '2'],
    ['an operator as a parameter', '((lambda (*) (* 5 3)) -)', '2'],
    ['an operator by a rest parameter', '((lambda = (car =)) 7)', '7'],
    ['an operator in a body', '(define (f) (define (+ a b) (* a b)) (+ 3 4)) (f)', '12'],
    ['not', '(let ((not list)) (not #t))', '(#t)'],
    ['a form', '(let ((if list)) (if 1 2 3))', '(1 2 3)'],
    ['quote', "(let ((quote -)) '5)", '-5'],
    ['define', '(let ((define list)) (define 1 2))', '(1 2)'],
    ['lambda as a parameter', '((lambda (lambda) (lambda 1)) list)', '(1)'],
    ['else', '(let ((else #f)) (cond (else 1)))', 'nil'],
    ['=>', "(let ((=> 5)) (cond (1 => 'x)))", 'x'],
    ['a name of the library', '(let ((car cdr)) (car (list 1 2)))', '(2)'],
    ['begin', '(let ((begin list)) (begin 1 2))', '(1 2)'],
    ['a loop', '(let list ((i 0)) (if (= i 2) i (list (+ i 1))))', '2'],
    ['let', '(define (f let) (let 1)) (f list)', '(1)'],
    ['set!', '(let ((set! list)) (set! 1 2))', '(1 2)'],
  ])('hides what it meant outside: %s', (_name, source, value) => {
    expect(evaluate(source)).toBe(value);
  });

  it('means what it meant again behind', () => {
    expect(evaluate('(define (f) (let ((+ -)) (+ 5 3))) (list (f) (+ 5 3))')).toBe('(2 8)');
    expect(evaluate('(let ((x 1)) (let ((x 2)) x) x)')).toBe('1');
    expect(evaluate('(let ((x 1)) (let ((y (let ((x 2)) x))) (list x y)))')).toBe('(1 2)');
  });

  it('is found at its definition, not at its use', () => {
    expect(evaluate('(define x 1) (define (f) x) (let ((x 2)) (f))')).toBe('1');
    expect(evaluate('(define x 1) (define (f) x) (define x 2) (f)')).toBe('2');
  });
});

describe('at top level', () => {
  it.each(['+', '-', '*', '/', '%', '**', '<', '>', '=', '<=', '>=', '!=', 'not'])(
    '%s cannot be redefined, and the fault says so',
    (name) => {
      const fault = {
        code: 'syntax-error',
        line: 1,
        column: 2,
        message: expect.stringMatching(/cannot be redefined/) as string,
      };
      expect(fails(` (define ${name} 1)`)).toMatchObject(fault);
      expect(fails(` (define (${name} a b) 1)`)).toMatchObject(fault);
      expect(fails(` (set! ${name} 1)`)).toMatchObject(fault);
    },
  );

  it.each([
    'if',
    'define',
    'lambda',
    'let',
    'cond',
    'quote',
    'set!',
    'begin',
    'do',
    'while',
    'case',
    'and',
    'or',
    'when',
    'unless',
    'let*',
    'letrec',
    'letrec*',
  ])('%s is syntax, and no variable', (name) => {
    expect(fails(`(define ${name} 1)`)).toMatchObject({ code: 'syntax-error' });
    expect(fails(`(list ${name})`)).toMatchObject({ code: 'syntax-error', line: 1, column: 7 });
    expect(fails(`(define (f) (set! ${name} 1))`)).toMatchObject({ code: 'syntax-error' });
  });

  it('an operator is also a procedure, to be passed to others', () => {
    expect(
      evaluate(
        "(list (map + '(1 2) '(3 4)) (apply < '(1 2 3)) (fold * 1 '(2 3)) (map not '(#f 1)) (apply = '(1 1)) (map != '(1 2) '(1 3)))",
      ),
    ).toBe('((4 6) #t 6 (#t #f) #t (#f #t))');
  });
});

describe('a captured variable', () => {
  it.each([
    [
      'counts',
      '(define (make) (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (define a (make)) (define b (make)) (a) (a) (list (a) (b))',
      '(3 1)',
    ],
    [
      'is shared by two closures',
      '(define (make) (let ((n 0)) (list (lambda () (set! n (+ n 1))) (lambda () n)))) (define both (make)) ((car both)) ((car both)) ((cadr both))',
      '2',
    ],
    [
      'is shared with the procedure it belongs to',
      '(define (f) (let ((n 0)) (let ((inc (lambda () (set! n (+ n 1))))) (inc) (inc) n))) (f)',
      '2',
    ],
    [
      'is seen as it is when the closure is called',
      '(define (f n) (let ((get (lambda () n))) (set! n 5) (get))) (f 1)',
      '5',
    ],
    [
      'is assigned by the innermost closure',
      '(define (f) (let ((n 0)) ((lambda () ((lambda () (set! n 7))))) n)) (f)',
      '7',
    ],
    [
      'may be a parameter',
      '(define (account balance) (lambda (x) (set! balance (+ balance x)) balance)) (define a (account 100)) (a 10) (a 5)',
      '115',
    ],
    ['may be a rest parameter', '(define (f . r) (lambda () (set! r (cdr r)) r)) (define g (f 1 2 3)) (g) (g)', '(3)'],
    [
      'of a body is initialised before it is used',
      '(define (f) (define n 1) (define (inc) (set! n (+ n 1)) n) (inc) (inc)) (f)',
      '3',
    ],
    [
      'is another in each call',
      '(define (adder n) (lambda (m) (+ n m))) (define a (adder 1)) (define b (adder 10)) (list (a 1) (b 1))',
      '(2 11)',
    ],
    [
      'of do is another in each round',
      "(define fs '()) (do ((i 0 (+ i 1))) ((= i 3)) (set! fs (cons (lambda () i) fs))) (map (lambda (f) (f)) fs)",
      '(2 1 0)',
    ],
    [
      'of do that is assigned is another in each round',
      "(define fs '()) (do ((i 0 (+ i 1))) ((= i 3)) (set! fs (cons (lambda () (set! i (+ i 10)) i) fs))) (map (lambda (f) (f) (f)) fs)",
      '(22 21 20)',
    ],
    [
      'of a loop is another in each round',
      "(let loop ((i 0) (fs '())) (if (= i 3) (map (lambda (f) (f)) fs) (loop (+ i 1) (cons (lambda () i) fs))))",
      '(2 1 0)',
    ],
    [
      'of a loop that is assigned is another in each round',
      "(let loop ((i 0) (fs '())) (if (= i 3) (map (lambda (f) (f) (f)) fs) (loop (+ i 1) (cons (lambda () (set! i (+ i 10)) i) fs))))",
      '(22 21 20)',
    ],
    [
      'inside a loop is another in each round',
      "(define fs '()) (do ((i 0 (+ i 1))) ((= i 3)) (let ((j (* i i))) (set! fs (cons (lambda () (set! j (+ j 1)) j) fs)))) (map (lambda (f) (f) (f)) fs)",
      '(6 3 2)',
    ],
    [
      'defined inside a loop is another in each round',
      "(let loop ((i 0) (fs '())) (define (g) (+ i 1)) (if (= i 3) (map (lambda (f) (f)) fs) (loop (g) (cons g fs))))",
      '(3 2 1)',
    ],
    [
      'may be the name of a loop',
      '(let loop ((i 0)) (if (= i 3) (let ((again (lambda (j) (loop j)))) (again 10)) (if (> i 5) i (loop (+ i 1)))))',
      '10',
    ],
  ])('%s', (_name, source, value) => {
    expect(evaluate(source)).toBe(value);
  });
});

describe('tail positions', () => {
  const rounds = 1_000_000;
  const state = language({ stack: 100 });

  it.each([
    ['if', '(define (f n) (if (= n 0) "done" (f (- n 1))))'],
    ['cond', '(define (f n) (cond ((= n 0) "done") (else (f (- n 1)))))'],
    ['when', '(define (f n) (when #t (if (= n 0) "done" (f (- n 1)))))'],
    ['unless', '(define (f n) (unless (= n 0) (g n))) (define (g n) (if (= n 1) "done" (f (- n 1))))'],
    ['and', '(define (f n) (and #t (if (= n 0) "done" (f (- n 1)))))'],
    ['or', '(define (f n) (or (and (= n 0) "done") (f (- n 1))))'],
    ['case', '(define (f n) (case n ((0) "done") (else (f (- n 1)))))'],
    ['begin', '(define (f n) (begin 1 (if (= n 0) "done" (f (- n 1)))))'],
    ['let', '(define (f n) (let ((m (- n 1))) (if (= n 0) "done" (f m))))'],
    ['let*', '(define (f n) (let* ((m n) (k (- m 1))) (if (= n 0) "done" (f k))))'],
    ['letrec', '(define (f n) (letrec ((m (- n 1))) (if (= n 0) "done" (f m))))'],
    ['a body', '(define (f n) (define m (- n 1)) (if (= n 0) "done" (f m)))'],
    ['do', '(define (f n) (do ((i 0 (+ i 1))) ((= i 1) (if (= n 0) "done" (f (- n 1))))))'],
    ['a named let', '(define (f n) (let loop ((i 0)) (if (= i 1) (if (= n 0) "done" (f (- n 1))) (loop (+ i 1)))))'],
    ['=>', '(define (f n) (cond ((= n 0) "done") ((- n 1) => f)))'],
    ['apply', '(define (f n) (if (= n 0) "done" (apply f (- n 1) \'())))'],
  ])('of %s calls without a frame', (name, source) => {
    const count = name === 'apply' ? 100_000 : rounds / 4;
    expect(evaluate(`${source} (f ${count})`, { state })).toBe('"done"');
  });

  it.each([
    ['a named let', `(let loop ((i 0)) (if (< i ${rounds}) (loop (+ i 1)) i))`],
    ['do', `(do ((i 0 (+ i 1))) ((= i ${rounds}) i))`],
    ['while', `(define i 0) (while (< i ${rounds}) (set! i (+ i 1))) i`],
    ['a named let that escapes', `(let loop ((i 0)) (if (< i ${rounds}) (loop (+ i 1)) (begin (list loop) i)))`],
    [
      'a named let around another',
      `(let outer ((i 0)) (if (< i ${rounds}) (let inner ((j 0)) (if (< j 10) (inner (+ j 1)) (outer (+ i 10)))) i))`,
    ],
  ])('of %s go on a million times in constant space', (_name, source) => {
    expect(evaluate(source, { state })).toBe(String(rounds));
  });

  it('of a test, an operand and a binding are none', () => {
    for (const body of [
      '(if (f n) 1 2)',
      '(+ 1 (f n))',
      '(let ((m (f n))) m)',
      '(begin (f n) 1)',
      '(or (f n) 1)',
      '(cond ((f n) 1))',
      '(list (f n))',
    ]) {
      expect(faultOf(compile(`(define (f n) ${body}) (f 1)`), { state })).toMatchObject({ code: 'stack-limit' });
    }
  });
});
