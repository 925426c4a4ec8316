import { failure } from './failing.js';
import { constant, get, outline, reserved, symbol, symbols } from './outline.js';

// Forms that call the library: what they emit.

const thunk = (...body: readonly unknown[]): unknown[] => ['OP_CLOSURE', [[], ...body]];
const local = (index: number): unknown[] => ['OP_GET_LOCAL', index];

describe('forms of several values', () => {
  const values = (producer: readonly unknown[], ...consumer: readonly unknown[]): unknown[] =>
    reserved('call-with-values', 2, ...thunk(...producer, 'OP_TAIL_CALL', 0), 'OP_CLOSURE', consumer);
  const f = get('f');

  it.each<[string, unknown[]]>([
    ['(let-values (((a b) (f))) b)', values(f, ['a', 'b'], ...local(1), 'OP_RETURN')],
    ['(let-values (((a . b) (f))) b)', values(f, ['a', '.', 'b'], ...local(1), 'OP_RETURN')],
    ['(let-values ((a (f))) a)', values(f, ['.', 'a'], ...local(0), 'OP_RETURN')],
    ['(let*-values (((a b) (f))) b)', values(f, ['a', 'b'], ...local(1), 'OP_RETURN')],
    ['(receive (a . b) (f) a)', values(f, ['a', '.', 'b'], ...local(0), 'OP_RETURN')],
    [
      '(define-values (a . b) (f))',
      [
        ...values(
          f,
          ['a', '.', 'b'],
          ...local(0),
          'OP_DEFINE_VARIABLE',
          'a',
          ...local(1),
          'OP_DEFINE_VARIABLE',
          'b',
          'OP_NIL',
          'OP_RETURN',
        ),
        'OP_POP',
      ],
    ],
  ])('%s', (source, words) => {
    expect(outline(source)).toEqual(words);
  });

  it('see the variables before them with let*-values alone', () => {
    const inner = (source: string): string => JSON.stringify(outline(source));
    expect(inner('(let*-values (((a) (f)) ((b) (g a))) b)')).not.toContain('"OP_GET_VARIABLE","a"');
    expect(inner('(let-values (((a) (f)) ((b) (g a))) b)')).toContain('"OP_GET_VARIABLE","a"');
  });

  it('define variables of a body, which are assigned in boxes', () => {
    const text = JSON.stringify(outline('(define (h) (define-values (a b) (f)) (g a b))'));
    expect(text.match(/"OP_SET_BOX"/g)).toHaveLength(2);
    expect(text).not.toContain('OP_DEFINE_VARIABLE","a"');
  });
});

describe('case-lambda', () => {
  it('makes a procedure of each clause', () => {
    expect(outline('(case-lambda ((a) a) ((a . b) b) (r r))')).toEqual(
      reserved(
        'case-lambda',
        3,
        ...['OP_CLOSURE', [['a'], ...local(0), 'OP_RETURN']],
        ...['OP_CLOSURE', [['a', '.', 'b'], ...local(1), 'OP_RETURN']],
        ...['OP_CLOSURE', [['.', 'r'], ...local(0), 'OP_RETURN']],
      ),
    );
  });
});

describe('promises and parameters', () => {
  it.each<[string, unknown[]]>([
    ['(delay 5)', reserved('delay', 1, ...thunk(...constant(5), 'OP_RETURN'))],
    ['(delay-force 5)', reserved('delay-force', 1, ...thunk(...constant(5), 'OP_RETURN'))],
    [
      '(parameterize ((p 1)) 2)',
      reserved(
        'parameterize',
        2,
        ...reserved('cons', 2, ...reserved('cons', 2, ...get('p'), ...constant(1)), ...constant({ list: [] })),
        ...thunk(...constant(2), 'OP_RETURN'),
      ),
    ],
    [
      '(parameterize () 2)',
      reserved('parameterize', 2, ...constant({ list: [] }), ...thunk(...constant(2), 'OP_RETURN')),
    ],
  ])('%s', (source, words) => {
    expect(outline(source)).toEqual(words);
  });
});

describe('guard', () => {
  const handled = (...body: readonly unknown[]): unknown[] =>
    reserved('guard', 2, ...thunk(...get('f'), 'OP_TAIL_CALL', 0), 'OP_CLOSURE', [['e', 'reraise'], ...body]);
  const reraise = [...local(1), 'OP_TAIL_CALL', 0];

  it.each<[string, unknown[]]>([
    ['(guard (e (else 1)) (f))', handled(...constant(1), 'OP_RETURN')],
    ['(guard (e) (f))', handled(...reraise)],
    ['(guard (e (e 1)) (f))', handled(...local(0), 'OP_JUMP_IF_FALSE', 3, ...constant(1), 'OP_RETURN', ...reraise)],
    [
      '(guard (e ((g) => h)) (f))',
      handled(
        ...get('g'),
        'OP_CALL',
        0,
        'OP_SET_LOCAL',
        2,
        ...local(2),
        'OP_JUMP_IF_FALSE',
        6,
        ...get('h'),
        ...local(2),
        'OP_TAIL_CALL',
        1,
        ...reraise,
      ),
    ],
  ])('%s', (source, words) => {
    expect(outline(source)).toEqual(words);
  });

  it('hides its own variable from the clauses', () => {
    expect(JSON.stringify(outline('(guard (e (reraise 1)) (f))'))).toContain('"OP_GET_VARIABLE","reraise"');
  });
});

