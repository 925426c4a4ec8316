import { compile } from '../../lib/compiler/compile.js';
import { Primitive } from '../../lib/machine/procedures.js';
import { type Value } from '../../lib/data/values.js';
import { define } from '../../lib/machine/helpers.js';
import { VMState } from '../../lib/machine/state.js';
import { begin, firstTurn, proceed } from '../../lib/machine/turn.js';
import { decoded, ended, evaluate, faultOf, language, optionsOf, stackOf } from './running.js';

const lambda = (params: string[], rest: string | null, ...words: unknown[]): unknown => ({
  name: 'f',
  params,
  rest,
  body: words,
});

const host = (
  compute: (...args: Value[]) => Value,
  arity: readonly [number, number] = [0, Infinity],
  cost?: (...args: Value[]) => number,
): Primitive => new Primitive('host', compute, cost, arity, 'each', true);

const withHost = (primitive: Primitive): VMState => define(language(), 'host', primitive);

/** How many frames are pending at the most. */
const deepest = (source: string): number => {
  const options = optionsOf({ slice: 50 });
  let turn = begin(firstTurn(language()), decoded(compile(source)), options);
  let most = 0;
  while (turn.outcome === 'running') {
    most = Math.max(most, turn.state.frame?.size ?? 0);
    turn = proceed(turn, options);
  }
  expect(turn.outcome).toBe('committed');
  return most;
};

describe('a call', () => {
  it('gives the callee its arguments as locals and an empty stack', () => {
    expect(
      stackOf([
        'OP_CONSTANT',
        'below',
        'OP_CLOSURE',
        lambda(['a', 'b'], null, 'OP_GET_LOCAL', 1, 'OP_GET_LOCAL', 0),
        'OP_CONSTANT',
        1,
        'OP_CONSTANT',
        2,
        'OP_CALL',
        2,
      ]),
    ).toEqual(['below', 1]);
    expect(faultOf(['OP_CONSTANT', 'below', 'OP_CLOSURE', lambda([], null, 'OP_POP'), 'OP_CALL', 0])).toMatchObject({
      code: 'stack-underflow',
    });
  });

  it('gives the caller its own locals and stack back', () => {
    const callee = lambda(['a'], null, 'OP_CONSTANT', 9, 'OP_SET_LOCAL', 0, 'OP_CONSTANT', 'junk', 'OP_GET_LOCAL', 0);
    expect(
      stackOf([
        'OP_CONSTANT',
        5,
        'OP_SET_LOCAL',
        0,
        'OP_CONSTANT',
        7,
        'OP_CLOSURE',
        callee,
        'OP_CONSTANT',
        1,
        'OP_CALL',
        1,
        'OP_GET_LOCAL',
        0,
      ]),
    ).toEqual([7, 9, 5]);
  });

  it('gives nil when the callee leaves nothing', () => {
    expect(stackOf(['OP_CLOSURE', lambda([], null), 'OP_CALL', 0])).toEqual([null]);
    expect(stackOf(['OP_CLOSURE', lambda([], null, 'OP_RETURN', 'OP_TRUE'), 'OP_CALL', 0])).toEqual([null]);
  });

  it('puts the arguments beyond the fixed ones in a list', () => {
    expect(evaluate('((lambda (a . r) (list a r)) 1 2 3)')).toBe('(1 (2 3))');
    expect(evaluate('((lambda (a . r) (list a r)) 1)')).toBe('(1 ())');
    expect(evaluate('((lambda r r))')).toBe('()');
  });

  it.each([
    ['((lambda (a) a))', 'lambda takes 1 argument, not 0'],
    ['((lambda (a) a) 1 2)', 'lambda takes 1 argument, not 2'],
    ['((lambda () 1) 1)', 'lambda takes 0 arguments, not 1'],
    ['((lambda (a b . c) a) 1)', 'lambda takes at least 2 arguments, not 1'],
    ['(define (twice x) x) (twice)', 'twice takes 1 argument, not 0'],
    ['(car)', 'car takes 1 argument, not 0'],
    ['(number->string 1 2 3)', 'number->string takes 1 to 2 arguments, not 3'],
    ['(apply cons (list 1 2 3))', 'cons takes 2 arguments, not 3'],
  ])('with the wrong number of arguments is an arity-error: %s', (source, detail) => {
    expect(faultOf(compile(source), { state: language() })).toMatchObject({
      code: 'arity-error',
      message: expect.stringContaining(detail) as string,
    });
  });

  it.each(['5', '"car"', "'car", 'nil', '#t', "'()", "'(1)"])('of %s is not-a-procedure', (operator) => {
    expect(faultOf(compile(`(let ((f ${operator})) (f 1))`), { state: language() })).toMatchObject({
      code: 'not-a-procedure',
      opcode: 'OP_CALL',
    });
  });

  it('needs its procedure and its arguments on the stack', () => {
    expect(faultOf(['OP_CALL', 0])).toMatchObject({ code: 'stack-underflow' });
    expect(faultOf(['OP_CONSTANT', 1, 'OP_CALL', 1])).toMatchObject({ code: 'stack-underflow' });
    expect(faultOf(['OP_CONSTANT', 1, 'OP_TAIL_CALL', 65_535])).toMatchObject({ code: 'stack-underflow' });
  });
});

