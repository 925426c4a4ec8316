import { isNumeric, normal, words } from '../data/numbers.js';
import { type Value } from '../data/values.js';
import { type Definition } from '../machine/library.js';
import { sumCost } from './costs.js';
import { define, atMost } from './define.js';

// Integers as bits: in two's complement, with as many as are needed.

const combining = (name: string, unit: bigint, combine: (a: bigint, b: bigint) => bigint): Definition =>
  define(name, 'x*', (integers) => normal(integers.reduce(combine, unit)), sumCost);

const mostBits = 2 ** 26;

export const bitPrimitives: readonly Definition[] = [
  combining('bitwise-and', -1n, (a, b) => a & b),
  combining('bitwise-or', 0n, (a, b) => a | b),
  combining('bitwise-xor', 0n, (a, b) => a ^ b),
  define('bitwise-not', 'x', (a) => normal(~a), words),
  define(
    'arithmetic-shift',
    'xx',
    (a, by) => {
      atMost(mostBits, Number(by), 'bits');
      return normal(a << by);
    },
    (a: Value, by: Value) => words(a) + (isNumeric(by) && by > 0 && a !== 0 ? Number(by) / 64 : 0),
  ),
];
