import { compile } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';
import { VMActor } from '../../lib/index.js';
import { disassemble } from '../../lib/instructions/disassemble.js';

// What the compiler emits, and what it refuses. What programs mean is shown by spec/programs.

const opcodes = (source: string): string =>
  disassemble(compile(source))
    .split('\n')
    .filter((line) => /^ *\d/.test(line))
    .map((line) => line.replace(/^ *\d+ {2}/, '').replace(/ {2};.*/, ''))
    .join(', ');

const faultOf = (source: string): VMError => {
  try {
    compile(source);
  } catch (thrown) {
    return thrown as VMError;
  }
  throw new Error(`${source} compiled`);
};

const evaluate = (source: string): unknown => {
  const vm = new VMActor().loadBytecode(compile(source));
  vm.execute();
  return vm.top();
};

describe('compile', () => {
  it.each<[string, unknown[]]>([
    ['(+ 5 10)', ['OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD']],
    ['(define answer 42)', ['OP_CONSTANT', 42, 'OP_DEFINE_VARIABLE', 'answer']],
    ['(set! x 100)', ['OP_CONSTANT', 100, 'OP_SET_VARIABLE', 'x']],
    ['true', ['OP_TRUE']],
    ['#f', ['OP_FALSE']],
    ['nil', ['OP_NIL']],
    ['x', ['OP_GET_VARIABLE', 'x']],
    ['"a\\nb"', ['OP_CONSTANT', 'a\nb']],
    ['-1.5e3', ['OP_CONSTANT', -1500]],
    ["'a", ['OP_CONSTANT', { symbol: 'a' }]],
    ["'(1 (b) . 2)", ['OP_CONSTANT', { list: [1, { list: [{ symbol: 'b' }] }], tail: 2 }]],
    ['123456789012345678901', ['OP_CONSTANT', { integer: '123456789012345678901' }]],
    ['(- 1)', ['OP_CONSTANT', 1, 'OP_NEGATE']],
    ['(/ 2)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_DIVIDE']],
    ['(+ 1 2 3)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_ADD', 'OP_CONSTANT', 3, 'OP_ADD']],
    ['(+)', ['OP_CONSTANT', 0]],
    ['(*)', ['OP_CONSTANT', 1]],
    ['(if 1 2 3)', ['OP_CONSTANT', 1, 'OP_JUMP_IF_FALSE', 4, 'OP_CONSTANT', 2, 'OP_JUMP', 2, 'OP_CONSTANT', 3]],
    ['1 2', ['OP_CONSTANT', 2]],
    ['(f 1) 2', ['OP_GET_VARIABLE', 'f', 'OP_CONSTANT', 1, 'OP_CALL', 1, 'OP_POP', 'OP_CONSTANT', 2]],
    [
      '(begin (define a 1) (define b 2))',
      ['OP_CONSTANT', 1, 'OP_DEFINE_VARIABLE', 'a', 'OP_CONSTANT', 2, 'OP_DEFINE_VARIABLE', 'b'],
    ],
    ['', []],
  ])('%s', (source, words) => {
    expect(compile(source)).toEqual(words);
  });

  it('gives frozen plain JSON that runs the same after a round trip', () => {
    const bytecode = compile(
      '(define (f x . rest) (let ((y 1)) (lambda () (set! y (+ y x)) (list y rest \'(a "b"))))) ((f 1 2 3))',
    );
    const read = JSON.parse(JSON.stringify(bytecode)) as unknown[];
    expect(read).toEqual(bytecode);
    expect(Object.isFrozen(bytecode)).toBe(true);
    const [one, other] = [bytecode, read].map((words) => new VMActor().loadBytecode(words).execute().stack.top);
    expect(other).toEqual(one);
  });

  it('emits a body with its parameters, captures and source positions', () => {
    const [, outer] = compile('(lambda (x . more)\n  (lambda () (x more)))') as readonly [
      string,
      { body: [string, object] },
    ];
    expect(outer).toMatchObject({ name: 'lambda', params: ['x'], rest: 'more', locals: 2, captures: [] });
    expect(outer.body[1]).toMatchObject({
      captures: [
        ['local', 0],
        ['local', 1],
      ],
      body: ['OP_GET_CAPTURED', 0, 'OP_GET_CAPTURED', 1, 'OP_TAIL_CALL', 1],
      positions: [4, 2, 14],
    });
  });
});

