import { Character, isPoint } from '../data/character.js';
import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import { charOf, comparing, indexOf, predicate, primitive } from './define.js';
import { foldCase } from './fold-case.js';

// Characters: Unicode code points.

// A case that is not one character leaves the character as it is.
const inCase = (character: Character, map: (text: string) => string): Character => {
  const mapped = map(character.text);
  const point = mapped.codePointAt(0) as number;
  return mapped === String.fromCodePoint(point) ? new Character(point) : character;
};

const mapped = (name: string, map: (text: string) => string): Primitive =>
  primitive(name, 1, (value: Value) => inCase(charOf(name, value), map));

const upcase = (text: string): string => text.toUpperCase();
const downcase = (text: string): string => text.toLowerCase();

const classed = (name: string, pattern: RegExp): Primitive =>
  primitive(name, 1, (value: Value) => pattern.test(charOf(name, value).text));

const isDigit = (point: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(point));

// Decimal digits stand in a row from 0 to 9, and rows may follow each other.
const digitValue = ({ point }: Character): Value => {
  if (!isDigit(point)) return false;
  let zero = point;
  while (isDigit(zero - 1)) zero -= 1;
  return (point - zero) % 10;
};

const folded = (name: string, value: Value): number => inCase(charOf(name, value), foldCase).point;
const pointOf = (name: string, value: Value): number => charOf(name, value).point;

const relations: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

const ordered = (prefix: string, check: (name: string, value: Value) => number, perChar: number): Primitive[] =>
  Object.entries(relations).map(([sign, relation]) =>
    comparing(`${prefix}${sign}?`, check, relation, (args) => Math.floor(perChar * args.length)),
  );

export const characterPrimitives: readonly Primitive[] = [
  predicate('char?', (value) => value instanceof Character),
  primitive('char->integer', 1, (value: Value) => pointOf('char->integer', value)),
  primitive('integer->char', 1, (value: Value) => {
    const point = indexOf('integer->char', value);
    if (!isPoint(point)) throw new VMError('out-of-range', `integer->char: no character has the number ${point}`);
    return new Character(point);
  }),
  mapped('char-upcase', upcase),
  mapped('char-downcase', downcase),
  mapped('char-foldcase', foldCase),
  classed('char-alphabetic?', /\p{Alphabetic}/u),
  classed('char-numeric?', /\p{Nd}/u),
  classed('char-whitespace?', /\p{White_Space}/u),
  classed('char-upper-case?', /\p{Uppercase}/u),
  classed('char-lower-case?', /\p{Lowercase}/u),
  primitive('digit-value', 1, (value: Value) => digitValue(charOf('digit-value', value))),
  ...ordered('char', pointOf, 0.25),
  ...ordered('char-ci', folded, 2),
];
