import { format, formatCost, type Style } from '../data/printer.js';
import { list, type Value } from '../data/values.js';
import { contentsOf } from '../machine/contents.js';
import { withEffect } from '../machine/effects.js';
import { afford } from '../machine/execute.js';
import { type Execute, type Instruction } from '../machine/instruction.js';
import { type Stack } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { go, need } from '../machine/step.js';
import { type Row, type Rows, step } from './row.js';

// Output. A text goes into the outbox and costs what it takes; it is given to `output$` when the message commits.

// Nothing longer is made than the fuel left could pay for.
const printed = (state: VMState, value: Value, style: Style, next: Instruction | null, stack: Stack): VMState => {
  const isText = typeof value === 'string';
  const text = isText ? value : format(value, style, state.fuel, contentsOf(state.world.store));
  const paid = afford(state, formatCost(value, text));
  return go(paid, next, stack).inWorld(withEffect(paid.world, { type: 'print', text }));
};

const printing = (isKept: boolean): Row =>
  step(1, isKept ? 1 : 0, (state, { next }) => {
    const stack = need(state, 1);
    return printed(state, stack.top as Value, 'display', next, isKept ? stack : (stack.below as Stack));
  });

const printStack: Execute = (state, { next }) =>
  printed(state, list(state.stack.toArray()), 'write', next, state.stack);

export const outputRows = (): Rows => ({
  OP_PRINT: printing(true),
  OP_DISPLAY: printing(false),
  OP_PRINT_STACK: step(0, 0, printStack),
});