describe('a tail call', () => {
  it('at top level goes on at the end of the message, and keeps what is below', () => {
    expect(
      stackOf([
        'OP_CONSTANT',
        1,
        'OP_CLOSURE',
        lambda([], null, 'OP_CONSTANT', 2),
        'OP_TAIL_CALL',
        0,
        'OP_CONSTANT',
        'never',
      ]),
    ).toEqual([1, 2]);
    expect(
      stackOf(['OP_GET_VARIABLE', 'car', 'OP_CONSTANT', { list: [7] }, 'OP_TAIL_CALL', 1, 'OP_CONSTANT', 'never'], {
        state: language(),
      }),
    ).toEqual([7]);
  });

  it('gives its result to the caller of the procedure it is in', () => {
    expect(evaluate('(define (f x) (list x)) (define (g x) (f x)) (cons 0 (g 1))')).toBe('(0 1)');
    expect(evaluate('(define (g x) (list x)) (cons 0 (g 1))')).toBe('(0 1)');
    expect(evaluate('(define (g x) (error "no" x)) (cons 0 (g 1))')).toBe('fault: user-raised');
  });

  it.each([
    ['itself', '(define (f n) (if (= n 0) "done" (f (- n 1)))) (f 100000)'],
    ['each other', '(define (a n) (if (= n 0) "done" (b (- n 1)))) (define (b n) (a n)) (a 50000)'],
    ['itself through apply', '(define (f n) (if (= n 0) "done" (apply f (list (- n 1))))) (f 30000)'],
    [
      'a procedure it was given',
      '(define (f n k) (if (= n 0) (k n) (f (- n 1) (lambda (x) (k x))))) (f 1000 (lambda (x) x))',
    ],
  ])('makes no frames, however often a procedure calls %s', (_name, source) => {
    expect(deepest(source)).toBeLessThan(5);
  });

  it('is made a million times in constant space', () => {
    expect(
      evaluate('(define (f n) (if (= n 0) "done" (f (- n 1)))) (f 1000000)', { state: language({ stack: 20 }) }),
    ).toBe('"done"');
  });
});

