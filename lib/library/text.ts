import { Character, isPoint } from '../data/character.js';
import { comparePoints, pointsIn, slicePoints } from '../data/code-points.js';
import { VMError } from '../data/error.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import {
  charOf,
  comparing,
  countCost,
  elementsOf,
  indexOf,
  pairsIn,
  predicate,
  primitive,
  stringOf,
  symbolOf,
  textCost,
  textsCost,
  unchangeable,
  variadic,
} from './define.js';
import { foldCase } from './fold-case.js';

// Strings and symbols. Strings are immutable and indexed by code point; what reads one costs an eighth of its length.

const longest = 2 ** 26;
const perPart = 4;

const sized = (name: string, length: number): void => {
  if (length > longest) throw new VMError('out-of-range', `${name}: more than ${longest} characters`);
};

const partOf = (name: string, text: Value, start: Value = 0, end?: Value): string => {
  const whole = stringOf(name, text);
  const length = pointsIn(whole);
  const to = end === undefined ? length : indexOf(name, end);
  const from = indexOf(name, start);
  if (from > to || to > length)
    throw new VMError('out-of-range', `${name}: ${from} to ${to} is not a part of ${length} characters`);
  return slicePoints(whole, from, to);
};

const part = (name: string, least: number): Primitive =>
  primitive(name, [least, 3], (text: Value, start?: Value, end?: Value) => partOf(name, text, start, end), textCost);

// Half a surrogate pair is no character; it is one that says so.
const charAt = (text: string): Character => {
  const point = text.codePointAt(0) as number;
  return new Character(isPoint(point) ? point : 0xfffd);
};

const joined = (name: string, texts: readonly string[], between = ''): string => {
  sized(
    name,
    texts.reduce((sum, text) => sum + text.length + between.length, 0),
  );
  return texts.join(between);
};

const ofChars = (name: string, chars: readonly Value[]): string =>
  joined(
    name,
    chars.map((char) => charOf(name, char).text),
  );

const relations: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => comparePoints(a, b) < 0,
  '>': (a, b) => comparePoints(a, b) > 0,
  '<=': (a, b) => comparePoints(a, b) <= 0,
  '>=': (a, b) => comparePoints(a, b) >= 0,
};

const foldedOf = (name: string, value: Value): string => foldCase(stringOf(name, value));

const ordered = (
  prefix: string,
  check: (name: string, value: Value) => string,
  fuel: (texts: readonly Value[]) => number,
): Primitive[] =>
  Object.entries(relations).map(([sign, relation]) => comparing(`${prefix}${sign}?`, check, relation, fuel));

const mapped = (name: string, map: (text: string) => string, weight = 1): Primitive =>
  primitive(
    name,
    1,
    (text: Value) => {
      const result = map(stringOf(name, text));
      sized(name, result.length);
      return result;
    },
    (text: Value) => weight * textCost(text),
  );

const reversed = (text: string): string => {
  const chars: string[] = [];
  for (const char of text) chars.push(char);
  return chars.reverse().join('');
};

const filled = (name: string, count: Value, char: Value): string => {
  const { text } = charOf(name, char);
  const times = indexOf(name, count);
  sized(name, times * text.length);
  return text.repeat(times);
};

// What does not fit is cut off on the side that is filled.
const padded = (name: string, isLeft: boolean): Primitive =>
  primitive(
    name,
    [2, 3],
    (text: Value, count: Value, char: Value = space) => {
      const whole = stringOf(name, text);
      const length = pointsIn(whole);
      const missing = indexOf(name, count) - length;
      if (missing <= 0) return isLeft ? slicePoints(whole, -missing, length) : slicePoints(whole, 0, length + missing);
      const fill = filled(name, missing, char);
      return isLeft ? fill + whole : whole + fill;
    },
    (text: Value, count: Value) => textCost(text) + Math.floor(countCost(count) / 8),
  );

const space = new Character(0x20);

// Looking for a text in another takes the product of their lengths at the worst.
const searchCost = (text: Value, part: Value): number =>
  typeof text === 'string' && typeof part === 'string'
    ? textCost(text) + Math.floor((text.length * part.length) / 64)
    : 0;

const affixed = (name: string, test: (text: string, part: string) => boolean): Primitive =>
  primitive(name, 2, (part: Value, text: Value) => test(stringOf(name, text), stringOf(name, part)), textCost);

// A part costs a pair and its text. There are no more parts than separators fit into the text.
const splitCost = (text: Value, separator: Value = ' '): number => {
  if (typeof text !== 'string' || typeof separator !== 'string') return 0;
  if (separator === '') return 2 * perPart * text.length;
  return searchCost(text, separator) + perPart * Math.ceil(text.length / separator.length);
};

