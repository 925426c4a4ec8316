import { parseNumeral } from '../data/numerals.js';
import * as arithmetic from '../data/numbers.js';
import { formatNumber, isExact, isInteger, type Numeric, powerWords, words } from '../data/numbers.js';
import { MultipleValues } from '../data/objects.js';
import { type Value } from '../data/values.js';
import { type Definition } from '../machine/library.js';
import { allCost, sizeOf, sumCost, total } from './costs.js';
import { define, outOfRange, pairwise, predicate } from './define.js';

// Numbers. The operators are here a second time as procedures, for where they are passed to others.

// What bigints cost; safe integers and doubles cost nothing more than the call.
const excess = (args: readonly Value[], budget: number): number => total(args, sizeOf, budget);
const linear = allCost(1);
const quadratic = (args: readonly Value[], budget: number): number => (args.length >> 2) + excess(args, budget) ** 2;
// A product of many small integers is a large one.
const product = (args: readonly Value[], budget: number): number =>
  Math.floor((args.length + excess(args, budget)) ** 2 / 16);
const each = (...args: readonly Value[]): number => quadratic(args, Infinity);
const powered = (base: Value, exponent: Value): number =>
  arithmetic.isNumeric(base) && arithmetic.isNumeric(exponent) ? powerWords(base, exponent) ** 2 - 1 : 0;

type Binary = (a: Numeric, b: Numeric) => Numeric;

// (- a) and (/ a) combine with the unit; (- a b c) from the left.
const inverted =
  (unit: number, combine: Binary) =>
  (args: readonly Numeric[]): Numeric =>
    args.length === 1 ? combine(unit, args[0] as Numeric) : args.reduce(combine);

const unary = (names: string, compute: (a: Numeric) => Value): Definition => define(names, 'n', compute, each);

const divided = (names: string, combine: (a: Numeric, b: Numeric) => Value): Definition =>
  define(names, 'zz', combine, each);

const compared = (name: string, relation: (a: Numeric, b: Numeric) => boolean): Definition =>
  define(name, 'n+', pairwise(relation), linear);

const best =
  (isBetter: (a: Numeric, b: Numeric) => boolean) =>
  (args: readonly Numeric[]): Numeric =>
    args.reduce((best, number) => (Number.isNaN(number) || isBetter(number, best) ? number : best));

const rounded = (name: string, round: (a: number) => number): Definition =>
  unary(name, (a) => (typeof a === 'bigint' ? a : round(a) + 0));

const absolute = (a: Numeric): Numeric => (a < 0 ? arithmetic.subtract(0, a) : a);

const divisor: Binary = (a, b) => {
  // In exact integers: as a double, an integer may be infinite, and then this would not end.
  let [large, small] = [exact(absolute(a)), exact(absolute(b))];
  while (small != 0) [large, small] = [small, arithmetic.remainder(large, small)];
  return isExact(a) && isExact(b) ? large : Number(large);
};

const multiple: Binary = (a, b) =>
  a == 0 || b == 0 ? 0 : absolute(arithmetic.multiply(a, arithmetic.quotient(b, divisor(a, b))));

const floorQuotient: Binary = (a, b) => arithmetic.quotient(arithmetic.subtract(a, arithmetic.modulo(a, b)), b);

const exact = (a: Numeric): Numeric => {
  if (isExact(a)) return a;
  if (!Number.isInteger(a)) throw outOfRange(`${formatNumber(a)} is not an integer`);
  return arithmetic.normal(BigInt(a));
};

// Every double is a fraction of a power of two.
const fractionOf = (number: Numeric): readonly [numerator: Numeric, denominator: Numeric] => {
  let whole = number;
  let doublings = 0;
  for (; isRational(whole) && !isInteger(whole); whole = arithmetic.add(whole, whole)) doublings += 1;
  return [exact(whole), arithmetic.power(2, doublings)];
};

const isRational = (value: Value): boolean => typeof value === 'bigint' || Number.isFinite(value);

