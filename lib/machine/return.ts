import { type VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { beyond } from './host.js';
import { type Execute } from './instruction.js';
import { type Frame, outside, VMState, type World } from './state.js';
import { Stack } from './stack.js';

// Where control leaves a procedure or a message.

/** Gives the top to the caller, nil if there is none; at top level it ends the message. */
export const returnTop: Execute = (state) => {
  const { frame, stack } = state;
  if (frame === null) return outside(null, stack, state.gas - 1, state.world);
  return resume(state, frame, stack.length === 0 ? null : (stack.top as Value), state.world);
};

/** Goes on with a frame, which gets a value; one unit of fuel is spent. */
export const resume = (state: VMState, frame: Frame, value: Value, world: World): VMState => {
  const below = frame.stack;
  const stack = new Stack(value, below, below.length + 1);
  return new VMState(frame.control, stack, frame.locals, frame.closure, frame.below, state.gas - 1, world);
};

export const stackLimit = (state: VMState): VMError =>
  beyond('stack-limit', state.world.limits.stack, 'frames and operands');
