import { Character, isPoint } from '../data/character.js';
import { type Value } from '../data/values.js';
import { type Definition } from '../machine/library.js';
import { allCost } from './costs.js';
import { comparisons, define, outOfRange, predicate } from './define.js';
import { foldCase } from './fold-case.js';

// Characters: Unicode code points.

// A case that is not one character leaves the character as it is.
const inCase = (character: Character, map: (text: string) => string): Character => {
  const mapped = map(character.text);
  const point = mapped.codePointAt(0) as number;
  return mapped === String.fromCodePoint(point) ? new Character(point) : character;
};

const mapped = (name: string, map: (text: string) => string): Definition =>
  define(name, 'c', (character) => inCase(character, map));

// The class is looked up when it is first asked for, which takes a while.
const belonging = (property: string): ((character: Character) => boolean) => {
  let pattern: RegExp | undefined;
  return ({ text }) => (pattern ??= new RegExp(`\\p{${property}}`, 'u')).test(text);
};

const isDigit = belonging('Nd');

// Decimal digits stand in a row from 0 to 9, and rows may follow each other.
const digitValue = (digit: Character): Value => {
  if (!isDigit(digit)) return false;
  let before = digit.point - 1;
  while (isDigit(new Character(before))) before -= 1;
  return (digit.point - before - 1) % 10;
};

const pointOf = ({ point }: Character): number => point;
const folded = (character: Character): number => inCase(character, foldCase).point;
const order = (a: number, b: number): number => a - b;

export const characterPrimitives: readonly Definition[] = [
  predicate('char?', (value) => value instanceof Character),
  define('char->integer', 'c', pointOf),
  define('integer->char', 'i', (point) => {
    if (!isPoint(point)) throw outOfRange(`no character has the number ${point}`);
    return new Character(point);
  }),
  mapped('char-upcase', (text) => text.toUpperCase()),
  mapped('char-downcase', (text) => text.toLowerCase()),
  mapped('char-foldcase', foldCase),
  define('char-numeric?', 'c', isDigit),
  define('char-alphabetic?', 'c', belonging('Alphabetic')),
  define('char-whitespace?', 'c', belonging('White_Space')),
  define('char-upper-case?', 'c', belonging('Uppercase')),
  define('char-lower-case?', 'c', belonging('Lowercase')),
  define('digit-value', 'c', digitValue),
  ...comparisons('char', 'c', pointOf, order, allCost(1)),
  ...comparisons('char-ci', 'c', folded, order, allCost(8)),
];
