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
  let high = 16;
  while (hasMore(high)) high *= 2;
  let low = high / 2;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (hasMore(middle)) low = middle;
    else high = middle;
  }
  return high;
};

const exactly = (
  a: Numeric,
  b: Numeric,
  exact: (a: bigint, b: bigint) => bigint,
  inexact: (a: number, b: number) => number,
): Numeric =>
  isExact(a) && isExact(b) ? normal(exact(BigInt(a), BigInt(b))) : positiveZero(inexact(Number(a), Number(b)));

const positiveZero = (value: number): number => (value === 0 ? 0 : value);

const fits = (result: number): boolean => result >= -limit && result <= limit;

// When both are numbers and the double result is a safe integer's size, it is the exact result too.
export const add = (a: Numeric, b: Numeric): Numeric => {
  if (typeof a === 'number' && typeof b === 'number' && fits(a + b)) return positiveZero(a + b);
  return exactly(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  );
};

export const subtract = (a: Numeric, b: Numeric): Numeric => {
  if (typeof a === 'number' && typeof b === 'number' && fits(a - b)) return positiveZero(a - b);
  return exactly(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  );
};

export const multiply = (a: Numeric, b: Numeric): Numeric => {
  if (typeof a === 'number' && typeof b === 'number' && fits(a * b)) return positiveZero(a * b);
  return exactly(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  );
};

const nonZero = <N extends Numeric>(divisor: N): N => {
  if (divisor == 0) throw new VMError('division-by-zero', 'the divisor is 0');
  return divisor;
};

/** An exact integer when the division of exact integers leaves no remainder, else a double. */
export const divide = (a: Numeric, b: Numeric): Numeric => {
  nonZero(b);
  if (typeof a === 'number' && typeof b === 'number') return positiveZero(a / b);
  if (isExact(a) && isExact(b) && BigInt(a) % BigInt(b) === 0n) return normal(BigInt(a) / BigInt(b));
  return positiveZero(ratio(a, b));
};

// Two integers beyond the doubles are brought within them first.
const ratio = (a: Numeric, b: Numeric): number => {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isFinite(x) && Number.isFinite(y)) return x / y;
  if (typeof a !== 'bigint' && typeof b !== 'bigint') return x / y;
  if (!isExact(a) || !isExact(b)) return x / y;
  const shift = BigInt(Math.max(0, Math.max(words(a), words(b)) * 64 - 960));
  return Number(BigInt(a) >> shift) / Number(BigInt(b) >> shift);
};

// The remainder of two doubles is exact, so only bigints need exact arithmetic here.

/** The remainder with the sign of the divisor (floor division). */
export const modulo = (a: Numeric, b: Numeric): Numeric => {
  nonZero(b);
  if (typeof a === 'number' && typeof b === 'number') return positiveZero(floorNumber(a % b, b));
  return exactly(
    a,
    b,
    (x, y) => floorBig(x % y, y),
    (x, y) => floorNumber(x % y, y),
  );
};

const floorNumber = (rest: number, divisor: number): number =>
  rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest;

const floorBig = (rest: bigint, divisor: bigint): bigint =>
  rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest;

/** The remainder with the sign of the dividend (truncating division). */
export const remainder = (a: Numeric, b: Numeric): Numeric => {
  nonZero(b);
  if (typeof a === 'number' && typeof b === 'number') return positiveZero(a % b);
  return exactly(
    a,
    b,
    (x, y) => x % y,
    (x, y) => x % y,
  );
};

/** The quotient rounded towards zero. */
export const quotient = (a: Numeric, b: Numeric): Numeric => {
  nonZero(b);
  if (typeof a === 'number' && typeof b === 'number') return positiveZero(Math.trunc((a - (a % b)) / b));
  return exactly(
    a,
    b,
    (x, y) => x / y,
    (x, y) => Math.trunc(x / y),
  );
};

export const power = (base: Numeric, exponent: Numeric): Numeric => {
  if (!isExact(base) || !isExact(exponent)) return positiveZero(Number(base) ** Number(exponent));
  if (exponent < 0) return reciprocal(base, subtract(0, exponent), Number(exponent));
  const result = smallPower(Number(base), Number(exponent));
  return Number.isNaN(result) ? normal(bigPower(BigInt(base), BigInt(exponent))) : result;
};

