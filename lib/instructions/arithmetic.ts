import { VMError } from '../data/error.js';
import * as numbers from '../data/numbers.js';
import { type Numeric, words } from '../data/numbers.js';
import { summary } from '../data/printer.js';
import { type Value } from '../data/values.js';
import { afford } from '../machine/execute.js';
import { type Execute, type Instruction } from '../machine/instruction.js';
import { type Stack } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
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
): Row => {
  const end = ending(general, cost);
  return step(2, 1, (state, instruction) => {
    const stack = need(state, 2);
    const { top: a } = stack.below as Stack;
    const { top: b } = stack;
    return end(state, instruction, stack, typeof a === 'number' && typeof b === 'number' ? quick(a, b) + 0 : NaN);
  });
};

// Gives the result of the short path, where it is in range, or goes the general way.
const ending =
  (general: (a: Numeric, b: Numeric) => Numeric, cost: Cost) =>
  (state: VMState, { next }: Instruction, stack: Stack, result: number): VMState => {
    const below = stack.below as Stack;
    if (result <= limit && result >= -limit) return give(state, next, below.below as Stack, result);
    const a = numeric(below.top as Value);
    const b = numeric(stack.top as Value);
    const paid = afford(state, cost(a, b) - 1);
    return give(paid, next, below.below as Stack, general(a, b));
  };

// What is done most has a function of its own, which the engine fits to it.
const endSum = /* @__PURE__ */ ending(numbers.add, linear);
const endDifference = /* @__PURE__ */ ending(numbers.subtract, linear);

const add: Execute = (state, instruction) => {
  const stack = need(state, 2);
  const { top: a } = stack.below as Stack;
  const { top: b } = stack;
  return endSum(state, instruction, stack, typeof a === 'number' && typeof b === 'number' ? a + b + 0 : NaN);
};

const subtract: Execute = (state, instruction) => {
  const stack = need(state, 2);
  const { top: a } = stack.below as Stack;
  const { top: b } = stack;
  return endDifference(state, instruction, stack, typeof a === 'number' && typeof b === 'number' ? a - b + 0 : NaN);
};

// NaN is in no range: what the short path cannot do goes the general way.
const remainder = (a: number, b: number): number => (a >= 0 && b > 0 ? a % b : NaN);

const negate: Execute = (state, { next }) => {
  const stack = need(state, 1);
  const top = numeric(stack.top as Value);
  const paid = afford(state, words(top) - 1);
  return give(paid, next, stack.below as Stack, numbers.subtract(0, top));
};

export const arithmeticRows = (): Rows => ({
  OP_ADD: step(2, 1, add),
  OP_SUBTRACT: step(2, 1, subtract),
  OP_MULTIPLY: arithmetic((a, b) => a * b, numbers.multiply, quadratic),
  OP_DIVIDE: arithmetic((a, b) => a / b, numbers.divide, quadratic),
  OP_NEGATE: step(1, 1, negate),
  OP_MODULO: arithmetic(remainder, numbers.modulo, quadratic),
  OP_POWER: arithmetic(numbers.smallPower, numbers.power, powered),
});
