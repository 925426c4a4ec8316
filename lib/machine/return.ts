import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Execute } from './instruction.js';
import { noLocals, VMState } from './state.js';
import { Stack } from './stack.js';

// Where control leaves a procedure or a message.

/** Gives the top to the caller, nil if there is none; at top level it ends the message. */
export const returnTop: Execute = (state) => {
  const { frame, stack } = state;
  const paid = state.gas - 1;
  if (frame === null) return new VMState(null, stack, noLocals, null, null, paid, state.world);
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
