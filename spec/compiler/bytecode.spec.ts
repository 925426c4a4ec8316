import { compile } from '../../lib/compiler/compile.js';
import { read } from '../../lib/data/reader.js';
import { toJson } from '../../lib/data/json.js';
import { disassemble } from '../../lib/instructions/disassemble.js';
import { deliver, language, outcomeOf } from '../machine/running.js';
import { evaluate } from '../machine/running.js';

interface Body {
  readonly name: string;
  readonly params: readonly string[];
  readonly rest: string | null;
  readonly captures: readonly unknown[];
  readonly body: readonly unknown[];
  readonly positions: readonly number[];
}
const bodyOf = (source: string): Body => {
  const [opcode, code] = compile(source) as readonly [string, Body];
  expect(opcode).toBe('OP_CLOSURE');
  return code;
};

describe('compile', () => {
  it.each<[string, unknown[]]>([
    ['', []],
    ['(+ 5 10)', ['OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD']],
    ['(define answer 42)', ['OP_CONSTANT', 42, 'OP_DEFINE_VARIABLE', 'answer']],
    ['(set! x 100)', ['OP_CONSTANT', 100, 'OP_SET_VARIABLE', 'x']],
    ['true', ['OP_TRUE']],
    ['#t', ['OP_TRUE']],
    ['false', ['OP_FALSE']],
    ['#f', ['OP_FALSE']],
    ['nil', ['OP_NIL']],
    ['x', ['OP_GET_VARIABLE', 'x']],
    ['5', ['OP_CONSTANT', 5]],
    ['-1.5e3', ['OP_CONSTANT', -1500]],
    ['"a\\n\\"b\\""', ['OP_CONSTANT', 'a\n"b"']],
    ['100000000000000000000', ['OP_CONSTANT', { integer: '100000000000000000000' }]],
    ['+inf.0', ['OP_CONSTANT', { number: 'Infinity' }]],
    ["'a", ['OP_CONSTANT', { symbol: 'a' }]],
    ["'()", ['OP_CONSTANT', { list: [] }]],
    ['\'(1 (a) . "b")', ['OP_CONSTANT', { list: [1, { list: [{ symbol: 'a' }] }], tail: 'b' }]],
    ["'5", ['OP_CONSTANT', 5]],
    ["'#t", ['OP_TRUE']],
    ["'nil", ['OP_NIL']],
    [
      '(+ (* 3 4) (- 20 10))',
      [
        'OP_CONSTANT',
        3,
        'OP_CONSTANT',
        4,
        'OP_MULTIPLY',
        'OP_CONSTANT',
        20,
        'OP_CONSTANT',
        10,
        'OP_SUBTRACT',
        'OP_ADD',
      ],
    ],
    ['(+ 1 2 3)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_ADD', 'OP_CONSTANT', 3, 'OP_ADD']],
    ['(- x)', ['OP_GET_VARIABLE', 'x', 'OP_NEGATE']],
    ['(/ 2)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_DIVIDE']],
    ['(+)', ['OP_CONSTANT', 0]],
    ['(*)', ['OP_CONSTANT', 1]],
    ['(% x 2)', ['OP_GET_VARIABLE', 'x', 'OP_CONSTANT', 2, 'OP_MODULO']],
    ['(** x 2)', ['OP_GET_VARIABLE', 'x', 'OP_CONSTANT', 2, 'OP_POWER']],
    ['(< 1 2)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_LESS']],
    ['(> 1 2)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_GREATER']],
    ['(<= 1 2)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_LESS_EQUAL']],
    ['(>= 1 2)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_GREATER_EQUAL']],
    ['(= 1 2)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_EQUAL']],
    ['(!= 1 2)', ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_NOT_EQUAL']],
    ['(not #t)', ['OP_TRUE', 'OP_NOT']],
    ['(if a 1 2)', ['OP_GET_VARIABLE', 'a', 'OP_JUMP_IF_FALSE', 4, 'OP_CONSTANT', 1, 'OP_JUMP', 2, 'OP_CONSTANT', 2]],
    ['(f 1 2)', ['OP_GET_VARIABLE', 'f', 'OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_CALL', 2]],
    ['(f)', ['OP_GET_VARIABLE', 'f', 'OP_CALL', 0]],
    [
      '(define x 1) (+ x 2)',
      ['OP_CONSTANT', 1, 'OP_DEFINE_VARIABLE', 'x', 'OP_GET_VARIABLE', 'x', 'OP_CONSTANT', 2, 'OP_ADD'],
    ],
    ['(f) (g)', ['OP_GET_VARIABLE', 'f', 'OP_CALL', 0, 'OP_POP', 'OP_GET_VARIABLE', 'g', 'OP_CALL', 0]],
    ['(begin (define x 1) x)', ['OP_CONSTANT', 1, 'OP_DEFINE_VARIABLE', 'x', 'OP_GET_VARIABLE', 'x']],
  ])('%s', (source, words) => {
    expect([...compile(source)]).toEqual(words);
  });

  it('makes a procedure of its name, its parameters and its body', () => {
    expect(bodyOf('(define (add a b) (+ a b))')).toMatchObject({
      name: 'add',
      params: ['a', 'b'],
      rest: null,
      captures: [],
      body: ['OP_GET_LOCAL', 0, 'OP_GET_LOCAL', 1, 'OP_ADD', 'OP_RETURN'],
    });
    expect(bodyOf('(lambda (a . r) r)')).toMatchObject({
      name: 'lambda',
      params: ['a'],
      rest: 'r',
      body: ['OP_GET_LOCAL', 1, 'OP_RETURN'],
    });
    expect(bodyOf('(lambda r r)')).toMatchObject({ params: [], rest: 'r', body: ['OP_GET_LOCAL', 0, 'OP_RETURN'] });
    expect(bodyOf('(define f (lambda () 1))')).toMatchObject({ name: 'f' });
    expect(bodyOf('(let ((inc (lambda (x) x))) inc)')).toMatchObject({ name: 'inc' });
  });

  it('captures what a body needs, through the bodies between', () => {
    const outer = bodyOf('(lambda (a b) (lambda () (lambda () b)))');
    const middle = outer.body[1] as Body;
    const inner = middle.body[1] as Body;
    expect([outer.captures, middle.captures, inner.captures]).toEqual([[], [['local', 1]], [['captured', 0]]]);
    expect(inner.body).toEqual(['OP_GET_CAPTURED', 0, 'OP_RETURN']);
  });

  it('lets a procedure of a body find itself without a box', () => {
    const text = disassemble(compile('(define (f) (define (loop n) (if (= n 0) 0 (loop (- n 1)))) (loop 3))'));
    expect(text).toContain('OP_GET_CALLEE');
    expect(text).not.toContain('BOX');
  });

  it('puts a variable in a box only when it is assigned', () => {
    expect(disassemble(compile('(lambda (a b) (lambda () (+ a b)))'))).not.toContain('OP_BOX');
    expect(disassemble(compile('(lambda (a b) (set! a 1) (lambda () (+ a b)))')).match(/OP_BOX/g)).toHaveLength(1);
  });
});