describe('tail positions', () => {
  it.each([
    '(g x)',
    '(if x (g x) (g x))',
    '(cond (x (g x)) (else (g x)))',
    '(cond (x => g) (else (g x)))',
    '(case x ((1) (g x)) (else (g x)))',
    '(when x (g x))',
    '(unless x (g x))',
    '(and x (g x))',
    '(or x (g x))',
    '(let ((y x)) (g y))',
    '(let* ((y x)) (g y))',
    '(letrec ((y x)) (g y))',
    '(let loop ((i x)) (if i (loop (- i 1)) (g x)))',
    '(begin x (g x))',
    '(do ((i 0 (+ i 1))) (x (g x)))',
    '(begin (define y x) (g y))',
    '(apply g x)',
  ])('%s', (body) => {
    const emitted = opcodes(`(define (f x) ${body})`);
    expect(emitted).toMatch(/OP_TAIL_CALL/);
    expect(emitted.replaceAll(/OP_GET_VARIABLE \S+, OP_CALL/g, '')).not.toMatch(/OP_CALL(?!.*OP_TAIL_CALL)/);
  });

  it.each([
    '(define (f n) (cond ((= n 0) "done") (else (f (- n 1)))))',
    '(define (f n) (and #t (or #f (if (= n 0) "done" (f (- n 1))))))',
    '(define (f n) (let* ((m (- n 1))) (when #t (case n ((0) "done") (else (f m))))))',
    '(define (f n) (define m (- n 1)) (if (= n 0) "done" (apply f (list m))))',
    '(define (f n) (let loop ((i n)) (if (= i 0) "done" (loop (- i 1)))))',
    '(define (f n) (let loop ((i n)) (if (= i 0) "done" ((lambda () (loop (- i 1)))))))',
  ])('%s runs 100,000 deep in few frames', (definition) => {
    const vm = new VMActor({ limits: { stack: 50 } }).loadBytecode(compile(`${definition} (f 100000)`));
    vm.execute();
    expect(vm.top()).toBe('done');
  });
});

describe('scope', () => {
  it.each<[string, unknown]>([
    ['(let ((+ -)) (+ 5 3))', 2],
    ['(let ((if list)) (length (if 1 2 3)))', 3],
    ['(define (f list) (list 1)) (f (lambda (x) (* 10 x)))', 10],
    ['((lambda (else) (cond (else 1) (#t 2))) #f)', 2],
    ['(define x 1) (let ((x 2) (y x)) y)', 1],
    ['(define x 1) (let* ((x 2) (y x)) y)', 2],
    ['(define (f) (define a 1) (define (g) (* a 10)) (set! a 5) (g)) (f)', 50],
    ['(define (f) (g)) (define (g) 7) (f)', 7],
    [
      '(letrec ((even? (lambda (n) (if (= n 0) #t (odd? (- n 1))))) (odd? (lambda (n) (if (= n 0) #f (even? (- n 1)))))) (even? 101))',
      false,
    ],
  ])('%s', (source, value) => {
    expect(evaluate(source)).toBe(value);
  });

  it('shares an assigned variable among the closures over it', () => {
    expect(
      evaluate(
        '(define both (let ((n 0)) (list (lambda () (set! n (+ n 1)) n) (lambda () n)))) ((car both)) ((car both)) ((cadr both))',
      ),
    ).toBe(2);
  });

  it('gives each round of a loop variables of its own', () => {
    const sum = '(define (sum fs) (fold (lambda (f s) (+ (f) s)) 0 fs))';
    expect(evaluate(`${sum} (sum (do ((i 0 (+ i 1)) (fs '() (cons (lambda () i) fs))) ((= i 4) fs)))`)).toBe(6);
    expect(
      evaluate(
        `${sum} (sum (let loop ((i 0) (fs '())) (if (= i 4) fs (loop (+ i 1) (cons (lambda () (set! i (+ i 10)) i) fs)))))`,
      ),
    ).toBe(46);
  });

  it('faults where a variable is read before its definition', () => {
    expect(() => evaluate('(define (f) (define a b) (define b 1) a) (f)')).toThrow(
      expect.objectContaining({ code: 'unbound-variable', line: 1, column: 23 }),
    );
  });
});

