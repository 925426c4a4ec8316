import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Execute } from './instruction.js';
import { noLocals, VMState } from './state.js';
import { Stack } from './stack.js';

// Where control leaves a procedure or a message.

/** The end of a message: its values stay on the stack, everything else of it is gone. */
export const end: Execute = (state) => {
  const { stack, world } = state;
  if (stack.length > world.limits.stack) throw stackLimit(state);
  return new VMState(null, stack, noLocals, null, null, state.gas, world);
};

/** Gives the top to the caller, nil if there is none; at top level it ends the message. */
export const returnTop: Execute = (state, instruction) => {
  const { frame, stack } = state;
  const paid = state.gas - 1;
  if (frame === null) {
    const world = state.world;
    return end(new VMState(null, stack, noLocals, null, null, paid, world), instruction);
  }
  const result = stack.length === 0 ? null : (stack.top as Value);
  const below = frame.stack;
  return new VMState(
    frame.control,
    new Stack(result, below, below.length + 1),
    frame.locals,
    frame.closure,
    frame.below,
    paid,
    state.world,
  );
};

export const stackLimit = (state: VMState): VMError =>
  new VMError('stack-limit', `more than ${state.world.limits.stack} frames and operands are pending`);
