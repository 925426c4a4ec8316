import { VMError, isVMError, located } from '../data/error.js';
import { outOfFuel, supply } from './execute.js';
import { hostFault } from './host.js';
import { type Instruction } from './instruction.js';
import { stackLimit } from './return.js';
import { seal, type VMState } from './state.js';

// The interpreter. It steps from state to state until the message ends, the slice is spent, or a fault comes. It never
// throws: a fault is in the state it gives.

/** One instruction as a watcher of `trace$` sees it. */
export interface TraceEvent {
  readonly opcode: string;
  readonly operands: readonly unknown[];
  readonly before: VMState;
  readonly after: VMState;
  /** Which message it belongs to, counted from 1. */
  readonly position: number;
}

/** Runs until the message ends or its gas is spent: `slice` units of fuel, unless it has some already. */
export const run = (state: VMState, slice: number): VMState => {
  let current = state;
  try {
    let { control } = current;
    if (control !== null && current.gas <= 0) current = supply(current, slice);
    while (control !== null && current.gas > 0) {
      current = control.execute(current, control);
      control = current.control;
    }
    return finish(current);
  } catch (thrown) {
    return faulted(current, thrown);
  }
};

/** The same, telling a watcher of every instruction. */
export const runTraced = (
  state: VMState,
  slice: number,
  watch: (event: Omit<TraceEvent, 'position'>) => void,
): VMState => {
  let current = state;
  try {
    if (current.control !== null && current.gas <= 0) current = supply(current, slice);
    while (current.control !== null && current.gas > 0) {
      const { control }: VMState = current;
      const before = seal(current);
      current = seal(control.execute(before, control));
      watch({ opcode: control.opcode, operands: operandsOf(control), before, after: current });
    }
    return finish(current);
  } catch (thrown) {
    return faulted(current, thrown);
  }
};

// Code without a loop or a call can push no more than it is long, so the limit is looked at in those and at the end.
// Where there is more to do and nothing left to spend, no further slice could help.
const finish = (state: VMState): VMState => {
  if (state.control !== null) {
    if (state.fuel <= 0) throw outOfFuel(state);
  } else if (state.stack.length > state.world.limits.stack) throw stackLimit(state);
  return state;
};

const operandsOf = ({ code, offset, opcode }: Instruction): readonly unknown[] =>
  code.operandsAt(offset, code.instructions.get(opcode)?.operands.length ?? 0);

const faulted = (state: VMState, thrown: unknown): VMState => {
  const { control } = state;
  const fault = machineFault(thrown);
  if (control === null) return state.withWorld({ fault });
  const place = control.code.placeAt(control.offset);
  return state.withWorld({ fault: located(fault, { opcode: control.opcode, ...place }) });
};

// What the engine itself refuses (a string or an integer beyond its size) is out of range for the program.
const machineFault = (thrown: unknown): VMError => {
  if (!isVMError(thrown) && thrown instanceof RangeError)
    return new VMError('out-of-range', thrown.message, {}, { cause: thrown });
  return hostFault(thrown);
};
