import { isEqual } from '../../lib/data/equal.js';
import { print } from '../../lib/data/printer.js';
import { read } from '../../lib/data/reader.js';
import { emptyList, list, Pair, SymbolValue, type Value } from '../../lib/data/values.js';
import { manual } from '../../lib/instructions/manual.js';
import { instructionSet, standardInstructions } from '../../lib/instructions/standard.js';
import { define, push } from '../../lib/machine/helpers.js';
import { type Handler } from '../../lib/machine/instruction.js';
import { VMState } from '../../lib/machine/state.js';
import { library } from '../../lib/library/library.js';
import { ended, faultOf, language } from '../machine/running.js';

interface Good {
  readonly operands?: readonly unknown[];
  readonly before: readonly Value[];
  readonly after: readonly Value[];
}
interface Case {
  readonly good: readonly Good[];
  /** Stacks and operands with the fault they give. */
  readonly bad?: readonly (readonly [stack: readonly Value[], fault: string, ...operands: unknown[]])[];
}

const good = (before: readonly Value[], after: readonly Value[], ...operands: unknown[]): Good => ({
  before,
  after,
  operands,
});
const symbol = new SymbolValue('a');
const big = 2n ** 70n;
const of = (name: string): Value => library.get(name) as Value;
const answering = (value: unknown): unknown => ({ name: 'f', params: [], rest: null, body: ['OP_CONSTANT', value] });

const underflow1 = [[], 'stack-underflow'] as const;
const underflow2 = [[1], 'stack-underflow'] as const;
const arithmetic = (good: readonly Good[], ...bad: NonNullable<Case['bad']>): Case => ({
  good,
  bad: [
    underflow1,
    underflow2,
    [['a', 1], 'type-error'],
    [[1, 'a'], 'type-error'],
    [[null, true], 'type-error'],
    [[emptyList, big], 'type-error'],
    ...bad,
  ],
});

