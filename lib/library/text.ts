import { Character, isPoint } from '../data/character.js';
import { comparePoints, pointsIn, slicePoints } from '../data/code-points.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { type Definition } from '../machine/library.js';
import { countCost, pairsIn, textCost, textsCost, total } from './costs.js';
import { atMost, comparisons, define, kinds, rangeOf, pairwise, predicate, unchangeable } from './define.js';
import { foldCase } from './fold-case.js';

// Strings and symbols. Strings are immutable and indexed by code point; what reads one costs an eighth of its length.

const longest = 2 ** 26;
const perPart = 4;

const sized = (length: number): void => {
  atMost(longest, length, 'characters');
};

const partOf = (text: string, from?: number, end?: number): string => {
  return slicePoints(text, ...rangeOf(pointsIn(text), from, end));
};

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

const mapped = (name: string, map: (text: string) => string, weight = 1): Definition =>
  define(
    name,
    's',
    (text) => {
      const result = map(text);
      sized(result.length);
      return result;
    },
    (text: Value) => weight * textCost(text),
  );

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
    (text: Value, count: Value) => textCost(text) + fillCost(count),
  );

const space = new Character(0x20);

const fillCost = (count: Value): number => Math.floor(countCost(count) / 8);

// Looking for a text in another takes the product of their lengths at the worst.
const searchCost = (text: Value, part: Value): number =>
  typeof text === 'string' && typeof part === 'string'
    ? textCost(text) + Math.floor((text.length * part.length) / 64)
    : 0;

// A part costs a pair and its text. There are no more parts than separators fit into the text.
const splitCost = (text: Value, separator: Value = ' '): number => {
  if (typeof text !== 'string' || typeof separator !== 'string') return 0;
  if (separator === '') return 2 * perPart * text.length;
  return searchCost(text, separator) + perPart * Math.ceil(text.length / separator.length);
};

const joinCost = (texts: Value, between: Value = ' '): number =>
  texts instanceof Pair ? total(texts, (text) => 2 + textCost(text, between)) : 0;

const index = (name: string, find: (text: string, part: string) => number): Definition =>
  define(
    name,
    'ss',
    (text, part) => {
      const at = find(text, part);
      return at < 0 ? false : pointsIn(text.slice(0, at));
    },
    searchCost,
  );

export const textPrimitives: readonly Definition[] = [
  predicate('string?', (value) => typeof value === 'string'),
  define('string-null?', 's', (text) => text === ''),
  define('make-string', 'i?c', (count, char = space) => repeated(char.text, count), fillCost),
  define('string', 'c*', ofChars, (chars: readonly Value[]) => chars.length),
  define('list->string', 'l', (chars) => ofChars(chars.map(kinds.c)), pairsIn),
  define(
    'string->list',
    's?ii',
    (text, start, end) => list(Array.from(partOf(text, start, end), charAt)),
    (text: Value) => (typeof text === 'string' ? perPart * text.length : 0),
  ),
  define('string-length', 's', pointsIn, textCost),
  define('string-ref', 'si', (text, at) => charAt(partOf(text, at, at + 1)), textCost),
  define('substring', 'si?i', partOf, textCost),
  define('string-copy', 's?ii', partOf, textCost),
  define('string-append', 's*', (texts) => joined(texts), textsCost),
  define('string-join', 'l?s', (texts, between = ' ') => joined(texts.map(kinds.s), between), joinCost),
  define(
    'string-split',
    's?s',
    (text, separator = ' ') => list(separator === '' ? [...text] : text.split(separator)),
    splitCost,
  ),
  define('string-repeat', 'si', repeated, (text: Value, count: Value) =>
    typeof text === 'string' ? Math.floor((text.length * countCost(count)) / 8) : 0,
  ),
  mapped('string-reverse', (text) => [...text].reverse().join(''), perPart),
  mapped('string-upcase', (text) => text.toUpperCase()),
  mapped('string-downcase', (text) => text.toLowerCase()),
  mapped('string-foldcase', foldCase, perPart),
  mapped('string-trim', (text) => text.trim()),
  mapped('string-trim-left', (text) => text.trimStart()),
  mapped('string-trim-right', (text) => text.trimEnd()),
  padded('string-pad string-pad-left', true),
  padded('string-pad-right', false),
  index('string-contains', (text, part) => text.indexOf(part)),
  index('string-contains-right', (text, part) => text.lastIndexOf(part)),
  define('string-prefix?', 'ss', (part, text) => text.startsWith(part), textCost),
  define('string-suffix?', 'ss', (part, text) => text.endsWith(part), textCost),
  ...comparisons('string', 's', (text) => text, comparePoints, textsCost),
  ...comparisons(
    'string-ci',
    's',
    foldCase,
    comparePoints,
    (texts: readonly Value[]) => perPart * (texts.length + textsCost(texts)),
  ),
  unchangeable('string-set!', 'vvv', 'strings'),
  unchangeable('string-fill!', 'vv?vv', 'strings'),
  unchangeable('string-copy!', 'vvv?vv', 'strings'),
  predicate('symbol?', (value) => value instanceof SymbolValue),
  define(
    'symbol=?',
    'y+',
    pairwise((a, b) => a === b),
    (symbols: readonly Value[]) => textsCost(symbols.map((each) => (each instanceof SymbolValue ? each.name : null))),
  ),
  define('symbol->string', 'y', (name) => name),
  define('string->symbol', 's', (text) => new SymbolValue(text)),
];
