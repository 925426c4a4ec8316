import { parseNumeral } from './numerals.js';
import { SymbolValue, type Value } from './values.js';

// What a word of a text means that is neither quoted nor begins with a mark of its own.

const constants: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['#t', true],
  ['#true', true],
  ['true', true],
  ['#f', false],
  ['#false', false],
  ['false', false],
  ['nil', null],
]);

/** What a character may be: a part of a word, a blank, or one of the marks ()[]'`",;| which separate words as blanks do. */
export const wordly = 0;
export const blank = 1;
export const mark = 2;

// A table is the fastest way to know. Beyond ASCII there are more blanks.
const kinds: Uint8Array = new Uint8Array(128);
for (const code of [9, 10, 11, 12, 13, 32]) kinds[code] = blank;
for (const char of '()[]\'`",;|') kinds[char.charCodeAt(0)] = mark;

export const kindOf = (code: number): number => (code < 128 ? (kinds[code] as number) : kindBeyond(code));

const kindBeyond = (code: number): number => (String.fromCharCode(code).trim() === '' ? blank : wordly);

/** Whether a word is nothing but a symbol: it begins neither like a number nor like a constant. */
export const isSymbol = (first: number, length: number): boolean => {
  if (first > 42 && first < 58) return length === 1;
  return first !== 35 && first !== 102 && first !== 110 && first !== 116;
};

// Fractions and complex numbers, which do not exist here.
const isMissing = (word: string): boolean => {
  const real = String.raw`(?:\.?\d[\d./]*(?:e[+-]?\d+)?|(?:inf|nan)\.0)`;
  return new RegExp(String.raw`^[+-]?(?:\d+/\d+|${real}@[+-]?${real})$|^(?:[+-]?${real})?[+-]${real}?i$`, 'i').test(
    word,
  );
};

/** The constant, number or symbol that a word is. */
export const atomOf = (word: string, fail: (detail: string) => never): Value => {
  const first = word.charCodeAt(0);
  const isHash = first === 35;
  const constant = constants.get(isHash ? word.toLowerCase() : word);
  if (constant !== undefined) return constant;
  // A number begins with #, or with a digit, a point or a sign and something behind it.
  if (isHash || (first > 42 && first < 58 && word.length > 1)) {
    const number = parseNumeral(word);
    if (number !== undefined) return number;
    if (isMissing(word)) fail(`'${word}': no fractions, no complex numbers`);
    if (isHash) fail(`unknown notation '${word}'`);
  }
  return new SymbolValue(word);
};
