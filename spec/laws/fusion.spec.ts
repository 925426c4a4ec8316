import * as fc from 'fast-check';
import { compile } from '../../lib/compiler/compile.js';
import { isVMError } from '../../lib/data/error.js';
import { Engine } from '../../lib/fusion/engine.js';
import { standardInstructions } from '../../lib/instructions/standard.js';
import { library } from '../../lib/library/library.js';
import { VMState } from '../../lib/machine/state.js';
import { decodeNext, type Message, nothingDecoded } from '../../lib/machine/message.js';
import { begin, firstTurn, proceed, type Turn, type Turning } from '../../lib/machine/turn.js';
import { variablesOn } from '../../lib/machine/variables.js';
import { writeSnapshot } from '../../lib/snapshot/write.js';
import { alike, message } from './arbitrary.js';
import { decoded } from './machine.js';
import { program } from './programs.js';

// Law 11: fused code has one meaning with its handlers. It gives the same states, not only after each message but
// wherever a slice ends, written down to the last frame; the same faults at the same place; the same fuel.

const limits = { fuel: 1_000, stack: 300, store: 150, outbox: 30 };

/** Where a turn has got to. */
const place = ({ control, stack, locals, frame, gas, fuel }: VMState): string =>
  [control?.code.name, control?.offset, stack.length, locals.length, frame?.size, gas, fuel].join();

/** All that can be known of a turn. */
const written = ({ outcome, state, base, received, fault, effects }: Turn): string => {
  const snapshot = writeSnapshot({ state, base: outcome === 'running' ? base : null, received }, library);
  const where = fault && [fault.code, fault.message, fault.opcode, fault.position, fault.line, fault.column];
  return JSON.stringify([outcome, snapshot, where, effects]);
};

// To write a state down takes longer than to run a slice.
const often = 23;

type Decode = (words: readonly unknown[], fusion: Engine | null) => Message;

// As words that are sent: their shape may be known.
const loaded: Decode = (words, fusion) =>
  decodeNext(nothingDecoded, words.slice(), standardInstructions, fusion?.load).message as Message;

type Messages = readonly (readonly unknown[])[];

/** Everything that is there to be seen while the messages are run, each of them twice. */
const play = (
  messages: Messages,
  slice: number,
  fusion: Engine | null,
  decode: Decode = decoded,
  trace: Turning['trace'] = null,
): string[] => {
  const settings = { instructions: standardInstructions, onFault: 'resume', slice, trace, fusion } as const;
  let turn = firstTurn(VMState.initial({ limits, variables: variablesOn(library) }));
  const seen: string[] = [];
  for (const words of messages.flatMap((each) => [each, each])) {
    turn = begin(turn, decode(words, fusion), settings);
    while (turn.outcome === 'running') {
      seen.push(seen.length % often === 0 ? written(turn) : place(turn.state));
      turn = proceed(turn, settings);
    }
    seen.push(written(turn));
  }
  return seen;
};

const compiled = (text: string): readonly unknown[] => {
  try {
    return compile(text);
  } catch (thrown) {
    if (isVMError(thrown)) return [];
    throw thrown;
  }
};

// Code is remembered with what was made of it, so each side has code of its own.
const isSame = (all: () => Messages, slice: number, hot: number, decode?: Decode): void => {
  const fused = play(all(), slice, new Engine(library, hot), decode);
  expect(fused).toEqual(play(all(), slice, null, decode));
};

const slices = fc.constantFrom(Infinity, 1, 7, 100, 300);
const heats = fc.constantFrom(1, 1, 3);

// CI runs ten thousand.
const numRuns = Number(process.env['FUSION_RUNS'] ?? 500);

describe('law 11: fused code means what its handlers mean', () => {
  it('holds for random programs, in slices of 1, 7, 100, 300 and any', () => {
    fc.assert(
      fc.property(program, slices, heats, (texts, slice, hot) => {
        isSame(() => texts.map(compiled), slice, hot);
      }),
      { numRuns },
    );
  });

  it('holds for random bytecode, in slices of 1, 7, 100, 300 and any', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), slices, heats, (all, slice, hot) => {
        isSame(() => all.map((words) => words.slice()), slice, hot);
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds for messages that differ in their constants alone', () => {
    fc.assert(
      fc.property(alike, slices, heats, (all, slice, hot) => {
        isSame(() => all, slice, hot, loaded);
      }),
      { numRuns: 2_000 },
    );
  });
});

// Who watches sees every instruction alone.
const isSameAlone = (all: () => Messages, slice: number): void => {
  const alone = play(all(), slice, null, decoded, () => undefined);
  expect(play(all(), slice, null)).toEqual(alone);
};

describe('superinstructions mean what their instructions mean one by one', () => {
  it('holds for random programs', () => {
    fc.assert(
      fc.property(program, slices, (texts, slice) => {
        isSameAlone(() => texts.map(compiled), slice);
      }),
      { numRuns: 300 },
    );
  });

  it('holds for random bytecode', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), slices, (all, slice) => {
        isSameAlone(() => all.map((words) => words.slice()), slice);
      }),
      { numRuns: 1_000 },
    );
  });
});