describe('a syntax error has a position', () => {
  it.each<[string, number, number]>([
    ['(if)', 1, 1],
    ['(if 1 2 3 4)', 1, 1],
    ['(quote)', 1, 1],
    ['(lambda)', 1, 1],
    ['(lambda (1) 2)', 1, 10],
    ['(lambda (x x) 2)', 1, 9],
    ['(lambda (x))', 1, 1],
    ['(define)', 1, 1],
    ['(define 5 1)', 1, 9],
    ['(define x)', 1, 1],
    ['(define x 1 2)', 1, 1],
    ['(define ((f a) b) 1)', 1, 10],
    ['(define + 1)', 1, 1],
    ['(define if 1)', 1, 1],
    ['(set! * 1)', 1, 1],
    ['(set! x)', 1, 1],
    ['(let ((x)) x)', 1, 7],
    ['(let ((x 1) (x 2)) x)', 1, 1],
    ['(let x)', 1, 1],
    ['(let ((x 1)))', 1, 1],
    ['(cond (else 1) (2 3))', 1, 7],
    ['(cond ())', 1, 7],
    ['(cond (1 =>))', 1, 7],
    ['(case)', 1, 1],
    ['(case 1 (2 3))', 1, 10],
    ['(when 1)', 1, 1],
    ['(do)', 1, 1],
    ['(do ((i 0 1 2)) (#t))', 1, 6],
    ['(while)', 1, 1],
    ['()', 1, 1],
    ['(1 . 2)', 1, 1],
    ['if', 1, 1],
    ['(+ 1\n   (foo if))', 2, 9],
    ['(lambda () (if #t (define x 1)))', 1, 19],
    ['`(a . ,@b)', 1, 2],
    [',b', 1, 1],
    ['(define-syntax f 1)', 1, 18],
  ])('%s', (source, line, column) => {
    expect(faultOf(source)).toMatchObject({ name: 'VMError', code: 'syntax-error', line, column });
  });
});

describe('a fault of compiled code carries its place', () => {
  it.each<[string, string, number, number]>([
    ['(+ 1\n   nobody)', 'unbound-variable', 2, 4],
    ['(define (f x)\n  (if x\n      (* 2 (car x))))\n(f 5)', 'type-error', 3, 12],
    ['(define (f x) x)\n (f)', 'arity-error', 2, 2],
    ['(set! nobody 1)', 'unbound-variable', 1, 1],
    ['(let ((f 5))\n  (f 1))', 'not-a-procedure', 2, 3],
    ['(< 1 2\n "a")', 'type-error', 1, 1],
    ["(for-each (lambda (x)\n (/ 1 x)) '(1 0))", 'division-by-zero', 2, 2],
  ])('%s', (source, code, line, column) => {
    expect(() => evaluate(source)).toThrow(expect.objectContaining({ code, line, column }));
  });
});

describe('hostile sources', () => {
  const deep = 100_000;

  it('compile and run 100,000 deep', () => {
    expect(evaluate(`${'(+ 1 '.repeat(deep)}0${')'.repeat(deep)}`)).toBe(deep);
    expect(evaluate(`${'(if #t '.repeat(deep)}1${')'.repeat(deep)}`)).toBe(1);
  });

  it('with 10,000 procedures or scopes inside each other compile', () => {
    expect(evaluate(`${'((lambda (x) '.repeat(10_000)}x${') 1)'.repeat(10_000)}`)).toBe(1);
    expect(evaluate(`${'(let ((x 1)) '.repeat(10_000)}x${')'.repeat(10_000)}`)).toBe(1);
  });

  it('that are unbalanced are a read error with a position', () => {
    expect(faultOf('(+ 1 '.repeat(deep))).toMatchObject({ code: 'read-error', line: 1, column: 5 * deep - 4 });
    expect(faultOf(')')).toMatchObject({ code: 'read-error', line: 1, column: 1 });
  });

  it('use names of JavaScript as names', () => {
    expect(
      evaluate('(define __proto__ 1) (define (constructor toString) (+ toString __proto__)) (constructor 2)'),
    ).toBe(3);
  });
});