describe('recursion', () => {
  it('may be a million deep', () => {
    expect(evaluate('(define (sum n) (if (= n 0) 0 (+ n (sum (- n 1))))) (sum 1000000)')).toBe('500000500000');
  });

  it('without end is a stack-limit', () => {
    expect(faultOf(compile('(define (f n) (+ 1 (f n))) (f 1)'), { state: language({ stack: 1000 }) })).toMatchObject({
      code: 'stack-limit',
      line: 1,
      column: 20,
    });
  });

  it('counts frames and the operands that wait in them', () => {
    const deep = (n: number): string => `(define (f n) (if (= n 0) 0 (+ 1 2 (f (- n 1))))) (f ${n})`;
    expect(evaluate(deep(30), { state: language({ stack: 100 }) })).toBe('90');
    expect(evaluate(deep(80), { state: language({ stack: 100 }) })).toBe('fault: stack-limit');
  });

  it('is not the only way to a stack-limit: so is a loop that pushes, and a long message', () => {
    const state = VMState.initial({ limits: { stack: 100 } });
    expect(faultOf(['OP_NIL', 'OP_LOOP', 3], { state })).toMatchObject({ code: 'stack-limit' });
    expect(faultOf(new Array(101).fill('OP_NIL'), { state })).toMatchObject({ code: 'stack-limit' });
    expect(stackOf(new Array(100).fill('OP_NIL'), { state })).toHaveLength(100);
  });
});

describe('a primitive of the host', () => {
  it('takes values and gives a value', () => {
    const seen: Value[][] = [];
    const state = withHost(
      host((...args) => {
        seen.push(args);
        return args.length;
      }),
    );
    expect(stackOf(compile('(+ 1 (host \'a "b" \'(1)))'), { state })).toEqual([4]);
    expect(seen).toHaveLength(1);
  });

  it('is tail called, passed to others, and applied', () => {
    const state = withHost(host((a) => (a as number) * 2));
    expect(
      evaluate('(define (f x) (host x)) (list (f 1) (map host (list 1 2)) (apply host (list 4)))', { state }),
    ).toBe('(2 (2 4) 8)');
  });

  it('is called only when its arity and its cost allow', () => {
    let calls = 0;
    const counting = (cost: number): Primitive =>
      host(
        () => {
          calls += 1;
          return null;
        },
        [1, 2],
        () => cost,
      );
    expect(faultOf(compile('(host)'), { state: withHost(counting(0)) })).toMatchObject({ code: 'arity-error' });
    expect(faultOf(compile('(host 1 2 3)'), { state: withHost(counting(0)) })).toMatchObject({ code: 'arity-error' });
    expect(faultOf(compile('(host 1)'), { state: withHost(counting(1e9)) })).toMatchObject({ code: 'out-of-fuel' });
    expect(calls).toBe(0);
    const state = withHost(counting(100));
    expect(1e8 - ended(compile('(host 1)'), { state }).fuel).toBe(103);
  });

  it.each([NaN, undefined as unknown as number, 'much' as unknown as number])(
    'whose cost is %p is a fault, and holds nobody',
    (cost) => {
      const state = withHost(
        host(
          () => 1,
          [0, Infinity],
          () => cost,
        ),
      );
      const options = optionsOf({ slice: 10 });
      let turn = begin(firstTurn(state), decoded(compile('(host) (host)')), options);
      for (let i = 0; i < 100 && turn.outcome === 'running'; i += 1) turn = proceed(turn, options);
      expect(turn.fault).toMatchObject({ code: 'host-failed' });
    },
  );

  it('that costs without end is out-of-fuel, also where fuel is without limit', () => {
    const state = define(
      language({ fuel: Infinity }),
      'host',
      host(
        () => 1,
        [0, Infinity],
        () => Infinity,
      ),
    );
    const options = optionsOf({ slice: 10 });
    let turn = begin(firstTurn(state), decoded(compile('(host) (host)')), options);
    for (let i = 0; i < 100 && turn.outcome === 'running'; i += 1) turn = proceed(turn, options);
    expect(turn.outcome).not.toBe('running');
    expect(turn.state.fuel).not.toBeNaN();
  });

  it('takes two hundred thousand arguments, or gives a fault', () => {
    const state = withHost(host((...args) => args.length));
    expect(evaluate('(apply host (iota 200000))', { state })).toMatch(/^(200000|fault: .*)$/);
  });
});
