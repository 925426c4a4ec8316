import fc from 'fast-check';
import { standardInstructions } from '../../lib/instructions/standard.js';
import { nullary, unary } from '../../lib/instructions/lift.js';
import { InstructionSet } from '../../lib/machine/instruction-set.js';
import {
  decodeEnd,
  decodeNext,
  type Decoding,
  isIncomplete,
  messageFor,
  nothingDecoded,
  Request,
} from '../../lib/machine/message.js';
import { decoded, ignore } from './running.js';

const set = standardInstructions;

/** What a series of inputs decodes to: the words or the fault of each message, and what is carried at the end. */
const decodeAll = (...inputs: unknown[]): { messages: unknown[]; carried: unknown } => {
  const messages: unknown[] = [];
  let decoding: Decoding = nothingDecoded;
  for (const input of inputs) {
    decoding = decodeNext(decoding, input, set);
    const { message } = decoding;
    if (message !== null) messages.push(message.fault === null ? message.words : message.fault.code);
  }
  return { messages, carried: decoding.carried ?? null };
};

describe('bytecode', () => {
  it('is a message as it is', () => {
    expect(decodeAll(['OP_NIL', 'OP_CONSTANT', 1])).toEqual({
      messages: [['OP_NIL', 'OP_CONSTANT', 1]],
      carried: null,
    });
    expect(decodeAll([])).toEqual({ messages: [[]], carried: null });
  });

  it('that is one instruction without its operands waits for them', () => {
    expect(decodeAll(['OP_CONSTANT'])).toEqual({ messages: [], carried: ['OP_CONSTANT'] });
    expect(decodeAll(['OP_CONSTANT'], [5])).toEqual({ messages: [['OP_CONSTANT', 5]], carried: null });
    expect(decodeAll(['OP_CONSTANT'], ['OP_ADD'], ['OP_NIL'])).toEqual({
      messages: [['OP_CONSTANT', 'OP_ADD'], ['OP_NIL']],
      carried: null,
    });
  });

  it('that completes an instruction may go on behind it', () => {
    expect(decodeAll(['OP_CONSTANT'], [5, 'OP_DUP'])).toEqual({
      messages: [['OP_CONSTANT', 5, 'OP_DUP']],
      carried: null,
    });
    expect(decodeAll(['OP_CONSTANT'], [5, 'OP_CONSTANT'])).toEqual({ messages: ['missing-operand'], carried: null });
  });

  it('that is longer than one instruction does not wait', () => {
    expect(decodeAll(['OP_NIL', 'OP_CONSTANT'])).toEqual({ messages: ['missing-operand'], carried: null });
    expect(decodeAll(['OP_NOTHING'])).toEqual({ messages: ['unknown-instruction'], carried: null });
  });

  it('without words lets the instruction that waits go on waiting', () => {
    expect(decodeAll(['OP_CONSTANT'], [], [5])).toEqual({ messages: [[], ['OP_CONSTANT', 5]], carried: null });
  });

  it('sent word by word is decoded as if it were sent in one', () => {
    const three = InstructionSet.empty
      .define(
        'OP_A',
        nullary(() => 1),
      )
      .define('OP_T', (state) => state, { operands: 3 });
    let decoding: Decoding = nothingDecoded;
    const messages: unknown[] = [];
    for (const word of ['OP_A', 'OP_T', 1, 'OP_A', 'OP_T', 'OP_A']) {
      decoding = decodeNext(decoding, [word], three);
      if (decoding.message !== null) messages.push(decoding.message.words);
    }
    expect(messages).toEqual([['OP_A'], ['OP_T', 1, 'OP_A', 'OP_T'], ['OP_A']]);
  });

  it('that still waits when the input ends is missing-operand', () => {
    expect(decodeEnd(decodeNext(nothingDecoded, ['OP_CONSTANT'], set), set)).toMatchObject({
      fault: { code: 'missing-operand' },
    });
    expect(decodeEnd(nothingDecoded, set)).toBeNull();
  });

  it('is copied while it waits', () => {
    const words = ['OP_CONSTANT'];
    const decoding = decodeNext(nothingDecoded, words, set);
    words[0] = 'OP_NOTHING';
    expect(decoding.carried).toEqual(['OP_CONSTANT']);
  });
});

describe('the array that was sent', () => {
  const bytecode = (): unknown[] => [
    'OP_CONSTANT',
    { list: [1] },
    'OP_CLOSURE',
    { params: [], body: ['OP_CONSTANT', { symbol: 'a' }] },
  ];

  it.each<[string, (words: unknown[]) => unknown]>([
    ['alone', (words) => words],
    ['in an envelope', (words) => ({ bytecode: words })],
    ['in a request', (words) => new Request(words)],
  ])('stays as it was: %s', (_name, wrap) => {
    const words = bytecode();
    expect(decoded(wrap(words)).fault).toBeNull();
    expect(words).toEqual(bytecode());
  });

  it('may be frozen', () => {
    expect(decoded(Object.freeze(bytecode())).fault).toBeNull();
    expect(decoded({ bytecode: Object.freeze(bytecode()) }).fault).toBeNull();
  });
});

