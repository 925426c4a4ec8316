import { formatNumber, isExact, isInteger, normal, type Numeric, subtract } from '../data/numbers.js';
import { outOfRange } from './define.js';

// Doubles as fractions.

/** The numerator and the denominator of a number: every double is a fraction of a power of two. */
export const fractionOf = (value: Numeric): readonly [numerator: Numeric, denominator: Numeric] => {
  if (typeof value === 'bigint') return [value, 1];
  if (!Number.isFinite(value)) throw outOfRange(`${formatNumber(value)} is no fraction`);
  let whole = value;
  let halvings = 0;
  for (; !Number.isInteger(whole); whole *= 2) halvings += 1;
  return [isExact(whole) ? whole : normal(BigInt(whole)), normal(2n ** BigInt(halvings))];
};

/** The fraction of the least denominator between two numbers, the first of which is not greater. */
export const simplest = (low: Numeric, high: Numeric): Numeric => {
  if (Number.isNaN(low) || Number.isNaN(high)) return NaN;
  if (high < 0) return subtract(0, simplest(subtract(0, high), subtract(0, low)));
  if (low <= 0) return 0;
  if (isInteger(low) || low === Infinity || low === high) return low;
  // The integer parts that both have in common, from the outside in: a continued fraction.
  const wholes: number[] = [];
  let from: number = low;
  let to = Number(high);
  while (Math.floor(from) === Math.floor(to) && !Number.isInteger(from)) {
    const whole = Math.floor(from);
    wholes.push(whole);
    [from, to] = [1 / (to - whole), 1 / (from - whole)];
  }
  return wholes.reduceRight((rest, whole) => whole + 1 / rest, Math.ceil(from));
};
