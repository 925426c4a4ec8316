import { type Value } from '../data/values.js';
import { type Code } from '../machine/code.js';
import { Instruction } from '../machine/instruction.js';
import { type Closure } from '../machine/procedures.js';
import { type VMState } from '../machine/state.js';

/** Fused code: given registers it gives the value of the procedure, or `stopped`. The room is how deep calls may go. */
export type Run = (registers: object, room: number, closure: Closure | null, ...values: Value[]) => Value;

/** Runs it, without an array of the values where there are few. */
export const runEach = (
  run: Run,
  registers: object,
  room: number,
  closure: Closure | null,
  values: readonly Value[],
): Value => {
  if (values.length === 1) return run(registers, room, closure, values[0] as Value);
  if (values.length === 2) return run(registers, room, closure, values[0] as Value, values[1] as Value);
  if (values.length === 3)
    return run(registers, room, closure, values[0] as Value, values[1] as Value, values[2] as Value);
  return run(registers, room, closure, ...values);
};

/** Where fused code is entered. */
export class Entry {
  /** What stands in the place of the plain one, and runs the function: an instruction of the same shape as all others. */
  readonly instruction: Instruction;

  constructor(
    enter: (state: VMState, entry: Entry) => VMState,
    readonly plain: Instruction,
    readonly run: Run,
    /** How many values of the stack it starts with, of those that were there before. */
    readonly needs: number,
    /** How many locals. */
    readonly arity: number,
  ) {
    const { opcode, operand, code, offset, next, target } = plain;
    this.instruction = new Instruction((state) => enter(state, this), opcode, operand, code, offset);
    this.instruction.next = next;
    this.instruction.target = target;
  }

  get code(): Code {
    return this.plain.code;
  }
}