const cases: Readonly<Record<string, Case>> = {
  OP_CONSTANT: {
    good: [
      good([1], [1, 'x'], 'x'),
      good([], [symbol], { symbol: 'a' }),
      good([], [list([1], 2)], { list: [1], tail: 2 }),
      good([], [big], { integer: String(big) }),
      good([], [null], null),
      good([], [false], false),
    ],
    bad: [
      [[], 'bad-operand', undefined],
      [[], 'bad-operand', [1]],
    ],
  },
  OP_POP: { good: [good([1, 2], [1])], bad: [underflow1] },
  OP_DUP: { good: [good([1, 2], [1, 2, 2])], bad: [underflow1] },
  OP_SWAP: { good: [good([1, 2, 3], [1, 3, 2])], bad: [underflow1, underflow2] },
  OP_NIL: { good: [good([1], [1, null])] },
  OP_ADD: arithmetic([
    good([1, 2], [3]),
    good([0, 0.1, 0.2], [0, 0.1 + 0.2]),
    good([2 ** 53 - 1, 1], [2n ** 53n]),
    good([big, -big], [0]),
    good([-0, -0], [0]),
  ]),
  OP_SUBTRACT: arithmetic([
    good([5, 7], [-2]),
    good([-(2 ** 53 - 1), 1], [-(2n ** 53n)]),
    good([2n ** 53n, 1], [2 ** 53 - 1]),
  ]),
  OP_MULTIPLY: arithmetic([
    good([6, 7], [42]),
    good([-1, 0], [0]),
    good([2 ** 52, 4], [2n ** 54n]),
    good([0.5, big], [2 ** 69]),
  ]),
  OP_DIVIDE: arithmetic(
    [good([6, 3], [2]), good([1, 4], [0.25]), good([big, 2], [big / 2n]), good([0, -3], [0])],
    [[1, 0], 'division-by-zero'],
    [[big, 0], 'division-by-zero'],
    [[0.5, 0], 'division-by-zero'],
  ),
  OP_NEGATE: {
    good: [good([5], [-5]), good([0], [0]), good([big], [-big]), good([-1.5], [1.5])],
    bad: [underflow1, [['a'], 'type-error']],
  },
  OP_MODULO: arithmetic(
    [good([7, 3], [1]), good([-7, 3], [2]), good([7, -3], [-2]), good([-4, 2], [0]), good([big + 1n, 2], [1])],
    [[1, 0], 'division-by-zero'],
  ),
  OP_POWER: arithmetic(
    [good([2, 10], [1024]), good([2, 70], [big]), good([2, -1], [0.5]), good([2, 0.5], [Math.SQRT2])],
    [[0, -1], 'division-by-zero'],
    [[2, 1e9], 'out-of-fuel'],
  ),
  OP_GREATER: arithmetic([
    good([2, 1], [true]),
    good([1, 1], [false]),
    good([big, 1e300], [false]),
    good([NaN, 1], [false]),
  ]),
  OP_LESS: arithmetic([good([1, 2], [true]), good([2, 2], [false]), good([2 ** 53 - 1, 2n ** 53n], [true])]),
  OP_GREATER_EQUAL: arithmetic([good([2, 2], [true]), good([1, 2], [false]), good([NaN, NaN], [false])]),
  OP_LESS_EQUAL: arithmetic([good([2, 2], [true]), good([3, 2], [false])]),
  OP_EQUAL: {
    good: [
      good([1, 1], [true]),
      good([1, 1.5], [false]),
      good([0, 'a', 'a'], [0, true]),
      good([symbol, new SymbolValue('a')], [true]),
      good([list([1, list([2])]), list([1, list([2])])], [true]),
      good([list([1]), list([2])], [false]),
      good([NaN, NaN], [false]),
      good([null, false], [false]),
      good([emptyList, null], [false]),
      good([1, '1'], [false]),
      good([2n ** 53n, 2 ** 53], [true]),
      good([2 ** 60, 2n ** 60n], [true]),
    ],
    bad: [underflow1, underflow2],
  },
  OP_NOT_EQUAL: {
    good: [
      good([1, 2], [true]),
      good([list([1]), list([1])], [false]),
      good([NaN, NaN], [true]),
      good(['a', symbol], [true]),
    ],
    bad: [underflow1, underflow2],
  },
  OP_TRUE: { good: [good([], [true])] },
  OP_FALSE: { good: [good([], [false])] },
  OP_NOT: {
    good: [
      good([false], [true]),
      good([0], [false]),
      good([null], [false]),
      good([''], [false]),
      good([emptyList], [false]),
    ],
    bad: [underflow1],
  },
  OP_AND: {
    good: [good([1, 2], [2]), good([false, 2], [false]), good([null, false], [false])],
    bad: [underflow1, underflow2],
  },
  OP_OR: { good: [good([1, 2], [1]), good([false, 2], [2]), good([null, 2], [null])], bad: [underflow1, underflow2] },
  OP_DEFINE_VARIABLE: {
    good: [good([1, 2], [1], 'new')],
    bad: [
      [[], 'stack-underflow', 'new'],
      [[1], 'bad-operand', 5],
    ],
  },
  OP_GET_VARIABLE: {
    good: [good([], ['value of x'], 'x')],
    bad: [
      [[], 'unbound-variable', 'y'],
      [[], 'unbound-variable', '__proto__'],
      [[], 'bad-operand', null],
    ],
  },
  OP_SET_VARIABLE: {
    good: [good([1, 2], [1], 'x')],
    bad: [
      [[1], 'unbound-variable', 'y'],
      [[], 'stack-underflow', 'x'],
      [[1], 'unbound-variable', 'constructor'],
    ],
  },
  OP_GET_LOCAL: {
    good: [],
    bad: [
      [[], 'unbound-variable', 0],
      [[], 'bad-operand', -1],
    ],
  },
  OP_SET_LOCAL: {
    good: [good([1, 2], [1], 0)],
    bad: [
      [[], 'stack-underflow', 0],
      [[1], 'bad-operand', 70_000],
    ],
  },
  OP_GET_CAPTURED: { good: [], bad: [[[], 'unbound-variable', 0]] },
  OP_GET_CALLEE: { good: [], bad: [[[], 'unbound-variable']] },
  OP_BOX: { good: [], bad: [underflow1] },
  OP_EMPTY_BOX: { good: [] },
  OP_UNBOX: { good: [], bad: [underflow1, [[5], 'type-error'], [[list([1])], 'type-error']] },
  OP_SET_BOX: { good: [], bad: [underflow1, underflow2, [[1, 5], 'type-error']] },
  OP_JUMP: {
    good: [good([1], [1], 0)],
    bad: [
      [[], 'bad-jump', 1],
      [[], 'bad-operand', -1],
    ],
  },
  OP_JUMP_IF_FALSE: {
    good: [good([1, 2], [1], 0), good([false], [], 0), good([null], [], 0)],
    bad: [
      [[], 'stack-underflow', 0],
      [[false], 'bad-jump', 2],
    ],
  },
  OP_LOOP: {
    good: [],
    bad: [
      [[], 'bad-jump', 3],
      [[], 'out-of-fuel', 2],
    ],
  },
  OP_CLOSURE: {
    good: [],
    bad: [
      [[], 'bad-operand', 5],
      [[], 'unbound-variable', { params: [], captures: [['local', 0]], body: [] }],
      [[], 'unbound-variable', { params: [], captures: [['callee']], body: [] }],
      [[], 'unbound-variable', { params: [], captures: [['captured', 0]], body: [] }],
    ],
  },
  OP_CALL: {
    good: [good([0, of('cons'), 1, 2], [0, new Pair(1, 2)], 2), good([of('list')], [emptyList], 0)],
    bad: [
      [[], 'stack-underflow', 0],
      [[1, 2], 'not-a-procedure', 1],
      [[of('car'), 1, 2], 'arity-error', 2],
      [[of('car'), 1], 'type-error', 1],
    ],
  },
  OP_TAIL_CALL: {
    good: [good([0, of('cons'), 1, 2], [0, new Pair(1, 2)], 2)],
    bad: [
      [[of('car')], 'stack-underflow', 1],
      [[null], 'not-a-procedure', 0],
    ],
  },
  OP_APPLY: {
    good: [good([0, of('cons'), list([1, 2])], [0, new Pair(1, 2)]), good([of('list'), emptyList], [emptyList])],
    bad: [
      underflow1,
      underflow2,
      [[of('list'), 5], 'type-error'],
      [[of('list'), list([1], 2)], 'type-error'],
      [[5, emptyList], 'not-a-procedure'],
    ],
  },
  // What it pushes is a value of its own each time; see below.
  OP_CAPTURE: { good: [] },
  OP_GET_DYNAMIC: { good: [good([1], [1, null])] },
  OP_SET_DYNAMIC: { good: [good([1, null], [1])], bad: [underflow1, [[1], 'type-error']] },
  OP_RETURN: { good: [good([1, 2], [1, 2]), good([], [])] },
  OP_IS_NUMBER: {
    good: [good([1], [true]), good([big], [true]), good([NaN], [true]), good(['1'], [false]), good([null], [false])],
    bad: [underflow1],
  },
  OP_IS_STRING: { good: [good([''], [true]), good([symbol], [false])], bad: [underflow1] },
  OP_IS_BOOL: { good: [good([false], [true]), good([null], [false]), good([0], [false])], bad: [underflow1] },
  OP_TO_STRING: {
    good: [
      good([1.5], ['1.5']),
      good(['a'], ['a']),
      good([list(['a', symbol, true])], ['(a a #t)']),
      good([null], ['nil']),
      good([big], [String(big)]),
      good([NaN], ['+nan.0']),
    ],
    bad: [underflow1],
  },
  OP_TO_NUMBER: {
    good: [
      good(['1.5'], [1.5]),
      good([' 12 '], [12]),
      good([String(big)], [big]),
      good(['x'], [null]),
      good([''], [null]),
      good([7], [7]),
      good([big], [big]),
      good([null], [null]),
      good([list([1])], [null]),
    ],
    bad: [underflow1],
  },
  OP_PRINT: { good: [good([1, 'a'], [1, 'a'])], bad: [underflow1] },
  OP_DISPLAY: { good: [good([1, 'a'], [1])], bad: [underflow1] },
  OP_PRINT_STACK: { good: [good([1, 'a'], [1, 'a']), good([], [])] },
};

