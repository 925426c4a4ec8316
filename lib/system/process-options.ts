import { type InstructionSet } from '../machine/instruction-set.js';
import { type OnFault, type Turning } from '../machine/turn.js';
import { type Overflow } from '../stream/line.js';
import { type Grants } from './capabilities.js';
import { type Instructions } from './known.js';

// What many actors have in common.

/** What was said of an actor when it was made. */
export interface GivenOptions {
  readonly instructions: InstructionSet;
  readonly onFault: OnFault;
  readonly capacity: number;
  readonly overflow: Overflow;
  /** What it may ask of the host. */
  readonly capabilities: Grants;
}

/** The same, with what follows from it. */
export interface ProcessOptions extends GivenOptions {
  /** How its turns are run. */
  readonly turns: Turning;
  /** What is known of messages of one instruction, by opcode. */
  readonly known: Instructions;
  /** All actors of its system. */
  readonly home: object;
}
