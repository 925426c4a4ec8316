import fc from 'fast-check';
import { compile } from '../../lib/compiler/compile.js';
import { isVMError } from '../../lib/data/error.js';
import { nullary } from '../../lib/instructions/lift.js';
import { instructionSet, standardInstructions } from '../../lib/instructions/standard.js';
import { type TraceEvent } from '../../lib/machine/run.js';
import { VMState } from '../../lib/machine/state.js';
import { begin, firstTurn, proceed } from '../../lib/machine/turn.js';
import { decoded, deliver, ended, faultOf, language, optionsOf, outcomeOf } from './running.js';

const programs = {
  sum: '(let loop ((i 0) (sum 0)) (if (= i 200) sum (loop (+ i 1) (+ sum i))))',
  fib: '(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 11)',
  counter: '(define (make) (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (define c (make)) (c) (c) (list (c) (c))',
  mapping: '(apply + (map (lambda (x . r) (* x x)) (iota 30)))',
  primitive: '(length (append (iota 500) (iota 500)))',
  bigs: '(** 7 300)',
  printing: '(for-each print (iota 5))',
  fault: '(define x 1) (car (map car (list 1 2)))',
};
const names = Object.keys(programs) as (keyof typeof programs)[];

const summaryOf = (source: string, slice: number): unknown => {
  const turn = deliver(compile(source), { state: language({ fuel: 100_000 }), slice });
  const { state, effects, fault } = turn;
  return [
    outcomeOf(turn),
    state.fuel,
    state.position,
    effects,
    [...state.variables].map(([name]) => name),
    fault?.message,
    fault?.line,
    fault?.column,
  ];
};