const base = define(language(), 'x', 'value of x');
const stateOf = (values: readonly Value[]): VMState => push(base, ...values);
const same = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, i) => isEqual(value, b[i] as Value) || Object.is(value, b[i]));
const handlerOf = (opcode: string): Handler => standardInstructions.get(opcode)?.handler as Handler;

it('has a case here for every instruction', () => {
  expect(Object.keys(cases).sort()).toEqual([...standardInstructions].map(([opcode]) => opcode).sort());
});

const documented = Object.values(manual).flatMap((docs) => Object.entries(docs));

it('is documented in the order of its rows, in one line each', () => {
  expect(documented.map(([opcode]) => opcode)).toEqual([...standardInstructions].map(([opcode]) => opcode));
  for (const [, doc] of documented) expect(doc).toMatch(/^[^\n]{2,100}$/);
});

describe.each([...standardInstructions])('%s', (opcode, spec) => {
  const { good: goods, bad = [] } = cases[opcode] as Case;

  it('costs at least 1', () => {
    expect(typeof spec.fuel === 'function' || spec.fuel >= 1).toBe(true);
  });

  if (goods.length > 0) {
    it('does to the stack what its row says', () => {
      for (const { before, after, operands = [] } of goods) {
        const state = ended([opcode, ...operands], { state: stateOf(before) });
        expect([
          before.map(print),
          same(state.stack.toArray(), after) ? 'as it should be' : state.stack.toArray().map(print),
        ]).toEqual([before.map(print), 'as it should be']);
        const { effect } = spec;
        if (effect !== undefined && opcode !== 'OP_TAIL_CALL' && opcode !== 'OP_APPLY') {
          const argc = operands[0] as number;
          const pops = effect.pops === 'n' ? argc : effect.pops === 'n+1' ? argc + 1 : effect.pops;
          expect(after.length - before.length).toBe(effect.pushes - pops);
        }
      }
    });

    it('does the same when its handler is called as a function, and leaves the state it is given', () => {
      for (const { before, operands = [] } of goods) {
        const state = stateOf(before);
        const direct = handlerOf(opcode)(state, ...(operands as never[]));
        const run = ended([opcode, ...operands], { state });
        expect(same(direct.stack.toArray(), run.stack.toArray())).toBe(true);
        expect([...direct.variables].map(([name, value]) => [name, print(value)])).toEqual(
          [...run.variables].map(([name, value]) => [name, print(value)]),
        );
        expect(same(state.stack.toArray(), before)).toBe(true);
        expect(state.variables.get('x')).toBe('value of x');
      }
    });

    it('needs the values it takes', () => {
      const { effect } = spec;
      if (effect === undefined || typeof effect.pops !== 'number') return;
      for (let held = 0; held < effect.pops; held += 1) {
        const operands = goods[0]?.operands ?? [];
        expect(faultOf([opcode, ...operands], { state: stateOf(new Array<Value>(held).fill(1)) })).toMatchObject({
          code: 'stack-underflow',
          opcode,
        });
      }
    });
  }

  if (bad.length > 0) {
    it('gives its faults, as bytecode and called as a function', () => {
      for (const [stack, code, ...operands] of bad) {
        const fault = faultOf([opcode, ...operands], { state: stateOf(stack) });
        expect([opcode, stack.map(print), fault?.code]).toEqual([opcode, stack.map(print), code]);
        if (['bad-jump', 'out-of-fuel'].includes(code)) continue;
        expect(() => handlerOf(opcode)(stateOf(stack), ...(operands as never[]))).toThrow(
          expect.objectContaining({ code }),
        );
      }
    });
  }
});

