import { compareStructure } from '../data/equal.js';
import { VMError } from '../data/error.js';
import { isNumeric, type Numeric } from '../data/numbers.js';
import { summary } from '../data/printer.js';
import { type Value } from '../data/values.js';
import { underflow } from '../machine/call.js';
import { afford } from '../machine/execute.js';
import { type Execute } from '../machine/instruction.js';
import { Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { type Row, step } from './row.js';

// Comparison. Each pops b, then a, and pushes whether the relation holds. Order is for numbers only; equality compares
// structure and costs what it looks at.

const numeric = (value: Value): Numeric => {
  if (!isNumeric(value)) throw new VMError('type-error', `${summary(value)} is not a number`);
  return value;
};

const ordered = (relation: (a: Numeric, b: Numeric) => boolean): Execute => {
  return (state, instruction) => {
    const { stack } = state;
    if (stack.length < 2) throw underflow(2, stack);
    const below = stack.below as Stack;
    const result = relation(numeric(below.top as Value), numeric(stack.top as Value));
    return new VMState(
      instruction.next,
      new Stack(result, below.below, below.length),
      state.locals,
      state.closure,
      state.frame,
      state.gas - 1,
      state.world,
    );
  };
};

const equality = (holds: boolean): Execute => {
  return (state, instruction) => {
    const { stack } = state;
    if (stack.length < 2) throw underflow(2, stack);
    const below = stack.below as Stack;
    const a = below.top as Value;
    const b = stack.top as Value;
    let paid = state;
    let equal: boolean;
    if (typeof a === 'object' || typeof a === 'string') {
      const compared = compareStructure(a, b, state.fuel);
      paid = afford(state, compared.steps);
      equal = compared.equal === true;
    } else equal = a === b;
    const result = new Stack(equal === holds, below.below, below.length);
    return new VMState(instruction.next, result, paid.locals, paid.closure, paid.frame, paid.gas - 1, paid.world);
  };
};

const two = { pops: 2, pushes: 1 } as const;

export const comparisonRows: Readonly<Record<string, Row>> = {
  OP_GREATER: step('whether a > b', ordered((a, b) => a > b), two),
  OP_LESS: step('whether a < b', ordered((a, b) => a < b), two),
  OP_EQUAL: step('whether a and b have the same structure; NaN equals nothing', equality(true), two),
  OP_GREATER_EQUAL: step('whether a >= b', ordered((a, b) => a >= b), two),
  OP_LESS_EQUAL: step('whether a <= b', ordered((a, b) => a <= b), two),
  OP_NOT_EQUAL: step('whether a and b differ in structure', equality(false), two),
};
