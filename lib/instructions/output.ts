import { display, format } from '../data/printer.js';
import { list, type Value } from '../data/values.js';
import { withEffect } from '../machine/effects.js';
import { afford } from '../machine/execute.js';
import { type Execute } from '../machine/instruction.js';
import { drop, type Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { need } from '../machine/step.js';
import { type Row, step } from './row.js';

// Output. A text goes into the outbox and costs what it is long; it is given to `output$` when the message commits.

const printing =
  (textOf: (stack: Stack, budget: number) => string, needs: number, pops: number): Execute =>
  (state, { next }) => {
    const stack = need(state, needs);
    const text = textOf(stack, state.fuel * 8);
    const { locals, closure, frame, gas, world } = afford(state, text.length >> 3);
    const printed = withEffect(world, { type: 'print', text });
    return new VMState(next, drop(stack, pops), locals, closure, frame, gas - 1, printed);
  };

const topText = (stack: Stack, budget: number): string => display(stack.top as Value, budget);
const stackText = (stack: Stack, budget: number): string =>
  stack.length === 0 ? '()' : format(list(stack.toArray()), true, budget);

export const outputRows: Readonly<Record<string, Row>> = {
  OP_PRINT: step('prints the top and keeps it', printing(topText, 1, 0), { pops: 1, pushes: 1 }),
  OP_DISPLAY: step('prints the top and drops it, as a part of a line', printing(topText, 1, 1), { pops: 1, pushes: 0 }),
  OP_PRINT_STACK: step('prints the stack, bottom to top, and keeps it', printing(stackText, 0, 0), {
    pops: 0,
    pushes: 0,
  }),
};