const rootAndRest = (square: Numeric): MultipleValues => {
  if (square < 0) throw outOfRange(`${formatNumber(square)} is below 0`);
  const root = arithmetic.integerSquareRoot(square);
  return new MultipleValues([root, arithmetic.subtract(square, arithmetic.multiply(root, root))]);
};

// Logarithms to the bases that are exact where the quotient of two others is not.
const logarithm = (a: Numeric, base: Numeric = Math.E): number => {
  if (base === 2) return Math.log2(Number(a));
  return base === 10 ? Math.log10(Number(a)) : Math.log(Number(a)) / Math.log(Number(base));
};

export const numberPrimitives: readonly Definition[] = [
  define('+', 'n*', (args) => args.reduce(arithmetic.add, 0), sumCost),
  define('*', 'n*', (args) => args.reduce(arithmetic.multiply, 1), product),
  define('-', 'n+', inverted(0, arithmetic.subtract), sumCost),
  define('/', 'n+', inverted(1, arithmetic.divide), quadratic),
  define('% modulo', 'nn', arithmetic.modulo, each),
  define('** expt', 'nn', arithmetic.power, powered),
  compared('>', (a, b) => a > b),
  compared('<', (a, b) => a < b),
  compared('>=', (a, b) => a >= b),
  compared('<=', (a, b) => a <= b),
  unary('abs', absolute),
  define(
    'min',
    'n+',
    best((a, b) => a < b),
    linear,
  ),
  define(
    'max',
    'n+',
    best((a, b) => a > b),
    linear,
  ),
  divided('quotient truncate-quotient', arithmetic.quotient),
  divided('remainder truncate-remainder', arithmetic.remainder),
  divided('floor-quotient', floorQuotient),
  divided('floor-remainder', arithmetic.modulo),
  divided('floor/', (a, b) => new MultipleValues([floorQuotient(a, b), arithmetic.modulo(a, b)])),
  divided('truncate/', (a, b) => new MultipleValues([arithmetic.quotient(a, b), arithmetic.remainder(a, b)])),
  define('gcd', 'z*', (args) => args.reduce(divisor, 0), quadratic),
  define('lcm', 'z*', (args) => args.reduce(multiple, 1), product),
  rounded('floor', Math.floor),
  rounded('ceiling', Math.ceil),
  rounded('truncate', Math.trunc),
  unary('round', arithmetic.roundEven),
  unary('numerator', (a) => fractionOf(a)[0]),
  unary('denominator', (a) => fractionOf(a)[1]),
  unary('square', (a) => arithmetic.multiply(a, a)),
  unary('sqrt', arithmetic.squareRoot),
  define('exact-integer-sqrt', 'z', rootAndRest, each),
  define('log', 'n?n', (a, base) => logarithm(a, base) + 0),
  ...(['exp', 'sin', 'cos', 'tan', 'asin', 'acos'] as const).map((name) =>
    unary(name, (a) => Math[name](Number(a)) + 0),
  ),
  define('atan', 'n?n', (y, x = 1) => Math.atan2(Number(y), Number(x)) + 0),
  unary('exact inexact->exact', exact),
  unary('inexact exact->inexact', Number),
  predicate('number? complex? real?', arithmetic.isNumeric),
  predicate('rational?', isRational),
  predicate('integer?', isInteger),
  predicate('exact-integer?', (value) => isInteger(value) && isExact(value)),
  unary('exact?', isExact),
  unary('inexact?', (a) => !isExact(a)),
  unary('finite?', isRational),
  unary('infinite?', (a) => a === Infinity || a === -Infinity),
  unary('nan?', Number.isNaN),
  unary('zero?', (a) => a === 0),
  unary('positive?', (a) => a > 0),
  unary('negative?', (a) => a < 0),
  define('odd?', 'z', (a) => arithmetic.modulo(a, 2) === 1, each),
  define('even?', 'z', (a) => arithmetic.modulo(a, 2) === 0, each),
  define('number->string', 'n?r', formatNumber, (a: Value) => words(a) ** 2 - 1),
  define(
    'string->number',
    's?r',
    (text, base) => parseNumeral(text, base) ?? false,
    (text: Value) => sizeOf(text) + (sizeOf(text) >> 3) ** 2,
  ),
];
