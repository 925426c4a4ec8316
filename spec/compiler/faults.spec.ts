import { compile } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';
import { faultOf, language } from '../machine/running.js';

const failure = (source: string): VMError => {
  try {
    compile(source);
  } catch (thrown) {
    return thrown as VMError;
  }
  throw new Error('it compiles');
};

describe('a malformed form is a syntax-error with its place', () => {
  it.each([
    ['()', 1, 1],
    ['(1 . 2)', 1, 1],
    ['(list . 1)', 1, 1],
    ['\n (quote)', 2, 2],
    ['(quote 1 2)', 1, 1],
    ['(if)', 1, 1],
    ['(if 1)', 1, 1],
    ['(if 1 2 3 4)', 1, 1],
    ['(define)', 1, 1],
    ['(define x)', 1, 1],
    ['(define x 1 2)', 1, 1],
    ['(define 5 1)', 1, 9],
    ['(define "x" 1)', 1, 9],
    ['(define ((f a) b) 1)', 1, 10],
    ['(define (5) 1)', 1, 10],
    ['(define (f))', 1, 1],
    ['(set!)', 1, 1],
    ['(set! x)', 1, 1],
    ['(set! x 1 2)', 1, 1],
    ['(set! 5 1)', 1, 7],
    ['(set! (f) 1)', 1, 7],
    ['(lambda)', 1, 1],
    ['(lambda (x))', 1, 1],
    ['(lambda (1) 1)', 1, 10],
    ['(lambda (a . 1) 1)', 1, 9],
    ['(lambda (a a) 1)', 1, 9],
    ['(lambda (a . a) 1)', 1, 9],
    ['(lambda 5 1)', 1, 9],
    ['(define (f x x) 1)', 1, 9],
    ['(cond 5)', 1, 7],
    ['(cond ())', 1, 7],
    ['(cond (else 1) (#t 2))', 1, 7],
    ['(cond (1 =>))', 1, 7],
    ['(cond (1 => car cdr))', 1, 7],
    ['(case)', 1, 1],
    ['(case 1 (2 3))', 1, 10],
    ['(case 1 (else 1) ((1) 2))', 1, 9],
    ['(case 1 5)', 1, 9],
    ['(when)', 1, 1],
    ['(when 1)', 1, 1],
    ['(unless 1)', 1, 1],
    ['(let)', 1, 1],
    ['(let ((x 1)))', 1, 1],
    ['(let (x) x)', 1, 7],
    ['(let ((x)) x)', 1, 7],
    ['(let ((x 1 2)) x)', 1, 7],
    ['(let ((1 2)) 3)', 1, 8],
    ['(let ((x 1) (x 2)) x)', 1, 1],
    ['(let 5 1)', 1, 6],
    ['(let* ((x)) 1)', 1, 8],
    ['(let* ((x 1)))', 1, 1],
    ['(letrec ((x 1) (x 2)) 1)', 1, 1],
    ['(let loop)', 1, 1],
    ['(let loop ((x 1)))', 1, 1],
    ['(let loop ((x 1) (x 2)) 1)', 1, 1],
    ['(do)', 1, 1],
    ['(do ((i 0)))', 1, 1],
    ['(do ((i 0)) ())', 1, 1],
    ['(do ((i 0 1 2)) (#t))', 1, 6],
    ['(do ((i 0) (i 1)) (#t))', 1, 1],
    ['(while)', 1, 1],
    ['(f (if))', 1, 4],
    ['(define (f)\n  (let ((a 1))\n    (if)))', 3, 5],
    ['(define (f) (if 1 (define x 2)))', 1, 19],
    ['(list (define x 1))', 1, 7],
    ['(define (f) (define a 1) (define a 2) a)', 1, 1],
    ['`(1 . ,@x)', 1, 2],
    [',x', 1, 1],
    [',@x', 1, 1],
    ['(define-syntax x 1)', 1, 18],
    ['(if . (1 2 3) . 4)'.replace(' . 4', ' 4'), 1, 15],
  ])('%s', (source, line, column) => {
    const fault = failure(source);
    expect([fault.code === 'read-error' ? 'syntax-error' : fault.code, fault.line, fault.column]).toEqual([
      'syntax-error',
      line,
      column,
    ]);
  });

  it('that says what the form looks like', () => {
    expect(failure('(if)').message).toContain('(if …) should be (if test then else?)');
    expect(failure('(let ((x)) 1)').message).toContain('(x …) should be (name value)');
  });

  it('and the first of several', () => {
    expect(failure('(list 1)\n(if)\n(let)')).toMatchObject({ line: 2 });
  });
});