describe('an envelope', () => {
  it('gives its bytecode and its priority', () => {
    expect(decoded({ bytecode: ['OP_NIL'], priority: 5 })).toMatchObject({
      words: ['OP_NIL'],
      priority: 5,
      fault: null,
    });
    expect(decoded({ bytecode: ['OP_NIL'] })).toMatchObject({ priority: 0 });
    expect(decoded({ bytecode: ['OP_NIL'], priority: Infinity, id: 'x', more: 1 })).toMatchObject({
      priority: Infinity,
      fault: null,
    });
  });

  it('that ends inside an instruction is missing-operand, and carries nothing', () => {
    expect(decodeAll({ bytecode: ['OP_CONSTANT'] }, [5])).toEqual({
      messages: ['missing-operand', 'unknown-instruction'],
      carried: null,
    });
  });

  it('leaves the instruction that waits alone', () => {
    expect(decodeAll(['OP_CONSTANT'], { bytecode: ['OP_NIL'] }, [5])).toEqual({
      messages: [['OP_NIL'], ['OP_CONSTANT', 5]],
      carried: null,
    });
  });

  it.each([
    { bytecode: ['OP_NIL'], priority: NaN },
    { bytecode: ['OP_NIL'], priority: '1' },
    { bytecode: ['OP_NIL'], priority: null },
  ])('with a priority that is no number is a misuse', (envelope) => {
    expect(decodeAll(envelope)).toEqual({ messages: ['misuse'], carried: null });
  });
});

describe('anything else', () => {
  it.each([
    undefined,
    null,
    5,
    'OP_NIL',
    true,
    {},
    { bytecode: 'OP_NIL' },
    { bytecode: null },
    () => ['OP_NIL'],
    Symbol('s'),
    new Date(0),
    new Set(['OP_NIL']),
    new Uint8Array(2),
  ])('takes its turn as a misuse: %p', (sent) => {
    expect(decodeAll(['OP_CONSTANT'], sent, [5])).toEqual({ messages: ['misuse', ['OP_CONSTANT', 5]], carried: null });
  });

  it('that throws when it is looked at is a fault', () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    const trap = {
      get bytecode(): unknown[] {
        throw new Error('trap');
      },
    };
    expect(decodeAll(trap, proxy)).toEqual({ messages: ['host-failed', 'host-failed'], carried: null });
  });

  it('never makes decoding throw', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (inputs) => {
        decodeAll(...inputs);
        return true;
      }),
    );
  });
});

describe('a request', () => {
  it('that asks or calls is whole, and carries nothing', () => {
    expect(decodeAll(new Request(['OP_CONSTANT'], null, ignore), new Request([5]))).toEqual({
      messages: ['missing-operand', 'unknown-instruction'],
      carried: null,
    });
    expect(decodeAll(['OP_CONSTANT'], new Request(['OP_NIL'], null, ignore), new Request([5]))).toEqual({
      messages: [['OP_NIL'], ['OP_CONSTANT', 5]],
      carried: null,
    });
  });
});

it('knows an instruction that lacks operands', () => {
  expect(
    [['OP_CONSTANT'], ['OP_NIL'], [], ['OP_CONSTANT', 1], ['OP_NOTHING'], ['OP_NIL', 'OP_CONSTANT']].map((words) =>
      isIncomplete(words, set),
    ),
  ).toEqual([true, false, false, false, false, false]);
});

describe('a message for another instruction set', () => {
  const more = set.define(
    'OP_LATE',
    nullary(() => 'late'),
  );

  it('is decoded anew, also when it could not be decoded before', () => {
    const message = decoded(['OP_LATE']);
    expect(message.fault).toMatchObject({ code: 'unknown-instruction' });
    expect(messageFor(message, more)).toMatchObject({ fault: null, words: ['OP_LATE'] });
  });

  it('is the same message when the set is the same', () => {
    const message = decoded(['OP_NIL']);
    expect(messageFor(message, set)).toBe(message);
    expect(
      messageFor(
        message,
        set.replace(
          'OP_NOT',
          unary(() => 1),
        ),
      ),
    ).not.toBe(message);
  });

  it('stays a misuse', () => {
    expect(messageFor(decoded(5), more)).toMatchObject({ fault: { code: 'misuse' } });
  });
});
