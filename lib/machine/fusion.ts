import { type Code } from './code.js';
import { type VMState, type World } from './state.js';
import { type Instruction } from './instruction.js';
import { type Load } from './message.js';

/**
 * Makes code that is run often fast. What it gives in place of an instruction does that one and as many behind it as it
 * can, and means the same.
 */
export interface Fusion {
  /** Where code that is called begins. */
  entry(code: Code, world: World): Instruction | null;
  /** Where a loop goes on that goes back to an instruction. */
  header(target: Instruction, state: Pick<VMState, 'locals' | 'world'>): Instruction;
  /** Makes code of the words of a message, which nobody else will change. */
  readonly load: Load;
}
