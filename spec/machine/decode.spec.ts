import fc from 'fast-check';
import { decodeMessage } from '../../lib/machine/loading.js';
import { standardInstructions } from '../../lib/instructions/standard.js';
import { type VMError } from '../../lib/data/error.js';
import { VMState } from '../../lib/machine/state.js';
import { begin, firstTurn } from '../../lib/machine/turn.js';
import { decoded, faultOf, optionsOf, stackOf } from './running.js';

const failure = (words: readonly unknown[]): VMError => {
  try {
    decodeMessage(words, standardInstructions);
  } catch (thrown) {
    return thrown as VMError;
  }
  throw new Error('it was decoded');
};

const body = (...words: unknown[]): unknown => ({
  name: 'f',
  params: [],
  rest: null,
  locals: 0,
  captures: [],
  body: words,
  positions: [],
});

const jsSymbol = Symbol('s');

describe('an opcode', () => {
  it.each([
    'OP_UNKNOWN',
    'op_add',
    '',
    ' OP_ADD',
    '__proto__',
    'constructor',
    'toString',
    5,
    null,
    undefined,
    NaN,
    true,
    1n,
    {},
    [],
    ['OP_ADD'],
    () => 1,
    jsSymbol,
  ])('that the set does not have is unknown: %p', (word) => {
    expect(failure([word])).toMatchObject({ code: 'unknown-instruction' });
  });

  it('that is a hole in the array is unknown', () => {
    expect(failure(new Array(1))).toMatchObject({ code: 'unknown-instruction' });
  });

  it('that is unknown is named, with its word', () => {
    expect(failure(['OP_NIL', 'OP_FOO'])).toMatchObject({ message: expect.stringMatching(/OP_FOO.*word 1/) as string });
    expect(failure(['x'.repeat(1000)]).message.length).toBeLessThan(150);
  });
});

describe('an operand', () => {
  it.each([
    [['OP_CONSTANT'], 'OP_CONSTANT'],
    [['OP_NIL', 'OP_JUMP'], 'OP_JUMP'],
    [['OP_GET_LOCAL'], 'OP_GET_LOCAL'],
    [['OP_NIL', 'OP_CLOSURE'], 'OP_CLOSURE'],
  ])('that is missing is told with its instruction: %j', (words, opcode) => {
    expect(failure(words)).toMatchObject({ code: 'missing-operand', opcode });
  });

  it('that looks like an opcode is an operand all the same', () => {
    expect(stackOf(['OP_CONSTANT', 'OP_ADD'])).toEqual(['OP_ADD']);
  });

  it.each([undefined, () => 1, jsSymbol, [1], {}, { symbol: 1 }, new Date(0), { list: [], extra: 1 }])(
    'of OP_CONSTANT is a value, not %p',
    (word) => {
      expect(failure(['OP_CONSTANT', word])).toMatchObject({ code: 'bad-operand', opcode: 'OP_CONSTANT' });
    },
  );

  it.each(['OP_GET_LOCAL', 'OP_SET_LOCAL', 'OP_GET_CAPTURED', 'OP_CALL', 'OP_TAIL_CALL'])(
    'of %s is a small integer',
    (opcode) => {
      for (const word of [
        null,
        undefined,
        -1,
        0.5,
        NaN,
        Infinity,
        65_536,
        2 ** 53,
        1n,
        '0',
        true,
        {},
        [],
        () => 1,
        jsSymbol,
      ]) {
        expect(failure([opcode, word])).toMatchObject({ code: 'bad-operand', opcode });
      }
      expect(() => decodeMessage([opcode, 65_535], standardInstructions)).not.toThrow();
    },
  );

  it.each(['OP_DEFINE_VARIABLE', 'OP_GET_VARIABLE', 'OP_SET_VARIABLE'])('of %s is a name', (opcode) => {
    for (const word of [null, undefined, 1, true, {}, { symbol: 'x' }, [], () => 1, jsSymbol]) {
      expect(failure([opcode, word])).toMatchObject({ code: 'bad-operand', opcode });
    }
    for (const word of ['__proto__', 'constructor', ''])
      expect(() => decodeMessage([opcode, word], standardInstructions)).not.toThrow();
  });

  it.each(['OP_JUMP', 'OP_JUMP_IF_FALSE', 'OP_LOOP'])('of %s is a number of words', (opcode) => {
    for (const word of [
      null,
      undefined,
      -1,
      0.5,
      NaN,
      Infinity,
      -Infinity,
      2 ** 53,
      1n,
      '0',
      true,
      {},
      [],
      () => 1,
      jsSymbol,
    ]) {
      expect(failure([opcode, word])).toMatchObject({ code: 'bad-operand', opcode });
    }
  });
});

describe('a jump', () => {
  it.each([
    ['outside', ['OP_JUMP', 1]],
    ['far outside', ['OP_JUMP', 2 ** 50]],
    ['before the beginning', ['OP_LOOP', 3]],
    ['into an operand', ['OP_JUMP', 1, 'OP_CONSTANT', 1]],
    ['back into an operand', ['OP_CONSTANT', 1, 'OP_LOOP', 3]],
    ['into its own operand', ['OP_LOOP', 1]],
    ['a word past the end', ['OP_FALSE', 'OP_JUMP_IF_FALSE', 2, 'OP_NIL']],
  ])('may not lead %s', (_where, words) => {
    expect(failure(words)).toMatchObject({ code: 'bad-jump' });
  });

  it('may lead exactly to the end', () => {
    expect(stackOf(['OP_NIL', 'OP_JUMP', 1, 'OP_NIL'])).toEqual([null]);
    expect(stackOf(['OP_JUMP', 0])).toEqual([]);
    expect(stackOf(['OP_FALSE', 'OP_JUMP_IF_FALSE', 1, 'OP_NIL'])).toEqual([]);
  });

  it('may lead from a body exactly to its end, which returns', () => {
    expect(stackOf(['OP_CLOSURE', body('OP_TRUE', 'OP_JUMP', 1, 'OP_NIL'), 'OP_CALL', 0])).toEqual([true]);
  });

  it('may not lead from a body into the code around it', () => {
    expect(failure(['OP_CLOSURE', body('OP_JUMP', 1), 'OP_NIL', 'OP_NIL'])).toMatchObject({ code: 'bad-jump' });
  });
});

