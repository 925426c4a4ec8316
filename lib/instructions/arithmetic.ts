import { VMError } from '../data/error.js';
import * as numbers from '../data/numbers.js';
import { type Numeric, words } from '../data/numbers.js';
import { summary } from '../data/printer.js';
import { type Value } from '../data/values.js';
import { afford } from '../machine/execute.js';
import { type Execute } from '../machine/instruction.js';
import { type Stack } from '../machine/stack.js';
import { give, need } from '../machine/step.js';
import { type Row, type Rows, step } from './row.js';

// Arithmetic. Numbers take a short path; bigints cost in proportion to their size, and it is charged before it is done.
//
//   … a b   →   … (a op b)

const limit = Number.MAX_SAFE_INTEGER;

/** The value as a number. Faults: `type-error`. */
export const numeric = (value: Value): Numeric => {
  if (!numbers.isNumeric(value)) throw new VMError('type-error', `${summary(value)} is not a number`);
  return value;
};

type Cost = (a: Numeric, b: Numeric) => number;

const linear: Cost = (a, b) => words(a) + words(b) - 1;
const quadratic: Cost = (a, b) => Math.ceil((words(a) * words(b)) / 8) + linear(a, b);
const powered: Cost = (base, exponent) => {
  const size = numbers.powerWords(base, exponent);
  return size + Math.ceil((size * size) / 8);
};

// The doubles' own result is right while it is of a safe integer's size. Adding 0 makes negative zero zero.
const arithmetic = (
  quick: (a: number, b: number) => number,
  general: (a: Numeric, b: Numeric) => Numeric,
  cost: Cost,
): Row =>
  step(2, 1, (state, { next }) => {
    const stack = need(state, 2);
    const below = stack.below as Stack;
    const a = below.top as Value;
    const b = stack.top as Value;
    if (typeof a === 'number' && typeof b === 'number') {
      const result = quick(a, b) + 0;
      if (result <= limit && result >= -limit) return give(state, next, below.below as Stack, result);
    }
    const paid = afford(state, cost(numeric(a), numeric(b)) - 1);
    return give(paid, next, below.below as Stack, general(a as Numeric, b as Numeric));
  });

// NaN is in no range: what the short path cannot do goes the general way.
const remainder = (a: number, b: number): number => (a >= 0 && b > 0 ? a % b : NaN);

const negate: Execute = (state, { next }) => {
  const stack = need(state, 1);
  const top = numeric(stack.top as Value);
  const paid = afford(state, words(top) - 1);
  return give(paid, next, stack.below as Stack, numbers.subtract(0, top));
};

export const arithmeticRows = (): Rows => ({
  OP_ADD: arithmetic((a, b) => a + b, numbers.add, linear),
  OP_SUBTRACT: arithmetic((a, b) => a - b, numbers.subtract, linear),
  OP_MULTIPLY: arithmetic((a, b) => a * b, numbers.multiply, quadratic),
  OP_DIVIDE: arithmetic((a, b) => a / b, numbers.divide, quadratic),
  OP_NEGATE: step(1, 1, negate),
  OP_MODULO: arithmetic(remainder, numbers.modulo, quadratic),
  OP_POWER: arithmetic(numbers.smallPower, numbers.power, powered),
});
