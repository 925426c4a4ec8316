import { type Lifted } from '../machine/instruction.js';
import { type Message } from '../machine/message.js';
import { type Reduce } from './reducer.js';

// What is known of instructions, each looked at once, so that a message that is one of them need not be decoded.

/** What is known of an instruction that is a message by itself. */
export class Known {
  constructor(
    readonly opcode: string,
    /** How many words it is. */
    readonly length: number,
    /** The message, decoded once, where it has no operands. */
    readonly message: Message | null,
    /** What it computes, where that is all it does and it costs 1. */
    readonly lifted: Lifted | null,
    readonly reduce: Reduce | null,
  ) {}
}

/** Instructions by opcode, the one that was asked for last at hand. */
export class Instructions {
  readonly #all = new Map<unknown, Known>();
  #last: Known | null = null;

  get(opcode: unknown): Known | undefined {
    const last = this.#last;
    if (last !== null && last.opcode === opcode) return last;
    const found = this.#all.get(opcode);
    if (found !== undefined) this.#last = found;
    return found;
  }

  add(known: Known): void {
    this.#all.set(known.opcode, known);
  }
}
