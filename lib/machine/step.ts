import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { counted } from './host.js';
import { type Instruction } from './instruction.js';
import { Stack } from './stack.js';
import { VMState } from './state.js';

// What the steps of the machine are made of. The engine inlines these; an instruction still allocates one state and at
// most one cell of the stack.

/** Where control goes: null is the end of a message. */
type Control = Instruction | null;

/** The stack of the state. Faults: `stack-underflow` when it holds fewer values. */
export const need = ({ stack }: VMState, count: number): Stack => {
  if (stack.length < count) throw underflow(count, stack);
  return stack;
};

const underflow = (needed: number, stack: Stack): VMError =>
  new VMError('stack-underflow', `it needs ${counted(needed, 'value')}, and the stack holds ${stack.length}`);

/** Goes on with another stack; so much fuel is spent, whether the slice holds it or not. */
export const go = (state: VMState, control: Control, stack: Stack, cost = 1): VMState =>
  new VMState(control, stack, state.locals, state.closure, state.frame, state.gas - cost, state.world);

/** Goes on with a value pushed on a stack. */
export const give = (state: VMState, control: Control, below: Stack, value: Value, cost?: number): VMState =>
  go(state, control, new Stack(value, below, below.length + 1), cost);
