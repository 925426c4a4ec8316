import { type Instruction } from '../machine/instruction.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Entry, type Run } from './entry.js';
import { Waste } from './waste.js';

// What a code has become. Its calls read `arity`, `set` and `run`, which say nothing as long as it has not been fused.

export class FusedCode {
  entry: Entry | null = null;
  arity = -1;
  run: Run | null = null;
  /** Its loops, by the instruction that they go back to. */
  readonly #headers = new Map<Instruction, Header>();
  #last: Header | null = null;
  /** Whether only fused code calls it: the interpreter is done with it sooner than it is entered and left. */
  isShort = false;
  /** Whether it is made for operands of all kinds. */
  isGeneral = false;
  /** How often fused code called it before it was fused, weighed. */
  wanted = 0;
  /** How often it left an instruction to the interpreter. */
  misses = 0;
  /** Whether it is given up: it cannot be fused, or is no faster. */
  isGivenUp = false;
  readonly #waste = new Waste(40);

  constructor(readonly set: InstructionSet) {}

  /** The loop that goes back to an instruction; mostly it is that of the time before. */
  header(target: Instruction): Header {
    if (this.#last?.target === target) return this.#last;
    const header = this.#headers.get(target) ?? { target, heat: 0, entry: null };
    this.#headers.set(target, header);
    return (this.#last = header);
  }

  /** It left an instruction to the interpreter. */
  missed(): void {
    this.misses += 1;
    if (this.misses === mostMisses && !this.isGeneral) {
      this.isGeneral = true;
      this.drop();
    }
  }

  /** It was left after so much fuel was spent. */
  left(spent: number): void {
    if (!this.#waste.left(spent)) return;
    this.isGivenUp = true;
    this.drop();
  }

  /** From here on it is interpreted until it is hot again. */
  drop(): void {
    this.entry = null;
    this.arity = -1;
    this.run = null;
    this.#headers.clear();
    this.#last = null;
  }
}

/** A loop: how often it was gone back to, and what it has become. */
export interface Header {
  readonly target: Instruction;
  heat: number;
  entry: Entry | null;
}

const mostMisses = 64;
