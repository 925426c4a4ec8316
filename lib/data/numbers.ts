import { VMError } from './error.js';
import { type Value } from './values.js';

// Arithmetic. Exact integers are safe integers and, beyond ±(2^53−1), bigints; a result goes back to a number when it
// fits. Any other operand makes the operation IEEE double. Negative zero is zero.

export type Numeric = number | bigint;

const limit = Number.MAX_SAFE_INTEGER;

export const isNumeric = (value: Value): value is Numeric => typeof value === 'number' || typeof value === 'bigint';

/** A bigint as a value: a number when it is a safe integer. */
export const normal = (big: bigint): Numeric => (big >= -limit && big <= limit ? Number(big) : big);

export const isExact = (value: Numeric): boolean => typeof value === 'bigint' || Number.isSafeInteger(value);

export const isInteger = (value: Value): value is Numeric => typeof value === 'bigint' || Number.isInteger(value);

/** The size of a number in 64-bit words: what exact arithmetic on it costs. */
export const words = (value: Value): number => {
  if (typeof value !== 'bigint') return 1;
  const size = Math.abs(Number(value));
  return Number.isFinite(size) ? Math.ceil((Math.log2(size) + 1) / 64) : manyWords(value < 0n ? -value : value);
};

// Beyond the doubles, by halving the range in which the size lies.
const manyWords = (value: bigint): number => {
  const hasMore = (size: number): boolean => value >> BigInt(64 * size) !== 0n;
  let step = 8;
  while (hasMore(2 * step)) step *= 2;
  let size = step;
  while ((step >>= 1) > 0) if (hasMore(size + step)) size += step;
  return size + 1;
};

type Operation = (a: Numeric, b: Numeric) => Numeric;

// An operation, written once for numbers and for bigints. When both are numbers and the double result is of a safe
// integer's size, it is the exact result too. Adding 0 makes negative zero zero.
const operation =
  (combine: (a: number, b: number) => number): Operation =>
  (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') {
      const result = combine(a, b);
      if (fits(result)) return result + 0;
    }
    if (!isExact(a) || !isExact(b)) return combine(Number(a), Number(b)) + 0;
    return normal((combine as unknown as (a: bigint, b: bigint) => bigint)(BigInt(a), BigInt(b)));
  };

const fits = (result: number): boolean => result >= -limit && result <= limit;

export const add: Operation = /* @__PURE__ */ operation((a, b) => a + b);
export const subtract: Operation = /* @__PURE__ */ operation((a, b) => a - b);
export const multiply: Operation = /* @__PURE__ */ operation((a, b) => a * b);

const nonZero = <N extends Numeric>(divisor: N): N => {
  if (divisor == 0) throw new VMError('division-by-zero', 'division by 0');
  return divisor;
};

/** The remainder with the sign of the dividend (truncating division). */
export const remainder: Operation = /* @__PURE__ */ operation((a, b) => a % nonZero(b));

/** The remainder with the sign of the divisor (floor division). */
export const modulo: Operation = /* @__PURE__ */ operation((a, b) => {
  const rest = a % nonZero(b);
  return rest != 0 && rest < 0 !== b < 0 ? rest + b : rest;
});

/** The quotient rounded towards zero. */
export const quotient: Operation = /* @__PURE__ */ operation((a, b) => {
  const result = a / nonZero(b);
  return typeof result === 'bigint' ? result : Math.trunc(result);
});

/** An exact integer when the division of exact integers leaves no remainder, else a double. */
export const divide: Operation = (a, b) => {
  nonZero(b);
  const [x, y] = [Number(a), Number(b)];
  if ((typeof a === 'number' && typeof b === 'number') || !isExact(a) || !isExact(b)) return x / y + 0;
  const [p, q] = [BigInt(a), BigInt(b)];
  if (p % q === 0n) return normal(p / q);
  if (Number.isFinite(x) && Number.isFinite(y)) return x / y;
  // Two integers beyond the doubles are brought within them first.
  const shift = BigInt(Math.max(0, Math.max(words(a), words(b)) * 64 - 960));
  return Number(p >> shift) / Number(q >> shift);
};