describe('a body', () => {
  it.each<[string, unknown, string]>([
    ['an unknown opcode', body('OP_FOO'), 'unknown-instruction'],
    ['a missing operand', body('OP_CONSTANT'), 'missing-operand'],
    ['a bad operand', body('OP_GET_LOCAL', -1), 'bad-operand'],
    ['a bad jump', body('OP_JUMP', 7), 'bad-jump'],
    ['a bad body inside', body('OP_CLOSURE', body('OP_FOO')), 'unknown-instruction'],
  ])('is verified before anything runs: %s', (_name, code, fault) => {
    expect(failure(['OP_NIL', 'OP_CLOSURE', code])).toMatchObject({ code: fault });
  });

  it('that is bad is named', () => {
    expect(failure(['OP_CLOSURE', body('OP_FOO')]).message).toContain('procedure f');
  });

  it.each<[string, unknown]>([
    ['a number', 5],
    ['null', null],
    ['undefined', undefined],
    ['an array', []],
    ['a function', () => 1],
    ['without body', { params: [] }],
    ['a body that is no array', { params: [], body: 'OP_NIL' }],
    ['without params', { body: [] }],
    ['params that are no array', { params: 'a', body: [] }],
    ['params that are no names', { params: [1], body: [] }],
    ['a rest that is no name', { params: [], rest: 1, body: [] }],
    ['a name that is no string', { name: 1, params: [], body: [] }],
    ['negative locals', { params: [], locals: -1, body: [] }],
    ['locals that are no number', { params: [], locals: 'x', body: [] }],
    ['captures that are no array', { params: [], captures: 'x', body: [] }],
    ['captures that are no places', { params: [], captures: [['global', 1]], body: [] }],
    ['a capture without an index', { params: [], captures: [['local']], body: [] }],
    ['a negative capture', { params: [], captures: [['local', -1]], body: [] }],
    ['positions that are no array', { params: [], positions: 'x', body: [] }],
    ['positions that are no numbers', { params: [], positions: ['x'], body: [] }],
  ])('is refused: %s', (_name, code) => {
    expect(failure(['OP_CLOSURE', code])).toMatchObject({ code: 'bad-operand', opcode: 'OP_CLOSURE' });
  });

  it('may leave out its name, rest, locals, captures and positions', () => {
    expect(stackOf(['OP_CLOSURE', { params: [], body: ['OP_TRUE'] }, 'OP_CALL', 0])).toEqual([true]);
  });

  it('is copied: changing it later changes nothing', () => {
    const words: unknown[] = ['OP_CONSTANT', 1];
    const message = decoded(['OP_CLOSURE', { params: [], body: words }, 'OP_CALL', 0]);
    words[1] = 2;
    expect(begin(firstTurn(VMState.initial()), message, optionsOf({})).state.stack.toArray()).toEqual([1]);
  });

  it('that contains itself is refused', () => {
    let looks = 0;
    const words: unknown[] = ['OP_CLOSURE', null];
    words[1] = {
      params: [],
      get body(): unknown[] {
        looks += 1;
        if (looks > 2000) throw new Error('it never ends');
        return words;
      },
    };
    expect(faultOf(['OP_NIL', ...words])).toMatchObject({ code: 'bad-operand' });
  });
});

describe('size', () => {
  it('may be two hundred thousand words', () => {
    const words = Array.from({ length: 100_000 }, () => ['OP_NIL', 'OP_POP']).flat();
    expect(stackOf([...words, 'OP_TRUE'])).toEqual([true]);
    expect(failure([...words, 'OP_JUMP', 1])).toMatchObject({ code: 'bad-jump' });
  });

  it('may be ten thousand bodies, each inside the other', () => {
    let code = body('OP_TRUE');
    for (let i = 0; i < 10_000; i += 1) code = body('OP_CLOSURE', code);
    expect(stackOf(['OP_CLOSURE', code, 'OP_POP', 'OP_TRUE'])).toEqual([true]);
    let bad = body('OP_FOO');
    for (let i = 0; i < 10_000; i += 1) bad = body('OP_CLOSURE', bad);
    expect(failure(['OP_CLOSURE', bad])).toMatchObject({ code: 'unknown-instruction' });
  });

  it('may be two hundred thousand bodies side by side', () => {
    const many = Array.from({ length: 200_000 }, () => ['OP_CLOSURE', body(), 'OP_POP']).flat();
    expect(stackOf([...many, 'OP_TRUE'])).toEqual([true]);
    expect(stackOf(['OP_CLOSURE', { params: [], body: many }, 'OP_CALL', 0])).toEqual([null]);
  });
});

it('gives a fault of its own codes for whatever words it is given, and never anything else', () => {
  const opcodes = fc.constantFrom(...[...standardInstructions].map(([opcode]) => opcode));
  const word = fc.oneof(opcodes, opcodes, fc.integer({ min: -3, max: 12 }), fc.anything());
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      try {
        decodeMessage(words, standardInstructions);
      } catch (thrown) {
        expect(['unknown-instruction', 'missing-operand', 'bad-operand', 'bad-jump']).toContain(
          (thrown as VMError).code,
        );
      }
    }),
    { numRuns: 2000 },
  );
});