describe('a handler called as a function', () => {
  it.each(['OP_DEFINE_VARIABLE', 'OP_SET_VARIABLE'])(
    'gives a state that calling it again does not change: %s',
    (opcode) => {
      const first = handlerOf(opcode)(stateOf(['first']), ...(['x'] as never[]));
      const second = handlerOf(opcode)(push(first, 'second'), ...(['x'] as never[]));
      expect([base, first, second].map(({ variables }) => variables.get('x'))).toEqual([
        'value of x',
        'first',
        'second',
      ]);
    },
  );

  it('gives a box whose state writing it again does not change', () => {
    const boxed = handlerOf('OP_BOX')(stateOf(['first']));
    const box = boxed.stack.top as Value;
    const content = (state: VMState): Value => handlerOf('OP_UNBOX')(push(state, box)).stack.top as Value;
    const second = handlerOf('OP_SET_BOX')(push(boxed, 'second', box));
    const third = handlerOf('OP_SET_BOX')(push(second, 'third', box));
    expect([content(boxed), content(second), content(third)]).toEqual(['first', 'second', 'third']);
  });

  it('charges nothing to the state', () => {
    const state = stateOf([1, 2]);
    expect(handlerOf('OP_ADD')(state).fuel).toBe(state.fuel);
  });
});

