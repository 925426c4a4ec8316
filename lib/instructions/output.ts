import { display, format } from '../data/printer.js';
import { list, type Value } from '../data/values.js';
import { contentsOf } from '../machine/contents.js';
import { withEffect } from '../machine/effects.js';
import { afford } from '../machine/execute.js';
import { type Execute, type Instruction } from '../machine/instruction.js';
import { type Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { need } from '../machine/step.js';
import { type Row, type Rows, step } from './row.js';

// Output. A text goes into the outbox and costs what it is long; it is given to `output$` when the message commits.

const printed = (state: VMState, text: string, next: Instruction | null, stack: Stack): VMState => {
  const { locals, closure, frame, gas, world } = text.length < 8 ? state : afford(state, text.length >> 3);
  return new VMState(next, stack, locals, closure, frame, gas - 1, withEffect(world, { type: 'print', text }));
};

// Nothing longer is made than the fuel left could pay for.
const textOf = (value: Value, state: VMState): string =>
  typeof value === 'string' ? value : display(value, state.fuel * 8, contentsOf(state.world.store));

const printing = (isKept: boolean): Row =>
  step(1, isKept ? 1 : 0, (state, { next }) => {
    const stack = need(state, 1);
    return printed(state, textOf(stack.top as Value, state), next, isKept ? stack : (stack.below as Stack));
  });

const printStack: Execute = (state, { next }) => {
  const { stack } = state;
  const text =
    stack.length === 0 ? '()' : format(list(stack.toArray()), 'write', state.fuel * 8, contentsOf(state.world.store));
  return printed(state, text, next, stack);
};

export const outputRows: Rows = {
  OP_PRINT: printing(true),
  OP_DISPLAY: printing(false),
  OP_PRINT_STACK: step(0, 0, printStack),
};
