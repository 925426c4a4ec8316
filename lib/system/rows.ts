import { type Value } from '../data/values.js';
import { type Row, step } from '../instructions/row.js';
import { afford } from '../machine/execute.js';
import { drop, Stack, topmost } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { need } from '../machine/step.js';
import { leave } from '../machine/transfer.js';
import { type Act, acting, type Wait, waiting } from './effects.js';

// The two kinds of instructions with which programs ask something of the system.

/** What an instruction pops, the deepest first. */
export type Args = readonly Value[];

/** An instruction that has something done and gives a value at once. What it is given leaves the actor, and is paid for. */
export const act = (pops: number, of: (args: Args, state: VMState) => readonly [Act, Value]): Row =>
  step(pops, 1, (state, instruction) => {
    const stack = need(state, pops);
    const below = drop(stack, pops);
    const { values, cost } = leave(state, topmost(stack, pops));
    const [wanted, value] = of(values, state);
    return acting(afford(state, cost), instruction, new Stack(value, below, below.length + 1), wanted);
  });

/** An instruction whose program waits for what the system answers. */
export const wait = (pops: number, of: (args: Args, state: VMState) => Wait): Row =>
  step(pops, 1, (state, instruction) => {
    const stack = need(state, pops);
    const { values, cost } = leave(state, topmost(stack, pops));
    return waiting(afford(state, cost), instruction, drop(stack, pops), of(values, state));
  });
