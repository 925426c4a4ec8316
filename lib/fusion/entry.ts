import { type Value } from '../data/values.js';
import { type Execute, Instruction } from '../machine/instruction.js';
import { type Closure } from '../machine/procedures.js';

/** Fused code: given registers it gives the value of the procedure, or `stopped`. The room is how deep calls may go. */
export type Run = (registers: object, room: number, closure: Closure | null, ...values: Value[]) => Value;

/** The instruction that stands where fused code begins, and runs it. */
export class Entry extends Instruction {
  constructor(
    execute: Execute,
    /** What it stands for. */
    readonly plain: Instruction,
    readonly run: Run,
    /** How many values of the stack it starts with, of those that were there before. */
    readonly needs: number,
    /** How many locals. */
    readonly arity: number,
  ) {
    super(execute, plain.opcode, plain.operand, plain.code, plain.offset);
    this.next = plain.next;
    this.target = plain.target;
  }
}