export const power: Operation = (base, exponent) => {
  if (!isExact(base) || !isExact(exponent)) return Number(base) ** Number(exponent) + 0;
  if (exponent < 0) {
    // Where the power is beyond the doubles, its reciprocal may still be one.
    const whole = power(base, subtract(0, exponent));
    return Number.isFinite(Number(whole)) ? divide(1, whole) : Number(base) ** Number(exponent) + 0;
  }
  const result = smallPower(Number(base), Number(exponent));
  return Number.isNaN(result) ? normal(BigInt(base) ** BigInt(exponent)) : result;
};

/** An integer to the power of a small one, by repeated squaring; NaN where that would not be exact. */
export const smallPower = (base: number, exponent: number): number => {
  if (!Number.isSafeInteger(base) || !Number.isInteger(exponent) || exponent < 0 || exponent > 64) return NaN;
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return fits(result) ? result + 0 : NaN;
};

/** How many 64-bit words `power` gives at the most: what it costs, known before it is computed. */
export const powerWords = (base: Numeric, exponent: Numeric): number => {
  const size = Math.abs(Number(base));
  if (!isExact(base) || !isExact(exponent) || size < 2) return 1;
  const bits = typeof base === 'bigint' ? words(base) * 64 : Math.log2(size) + 1;
  return Math.max(1, Math.ceil((bits * Math.abs(Number(exponent))) / 64));
};

/** Rounds a half to the even neighbour, as Scheme does. */
export const roundEven = (value: Numeric): Numeric => {
  if (typeof value === 'bigint') return value;
  const rounded = Math.round(value);
  return (Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded) + 0;
};

/** The square root: exact when there is one, else a double; NaN below zero. */
export const squareRoot = (value: Numeric): Numeric => {
  if (typeof value === 'number') return Math.sqrt(value) + 0;
  if (value < 0n) return NaN;
  const root = integerRoot(value);
  if (root * root === value) return normal(root);
  const whole = Number(value);
  return Number.isFinite(whole) ? Math.sqrt(whole) : Number(root);
};

/** The greatest integer whose square is not above an exact integer that is not below zero. */
export const integerSquareRoot = (value: Numeric): Numeric => {
  if (typeof value === 'bigint') return normal(integerRoot(value));
  const root = Math.floor(Math.sqrt(value));
  return root * root > value ? root - 1 : root;
};

// Newton's iteration on integers, from above.
const integerRoot = (value: bigint): bigint => {
  let guess = 1n << BigInt(Math.ceil((words(value) * 64) / 2));
  for (;;) {
    const better = (guess + value / guess) >> 1n;
    if (better >= guess) return guess;
    guess = better;
  }
};

const notations: Readonly<Record<number, readonly [digits: RegExp, prefix: string]>> = {
  2: [/^[01]+$/, '0b'],
  8: [/^[0-7]+$/, '0o'],
  10: [/^\d+$/, ''],
  16: [/^[\da-f]+$/i, '0x'],
};

/** The number a text stands for, in base 2, 8, 10 or 16; undefined when it is none. */
export const parseNumber = (text: string, base = 10): Numeric | undefined => {
  const [pattern, prefix] = notations[base] ?? [];
  const digits = text.startsWith('-') || text.startsWith('+') ? text.slice(1) : text;
  if (pattern?.test(digits) === true) {
    const quick = parseInt(text, base);
    if (Number.isSafeInteger(quick)) return quick + 0;
    const big = BigInt(`${prefix as string}${digits}`);
    return normal(text.startsWith('-') ? -big : big);
  }
  if (base === 10 && /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return Number(text) + 0;
  return /^[+-](inf|nan)\.0$/i.test(text) ? Number(text.replace(/inf.0/i, 'Infinity')) : undefined;
};

export const formatNumber = (value: Numeric, base = 10): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    if (Number.isNaN(value)) return '+nan.0';
    return value > 0 ? '+inf.0' : '-inf.0';
  }
  const text = value.toString(base);
  // A double that is an integer beyond the safe ones is written so that it is not read back as an exact integer.
  const looksExact = !isExact(value) && isInteger(value) && (base !== 10 || !text.includes('e'));
  return looksExact ? `${text}.0` : text;
};
