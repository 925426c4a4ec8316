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

// The codes of the ASCII characters that separate, blanks and ()[]'`,";| ; beyond them, only blanks do.
const separators: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 32, 40, 41, 91, 93, 39, 96, 44, 34, 59, 124]);

/** Whether a character stands between two words. */
export const separates = (code: number): boolean =>
  code < 128 ? separators.has(code) : String.fromCharCode(code).trim() === '';

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