describe('slices', () => {
  it.each(names)('of any size give the same result, effects, fault and fuel: %s', (name) => {
    const whole = summaryOf(programs[name], Infinity);
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 3000 })), (slice) => {
        expect(summaryOf(programs[name], slice)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('end when they are spent, and the message goes on with the next', () => {
    const options = optionsOf({ slice: 2 });
    let turn = begin(firstTurn(VMState.initial()), decoded(['OP_NIL', 'OP_NIL', 'OP_NIL', 'OP_TRUE']), options);
    expect([turn.outcome, turn.state.status, turn.state.stack.toArray()]).toEqual(['running', 'running', [null, null]]);
    turn = proceed(turn, options);
    expect([turn.outcome, turn.state.status, turn.state.stack.toArray()]).toEqual([
      'committed',
      'idle',
      [null, null, null, true],
    ]);
  });

  it('of one unit are single steps', () => {
    const options = optionsOf({ slice: 1 });
    let turn = begin(firstTurn(VMState.initial()), decoded(['OP_CONSTANT', 2, 'OP_CONSTANT', 3, 'OP_ADD']), options);
    const seen = [turn.state.stack.toArray()];
    while (turn.outcome === 'running') {
      turn = proceed(turn, options);
      seen.push(turn.state.stack.toArray());
    }
    expect(seen).toEqual([[2], [2, 3], [5]]);
  });

  it('leave states that later slices do not change', () => {
    const options = optionsOf({ slice: 1 });
    let turn = begin(
      firstTurn(VMState.initial()),
      decoded([
        'OP_CONSTANT',
        1,
        'OP_DEFINE_VARIABLE',
        'x',
        'OP_CONSTANT',
        2,
        'OP_DEFINE_VARIABLE',
        'x',
        'OP_CONSTANT',
        3,
        'OP_SET_VARIABLE',
        'x',
      ]),
      options,
    );
    const states = [turn.state];
    while (turn.outcome === 'running') states.push((turn = proceed(turn, options)).state);
    expect(states.map(({ variables }) => variables.get('x'))).toEqual([undefined, 1, 1, 2, 2, 3]);
  });
});

describe('fuel', () => {
  const cost = (source: string): number => 1e8 - ended(compile(source), { state: language() }).fuel;

  it.each(names.filter((name) => name !== 'fault'))(
    'of exactly what a program costs is enough, and one unit less is not: %s',
    (name) => {
      const needed = cost(programs[name]);
      for (const slice of [1, 3, Infinity]) {
        expect(outcomeOf(deliver(compile(programs[name]), { state: language({ fuel: needed }), slice }))).not.toMatch(
          'fault',
        );
        expect(faultOf(compile(programs[name]), { state: language({ fuel: needed - 1 }), slice })).toMatchObject({
          code: 'out-of-fuel',
        });
      }
    },
  );

  it('is one unit for each plain instruction, and nothing for the end of a message', () => {
    const state = VMState.initial({ limits: { fuel: 3 } });
    expect(ended(['OP_NIL', 'OP_NIL', 'OP_NIL'], { state }).fuel).toBe(0);
    expect(ended([], { state }).fuel).toBe(3);
    expect(faultOf(['OP_NIL', 'OP_NIL', 'OP_NIL', 'OP_NIL'], { state })).toMatchObject({ code: 'out-of-fuel' });
  });

  it.each([
    ['a closure, 2', ['OP_CLOSURE', { params: [], body: [] }, 'OP_POP'], 1 + 2 + 1],
    ['a frame, 8', ['OP_CLOSURE', { params: [], body: ['OP_NIL'] }, 'OP_CALL', 0], 1 + 2 + 1 + 8 + 1 + 1],
    ['a box, 2', ['OP_NIL', 'OP_BOX'], 1 + 1 + 2],
  ])('is more for what is made to be kept: %s', (_what, words, needed) => {
    const state = (fuel: number): VMState => VMState.initial({ limits: { fuel } });
    for (const slice of [1, 2, Infinity]) {
      expect(ended(words, { state: state(needed), slice }).fuel).toBe(0);
      expect(faultOf(words, { state: state(needed - 1), slice })).toMatchObject({ code: 'out-of-fuel' });
    }
  });

  it('is no more for a tail call, and eight more for a call that waits', () => {
    const define = '(define (f) 1) (define (g) (f)) (define (h) (f) (f))';
    expect(cost(`${define} (h)`) - cost(`${define} (g)`)).toBe(1 + 1 + 8 + 1 + 1 + 1);
  });

  it('is more for another cell, and for a fault that is caught', () => {
    expect(cost('(vector)') - cost('(list)')).toBe(10);
    expect(cost('(guard (e (#t 0)) (car 5))') - cost('(guard (e (#t 0)) 0)')).toBeGreaterThan(100);
  });

  it('stops what would run forever', () => {
    expect(faultOf(['OP_LOOP', 2], { state: VMState.initial({ limits: { fuel: 10_000 } }) })).toMatchObject({
      code: 'out-of-fuel',
      opcode: 'OP_LOOP',
    });
  });

  it('without a limit is never spent', () => {
    const state = language({ fuel: Infinity });
    expect(ended(compile(programs.fib), { state, slice: 100 }).fuel).toBe(Infinity);
  });
});

describe('a trace', () => {
  const traced = (source: string, slice: number): TraceEvent[] => {
    const events: TraceEvent[] = [];
    deliver(compile(source), { state: language(), slice, trace: (event) => events.push(event) });
    return events;
  };

  it('tells every instruction, its operands, and the states around it', () => {
    const events: TraceEvent[] = [];
    deliver(['OP_CONSTANT', 2, 'OP_DUP', 'OP_ADD'], { trace: (event) => events.push(event) });
    expect(
      events.map(({ opcode, operands, before, after, position }) => [
        opcode,
        operands,
        before.stack.toArray(),
        after.stack.toArray(),
        position,
      ]),
    ).toEqual([
      ['OP_CONSTANT', [2], [], [2], 1],
      ['OP_DUP', [], [2], [2, 2], 1],
      ['OP_ADD', [], [2, 2], [4], 1],
    ]);
  });

  it.each(names)('changes neither result nor fuel: %s', (name) => {
    const state = language({ fuel: 100_000 });
    const plain = deliver(compile(programs[name]), { state });
    const watched = deliver(compile(programs[name]), { state, trace: () => undefined });
    expect([outcomeOf(watched), watched.state.fuel, watched.fault?.message]).toEqual([
      outcomeOf(plain),
      plain.state.fuel,
      plain.fault?.message,
    ]);
  });

  it('is the same in slices of any size', () => {
    const opcodes = (events: TraceEvent[]): string[] => events.map(({ opcode }) => opcode);
    expect(opcodes(traced(programs.fib, 1))).toEqual(opcodes(traced(programs.fib, Infinity)));
  });
});

describe('whatever a handler throws', () => {
  const throwing = (thrown: unknown): unknown => {
    const instructions = instructionSet({
      OP_LIFTED: {
        handler: nullary(() => {
          throw thrown;
        }),
      },
      OP_PLAIN: {
        handler: () => {
          throw thrown;
        },
      },
      OP_FUEL: {
        handler: (state) => state,
        fuel: () => {
          throw thrown;
        },
      },
    });
    return ['OP_LIFTED', 'OP_PLAIN', 'OP_FUEL'].map((opcode) => {
      try {
        const fault = faultOf([opcode], { instructions });
        return isVMError(fault) ? fault.code : 'no fault';
      } catch {
        return 'it was thrown at the caller';
      }
    });
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  class Trap extends Error {
    override get name(): string {
      throw this;
    }
  }

  it.each<[string, () => unknown]>([
    ['an error', () => new Error('boom')],
    ['undefined', () => undefined],
    ['null', () => null],
    ['a number', () => 5],
    ['a symbol', () => Symbol('s')],
    ['an object that cannot be shown', () => Object.create(null)],
    [
      'an object whose text throws',
      () => ({
        toString() {
          throw new Error('no');
        },
      }),
    ],
    ['a revoked proxy', () => proxy],
    ['an error that throws itself when it is looked at', () => new Trap('x')],
    ['a range error', () => new RangeError('r')],
  ])('is the fault host-failed: %s', (_name, make) => {
    expect(throwing(make())).toEqual(['host-failed', 'host-failed', 'host-failed']);
  });

  it('is told in the message, and kept as the cause', () => {
    const thrown = new TypeError('the very text');
    const instructions = instructionSet({
      OP_PLAIN: {
        handler: () => {
          throw thrown;
        },
      },
    });
    expect(faultOf(['OP_PLAIN'], { instructions })).toMatchObject({
      code: 'host-failed',
      opcode: 'OP_PLAIN',
      message: expect.stringContaining('the very text') as string,
      cause: thrown,
    });
  });
});

it('never throws, whatever bytecode it runs', () => {
  const opcodes = fc.constantFrom(
    ...[...standardInstructions].map(([opcode, { operands }]) => [opcode, operands] as const),
  );
  const instruction = opcodes.chain(([opcode, kinds]) =>
    fc
      .tuple(
        ...kinds.map((kind) => {
          if (kind === 'name') return fc.constantFrom('x', 'y', '__proto__');
          if (kind === 'value')
            return fc.constantFrom<unknown>(0, 1, -2.5, 'a', true, false, null, { list: [1, 2] }, 2n ** 70n);
          if (kind === 'code')
            return fc.constant<unknown>({ params: [], captures: [], body: ['OP_GET_CALLEE', 'OP_CALL', 0] });
          return fc.nat(3);
        }),
      )
      .map((operands): unknown[] => [opcode, ...operands]),
  );
  fc.assert(
    fc.property(fc.array(instruction, { maxLength: 30 }), (code) => {
      const { outcome, fault } = deliver(code.flat(), { state: language({ fuel: 3000, stack: 500 }) });
      expect(outcome === 'committed' || isVMError(fault)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
