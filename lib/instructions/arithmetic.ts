import { VMError } from '../data/error.js';
import * as numbers from '../data/numbers.js';
import { type Numeric } from '../data/numbers.js';
import { summary } from '../data/printer.js';
import { type Value } from '../data/values.js';
import { underflow } from '../machine/call.js';
import { afford } from '../machine/execute.js';
import { type Execute } from '../machine/instruction.js';
import { Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { type Row, step } from './row.js';

// Arithmetic. Numbers take a short path; bigints cost in proportion to their size, and it is charged before it is done.
//
//   … a b   →   … (a op b)

const limit = Number.MAX_SAFE_INTEGER;

const numeric = (value: Value): Numeric => {
  if (!numbers.isNumeric(value)) throw new VMError('type-error', `${summary(value)} is not a number`);
  return value;
};

type Cost = (a: Numeric, b: Numeric) => number;

const linear: Cost = (a, b) => numbers.words(a) + numbers.words(b) - 1;
const quadratic: Cost = (a, b) => Math.ceil((numbers.words(a) * numbers.words(b)) / 8) + linear(a, b);
const powered: Cost = (base, exponent) => {
  const size = numbers.powerWords(base, exponent);
  return size + Math.ceil((size * size) / 8);
};

// The doubles' own result is right while it is of a safe integer's size. Adding 0 makes negative zero zero.
const arithmetic = (
  quick: (a: number, b: number) => number,
  general: (a: Numeric, b: Numeric) => Numeric,
  cost: Cost,
): Execute => {
  return (state, instruction) => {
    const { stack } = state;
    if (stack.length < 2) throw underflow(2, stack);
    const below = stack.below as Stack;
    const a = below.top as Value;
    const b = stack.top as Value;
    if (typeof a === 'number' && typeof b === 'number') {
      const result = quick(a, b) + 0;
      if (result <= limit && result >= -limit) {
        return new VMState(
          instruction.next,
          new Stack(result, below.below, below.length),
          state.locals,
          state.closure,
          state.frame,
          state.gas - 1,
          state.world,
        );
      }
    }
    const paid = afford(state, cost(numeric(a), numeric(b)) - 1);
    const result = new Stack(general(a as Numeric, b as Numeric), below.below, below.length);
    return new VMState(instruction.next, result, paid.locals, paid.closure, paid.frame, paid.gas - 1, paid.world);
  };
};

// NaN is in no range: an operation without a short path goes the general way.
const none = (): number => NaN;

const negate: Execute = (state, instruction) => {
  const { stack } = state;
  if (stack.length < 1) throw underflow(1, stack);
  const top = numeric(stack.top as Value);
  const paid = typeof top === 'number' ? state : afford(state, numbers.words(top) - 1);
  const result = new Stack(numbers.subtract(0, top), stack.below, stack.length);
  return new VMState(instruction.next, result, paid.locals, paid.closure, paid.frame, paid.gas - 1, paid.world);
};

const two = { pops: 2, pushes: 1 } as const;

export const arithmeticRows: Readonly<Record<string, Row>> = {
  OP_ADD: step('a + b', arithmetic((a, b) => a + b, numbers.add, linear), two),
  OP_SUBTRACT: step('a - b', arithmetic((a, b) => a - b, numbers.subtract, linear), two),
  OP_MULTIPLY: step('a * b', arithmetic((a, b) => a * b, numbers.multiply, quadratic), two),
  OP_DIVIDE: step('a / b; exact where integers divide without a remainder', arithmetic((a, b) => a / b, numbers.divide, quadratic), two),
  OP_NEGATE: step('-a', negate, { pops: 1, pushes: 1 }),
  OP_MODULO: step('the remainder of a / b with the sign of b', arithmetic(none, numbers.modulo, quadratic), two),
  OP_POWER: step('a to the power of b', arithmetic(none, numbers.power, powered), two),
};
