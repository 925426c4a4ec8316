import { Character } from '../data/character.js';
import { VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
import { isNumeric, type Numeric, words } from '../data/numbers.js';
import { emptyList, Pair, SymbolValue, type Value } from '../data/values.js';
import { Primitive } from '../machine/procedures.js';

// How primitives are written: a name, an arity, a function of values, and what it costs. The manual says what each is.

export type Arity = number | readonly [least: number, most: number];

/** A primitive. `fuel` is what a call costs beyond one unit. */
export const primitive = (
  name: string,
  arity: Arity,
  apply: (...args: never[]) => Value,
  fuel?: (...args: never[]) => number,
): Primitive => new Primitive(name, apply, fuel, { arity: typeof arity === 'number' ? [arity, arity] : arity });

/** A primitive that takes all its arguments in one array: any number from a least one on, unless there is a most. */
export const variadic = (
  name: string,
  arity: Arity,
  apply: (args: readonly Value[]) => Value,
  fuel: (args: readonly Value[], budget: number) => number,
): Primitive =>
  new Primitive(name, apply, fuel, { arity: typeof arity === 'number' ? [arity, Infinity] : arity }, 'all');

/** A primitive of any number of arguments of one type: whether each is in relation to the next. */
export const comparing = <T>(
  name: string,
  check: (name: string, value: Value) => T,
  relation: (a: T, b: T) => boolean,
  fuel: (args: readonly Value[], budget: number) => number,
): Primitive =>
  variadic(
    name,
    1,
    (args) => {
      const values = args.map((arg) => check(name, arg));
      return values.every((right, i) => i === 0 || relation(values[i - 1] as T, right));
    },
    fuel,
  );

/** A primitive that says whether any value is of a kind. */
export const predicate = (name: string, test: (value: Value) => boolean): Primitive => primitive(name, 1, test);

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

export const charOf = (name: string, value: Value): Character => {
  if (!(value instanceof Character)) throw wrongType(name, 'a character', value);
  return value;
};

export const symbolOf = (name: string, value: Value): string => {
  if (!(value instanceof SymbolValue)) throw wrongType(name, 'a symbol', value);
  return value.name;
};

/** An index that is an integer, not negative. */
export const indexOf = (name: string, value: Value): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongType(name, 'an integer', value);
  if (value < 0) throw new VMError('out-of-range', `${name}: ${value} is below 0`);
  return value;
};

/**
 * What adding up costs: with each argument, the size of the sum so far. Safe integers and doubles cost a fourth. What is
 * sure to be too much is not counted to its end.
 */
export const sumCost = (args: readonly Value[], budget: number): number => {
  let cost = args.length >> 2;
  let size = 0;
  for (const arg of args) {
    if (cost > budget) break;
    if (typeof arg === 'bigint') size = Math.max(size, words(arg));
    cost += size;
  }
  return cost;
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
export const textCost = (...texts: readonly Value[]): number =>
  texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length >> 3 : 0), 0);

/** What any number of texts cost: a fourth for each, and what they cost themselves. */
export const textsCost = (texts: readonly Value[]): number =>
  texts.reduce<number>((sum, text) => sum + textCost(text), texts.length >> 2);

/** A count as it enters into a cost, whatever it is. */
export const countCost = (value: Value | undefined): number => (typeof value === 'number' && value > 0 ? value : 0);

/** A primitive that would change what is immutable. */
export const unchangeable = (name: string, arity: Arity, instead: string): Primitive =>
  primitive(name, arity, () => {
    throw new VMError('type-error', `${name}: ${instead}`);
  });
