import { VMError } from '../data/error.js';
import { isExact, isNumeric, normal, type Numeric, words } from '../data/numbers.js';
import { type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import { primitive, sumCost, variadic, wrongType } from './define.js';

// Integers as bits: in two's complement, with as many as are needed.

const integerOf = (name: string, value: Value): Numeric => {
  if (!isNumeric(value) || !isExact(value)) throw wrongType(name, 'an exact integer', value);
  return value;
};

const combining = (name: string, unit: bigint, combine: (a: bigint, b: bigint) => bigint): Primitive =>
  variadic(
    name,
    0,
    (args) => normal(args.reduce<bigint>((sum, arg) => combine(sum, BigInt(integerOf(name, arg))), unit)),
    sumCost,
  );

const mostBits = 2 ** 26;

const shift = (value: Value, by: Value): Numeric => {
  const bits = BigInt(integerOf('arithmetic-shift', value));
  const places = integerOf('arithmetic-shift', by);
  if (places > mostBits) throw new VMError('out-of-range', `arithmetic-shift: more than ${mostBits} bits`);
  return normal(bits << BigInt(places));
};

const shiftCost = (value: Value, by: Value): number =>
  words(value) + (isNumeric(by) && by > 0 && value !== 0 ? Number(by) / 64 : 0);

export const bitPrimitives: readonly Primitive[] = [
  combining('bitwise-and', -1n, (a, b) => a & b),
  combining('bitwise-or', 0n, (a, b) => a | b),
  combining('bitwise-xor', 0n, (a, b) => a ^ b),
  primitive(
    'bitwise-not',
    1,
    (value: Value) => normal(~BigInt(integerOf('bitwise-not', value))),
    (value: Value) => words(value),
  ),
  primitive('arithmetic-shift', 2, shift, shiftCost),
];
