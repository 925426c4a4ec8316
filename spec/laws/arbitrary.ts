import * as fc from 'fast-check';
import { standardInstructions } from '../../lib/instructions/standard.js';

// Random bytecode: instructions that are well formed, and words that are anything at all.

export const names = ['x', 'y', 'z', '__proto__', 'constructor', 'toString'] as const;

const value = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(0.5, NaN, Infinity, 2 ** 53, -(2 ** 53), 10n ** 20n),
  fc.string({ maxLength: 5 }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom<unknown>({ symbol: 'a' }, { list: [1, 2, { list: ['b'] }] }, { integer: '12345678901234567890' }),
);

const body = (words: readonly unknown[]): unknown => ({
  name: 'f',
  params: ['a'],
  rest: null,
  locals: 2,
  captures: [],
  body: words,
  positions: [],
});

const operand = (kind: string): fc.Arbitrary<unknown> => {
  switch (kind) {
    case 'value':
      return value;
    case 'name':
      return fc.constantFrom(...names);
    case 'index':
    case 'count':
      return fc.integer({ min: 0, max: 3 });
    case 'code':
      return simple.map((words) => body(words));
    default:
      return fc.constant(0);
  }
};

const opcodes = [...standardInstructions].map(([opcode]) => opcode);

const instruction = (opcode: string): fc.Arbitrary<unknown[]> => {
  const kinds = standardInstructions.get(opcode)?.operands ?? [];
  return fc.tuple(...kinds.map(operand)).map((operands) => [opcode, ...operands]);
};

// What leads nowhere special: the body of random procedures.
const simple: fc.Arbitrary<unknown[]> = fc
  .array(
    fc
      .constantFrom('OP_CONSTANT', 'OP_GET_LOCAL', 'OP_ADD', 'OP_DUP', 'OP_NIL', 'OP_PRINT', 'OP_RETURN', 'OP_BOX')
      .chain((opcode) => instruction(opcode)),
    { maxLength: 6 },
  )
  .map((each) => each.flat());

// Half of the instructions push, so that the others find something.
const weighted = fc.oneof(
  fc.constantFrom('OP_CONSTANT', 'OP_NIL', 'OP_TRUE', 'OP_CLOSURE'),
  fc.constantFrom(...opcodes),
);

/** A message of well-formed instructions; jumps of all lengths are among them, most of them onto an instruction. */
export const wellFormed: fc.Arbitrary<unknown[]> = fc
  .array(weighted.chain(instruction), { maxLength: 25 })
  .chain((each) => fc.tuple(fc.constant(each), fc.array(fc.nat(), { minLength: each.length, maxLength: each.length })))
  .map(([each, picks]) => aimed(each, picks));

// Gives every jump a target among the instructions: a loop backwards, the others forwards.
const aimed = (each: readonly unknown[][], picks: readonly number[]): unknown[] => {
  const starts: number[] = [0];
  for (const words of each) starts.push((starts.at(-1) ?? 0) + words.length);
  return each.flatMap((words, i) => {
    const after = starts[i + 1] ?? 0;
    const pick = picks[i] ?? 0;
    if (words[0] === 'OP_LOOP') return ['OP_LOOP', after - (starts[pick % (i + 1)] ?? 0)];
    if (words[0] !== 'OP_JUMP' && words[0] !== 'OP_JUMP_IF_FALSE') return words;
    const ahead = starts.slice(i + 1);
    return [words[0], (ahead[pick % ahead.length] ?? after) - after];
  });
};

/** Anything: words of all kinds, in any order. */
export const anything: fc.Arbitrary<unknown[]> = fc.array(
  fc.oneof(
    fc.constantFrom<unknown>(...opcodes),
    value,
    fc.integer({ min: -3, max: 12 }),
    fc.constantFrom<unknown>(
      undefined,
      Symbol('s'),
      () => 1,
      [],
      {},
      new Date(0),
      'OP_NOTHING',
      '__proto__',
      body(['OP_ADD']),
    ),
  ),
  { maxLength: 20 },
);

/** A message: mostly well formed. */
export const message: fc.Arbitrary<unknown[]> = fc.oneof(
  { weight: 4, arbitrary: wellFormed },
  { weight: 1, arbitrary: anything },
);

// Where nothing jumps, and half of it are constants.
const straight = fc.oneof(
  fc.constant(['OP_CONSTANT']),
  weighted.filter((opcode) => !/JUMP|LOOP|CLOSURE|CONSTANT/.test(opcode)).chain(instruction),
);

/** Messages that are the same but for numbers and strings. */
export const alike: fc.Arbitrary<unknown[][]> = fc
  .array(straight, { minLength: 2, maxLength: 20 })
  .chain((each) =>
    fc
      .array(fc.array(value, { minLength: each.length, maxLength: each.length }), { minLength: 2, maxLength: 7 })
      .map((all) =>
        all.map((values) => each.flatMap((words, i) => (words[0] === 'OP_CONSTANT' ? [...words, values[i]] : words))),
      ),
  );
