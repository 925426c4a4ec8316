import { VMError, located } from '../data/error.js';
import { Failed, outOfFuel, supply } from './execute.js';
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

/**
 * Runs until the message ends or its gas is spent: `slice` units of fuel, unless it has some already. A watcher is told
 * of every instruction.
 */
export const run = (state: VMState, slice: number, watch: Watch | null = null): VMState => {
  let current = state;
  let isSupplied = current.gas > 0 || current.control === null;
  for (;;) {
    try {
      if (!isSupplied) current = supply(current, slice);
      isSupplied = true;
      let { control } = current;
      if (watch === null) {
        while (control !== null && current.gas > 0) {
          current = control.joined(current, control);
          control = current.control;
        }
      } else {
        while (control !== null && current.gas > 0) {
          const before = seal(current);
          current = seal(control.execute(before, control));
          if (current.fuel < 0) break;
          watch({ opcode: control.opcode, operands: operandsOf(control), before, after: current });
          control = current.control;
        }
      }
      return finish(current);
    } catch (thrown) {
      current = caught(current, thrown);
      if (current.world.fault !== undefined) return current;
    }
  }
};

type Watch = (event: Omit<TraceEvent, 'position'>) => void;

// Code without a loop or a call can push no more than it is long, so the limit is looked at in those and at the end.
// Where there is more to do and nothing left to spend, no further slice could help; the last instruction may have cost
// more than there was.
const finish = (state: VMState): VMState => {
  const { control, fuel, stack, world } = state;
  if (fuel < 0 || (fuel === 0 && control !== null)) throw outOfFuel(state);
  if (control === null && stack.length > world.limits.stack) throw stackLimit(state);
  return state;
};

const operandsOf = ({ code, offset, opcode }: Instruction): readonly unknown[] =>
  code.operandsAt(offset, code.instructions.get(opcode)?.operands.length ?? 0);

// A fault goes to whoever handles it, or into the state.
const caught = (current: VMState, thrown: unknown): VMState => {
  const [state, cause] = thrown instanceof Failed ? [thrown.state, thrown.cause] : [current, thrown];
  const { control } = state;
  const fault = machineFault(cause);
  if (control === null) return state.withWorld({ fault });
  const placed = located(fault, { opcode: control.opcode, ...control.code.placeAt(control.offset) });
  try {
    return state.world.dynamic?.rescue(state, control, placed) ?? state.withWorld({ fault: placed });
  } catch (again) {
    return state.withWorld({ fault: located(machineFault(again), placed) });
  }
};

// What the engine itself refuses (a string or an integer beyond its size) is out of range for the program.
const machineFault = (thrown: unknown): VMError => {
  if (thrown instanceof RangeError) return new VMError('out-of-range', thrown.message, {}, { cause: thrown });
  return hostFault(thrown);
};
