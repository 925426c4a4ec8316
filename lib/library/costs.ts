import { words } from '../data/numbers.js';
import { Pair, type Value } from '../data/values.js';

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

/** What a text costs: an eighth of its length. */
export const textCost = (...texts: readonly Value[]): number =>
  total(texts, (text) => (typeof text === 'string' ? text.length >> 3 : 0));

/** What any number of texts cost: a fourth for each, and what they cost themselves. */
export const textsCost = (texts: readonly Value[]): number =>
  total(texts, (text) => textCost(text)) + (texts.length >> 2);

/** A count as it enters into a cost, whatever it is. */
export const countCost = (value: Value | undefined): number => (typeof value === 'number' && value > 0 ? value : 0);