// Where the power is beyond the doubles, its reciprocal may still be one.
const reciprocal = (base: Numeric, exponent: Numeric, negative: number): Numeric => {
  const whole = power(base, exponent);
  return Number.isFinite(Number(whole)) ? divide(1, whole) : positiveZero(Number(base) ** negative);
};

/** An integer to the power of a small one, by repeated squaring; NaN where that would not be exact. */
export const smallPower = (base: number, exponent: number): number => {
  if (!Number.isSafeInteger(base) || !Number.isInteger(exponent) || exponent < 0 || exponent > 64) return NaN;
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest % 2 === 1) result *= square;
    if (rest > 1) square *= square;
  }
  return fits(result) && (exponent < 2 || fits(square)) ? positiveZero(result) : NaN;
};

const bigPower = (base: bigint, exponent: bigint): bigint => {
  if (base === 0n || base === 1n) return exponent === 0n ? 1n : base;
  if (base === -1n) return exponent % 2n === 0n ? 1n : -1n;
  return base ** exponent;
};

/** How many 64-bit words `power` gives at the most: what it costs, known before it is computed. */
export const powerWords = (base: Numeric, exponent: Numeric): number => {
  if (!isExact(base) || !isExact(exponent)) return 1;
  const size = exponent < 0 ? -Number(exponent) : Number(exponent);
  if (base == 0 || base == 1 || base == -1) return 1;
  const bits = typeof base === 'bigint' ? words(base) * 64 : Math.log2(Math.abs(base)) + 1;
  return Math.max(1, Math.ceil((bits * size) / 64));
};

/** Rounds a half to the even neighbour, as Scheme does. */
export const roundEven = (value: Numeric): Numeric => {
  if (typeof value === 'bigint') return value;
  const down = Math.floor(value);
  const half = value - down === 0.5;
  return positiveZero(half ? (down % 2 === 0 ? down : down + 1) : Math.round(value));
};

/** The square root: exact when there is one, else a double; NaN below zero. */
export const squareRoot = (value: Numeric): Numeric => {
  if (typeof value === 'number') return positiveZero(Math.sqrt(value));
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

const notations: ReadonlyMap<number, readonly [pattern: RegExp, prefix: string]> = new Map([
  [2, [/^[01]+$/, '0b']],
  [8, [/^[0-7]+$/, '0o']],
  [10, [/^\d+$/, '']],
  [16, [/^[\da-f]+$/i, '0x']],
]);

const specials: ReadonlyMap<string, number> = new Map([
  ['+inf.0', Infinity],
  ['-inf.0', -Infinity],
  ['+nan.0', NaN],
  ['-nan.0', NaN],
]);

// What most numbers are: up to fifteen digits, which need no further look.
const isShortInteger = (text: string): boolean => {
  if (text.length === 0 || text.length > 15) return false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
};

/** The number a text stands for, in base 2, 8, 10 or 16; undefined when it is none. */
export const parseNumber = (text: string, base = 10): Numeric | undefined => {
  if (base === 10 && isShortInteger(text)) return Number(text);
  const notation = notations.get(base);
  const digits = text.replace(/^[+-]/, '');
  if (notation?.[0].test(digits) === true) {
    const quick = parseInt(text, base);
    if (Number.isSafeInteger(quick)) return positiveZero(quick);
    const big = BigInt(notation[1] + digits);
    return normal(text.startsWith('-') ? -big : big);
  }
  if (base === 10 && /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return positiveZero(Number(text));
  return text.length === 6 ? specials.get(text.toLowerCase()) : undefined;
};

export const formatNumber = (value: Numeric, base = 10): string => {
  if (base === 10 && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'bigint') return value.toString(base);
  if (Number.isFinite(value)) return formatFinite(value, base);
  return Number.isNaN(value) ? '+nan.0' : value > 0 ? '+inf.0' : '-inf.0';
};

// A double that is an integer beyond the safe ones is written so that it is not read back as an exact integer.
const formatFinite = (value: number, base: number): string => {
  const text = value.toString(base);
  const looksExact = Number.isInteger(value) && !Number.isSafeInteger(value) && !(base === 10 && text.includes('e'));
  return looksExact ? `${text}.0` : text;
};
