import { VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import { elementsOf, indexOf, primitive, stringOf, textCost, textsCost, variadic, wrongType } from './define.js';

// Strings and symbols. Strings are immutable and indexed by code point; what reads one costs an eighth of its length.

const longest = 2 ** 26;
const perPart = 4;
const surrogate = /[\ud800-\udfff]/;

const sized = (text: string): string => {
  if (text.length > longest) throw new VMError('out-of-range', `a string of more than ${longest} characters`);
  return text;
};

const isPair = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
};

// A text without surrogates is indexed directly; in any other, code points are counted.
const lengthOf = (text: string): number => {
  if (!surrogate.test(text)) return text.length;
  let length = 0;
  for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) length += 1;
  return length;
};

/** Where a code point stands, `from` a place onwards. */
const unitOf = (text: string, points: number, from = 0): number => {
  let at = from;
  for (let i = 0; i < points; i += 1) at += isPair(text, at) ? 2 : 1;
  return at;
};

const slice = (text: string, start: number, end: number): string => {
  if (!surrogate.test(text)) return text.slice(start, end);
  const from = unitOf(text, start);
  return text.slice(from, unitOf(text, end - start, from));
};

const substring = (name: string, text: string, start: Value, end: Value | undefined): string => {
  const length = lengthOf(text);
  const to = end === undefined ? length : indexOf(name, end);
  const from = indexOf(name, start);
  if (from > to || to > length)
    throw new VMError('out-of-range', `${name}: ${from} to ${to} is not a part of ${length} characters`);
  return slice(text, from, to);
};

const joined = (name: string, texts: readonly Value[], between = ''): string => {
  const strings = texts.map((text) => stringOf(name, text));
  const size = strings.reduce((sum, text) => sum + text.length + between.length, 0);
  if (size > longest) throw new VMError('out-of-range', `${name}: more than ${longest} characters`);
  return strings.join(between);
};

const compared = (name: string, doc: string, relation: (a: string, b: string) => boolean): Primitive =>
  variadic(
    name,
    1,
    doc,
    (values) => {
      const texts = values.map((value) => stringOf(name, value));
      return texts.every((right, i) => i === 0 || relation(texts[i - 1] as string, right));
    },
    textsCost,
  );

// Order by code point. UTF-16 orders the same, but that surrogates stand before what is above them.
const order = (a: string, b: string): number => {
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
};

const rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

const mapped = (name: string, doc: string, map: (text: string) => string): Primitive =>
  primitive(name, 1, doc, (text: Value) => sized(map(stringOf(name, text))), textCost);

const symbolOf = (name: string, value: Value): string => {
  if (!(value instanceof SymbolValue)) throw wrongType(name, 'a symbol', value);
  return value.name;
};

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

const split = (text: Value, separator: Value = ' '): Value => {
  const between = stringOf('string-split', separator);
  const whole = stringOf('string-split', text);
  return list(between === '' ? [...whole] : whole.split(between));
};

const joinCost = (texts: Value, between: Value = ' '): number => {
  let cost = 0;
  for (let rest = texts; rest instanceof Pair; rest = rest.cdr) cost += 1 + textCost(rest.car, between);
  return cost;
};

const position = (name: string, text: Value, part: Value): Value => {
  const whole = stringOf(name, text);
  const at = whole.indexOf(stringOf(name, part));
  return at < 0 ? false : lengthOf(whole.slice(0, at));
};

const raise = (args: readonly Value[]): Value => {
  const [message = '', ...irritants] = args;
  const text = typeof message === 'string' ? message : summary(message);
  throw new VMError('user-raised', [text, ...irritants.map(summary)].join(' '));
};

export const textPrimitives: readonly Primitive[] = [
  primitive('string?', 1, 'whether it is a string', (value: Value) => typeof value === 'string'),
  variadic('string-append', 0, 'its arguments in one string', (texts) => joined('string-append', texts), textsCost),
  primitive(
    'string-join',
    [1, 2],
    'the strings of a list in one, with a text between them',
    (texts: Value, between: Value = ' ') =>
      joined('string-join', elementsOf('string-join', texts), stringOf('string-join', between)),
    joinCost,
  ),
  primitive('string-split', [1, 2], 'a list of the parts between separators', split, splitCost),
  primitive(
    'string-length',
    1,
    'the number of characters',
    (text: Value) => lengthOf(stringOf('string-length', text)),
    textCost,
  ),
  primitive(
    'substring',
    [2, 3],
    'the characters from an index up to another',
    (text: Value, start: Value, end?: Value) => substring('substring', stringOf('substring', text), start, end),
    textCost,
  ),
  primitive(
    'string-contains',
    2,
    'the index at which a text has another, #f if it has not',
    (text: Value, part: Value) => position('string-contains', text, part),
    searchCost,
  ),
  mapped('string-upcase', 'the text in upper case', (text) => text.toUpperCase()),
  mapped('string-downcase', 'the text in lower case', (text) => text.toLowerCase()),
  mapped('string-trim', 'the text without white space around it', (text) => text.trim()),
  compared('string=?', 'whether they are the same text', (a, b) => a === b),
  compared('string<?', 'whether each stands before the next, by code point', (a, b) => order(a, b) < 0),
  compared('string>?', 'whether each stands after the next', (a, b) => order(a, b) > 0),
  compared('string<=?', 'whether none stands after the next', (a, b) => order(a, b) <= 0),
  compared('string>=?', 'whether none stands before the next', (a, b) => order(a, b) >= 0),
  primitive('symbol?', 1, 'whether it is a symbol', (value: Value) => value instanceof SymbolValue),
  primitive('symbol->string', 1, 'the name of a symbol', (value: Value) => symbolOf('symbol->string', value)),
  primitive(
    'string->symbol',
    1,
    'the symbol of that name',
    (text: Value) => new SymbolValue(stringOf('string->symbol', text)),
  ),
  variadic('error', 1, 'raises a fault with a message and the values involved', raise, textsCost),
];