describe('locals and boxes', () => {
  const run = (...words: unknown[]): string[] => ended(words, { state: base }).stack.toArray().map(print);

  it('hold what was put there', () => {
    expect(
      run(
        'OP_CONSTANT',
        1,
        'OP_SET_LOCAL',
        0,
        'OP_CONSTANT',
        2,
        'OP_SET_LOCAL',
        1,
        'OP_GET_LOCAL',
        0,
        'OP_GET_LOCAL',
        1,
      ),
    ).toEqual(['1', '2']);
    expect(run('OP_CONSTANT', 1, 'OP_BOX', 'OP_UNBOX')).toEqual(['1']);
    expect(run('OP_CONSTANT', 1, 'OP_BOX', 'OP_DUP', 'OP_CONSTANT', 2, 'OP_SWAP', 'OP_SET_BOX', 'OP_UNBOX')).toEqual([
      '2',
    ]);
    expect(run('OP_EMPTY_BOX', 'OP_DUP', 'OP_CONSTANT', 3, 'OP_SWAP', 'OP_SET_BOX', 'OP_UNBOX')).toEqual(['3']);
  });

  it('have no value before they are given one', () => {
    expect(faultOf(['OP_EMPTY_BOX', 'OP_UNBOX'])).toMatchObject({ code: 'unbound-variable' });
    expect(faultOf(['OP_CONSTANT', 1, 'OP_SET_LOCAL', 0, 'OP_GET_LOCAL', 1])).toMatchObject({
      code: 'unbound-variable',
    });
  });

  it('are captured by a closure, which copies what it captures', () => {
    const code = { name: 'f', params: [], captures: [['local', 0]], body: ['OP_GET_CAPTURED', 0] };
    expect(
      run('OP_CONSTANT', 1, 'OP_SET_LOCAL', 0, 'OP_CLOSURE', code, 'OP_CONSTANT', 2, 'OP_SET_LOCAL', 0, 'OP_CALL', 0),
    ).toEqual(['1']);
  });

  it('of the caller are not those of the callee', () => {
    expect(
      faultOf([
        'OP_CONSTANT',
        1,
        'OP_SET_LOCAL',
        0,
        'OP_CLOSURE',
        { params: [], body: ['OP_GET_LOCAL', 0] },
        'OP_CALL',
        0,
      ]),
    ).toMatchObject({ code: 'unbound-variable' });
  });

  it('give the running closure as the callee', () => {
    expect(run('OP_CLOSURE', { name: 'me', params: [], body: ['OP_GET_CALLEE'] }, 'OP_CALL', 0)).toEqual([
      '#<procedure me>',
    ]);
  });
});

