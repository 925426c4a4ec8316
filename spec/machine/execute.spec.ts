import { binary, nullary, unary } from '../../lib/instructions/lift.js';
import { instructionSet, standardInstructions } from '../../lib/instructions/standard.js';
import { push } from '../../lib/machine/helpers.js';
import { type Fuel, InstructionSet } from '../../lib/machine/instruction-set.js';
import { type Handler } from '../../lib/machine/instruction.js';
import { VMState } from '../../lib/machine/state.js';
import { type Value } from '../../lib/data/values.js';
import { deliver, ended, faultOf, stackOf } from './running.js';

const one: Handler = nullary(() => 1);
const plain: Handler = (state) => push(state, 1);

const costOf = (fuel: Fuel, handler: Handler): number => {
  const instructions = instructionSet({ OP_X: { handler, fuel } });
  return 1e8 - ended(['OP_X'], { instructions }).fuel;
};

describe('the fuel of an instruction', () => {
  it.each([
    ['lifted', one],
    ['plain', plain],
  ])('is a number of at least 1, for a %s handler', (_name, handler) => {
    expect(costOf(1, handler)).toBe(1);
    expect(costOf(7, handler)).toBe(7);
    expect(costOf(() => 9, handler)).toBe(9);
  });

  it('may depend on the state before it and on its operands', () => {
    const instructions = instructionSet({
      OP_X: {
        handler: (state) => state,
        operands: 2,
        fuel: (state: VMState, a: number, b: number) => state.stack.length + a + b,
      },
    });
    expect(1e8 - ended(['OP_NIL', 'OP_NIL', 'OP_X', 10, 20], { instructions }).fuel).toBe(34);
  });

  it('is charged before the handler is called', () => {
    let calls = 0;
    const handler: Handler = (state) => {
      calls += 1;
      return state;
    };
    const instructions = instructionSet({ OP_X: { handler, fuel: 11 } });
    expect(faultOf(['OP_X'], { instructions, state: VMState.initial({ limits: { fuel: 10 } }) })).toMatchObject({
      code: 'out-of-fuel',
      opcode: 'OP_X',
    });
    expect(calls).toBe(0);
    expect(faultOf(['OP_X'], { instructions, state: VMState.initial({ limits: { fuel: 11 } }) })).toBeNull();
  });

  it.each([0, -1, NaN, undefined, null, 'x', {}, Symbol('s'), 0.5])(
    'that a function gives as %p is a fault',
    (cost) => {
      for (const handler of [one, plain]) {
        const instructions = instructionSet({ OP_X: { handler, fuel: () => cost as number } });
        expect(faultOf(['OP_X'], { instructions })).toMatchObject({ code: 'host-failed' });
      }
    },
  );

  it.each([0, -1, NaN, 0.5, '2', null])('that is given as %p is refused', (fuel) => {
    expect(() => instructionSet({ OP_X: { handler: one, fuel: fuel as number } })).toThrow(
      expect.objectContaining({ code: 'misuse' }),
    );
  });

  it('without end is out-of-fuel, also where fuel is without limit', () => {
    const instructions = instructionSet({ OP_X: { handler: one, fuel: () => Infinity } });
    for (const fuel of [100, Infinity]) {
      const { state } = deliver(['OP_X', 'OP_NIL'], {
        instructions,
        state: VMState.initial({ limits: { fuel } }),
        slice: 10,
      });
      expect(state.fuel).not.toBeNaN();
    }
    expect(faultOf(['OP_X'], { instructions })).toMatchObject({ code: 'out-of-fuel' });
  });

  it('that takes more than a slice is paid all the same', () => {
    const instructions = instructionSet({ OP_X: { handler: one, fuel: 1000 } });
    for (const slice of [1, 3, 999, Infinity])
      expect(1e8 - ended(['OP_X', 'OP_X'], { instructions, slice }).fuel).toBe(2000);
  });

  it.each([
    ['lifted', one],
    ['plain', plain],
  ])('is asked for with a state that nobody changes later, for a %s handler', (_name, handler) => {
    const seen: VMState[] = [];
    const instructions = instructionSet({
      OP_X: {
        handler,
        fuel: (state: VMState) => {
          seen.push(state);
          return 1;
        },
      },
    });
    ended(
      [
        'OP_CONSTANT',
        1,
        'OP_DEFINE_VARIABLE',
        'x',
        'OP_X',
        'OP_DEFINE_VARIABLE',
        'y',
        'OP_CONSTANT',
        2,
        'OP_DEFINE_VARIABLE',
        'x',
      ],
      { instructions },
    );
    expect(seen[0]?.variables.get('x')).toBe(1);
    expect([...(seen[0]?.variables ?? [])]).toEqual([['x', 1]]);
  });
});

