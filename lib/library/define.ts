import { VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
import { isNumeric, type Numeric } from '../data/numbers.js';
import { emptyList, Pair, type Value } from '../data/values.js';
import { Primitive } from '../machine/procedures.js';

// How primitives are written: a name, an arity, a function of values, what it costs, a line of documentation.

export type Arity = number | readonly [least: number, most: number];

/** A primitive. `fuel` is what a call costs beyond one unit. */
export const primitive = (
  name: string,
  arity: Arity,
  doc: string,
  apply: (...args: never[]) => Value,
  fuel?: (...args: never[]) => number,
): Primitive => new Primitive(name, apply, fuel, { arity: typeof arity === 'number' ? [arity, arity] : arity, doc });

/** A primitive that takes any number of arguments from a least one on, all in one array. */
export const variadic = (
  name: string,
  least: number,
  doc: string,
  apply: (args: readonly Value[]) => Value,
  fuel: (args: readonly Value[], budget: number) => number,
): Primitive => new Primitive(name, apply, fuel, { arity: [least, Infinity], doc }, 'all');

export const wrongType = (name: string, wanted: string, value: Value): VMError =>
  new VMError('type-error', `${name} takes ${wanted}, not ${summary(value)}`);

export const numberOf = (name: string, value: Value): Numeric => {
  if (!isNumeric(value)) throw wrongType(name, 'a number', value);
  return value;
};

export const stringOf = (name: string, value: Value): string => {
  if (typeof value !== 'string') throw wrongType(name, 'a string', value);
  return value;
};

export const pairOf = (name: string, value: Value): Pair => {
  if (!(value instanceof Pair)) throw wrongType(name, 'a pair', value);
  return value;
};

/** An index that is an integer, not negative. */
export const indexOf = (name: string, value: Value): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongType(name, 'an integer', value);
  if (value < 0) throw new VMError('out-of-range', `${name}: ${value} is below 0`);
  return value;
};

/** How many pairs a list starts with, up to a most: what walking it costs. */
export const pairsIn = (value: Value | undefined, most: number = Infinity): number => {
  let count = 0;
  for (let rest = value; rest instanceof Pair && count < most; rest = rest.cdr) count += 1;
  return count;
};

/** The elements of a proper list. */
export const elementsOf = (name: string, value: Value): Value[] => {
  const elements: Value[] = [];
  let rest = value;
  for (; rest instanceof Pair; rest = rest.cdr) elements.push(rest.car);
  if (rest !== emptyList) throw wrongType(name, 'a list', value);
  return elements;
};

/** What a text costs: an eighth of its length. */
export const textCost = (...texts: readonly Value[]): number => textsCost(texts);

export const textsCost = (texts: readonly Value[]): number =>
  texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length >> 3 : 0), 0);