describe('define-record-type', () => {
  const define = (name: string, ...words: readonly unknown[]): unknown[] => [...words, 'OP_DEFINE_VARIABLE', name];
  const type = (name: string, fields: readonly string[], mutable: readonly boolean[]): unknown[] =>
    define(name, ...reserved('record-type', 3, ...symbol(name), ...symbols(...fields), ...constant({ list: mutable })));

  it('defines the type and its procedures', () => {
    expect(outline('(define-record-type point (make y) point? (x get-x set-x!) (y get-y))')).toEqual([
      ...type('point', ['x', 'y'], [true, false]),
      ...define('make', ...reserved('record-constructor', 3, ...get('point'), ...symbol('make'), ...symbols('y'))),
      ...define('point?', ...reserved('record-predicate', 2, ...get('point'), ...symbol('point?'))),
      ...define('get-x', ...reserved('record-accessor', 3, ...get('point'), ...symbol('get-x'), ...symbol('x'))),
      ...define('set-x!', ...reserved('record-modifier', 3, ...get('point'), ...symbol('set-x!'), ...symbol('x'))),
      ...define('get-y', ...reserved('record-accessor', 3, ...get('point'), ...symbol('get-y'), ...symbol('y'))),
    ]);
  });

  it('takes a constructor of all fields, or none, and no predicate', () => {
    expect(outline('(define-record-type p make #f (x) y)')).toEqual([
      ...type('p', ['x', 'y'], [false, false]),
      ...define('make', ...reserved('record-constructor', 3, ...get('p'), ...symbol('make'), ...symbols('x', 'y'))),
    ]);
    expect(outline('(define-record-type p #f #f)')).toEqual(type('p', [], []));
  });

  it('defines local variables in a body', () => {
    expect(JSON.stringify(outline('(define (f) (define-record-type p make p? (x x-of)) (x-of (make 1)))'))).not.toMatch(
      /OP_DEFINE_VARIABLE","(p|make)"/,
    );
  });
});

describe('cond-expand', () => {
  it.each<[string, string]>([
    ['(cond-expand (r7rs 1) (else 2))', '1'],
    ['(cond-expand (other 1) (else 2))', '2'],
    ['(cond-expand ((and r7rs (not other)) 1))', '1'],
    ['(cond-expand ((or other vmactor) 1 2))', '2'],
    ['(cond-expand ((or) 1) ((and) 2))', '2'],
    ['(cond-expand ((library (scheme base)) 1) (else 2))', '1'],
    ['(cond-expand ((library (no such)) 1) (else 2))', '2'],
    ['(define-library (a)) (cond-expand ((library (a)) 1) (else 2))', '(define-library (a)) 1'],
    ['(cond-expand (r7rs (define x 1) (define y 2))) y', '(define x 1) (define y 2) y'],
    ['(lambda () (cond-expand (r7rs (define x 1))) x)', '(lambda () (define x 1) x)'],
    ['(list (cond-expand (r7rs 1 2)))', '(list (begin 1 2))'],
  ])('%s is %s', (source, same) => {
    expect(outline(source)).toEqual(outline(same));
  });
});

describe('a malformed form is a syntax-error with its place', () => {
  it.each<[string, number]>([
    ['(let-values)', 1],
    ['(let-values (((a) 1 2)) 3)', 14],
    ['(let-values (((a) 1) ((a) 2)) 3)', 1],
    ['(let-values (((a a) 1)) 3)', 15],
    ['(let-values (((1) 2)) 3)', 16],
    ['(let-values (((a) 2)))', 1],
    ['(receive)', 1],
    ['(receive (a) 1)', 1],
    ['(define-values (a))', 1],
    ['(define-values (a a) 1)', 16],
    ['(list (define-values (a) 1))', 7],
    ['(case-lambda (1))', 15],
    ['(case-lambda ())', 14],
    ['(case-lambda ((a)))', 14],
    ['(delay)', 1],
    ['(delay 1 2)', 1],
    ['(delay-force)', 1],
    ['(parameterize)', 1],
    ['(parameterize ((p)) 1)', 16],
    ['(parameterize ((p 1)))', 1],
    ['(guard)', 1],
    ['(guard () 1)', 1],
    ['(guard (1) 1)', 9],
    ['(guard (e))', 1],
    ['(guard (e (else 1) (2 3)) 4)', 11],
    ['(define-record-type p)', 1],
    ['(define-record-type 1 #f #f)', 21],
    ['(define-record-type p (make y) #f (x))', 29],
    ['(define-record-type p (1) #f (x))', 24],
    ['(define-record-type p #f 1 (x))', 26],
    ['(define-record-type p #f #f (x a b c))', 29],
    ['(define-record-type p #f #f x x)', 31],
    ['(define-record-type p #f #f (x #f))', 32],
    ['(define-record-type p () #f x)', 23],
    ['(cond-expand ((library)))', 15],
    ['(cond-expand (5 1))', 15],
    ['(cond-expand ())', 14],
    ['(include "file")', 1],
    ['(define delay 1)', 1],
  ])('%s', (source, column) => {
    expect(failure(source)).toMatchObject({ code: 'syntax-error', line: 1, column });
  });
});