describe('a handler of a user', () => {
  const run = (handler: Handler, ...words: unknown[]): Value[] =>
    stackOf([...words, 'OP_X'], { instructions: instructionSet({ OP_X: { handler } }) });

  it('says nothing of positions: the machine goes on for it', () => {
    expect(run((state) => push(state, 'x'), 'OP_NIL')).toEqual([null, 'x']);
    expect(run((state) => state)).toEqual([]);
  });

  it('gets its operands as they were sent, values of the tagged form as values', () => {
    const seen: unknown[][] = [];
    const handler = (state: VMState, ...operands: unknown[]): VMState => {
      seen.push(operands);
      return state;
    };
    stackOf(['OP_X', 1, 'two', { list: [3] }], {
      instructions: instructionSet({ OP_X: { handler: handler, operands: 3 } }),
    });
    expect(seen).toMatchObject([[1, 'two', { car: 3 }]]);
  });

  it.each([undefined, null, 5, {}, [], 'state'])('that gives %p instead of a state is a fault', (result) => {
    const instructions = instructionSet({ OP_X: { handler: () => result as never } });
    expect(faultOf(['OP_X'], { instructions })).toMatchObject({ code: 'host-failed', opcode: 'OP_X' });
  });

  it('changes neither fuel nor control nor frames, whatever state it gives', () => {
    const other = push(VMState.initial({ limits: { fuel: 5 } }), 'other');
    const instructions = instructionSet({ OP_X: { handler: () => other } });
    const state = ended(['OP_NIL', 'OP_X', 'OP_NIL'], { instructions });
    expect([state.stack.toArray(), state.fuel]).toEqual([['other', null], 1e8 - 3]);
  });

  it('may not push beyond the stack limit', () => {
    const instructions = instructionSet({ OP_X: { handler: (state) => push(state, 1, 2, 3) } });
    expect(faultOf(['OP_X'], { instructions, state: VMState.initial({ limits: { stack: 2 } }) })).toMatchObject({
      code: 'stack-limit',
    });
  });

  it('keeps the states it was given', () => {
    const seen: VMState[] = [];
    const handler: Handler = (state) => {
      seen.push(state);
      return state;
    };
    const write = ['OP_CONSTANT', 1, 'OP_DEFINE_VARIABLE', 'x'];
    stackOf([...write, 'OP_X', 'OP_CONSTANT', 2, 'OP_SET_VARIABLE', 'x', 'OP_X'], {
      instructions: instructionSet({ OP_X: { handler } }),
    });
    expect(seen.map(({ variables }) => variables.get('x'))).toEqual([1, 2]);
  });
});

describe('an instruction set', () => {
  it('is a table that changing leaves alone', () => {
    const more = standardInstructions.define('OP_X', one);
    expect([more.has('OP_X'), standardInstructions.has('OP_X'), more.size - standardInstructions.size]).toEqual([
      true,
      false,
      1,
    ]);
    const other = more.replace(
      'OP_X',
      nullary(() => 2),
    );
    expect([stackOf(['OP_X'], { instructions: more }), stackOf(['OP_X'], { instructions: other })]).toEqual([[1], [2]]);
  });

  it('keeps operands and fuel of what is replaced, and the order', () => {
    const set = InstructionSet.empty
      .define('OP_A', one)
      .define('OP_B', one, { operands: 2, fuel: 5, doc: 'b' })
      .define('OP_C', one);
    const replaced = set.replace(
      'OP_B',
      binary((a: number, b: number) => a + b),
    );
    expect(replaced.get('OP_B')).toMatchObject({ operands: ['value', 'value'], fuel: 5, doc: 'b' });
    expect([...replaced].map(([opcode]) => opcode)).toEqual(['OP_A', 'OP_B', 'OP_C']);
  });

  it('refuses a name that exists, and to replace one that does not', () => {
    expect(() => standardInstructions.define('OP_ADD', one)).toThrow(/OP_ADD already exists/);
    expect(() => standardInstructions.with({ OP_ADD: { handler: one } })).toThrow(
      expect.objectContaining({ code: 'instruction-exists' }),
    );
    expect(() => standardInstructions.replace('OP_X', one)).toThrow(/OP_X does not exist/);
  });

  it.each([
    ['no name', () => instructionSet({ '': { handler: one } })],
    ['no function', () => instructionSet({ OP_X: { handler: 5 as never } })],
    ['negative operands', () => instructionSet({ OP_X: { handler: one, operands: -1 } })],
    ['half an operand', () => instructionSet({ OP_X: { handler: one, operands: 0.5 } })],
    ['operands without end', () => instructionSet({ OP_X: { handler: one, operands: Infinity } })],
    ['a symbol for a name', () => standardInstructions.define(Symbol('s') as never, one)],
  ])('refuses what makes no sense: %s', (_name, make) => {
    expect(make).toThrow(expect.objectContaining({ code: 'misuse' }));
  });

  it('takes names that objects have for names like any other', () => {
    const set = InstructionSet.empty.define('constructor', one).define(
      '__proto__',
      unary((a: Value) => a),
    );
    expect([set.has('constructor'), set.has('__proto__'), set.has('toString')]).toEqual([true, true, false]);
    expect(stackOf(['constructor', '__proto__'], { instructions: set })).toEqual([1]);
  });

  it('knows the effect of lifted handlers', () => {
    const set = instructionSet({
      OP_0: { handler: one },
      OP_1: { handler: unary((a: Value) => a) },
      OP_2: { handler: binary((a: Value) => a) },
      OP_P: { handler: plain },
    });
    expect(['OP_0', 'OP_1', 'OP_2', 'OP_P'].map((opcode) => set.get(opcode)?.effect?.pops)).toEqual([
      0,
      1,
      2,
      undefined,
    ]);
  });
});
