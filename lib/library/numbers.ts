import { VMError } from '../data/error.js';
import { parseNumeral } from '../data/numerals.js';
import * as arithmetic from '../data/numbers.js';
import { formatNumber, isExact, isInteger, type Numeric, powerWords, words } from '../data/numbers.js';
import { MultipleValues } from '../data/objects.js';
import { type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import { bitPrimitives } from './bits.js';
import {
  comparing,
  indexOf,
  numberOf,
  predicate,
  primitive,
  stringOf,
  sumCost,
  textCost,
  variadic,
  wrongType,
} from './define.js';
import { fractionOf, simplest } from './fractions.js';

// Numbers. The operators are here a second time as procedures, for where they are passed to others.

// What bigints cost; safe integers and doubles cost nothing more than the call. What is sure to be too much is not
// counted to its end.
const excess = (args: readonly Value[], budget: number): number => {
  let sum = 0;
  for (const arg of args) {
    if (sum > budget) break;
    sum += typeof arg === 'bigint' ? words(arg) : 0;
  }
  return sum;
};
const linear = (args: readonly Value[], budget: number): number => (args.length >> 2) + excess(args, budget);
const quadratic = (args: readonly Value[], budget: number): number => (args.length >> 2) + excess(args, budget) ** 2;
// A product of many small integers is a large one.
const product = (args: readonly Value[], budget: number): number =>
  Math.floor((args.length + excess(args, budget)) ** 2 / 16);
const each = (...args: readonly Value[]): number => quadratic(args, Infinity);
const powered = (base: Value, exponent: Value): number =>
  arithmetic.isNumeric(base) && arithmetic.isNumeric(exponent) ? powerWords(base, exponent) ** 2 - 1 : 0;

type Binary = (a: Numeric, b: Numeric) => Numeric;

type Cost = (args: readonly Value[], budget: number) => number;

const folded = (name: string, unit: number, combine: Binary, cost: Cost, check = numberOf): Primitive =>
  variadic(name, 0, (args) => args.reduce<Numeric>((sum, arg) => combine(sum, check(name, arg)), unit), cost);

// (- a) and (/ a) combine with the unit; (- a b c) from the left.
const inverted = (name: string, unit: number, combine: Binary, cost: Cost): Primitive =>
  variadic(
    name,
    1,
    (args) => {
      const numbers = args.map((arg) => numberOf(name, arg));
      return numbers.length === 1 ? combine(unit, numbers[0] as Numeric) : numbers.reduce(combine);
    },
    cost,
  );

const compared = (name: string, relation: (a: Numeric, b: Numeric) => boolean): Primitive =>
  comparing(name, numberOf, relation, linear);

const binary = (name: string, combine: (a: Numeric, b: Numeric) => Value, fuel = each): Primitive =>
  primitive(name, 2, (a: Value, b: Value) => combine(numberOf(name, a), numberOf(name, b)), fuel);

const unary = (name: string, compute: (a: Numeric) => Value): Primitive =>
  primitive(name, 1, (a: Value) => compute(numberOf(name, a)), each);

const inexact = (name: string, compute: (a: number) => number): Primitive => unary(name, (a) => compute(Number(a)) + 0);

const integerOf = (name: string, value: Value): Numeric => {
  if (!isInteger(value)) throw wrongType(name, 'an integer', value);
  return value;
};

const divided = (name: string, combine: (a: Numeric, b: Numeric) => Value): Primitive =>
  primitive(name, 2, (a: Value, b: Value) => combine(integerOf(name, a), integerOf(name, b)), each);

const best = (name: string, isBetter: (a: Numeric, b: Numeric) => boolean): Primitive =>
  variadic(
    name,
    1,
    (args) => {
      const numbers = args.map((arg) => numberOf(name, arg));
      return numbers.reduce((best, number) => (Number.isNaN(number) || isBetter(number, best) ? number : best));
    },
    linear,
  );

const absolute = (a: Numeric): Numeric => (a < 0 ? arithmetic.subtract(0, a) : a);

const divisor = (a: Numeric, b: Numeric): Numeric => {
  let [large, small] = [absolute(a), absolute(b)];
  while (small != 0) [large, small] = [small, arithmetic.remainder(large, small)];
  return large;
};

const multiple = (a: Numeric, b: Numeric): Numeric =>
  a == 0 || b == 0 ? 0 : absolute(arithmetic.multiply(a, arithmetic.quotient(b, divisor(a, b))));

const floorQuotient: Binary = (a, b) => arithmetic.quotient(arithmetic.subtract(a, arithmetic.modulo(a, b)), b);

const rounded = (name: string, round: (a: number) => number): Primitive =>
  unary(name, (a) => (typeof a === 'bigint' ? a : round(a) + 0));

const exact = (a: Numeric): Numeric => {
  if (isExact(a)) return a;
  if (!Number.isInteger(a)) throw new VMError('out-of-range', `exact: ${formatNumber(a)} is not an integer`);
  return arithmetic.normal(BigInt(a));
};

const isRational = (value: Value): boolean => typeof value === 'bigint' || Number.isFinite(value);

const rootAndRest = (value: Value): MultipleValues => {
  const square = integerOf('exact-integer-sqrt', value);
  if (square < 0) throw new VMError('out-of-range', `exact-integer-sqrt: ${formatNumber(square)} is below 0`);
  const root = arithmetic.integerSquareRoot(square);
  return new MultipleValues([root, arithmetic.subtract(square, arithmetic.multiply(root, root))]);
};

// Logarithms to the bases that are exact where the quotient of two others is not.
const logarithm = (a: Numeric, base: Numeric): number => {
  if (base === 2) return Math.log2(Number(a));
  return base === 10 ? Math.log10(Number(a)) : Math.log(Number(a)) / Math.log(Number(base));
};

const baseOf = (name: string, base: Value): number => {
  const number = indexOf(name, base);
  if (![2, 8, 10, 16].includes(number))
    throw new VMError('out-of-range', `${name}: the base is 2, 8, 10 or 16, not ${number}`);
  return number;
};

const aliases = (names: readonly string[], make: (name: string) => Primitive): Primitive[] => names.map(make);

export const numberPrimitives: readonly Primitive[] = [
  folded('+', 0, arithmetic.add, sumCost),
  folded('*', 1, arithmetic.multiply, product),
  inverted('-', 0, arithmetic.subtract, sumCost),
  inverted('/', 1, arithmetic.divide, quadratic),
  binary('%', arithmetic.modulo),
  binary('**', arithmetic.power, powered),
  compared('>', (a, b) => a > b),
  compared('<', (a, b) => a < b),
  compared('>=', (a, b) => a >= b),
  compared('<=', (a, b) => a <= b),
  ...aliases(['abs', 'magnitude'], (name) => unary(name, absolute)),
  best('min', (a, b) => a < b),
  best('max', (a, b) => a > b),
  ...aliases(['quotient', 'truncate-quotient'], (name) => divided(name, arithmetic.quotient)),
  ...aliases(['remainder', 'truncate-remainder'], (name) => divided(name, arithmetic.remainder)),
  binary('modulo', arithmetic.modulo),
  divided('floor-quotient', floorQuotient),
  divided('floor-remainder', arithmetic.modulo),
  divided('floor/', (a, b) => new MultipleValues([floorQuotient(a, b), arithmetic.modulo(a, b)])),
  divided('truncate/', (a, b) => new MultipleValues([arithmetic.quotient(a, b), arithmetic.remainder(a, b)])),
  folded('gcd', 0, divisor, quadratic, integerOf),
  folded('lcm', 1, multiple, product, integerOf),
  rounded('floor', Math.floor),
  rounded('ceiling', Math.ceil),
  rounded('truncate', Math.trunc),
  unary('round', arithmetic.roundEven),
  unary('numerator', (a) => fractionOf('numerator', a)[0]),
  unary('denominator', (a) => fractionOf('denominator', a)[1]),
  binary('rationalize', (a, within) =>
    simplest(arithmetic.subtract(a, absolute(within)), arithmetic.add(a, absolute(within))),
  ),
  unary('square', (a) => arithmetic.multiply(a, a)),
  unary('sqrt', arithmetic.squareRoot),
  primitive('exact-integer-sqrt', 1, rootAndRest, each),
  binary('expt', arithmetic.power, powered),
  inexact('exp', Math.exp),
  primitive(
    'log',
    [1, 2],
    (a: Value, base: Value = Math.E) => logarithm(numberOf('log', a), numberOf('log', base)) + 0,
  ),
  inexact('sin', Math.sin),
  inexact('cos', Math.cos),
  inexact('tan', Math.tan),
  inexact('asin', Math.asin),
  inexact('acos', Math.acos),
  primitive('atan', [1, 2], (y: Value, x?: Value) => {
    const rise = Number(numberOf('atan', y));
    return (x === undefined ? Math.atan(rise) : Math.atan2(rise, Number(numberOf('atan', x)))) + 0;
  }),
  ...aliases(['exact', 'inexact->exact'], (name) => unary(name, exact)),
  ...aliases(['inexact', 'exact->inexact'], (name) => unary(name, (a) => Number(a))),
  ...aliases(['number?', 'complex?', 'real?'], (name) => predicate(name, arithmetic.isNumeric)),
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
  unary('odd?', (a) => arithmetic.modulo(integerOf('odd?', a), 2) === 1),
  unary('even?', (a) => arithmetic.modulo(integerOf('even?', a), 2) === 0),
  primitive(
    'number->string',
    [1, 2],
    (a: Value, base: Value = 10) => formatNumber(numberOf('number->string', a), baseOf('number->string', base)),
    (a: Value) => words(a) ** 2 - 1,
  ),
  primitive(
    'string->number',
    [1, 2],
    (text: Value, base: Value = 10) =>
      parseNumeral(stringOf('string->number', text), baseOf('string->number', base)) ?? false,
    (text: Value) => textCost(text) + (textCost(text) >> 3) ** 2,
  ),
  ...bitPrimitives,
];
