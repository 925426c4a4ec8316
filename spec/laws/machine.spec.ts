import * as fc from 'fast-check';
import { standardInstructions } from '../../lib/instructions/standard.js';
import { decodeMessage } from '../../lib/machine/loading.js';
import { type VMState } from '../../lib/machine/state.js';
import { anything, message, wellFormed } from './arbitrary.js';
import { deepFreeze, foldAll, initial, observed, observedRun } from './machine.js';

// The laws of the machine over random programs and random streams of messages.

const messages = fc.array(message, { maxLength: 8 });

describe('law 1: the state is the fold of the messages', () => {
  it('gives equal states, faults, effects and fuel when 10,000 random sequences run again, none throwing', () => {
    fc.assert(
      fc.property(message, (words) => {
        expect(observedRun(foldAll([words]))).toEqual(observedRun(foldAll([words])));
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives the same from a state in the middle as from the start', () => {
    fc.assert(
      fc.property(messages, fc.nat({ max: 8 }), (all, cut) => {
        const whole = foldAll(all);
        const first = foldAll(all.slice(0, cut));
        const rest = foldAll(all.slice(cut), first.turn.state);
        expect(observed(rest.turn.state)).toEqual(observed(whole.turn.state));
      }),
      { numRuns: 500 },
    );
  });
});

describe('law 2: a state that has left the machine never changes', () => {
  it('works on with states that are deep-frozen, and leaves them as they were', () => {
    fc.assert(
      fc.property(messages, (all) => {
        let state = initial();
        for (const words of all) {
          const before = observed(state);
          const plain = foldAll([words], state);
          deepFreeze(state);
          const frozen = foldAll([words], state, {
            trace: ({ before: one, after }) => {
              deepFreeze(one);
              deepFreeze(after);
            },
          });
          expect(observedRun(frozen)).toEqual(observedRun(plain));
          expect(observed(state)).toEqual(before);
          ({ state } = frozen.turn);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every traced state as it was when it was seen', () => {
    fc.assert(
      fc.property(messages, (all) => {
        const seen: { readonly state: VMState; readonly was: unknown }[] = [];
        foldAll(all, initial(), {
          trace: ({ before, after }) => {
            for (const state of [before, after]) seen.push({ state, was: observed(state) });
          },
        });
        for (const { state, was } of seen) expect(observed(state)).toEqual(was);
      }),
      { numRuns: 200 },
    );
  });
});

describe('law 3: a message is atomic', () => {
  it('leaves the state, and no effects, where a message faults', () => {
    fc.assert(
      fc.property(messages, message, (all, last) => {
        const before = foldAll(all);
        const after = foldAll([last], before.turn.state);
        fc.pre(after.faults[0] !== null);
        expect(after.turn.state).toBe(before.turn.state);
        expect(after.effects).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('law 5: nothing a message contains makes the machine throw', () => {
  it('turns anything into a state or a fault with a code and a position', () => {
    fc.assert(
      fc.property(anything, (words) => {
        const { faults, turn } = foldAll([words]);
        expect(turn.outcome === 'committed' || (faults[0]?.code !== undefined && faults[0].position === 1)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('handles the next message after any', () => {
    fc.assert(
      fc.property(messages, (all) => {
        const { turn } = foldAll([...all, ['OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD']]);
        expect(turn.state.stack.top).toBe(15);
      }),
      { numRuns: 500 },
    );
  });
});

describe('law 6: fuel', () => {
  it('is at least 1 for every instruction, and what the instructions cost in all', () => {
    fc.assert(
      fc.property(wellFormed, (words) => {
        let spent = 0;
        const { states, faults } = foldAll([words], initial(), {
          trace: ({ before, after }) => {
            expect(before.fuel - after.fuel).toBeGreaterThanOrEqual(1);
            spent += before.fuel - after.fuel;
          },
        });
        fc.pre(faults[0] === null);
        expect(2_000 - (states[0]?.fuel ?? 0)).toBe(spent);
      }),
      { numRuns: 1_000 },
    );
  });

  it('and the result are the same in slices of any size', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 50 }), (all, slice) => {
        expect(observedRun(foldAll(all, initial(), { slice }))).toEqual(observedRun(foldAll(all)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('and the result are the same when every instruction is traced', () => {
    fc.assert(
      fc.property(messages, (all) => {
        expect(observedRun(foldAll(all, initial(), { trace: () => undefined }))).toEqual(observedRun(foldAll(all)));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('law 7: no clock, no chance', () => {
  it('runs where the clock, chance and timers throw', () => {
    const forbid = (): never => {
      throw new Error('forbidden');
    };
    const spies = [
      jest.spyOn(Date, 'now').mockImplementation(forbid),
      jest.spyOn(Math, 'random').mockImplementation(forbid),
      jest.spyOn(performance, 'now').mockImplementation(forbid),
    ];
    try {
      const words = ['OP_CONSTANT', 1, 'OP_BOX', 'OP_UNBOX', 'OP_PRINT', 'OP_CONSTANT', 2, 'OP_POWER'];
      expect(foldAll([words]).turn.state.stack.top).toBe(1);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });
});

// Every instruction, under every law that can be stated of one.

type Law = readonly [claim: string, check: (opcode: string) => void];

const operandFor = (kind: string): unknown =>
  ({ value: 7, name: 'x', index: 0, count: 1, offset: 0, back: 2, code: { params: [], body: ['OP_NIL'] } })[kind];

const instruction = (opcode: string): unknown[] => [
  opcode,
  ...(standardInstructions.get(opcode)?.operands ?? []).map(operandFor),
];

const stacks = fc.array(
  fc.oneof(
    fc.integer({ min: -3, max: 300 }),
    fc.string({ maxLength: 4 }),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(2n ** 70n, 0.5),
  ),
  { maxLength: 4 },
);

const prepared = (values: readonly unknown[]): unknown[] => [
  'OP_CONSTANT',
  1,
  'OP_DEFINE_VARIABLE',
  'x',
  'OP_NIL',
  'OP_SET_LOCAL',
  0,
  ...values.flatMap((value) => ['OP_CONSTANT', value]),
];

const laws: readonly Law[] = [
  [
    'repeats itself',
    (opcode) => {
      fc.assert(
        fc.property(stacks, (values) => {
          const words = [...prepared(values), ...instruction(opcode)];
          expect(observedRun(foldAll([words]))).toEqual(observedRun(foldAll([words])));
        }),
        { numRuns: 50 },
      );
    },
  ],
  [
    'leaves a frozen state alone',
    (opcode) => {
      fc.assert(
        fc.property(stacks, (values) => {
          const base = foldAll([values.flatMap((value) => ['OP_CONSTANT', value])]).turn.state;
          const was = observed(base);
          deepFreeze(base);
          foldAll([instruction(opcode)], base);
          expect(observed(base)).toEqual(was);
        }),
        { numRuns: 50 },
      );
    },
  ],
  [
    'costs at least 1, or faults',
    (opcode) => {
      fc.assert(
        fc.property(stacks, (values) => {
          const words = prepared(values);
          const before = foldAll([words]).turn.state.fuel;
          const { turn, faults } = foldAll([[...words, ...instruction(opcode)]]);
          if (faults[0] === null) expect(turn.state.fuel).toBeLessThan(before);
          else expect(typeof faults[0]?.code).toBe('string');
        }),
        { numRuns: 50 },
      );
    },
  ],
  [
    'is the same in slices of 1',
    (opcode) => {
      fc.assert(
        fc.property(stacks, (values) => {
          const words = [...prepared(values), ...instruction(opcode)];
          expect(observedRun(foldAll([words], initial(), { slice: 1 }))).toEqual(observedRun(foldAll([words])));
        }),
        { numRuns: 50 },
      );
    },
  ],
  [
    'faults with stack-underflow on too short a stack',
    (opcode) => {
      const effect = standardInstructions.get(opcode)?.effect;
      const pops = effect?.pops === 'n+1' ? 2 : Number(effect?.pops);
      for (let i = 0; i < pops; i += 1) {
        const values = Array.from({ length: i }, () => ['OP_CONSTANT', 1]).flat();
        expect(foldAll([[...values, ...instruction(opcode)]]).faults[0]).toMatchObject({
          code: 'stack-underflow',
          opcode,
        });
      }
    },
  ],
  [
    'is verified before anything of its message runs',
    (opcode) => {
      const words = instruction(opcode);
      if (words.length > 1)
        expect(() => decodeMessage(words.slice(0, -1), standardInstructions)).toThrow(
          expect.objectContaining({ code: 'missing-operand' }),
        );
      expect(() => decodeMessage([...words, 'superfluous'], standardInstructions)).toThrow(
        expect.objectContaining({ code: 'unknown-instruction' }),
      );
    },
  ],
  [
    'has a declared stack effect',
    (opcode) => {
      expect(standardInstructions.get(opcode)?.effect).toBeDefined();
    },
  ],
];

describe.each([...standardInstructions].map(([opcode]) => opcode))('%s', (opcode) => {
  it.each(laws)('%s', (_claim, law) => {
    law(opcode);
  });
});
