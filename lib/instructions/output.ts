import { display, format, formatCost } from '../data/printer.js';
import { list, type Value } from '../data/values.js';
import { contentsOf } from '../machine/contents.js';
import { withEffect } from '../machine/effects.js';
import { afford } from '../machine/execute.js';
import { type Execute, type Instruction } from '../machine/instruction.js';
import { type Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { need } from '../machine/step.js';
import { type Rows, step } from './row.js';

// Output. A text goes into the outbox and costs what it is long; it is given to `output$` when the message commits.

const printed = (state: VMState, text: string, cost: number, next: Instruction | null, stack: Stack): VMState => {
  const { locals, closure, frame, gas, world } = afford(state, cost);
  return new VMState(next, stack, locals, closure, frame, gas - 1, withEffect(world, { type: 'print', text }));
};

// Nothing longer is made than the fuel left could pay for.
const printTop = (state: VMState, next: Instruction | null, stack: Stack, below: Stack): VMState => {
  const top = stack.top as Value;
  const text = typeof top === 'string' ? top : display(top, state.fuel, contentsOf(state.world.store));
  return printed(state, text, formatCost(top, text), next, below);
};

const print: Execute = (state, { next }) => {
  const stack = need(state, 1);
  return printTop(state, next, stack, stack);
};

const displayTop: Execute = (state, { next }) => {
  const stack = need(state, 1);
  return printTop(state, next, stack, stack.below as Stack);
};

const printStack: Execute = (state, { next }) => {
  const { stack, fuel, world } = state;
  const all = list(stack.toArray());
  const text = format(all, 'write', fuel, contentsOf(world.store));
  return printed(state, text, formatCost(all, text), next, stack);
};

export const outputRows: Rows = {
  OP_PRINT: step(1, 1, print),
  OP_DISPLAY: step(1, 0, displayTop),
  OP_PRINT_STACK: step(0, 0, printStack),
};