const split = (text: Value, separator: Value = ' '): Value => {
  const between = stringOf('string-split', separator);
  const whole = stringOf('string-split', text);
  return list(between === '' ? [...whole] : whole.split(between));
};

const joinCost = (texts: Value, between: Value = ' '): number => {
  let cost = 0;
  for (let rest = texts; rest instanceof Pair; rest = rest.cdr) cost += 2 + textCost(rest.car, between);
  return cost;
};

const index = (name: string, find: (text: string, part: string) => number): Primitive =>
  primitive(
    name,
    2,
    (text: Value, part: Value) => {
      const whole = stringOf(name, text);
      const at = find(whole, stringOf(name, part));
      return at < 0 ? false : pointsIn(whole.slice(0, at));
    },
    searchCost,
  );

const immutable = (name: string, least: number, most: number): Primitive =>
  unchangeable(name, [least, most], 'strings are immutable; make another one with string-append and substring');

export const textPrimitives: readonly Primitive[] = [
  predicate('string?', (value) => typeof value === 'string'),
  primitive('string-null?', 1, (text: Value) => stringOf('string-null?', text) === ''),
  primitive(
    'make-string',
    [1, 2],
    (count: Value, char: Value = space) => filled('make-string', count, char),
    (count: Value) => Math.floor(countCost(count) / 8),
  ),
  variadic(
    'string',
    0,
    (chars) => ofChars('string', chars),
    (chars) => chars.length,
  ),
  primitive('list->string', 1, (chars: Value) => ofChars('list->string', elementsOf('list->string', chars)), pairsIn),
  primitive(
    'string->list',
    [1, 3],
    (text: Value, start?: Value, end?: Value) => list(Array.from(partOf('string->list', text, start, end), charAt)),
    (text: Value) => (typeof text === 'string' ? perPart * text.length : 0),
  ),
  primitive('string-length', 1, (text: Value) => pointsIn(stringOf('string-length', text)), textCost),
  primitive(
    'string-ref',
    2,
    (text: Value, index: Value) => {
      const at = indexOf('string-ref', index);
      return charAt(partOf('string-ref', text, at, at + 1));
    },
    textCost,
  ),
  part('substring', 2),
  part('string-copy', 1),
  variadic(
    'string-append',
    0,
    (texts) =>
      joined(
        'string-append',
        texts.map((text) => stringOf('string-append', text)),
      ),
    textsCost,
  ),
  primitive(
    'string-join',
    [1, 2],
    (texts: Value, between: Value = ' ') =>
      joined(
        'string-join',
        elementsOf('string-join', texts).map((text) => stringOf('string-join', text)),
        stringOf('string-join', between),
      ),
    joinCost,
  ),
  primitive('string-split', [1, 2], split, splitCost),
  primitive(
    'string-repeat',
    2,
    (text: Value, count: Value) => {
      const whole = stringOf('string-repeat', text);
      const times = indexOf('string-repeat', count);
      sized('string-repeat', whole.length * times);
      return whole.repeat(times);
    },
    (text: Value, count: Value) => (typeof text === 'string' ? Math.floor((text.length * countCost(count)) / 8) : 0),
  ),
  mapped('string-reverse', reversed, perPart),
  mapped('string-upcase', (text) => text.toUpperCase()),
  mapped('string-downcase', (text) => text.toLowerCase()),
  mapped('string-foldcase', foldCase, perPart),
  mapped('string-trim', (text) => text.trim()),
  mapped('string-trim-left', (text) => text.trimStart()),
  mapped('string-trim-right', (text) => text.trimEnd()),
  padded('string-pad', true),
  padded('string-pad-left', true),
  padded('string-pad-right', false),
  index('string-contains', (text, part) => text.indexOf(part)),
  index('string-contains-right', (text, part) => text.lastIndexOf(part)),
  affixed('string-prefix?', (text, part) => text.startsWith(part)),
  affixed('string-suffix?', (text, part) => text.endsWith(part)),
  ...ordered('string', stringOf, textsCost),
  ...ordered('string-ci', foldedOf, (texts) => perPart * (texts.length + textsCost(texts))),
  immutable('string-set!', 3, 3),
  immutable('string-fill!', 2, 4),
  immutable('string-copy!', 3, 5),
  predicate('symbol?', (value) => value instanceof SymbolValue),
  comparing(
    'symbol=?',
    symbolOf,
    (a, b) => a === b,
    (symbols) => textsCost(symbols.map(nameOf)),
  ),
  primitive('symbol->string', 1, (value: Value) => symbolOf('symbol->string', value)),
  primitive('string->symbol', 1, (text: Value) => new SymbolValue(stringOf('string->symbol', text))),
];

const nameOf = (value: Value): Value => (value instanceof SymbolValue ? value.name : null);