describe('what is compiled', () => {
  const programs = [
    '(+ 5 10)',
    '\'(1 (a . "b") 100000000000000000000 +nan.0 () nil)',
    '(define (f n) (if (= n 0) 1 (* n (f (- n 1))))) (f 30)',
    "(let loop ((i 0) (fs '())) (if (= i 3) (map (lambda (f) (f)) fs) (loop (+ i 1) (cons (lambda () i) fs))))",
    '(define c (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (c) (c)',
    '(car 5)',
  ];

  it.each(programs)('is plain JSON that runs the same when it comes back: %s', (source) => {
    const words = compile(source);
    const again = JSON.parse(JSON.stringify(words)) as unknown[];
    expect(again).toEqual([...words]);
    const [direct, copied] = [words, again].map((each) => deliver(each, { state: language() }));
    expect([outcomeOf(direct as never), direct?.state.fuel]).toEqual([outcomeOf(copied as never), copied?.state.fuel]);
  });

  it('is frozen at every level', () => {
    const pending: unknown[] = [compile("(define (f a) (lambda (b) '(a (b)) (list a b)))")];
    let seen = 0;
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (typeof next !== 'object' || next === null) continue;
      expect(Object.isFrozen(next)).toBe(true);
      seen += 1;
      pending.push(...Object.values(next));
    }
    expect(seen).toBeGreaterThan(8);
  });

  it('is the same every time', () => {
    for (const source of programs) expect([...compile(source)]).toEqual([...compile(source)]);
  });

  it('has no enumerable properties but its words', () => {
    expect(Object.keys(compile('(car 1)'))).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('quotes data as they were read', () => {
    const text = '(a "b" (1 . 2) \'c #t nil 1.5)';
    expect(compile(`'${text}`)[1]).toEqual(toJson(read(text)[0] as never));
  });
});

describe('source of any depth', () => {
  it.each([
    ['calls', '(+ 1 '.repeat(100_000) + '0' + ')'.repeat(100_000), '100000'],
    ['conditionals', '(if #t '.repeat(100_000) + '7' + ' 0)'.repeat(100_000), '7'],
    ['sequences', '(begin '.repeat(100_000) + '7' + ')'.repeat(100_000), '7'],
    ['conjunctions', '(and 1 '.repeat(100_000) + '7' + ')'.repeat(100_000), '7'],
  ])('compiles and runs: %s', (_name, source, value) => {
    expect(evaluate(source)).toBe(value);
  });

  it.each([
    ['procedures', '(lambda () '.repeat(5000) + '7' + ')'.repeat(5000), '#<procedure lambda>'],
    ['bindings', '(let ((x 1)) '.repeat(5000) + 'x' + ')'.repeat(5000), '1'],
    ['quoted data', "'" + '('.repeat(100_000) + ')'.repeat(100_000), `${'('.repeat(99_999)}()${')'.repeat(99_999)}`],
  ])('compiles and runs, or is a fault: %s', (_name, source, value) => {
    expect([value, 'fault: bad-operand', 'fault: stack-limit']).toContain(evaluate(source));
  });

  it('and of any length compiles', () => {
    expect(evaluate(`(+ ${'1 '.repeat(100_000)})`)).toBe('100000');
    expect(evaluate('(define x 1) '.repeat(50_000) + 'x')).toBe('1');
    expect(evaluate(`(length '(${'1 '.repeat(100_000)}))`)).toBe('100000');
  });

  it('with a thousand nested bindings finds an outer name in a time in proportion', () => {
    const source = (depth: number): string => '(let ((x 1)) (car y) '.repeat(depth) + 'x' + ')'.repeat(depth);
    const time = (depth: number): number => {
      const started = performance.now();
      compile(source(depth));
      return performance.now() - started;
    };
    time(500);
    const [short, long] = [Math.max(time(1000), 2), time(8000)];
    expect(long / short).toBeLessThan(40);
  });
});