describe('jumps', () => {
  const run = (...words: unknown[]): string[] => ended(words).stack.toArray().map(print);

  it('go forwards and back', () => {
    expect(run('OP_JUMP', 2, 'OP_CONSTANT', 'skipped', 'OP_TRUE')).toEqual(['#t']);
    expect(run('OP_FALSE', 'OP_JUMP_IF_FALSE', 3, 'OP_TRUE', 'OP_JUMP', 1, 'OP_NIL', 'OP_FALSE').length).toBe(2);
    const countdown = [
      'OP_CONSTANT',
      3,
      'OP_DUP',
      'OP_CONSTANT',
      0,
      'OP_EQUAL',
      'OP_NOT',
      'OP_JUMP_IF_FALSE',
      5,
      'OP_CONSTANT',
      1,
      'OP_SUBTRACT',
      'OP_LOOP',
      12,
    ];
    expect(run(...countdown)).toEqual(['0']);
  });

  it('if false take anything but false for true', () => {
    for (const value of [0, '', null, { list: [] }])
      expect(run('OP_CONSTANT', value, 'OP_JUMP_IF_FALSE', 1, 'OP_TRUE')).toEqual(['#t']);
  });

  it('to where a continuation was captured, as often as it is called', () => {
    const capturing = { name: 'f', params: [], rest: null, body: ['OP_CAPTURE'] };
    const captured = ['OP_CLOSURE', capturing, 'OP_CALL', 0, 'OP_DUP', 'OP_IS_NUMBER'];
    expect(run(...captured, 'OP_JUMP_IF_FALSE', 2, 'OP_JUMP', 4, 'OP_CONSTANT', 5, 'OP_CALL', 1, 'OP_NEGATE')).toEqual([
      '-5',
    ]);
  });

  it('out of a procedure at its end return', () => {
    expect(run('OP_CLOSURE', answering(5), 'OP_CALL', 0, 'OP_RETURN', 'OP_NIL')).toEqual(['5']);
  });
});

describe('the whole table', () => {
  it('costs what it looks at: comparing, printing and converting long data', () => {
    const long = read(`(${'1 '.repeat(1000)})`)[0] as Value;
    const text = 'x'.repeat(8000);
    const cost = (words: unknown[], ...values: Value[]): number =>
      1e8 - ended(words, { state: push(VMState.initial(), ...values) }).fuel;
    expect(cost(['OP_EQUAL'], long, read(print(long))[0] as Value)).toBeGreaterThanOrEqual(1000);
    expect(cost(['OP_EQUAL'], 1, long)).toBeLessThan(10);
    expect(cost(['OP_TO_STRING'], long)).toBeGreaterThanOrEqual(250);
    expect(cost(['OP_PRINT'], text)).toBeGreaterThanOrEqual(1000);
    expect(cost(['OP_TO_NUMBER'], text)).toBeGreaterThanOrEqual(1000);
    expect(cost(['OP_MULTIPLY'], 2n ** 6400n, 2n ** 6400n)).toBeGreaterThanOrEqual(1000);
    expect(cost(['OP_ADD'], 2n ** 6400n, 1)).toBeGreaterThanOrEqual(100);
  });

  it('takes instructions of the user beside its own', () => {
    const mine = instructionSet({ OP_MINE: { handler: (state) => push(state, 'mine'), doc: 'mine' } });
    expect(mine.size).toBe(standardInstructions.size + 1);
    expect(ended(['OP_MINE', 'OP_DUP'], { instructions: mine }).stack.toArray()).toEqual(['mine', 'mine']);
    expect(() => instructionSet({ OP_ADD: { handler: (state) => state } })).toThrow(/OP_ADD already exists/);
  });
});
