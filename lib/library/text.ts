import { Character, isPoint } from '../data/character.js';
import { comparePoints, pointsIn, slicePoints } from '../data/code-points.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { type Definition } from '../machine/library.js';
import { allCost, countCost, firstCost, sizeOf, total } from './costs.js';
import { atMost, comparisons, define, kinds, rangeOf, pairwise, predicate, unchangeable } from './define.js';
import { foldCase } from './fold-case.js';

// Strings and symbols. Strings are immutable and indexed by code point; what reads one costs an eighth of its length.

const longest = 2 ** 26;
const perPart = 4;
// For each character a pair and a text of its own.
const perCharacter = 64;

/** Faults: `out-of-range` for a text that is too long. */
export const sized = (length: number): void => {
  atMost(longest, length, 'characters');
};

/** The part of a text that two optional arguments mean. Faults: `out-of-range`. */
export const partOf = (text: string, from?: number, end?: number): string =>
  slicePoints(text, ...rangeOf(pointsIn(text), from, end));

// Half a surrogate pair is no character; it is one that says so.
const charAt = (text: string): Character => {
  const point = text.codePointAt(0) as number;
  return new Character(isPoint(point) ? point : 0xfffd);
};

const joined = (texts: readonly string[], between = ''): string => {
  sized(texts.reduce((sum, text) => sum + text.length + between.length, 0));
  return texts.join(between);
};

const ofChars = (chars: readonly Character[]): string => joined(chars.map(({ text }) => text));

const repeated = (text: string, times: number): string => {
  sized(times * text.length);
  return text.repeat(times);
};

// The longest of other cases are three times as long, and then grow no more.
const mapped = (name: string, map: (text: string) => string, weight = 1): Definition =>
  define(name, 's', map, firstCost(weight));

// What does not fit is cut off on the side that is filled.
const padded = (names: string, isLeft: boolean): Definition =>
  define(
    names,
    'si?c',
    (text, count, char = space) => {
      const length = pointsIn(text);
      const missing = count - length;
      if (missing <= 0) return isLeft ? slicePoints(text, -missing, length) : slicePoints(text, 0, count);
      const fill = repeated(char.text, missing);
      return isLeft ? fill + text : text + fill;
    },
    (text: Value, count: Value) => sizeOf(text) + fillCost(count),
  );

const space = new Character(0x20);

// A half for each copy.
const fillCost = (count: Value): number => Math.floor(countCost(count) / 2);

// Looking for a text in another takes the product of their lengths at the worst.
const searchCost = (text: Value, part?: Value): number => (1 + sizeOf(text)) * (1 + sizeOf(part));

// A part costs a pair and its text. There may be as many as characters, of which a unit of size is eight.
const splitCost = (text: Value, separator?: Value): number => searchCost(text, separator) + perCharacter * sizeOf(text);

// What is no text is a fault, which takes no time.
const joinCost = (texts: Value, between?: Value): number => {
  const each = 2 + sizeOf(between);
  return texts instanceof Pair
    ? total(texts, (text) => each + (((text as { length: number } | null)?.length as number) >> 3))
    : 0;
};

// Where a text stands in another.
const placeOf = (text: string, part: string): Value => {
  const at = text.indexOf(part);
  return at < 0 ? false : pointsIn(text.slice(0, at));
};

export const textPrimitives: readonly Definition[] = [
  predicate('string?', (value) => typeof value === 'string'),
  define('string-null?', 's', (text) => text === ''),
  define('make-string', 'i?c', (count, char = space) => repeated(char.text, count), fillCost),
  define('string', 'c*', ofChars, (chars: readonly Value[]) => chars.length),
  define('list->string', 'l', (chars) => ofChars(chars.map(kinds.c)), sizeOf),
  define(
    'string->list',
    's?ii',
    (text, start, end) => list(Array.from(partOf(text, start, end), charAt)),
    firstCost(perCharacter),
  ),
  define('string-length', 's', pointsIn, sizeOf),
  define('string-ref', 'si', (text, at) => charAt(partOf(text, at, at + 1)), sizeOf),
  define('substring', 'si?i', partOf, sizeOf),
  define('string-copy', 's?ii', partOf, sizeOf),
  define('string-append', 's*', (texts) => joined(texts), allCost(1)),
  define('string-join', 'l?s', (texts, between = ' ') => joined(texts.map(kinds.s), between), joinCost),
  define(
    'string-split',
    's?s',
    (text, separator = ' ') => list(separator === '' ? [...text] : text.split(separator)),
    splitCost,
  ),
  define('string-repeat', 'si', repeated, (text: Value, count: Value) => (1 + sizeOf(text)) * fillCost(count)),
  mapped('string-reverse', (text) => [...text].reverse().join(''), perPart),
  mapped('string-upcase', (text) => text.toUpperCase()),
  mapped('string-downcase', (text) => text.toLowerCase()),
  mapped('string-foldcase', foldCase, perPart),
  mapped('string-trim', (text) => text.trim()),
  mapped('string-trim-left', (text) => text.trimStart()),
  mapped('string-trim-right', (text) => text.trimEnd()),
  padded('string-pad', true),
  padded('string-pad-right', false),
  define('string-contains', 'ss', placeOf, searchCost),
  define('string-prefix?', 'ss', (part, text) => text.startsWith(part), sizeOf),
  define('string-suffix?', 'ss', (part, text) => text.endsWith(part), sizeOf),
  ...comparisons('string', 's', (text) => text, comparePoints, allCost(1)),
  ...comparisons('string-ci', 's', foldCase, comparePoints, allCost(4 * perPart)),
  unchangeable('string-set!', 'vvv', 'strings'),
  unchangeable('string-fill!', 'vv?vv', 'strings'),
  unchangeable('string-copy!', 'vvv?vv', 'strings'),
  predicate('symbol?', (value) => value instanceof SymbolValue),
  define(
    'symbol=?',
    'y+',
    pairwise((a, b) => a === b),
    allCost(1),
  ),
  define('symbol->string', 'y', (name) => name),
  define('string->symbol', 's', (text) => new SymbolValue(text)),
];
