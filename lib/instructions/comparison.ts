import { compareStructure } from '../data/equal.js';
import { type Numeric } from '../data/numbers.js';
import { type Value } from '../data/values.js';
import { contentsOf } from '../machine/contents.js';
import { afford } from '../machine/execute.js';
import { beyond } from '../machine/host.js';
import { type Stack } from '../machine/stack.js';
import { give, need } from '../machine/step.js';
import { numeric } from './arithmetic.js';
import { type Row, type Rows, step } from './row.js';

// Comparison. Each pops b, then a, and pushes whether the relation holds. Order is for numbers only; equality compares
// structure and costs what it looks at.

// One instruction is not divided into slices, so what it may look at has a limit of its own.
const mostSteps = 2 ** 24;

const ordered = (relation: (a: Numeric, b: Numeric) => boolean): Row =>
  step(2, 1, (state, { next }) => {
    const stack = need(state, 2);
    const below = stack.below as Stack;
    const holds = relation(numeric(below.top as Value), numeric(stack.top as Value));
    return give(state, next, below.below as Stack, holds);
  });

const equality = (expected: boolean): Row =>
  step(2, 1, (state, { next }) => {
    const stack = need(state, 2);
    const below = stack.below as Stack;
    const a = below.top as Value;
    const b = stack.top as Value;
    let paid = state;
    let isEqual = a === b;
    if (typeof a !== 'number' || typeof b !== 'number') {
      const compared = compareStructure(a, b, Math.min(state.fuel, mostSteps), contentsOf(state.world.store));
      if (compared.steps > mostSteps) throw beyond('out-of-range', mostSteps, 'steps of comparing');
      paid = afford(state, compared.steps);
      isEqual = compared.equal === true;
    }
    return give(paid, next, below.below as Stack, isEqual === expected);
  });

export const comparisonRows = (): Rows => ({
  OP_GREATER: ordered((a, b) => a > b),
  OP_LESS: ordered((a, b) => a < b),
  OP_EQUAL: equality(true),
  OP_GREATER_EQUAL: ordered((a, b) => a >= b),
  OP_LESS_EQUAL: ordered((a, b) => a <= b),
  OP_NOT_EQUAL: equality(false),
});
