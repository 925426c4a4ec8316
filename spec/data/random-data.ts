import fc from 'fast-check';
import { normal } from '../../lib/data/numbers.js';
import { Character, isPoint } from '../../lib/data/character.js';
import { emptyList, list, Pair, SymbolValue, type Value } from '../../lib/data/values.js';
import { Bytevector, literalOf, Vector } from '../../lib/data/vectors.js';

// Random data for the specs: every kind of value that can be written down.

const odd = [
  '',
  ' ',
  '.',
  '..',
  '...',
  '+',
  '-',
  '->x',
  '+5',
  '1+',
  'a b',
  'a|b',
  'a\\b',
  '#t',
  '#',
  'nil',
  'true',
  '+inf.0',
  '"',
  "'",
  ';',
  '(',
  'λ',
  '\n',
  'é',
  '@',
  '@a',
  '__proto__',
  '[',
  '{x}',
  ',@',
  '-.5',
  '+.a',
  '\u00a0',
  '\ud800',
  '+i',
  '-inf.0',
  '+NAN.0',
  '1/2',
  '1+2i',
  '#0=',
  '#(',
  '#\\a',
  '#!fold-case',
];

export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...odd),
);

export const symbols: fc.Arbitrary<Value> = texts.map((name) => new SymbolValue(name));

/** Doubles whose text is not that of an exact integer. */
export const doubles: fc.Arbitrary<number> = fc
  .double({ noNaN: true })
  .map((value) => value + 0)
  .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value) || Math.abs(value) >= 1e21);

export const characters: fc.Arbitrary<Value> = fc
  .oneof(fc.nat(0x7f), fc.nat(0x10ffff), fc.constantFrom(0xa0, 0x301, 0xfeff, 0x1f600))
  .filter(isPoint)
  .map((point) => new Character(point));

export const atoms: fc.Arbitrary<Value> = fc.oneof(
  fc.integer(),
  fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }).map(normal),
  doubles,
  texts,
  symbols,
  characters,
  fc.boolean(),
  fc.constant(null),
  fc.constant(emptyList),
  fc.array(fc.nat(255), { maxLength: 4 }).map((bytes): Value => literalOf(Bytevector, bytes)),
);

export const { data } = fc.letrec<{ data: Value; pair: Value }>((tie) => ({
  data: fc.oneof({ depthSize: 'small' }, atoms, tie('pair')),
  pair: fc.oneof(
    fc.tuple(tie('data'), tie('data')).map(([car, cdr]): Value => new Pair(car, cdr)),
    fc.array(tie('data'), { maxLength: 4 }).map((items) => list(items)),
    fc.array(tie('data'), { maxLength: 4 }).map((items): Value => literalOf(Vector, items)),
    fc
      .tuple(fc.constantFrom('quote', 'quasiquote', 'unquote', 'unquote-splicing'), tie('data'))
      .map(([name, datum]) => list([new SymbolValue(name), datum])),
  ),
}));

/** A list in a list in a list… */
export const nested = (depth: number, core: Value = emptyList): Value => {
  let value = core;
  for (let i = 0; i < depth; i += 1) value = list([value]);
  return value;
};

/** A pair of the same pair of the same pair…: 2^depth leaves in `depth` cells. */
export const shared = (depth: number, core: Value = emptyList): Value => {
  let value = core;
  for (let i = 0; i < depth; i += 1) value = new Pair(value, value);
  return value;
};

/** A vector in a vector in a vector… */
export const nestedVectors = (depth: number, core: Value = 0): Value => {
  let value = core;
  for (let i = 0; i < depth; i += 1) value = literalOf(Vector, [value]);
  return value;
};
