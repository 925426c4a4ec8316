import { words } from '../data/numbers.js';
import { Pair, SymbolValue, type Value } from '../data/values.js';

// What things cost, beyond one unit for a call.

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

/** A sum over values. What is sure to be too much is not counted to its end. */
export const total = (values: Iterable<Value>, costOf: (value: Value) => number, budget: number = Infinity): number => {
  let sum = 0;
  for (const value of values) {
    if (sum > budget) break;
    sum += costOf(value);
  }
  return sum;
};

/** How many pairs a list starts with, up to a most: what walking it costs. */
export const pairsIn = (value: Value | undefined, most: number = Infinity): number => {
  let count = 0;
  for (let rest = value; rest instanceof Pair && count < most; rest = rest.cdr) count += 1;
  return count;
};

/** The size of a value, as what reads it pays: an eighth of a text, the pairs of a list, the words of a large integer. */
export const sizeOf = (value: Value | undefined): number => {
  const text = value instanceof SymbolValue ? value.name : value;
  if (typeof text === 'string') return text.length >> 3;
  return typeof text === 'bigint' ? words(text) : pairsIn(text);
};

/** So much for the size of the first argument. */
export const firstCost =
  (weight: number) =>
  (value: Value): number =>
    weight * sizeOf(value);

/** So much for the sizes of all arguments, and a fourth of it for each. */
export const allCost =
  (weight: number) =>
  (args: readonly Value[], budget: number): number =>
    weight * ((args.length >> 2) + total(args, sizeOf, budget));

/** A count as it enters into a cost, whatever it is. */
export const countCost = (value: Value | undefined): number => (typeof value === 'number' && value > 0 ? value : 0);