describe('a literal that contains itself', () => {
  it.each([
    "'#0=#(a #0#)",
    '#0=#(a #0#)',
    '`#0=#(a ,x #0#)',
    '(list 1 #0=(a . #(#0#)))',
    '(case 1 ((#0=#(a #0#)) 1))',
    "(define-syntax m (syntax-rules () ((_ a) '#0=#(a #0#))))",
    '(define-syntax m (syntax-rules () ((_ #0=#(a #0#)) 1)))',
  ])('is a syntax-error with its place: %s', (source) => {
    expect(failure(`1\n ${source}`)).toMatchObject({
      code: 'syntax-error',
      message: 'a literal contains itself',
      line: 2,
      column: 2,
    });
  });

  it('is told from one that is shared', () => {
    expect(compile("'(#0=#(1) #0#)")).toEqual(compile("'(#(1) #(1))"));
  });
});

describe('a read-error', () => {
  it('keeps line and column', () => {
    expect(failure('(+ 1\n  "abc')).toMatchObject({ code: 'read-error', line: 2, column: 3 });
  });
});

describe('a fault at run time knows the place in the source', () => {
  it.each([
    ['of a call', '\n  (car 5)', 'type-error', 2, 3],
    ['of an operator', '(list 1\n      (+ 1 "a"))', 'type-error', 2, 7],
    ['of a variable', '(list 1 nowhere)', 'unbound-variable', 1, 9],
    ['of an assignment', '(begin\n (set! nowhere 1))', 'unbound-variable', 2, 2],
    ['in a procedure', '(define (f x)\n  (list\n    (car x)))\n(f 5)', 'type-error', 3, 5],
    ['in a procedure of a procedure', '(define (f)\n (define (g)\n  (nowhere))\n (g))\n(f)', 'unbound-variable', 3, 4],
    ['of a tail call', '(define (f)\n  (car 5))\n(f)', 'type-error', 2, 3],
    ['in a chain of operands', '(define (f a)\n (+ 1 2\n  a))\n(f nil)', 'type-error', 2, 2],
    ['in a comparison of several', '(<\n 1 "a" 2)', 'type-error', 1, 1],
    ['in a loop', '(let loop ((i 0))\n (if (= i 3) (car i)\n  (loop (+ i 1))))', 'type-error', 2, 14],
    ['of an arity', '(define (f a) a)\n (f)', 'arity-error', 2, 2],
    ['of what is no procedure', '(define x 5)\n(list\n (x 1))', 'not-a-procedure', 3, 2],
    [
      'of a value that is not there yet',
      '(define (f)\n (define (g)\n  x)\n (define y (g))\n (define x 1) y)\n(f)',
      'unbound-variable',
      3,
      3,
    ],
    ['of an error', '(define (f)\n (error "mine" 1))\n(+ 1 (f))', 'user-raised', 2, 2],
    ['behind a string of several lines', '(list "a\n\nb" (car 5))', 'type-error', 3, 4],
    ['of a division', '(/ 1\n 0)', 'division-by-zero', 1, 1],
    [
      'of a loop variable that is assigned',
      '(do ((i 0 (+ i 1)))\n ((= i 3) (car i))\n (set! i i))',
      'type-error',
      2,
      11,
    ],
  ])('%s', (_name, source, code, line, column) => {
    expect(faultOf(compile(source), { state: language() })).toMatchObject({ code, line, column });
  });

  it('and names the instruction and the variable', () => {
    expect(faultOf(compile('(f nowhere)'), { state: language() })?.message).toMatch(/OP_GET_VARIABLE: .*\bf\b/);
    expect(faultOf(compile('(+ 1 "a")'), { state: language() })).toMatchObject({
      opcode: 'OP_ADD',
      message: 'OP_ADD: "a" is not a number',
    });
  });

  it('and does not when the words were copied', () => {
    expect(faultOf([...compile('(car 5)')], { state: language() })).toMatchObject({
      code: 'type-error',
      line: undefined,
    });
    expect(faultOf([...compile('(define (f) (car 5)) (f)')], { state: language() })).toMatchObject({
      code: 'type-error',
      line: 1,
      column: 13,
    });
  });
});
