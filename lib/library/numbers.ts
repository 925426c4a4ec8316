import { VMError } from '../data/error.js';
import * as arithmetic from '../data/numbers.js';
import { formatNumber, isExact, isInteger, type Numeric, parseNumber, powerWords, words } from '../data/numbers.js';
import { type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import { indexOf, numberOf, primitive, stringOf, textCost, variadic, wrongType } from './define.js';

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

const folded = (name: string, unit: number, doc: string, combine: Binary, cost: Cost): Primitive =>
  variadic(name, 0, doc, (args) => args.reduce<Numeric>((sum, arg) => combine(sum, numberOf(name, arg)), unit), cost);

// (- a) and (/ a) combine with the unit; (- a b c) from the left.
const inverted = (name: string, unit: number, doc: string, combine: Binary, cost: Cost): Primitive =>
  variadic(
    name,
    1,
    doc,
    (args) => {
      const numbers = args.map((arg) => numberOf(name, arg));
      return numbers.length === 1 ? combine(unit, numbers[0] as Numeric) : numbers.reduce(combine);
    },
    cost,
  );

const compared = (name: string, doc: string, relation: (a: Numeric, b: Numeric) => boolean): Primitive =>
  variadic(
    name,
    1,
    doc,
    (args) => {
      const numbers = args.map((arg) => numberOf(name, arg));
      return numbers.every((right, i) => i === 0 || relation(numbers[i - 1] as Numeric, right));
    },
    linear,
  );

const binary = (name: string, doc: string, combine: Binary, fuel: (a: Value, b: Value) => number = each): Primitive =>
  primitive(name, 2, doc, (a: Value, b: Value) => combine(numberOf(name, a), numberOf(name, b)), fuel);

const unary = (name: string, doc: string, compute: (a: Numeric) => Value): Primitive =>
  primitive(name, 1, doc, (a: Value) => compute(numberOf(name, a)), each);

const inexact = (name: string, doc: string, compute: (a: number) => number): Primitive =>
  unary(name, doc, (a) => compute(Number(a)) + 0);

const integerOf = (name: string, value: Numeric): Numeric => {
  if (!isInteger(value)) throw wrongType(name, 'an integer', value);
  return value;
};

const divided = (name: string, doc: string, combine: Binary): Primitive =>
  binary(name, doc, (a, b) => combine(integerOf(name, a), integerOf(name, b)));

const least = (name: string, doc: string, isBetter: (a: Numeric, b: Numeric) => boolean): Primitive =>
  variadic(
    name,
    1,
    doc,
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

const rounded = (name: string, doc: string, round: (a: number) => number): Primitive =>
  unary(name, doc, (a) => (typeof a === 'bigint' ? a : round(a) + 0));

const exact = (a: Numeric): Numeric => {
  if (isExact(a)) return a;
  if (!Number.isInteger(a)) throw new VMError('out-of-range', `exact: ${formatNumber(a)} is not an integer`);
  return arithmetic.normal(BigInt(a));
};

const baseOf = (name: string, base: Value): number => {
  const number = indexOf(name, base);
  if (![2, 8, 10, 16].includes(number))
    throw new VMError('out-of-range', `${name}: the base is 2, 8, 10 or 16, not ${number}`);
  return number;
};

export const numberPrimitives: readonly Primitive[] = [
  folded('+', 0, 'the sum of its arguments', arithmetic.add, linear),
  folded('*', 1, 'the product of its arguments', arithmetic.multiply, product),
  inverted('-', 0, 'the first less the others; of one, its negative', arithmetic.subtract, linear),
  inverted('/', 1, 'the first divided by the others; of one, its reciprocal', arithmetic.divide, quadratic),
  binary('%', 'the remainder with the sign of the divisor', arithmetic.modulo),
  binary('**', 'the first to the power of the second', arithmetic.power, powered),
  compared('>', 'whether each is greater than the next', (a, b) => a > b),
  compared('<', 'whether each is less than the next', (a, b) => a < b),
  compared('>=', 'whether each is at least the next', (a, b) => a >= b),
  compared('<=', 'whether each is at most the next', (a, b) => a <= b),
  unary('abs', 'the absolute value', absolute),
  least('min', 'the least of its arguments', (a, b) => a < b),
  least('max', 'the greatest of its arguments', (a, b) => a > b),
  divided('quotient', 'the integer quotient, rounded towards zero', arithmetic.quotient),
  divided('remainder', 'the remainder with the sign of the dividend', arithmetic.remainder),
  binary('modulo', 'the remainder with the sign of the divisor', arithmetic.modulo),
  divided('gcd', 'the greatest common divisor', divisor),
  divided('lcm', 'the least common multiple', multiple),
  rounded('floor', 'the greatest integer not above', Math.floor),
  rounded('ceiling', 'the least integer not below', Math.ceil),
  rounded('truncate', 'the integer part', Math.trunc),
  unary('round', 'the nearest integer, a half to the even one', arithmetic.roundEven),
  unary('square', 'the square', (a) => arithmetic.multiply(a, a)),
  unary('sqrt', 'the square root, exact where there is one', arithmetic.squareRoot),
  binary('expt', 'the first to the power of the second', arithmetic.power, powered),
  inexact('exp', 'e to the power', Math.exp),
  primitive(
    'log',
    [1, 2],
    'the natural logarithm, or that to a base',
    (a: Value, base?: Value) =>
      Math.log(Number(numberOf('log', a))) / (base === undefined ? 1 : Math.log(Number(numberOf('log', base)))) + 0,
  ),
  inexact('sin', 'the sine of an angle in radians', Math.sin),
  inexact('cos', 'the cosine of an angle in radians', Math.cos),
  inexact('tan', 'the tangent of an angle in radians', Math.tan),
  inexact('asin', 'the arc sine', Math.asin),
  inexact('acos', 'the arc cosine', Math.acos),
  primitive(
    'atan',
    [1, 2],
    'the arc tangent, of one number or of y and x',
    (y: Value, x?: Value) =>
      (x === undefined
        ? Math.atan(Number(numberOf('atan', y)))
        : Math.atan2(Number(numberOf('atan', y)), Number(numberOf('atan', x)))) + 0,
  ),
  unary('exact', 'the exact integer of an integral number', exact),
  unary('inexact', 'the nearest double', (a) => Number(a)),
  primitive('number?', 1, 'whether it is a number', (a: Value) => arithmetic.isNumeric(a)),
  primitive('integer?', 1, 'whether it is an integral number', (a: Value) => isInteger(a)),
  primitive('exact?', 1, 'whether it is an exact integer', (a: Value) => isExact(numberOf('exact?', a))),
  primitive(
    'inexact?',
    1,
    'whether it is a number that is no exact integer',
    (a: Value) => !isExact(numberOf('inexact?', a)),
  ),
  primitive('nan?', 1, 'whether it is no number in the sense of IEEE', (a: Value) => Number.isNaN(numberOf('nan?', a))),
  unary('zero?', 'whether it is zero', (a) => a === 0),
  unary('positive?', 'whether it is above zero', (a) => a > 0),
  unary('negative?', 'whether it is below zero', (a) => a < 0),
  unary('odd?', 'whether it is an odd integer', (a) => arithmetic.modulo(integerOf('odd?', a), 2) === 1),
  unary('even?', 'whether it is an even integer', (a) => arithmetic.modulo(integerOf('even?', a), 2) === 0),
  primitive(
    'number->string',
    [1, 2],
    'the number as text, in base 2, 8, 10 or 16',
    (a: Value, base: Value = 10) => formatNumber(numberOf('number->string', a), baseOf('number->string', base)),
    (a: Value) => words(a) ** 2 - 1,
  ),
  primitive(
    'string->number',
    [1, 2],
    'the number a text stands for, #f if none',
    (text: Value, base: Value = 10) =>
      parseNumber(stringOf('string->number', text), baseOf('string->number', base)) ?? false,
    (text: Value) => textCost(text) + (textCost(text) >> 3) ** 2,
  ),
];
