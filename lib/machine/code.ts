import { type Place } from '../data/placed.js';
import { type Positions } from '../data/positions.js';
import { type Value } from '../data/values.js';
import { type Instruction } from './instruction.js';
import { type InstructionSet } from './instruction-set.js';

// Code as the machine runs it: decoded, verified and linked for one instruction set.

/** Where a closure finds a value to capture, at the moment it is made. */
export type Capture = readonly ['local', number] | readonly ['captured', number] | readonly ['callee'];

/** A procedure body as plain JSON: the operand of OP_CLOSURE. */
export interface CodeJson {
  readonly name: string;
  readonly params: readonly string[];
  readonly rest: string | null;
  /** How many locals the body uses, parameters included. */
  readonly locals: number;
  readonly captures: readonly Capture[];
  readonly body: readonly unknown[];
  readonly positions: Positions;
}

export class Code {
  /** The first instruction, null when there is none: set once, when decoding is done. */
  entry: Instruction | null = null;
  /** Whether the words may be somebody else's, which are never written. */
  isBorrowed = true;
  #heat = 0;
  #fused: unknown = null;
  #words: readonly unknown[] | (() => readonly unknown[]);

  constructor(
    readonly name: string,
    readonly params: readonly string[],
    readonly rest: string | null,
    readonly locals: number,
    readonly captures: readonly Capture[],
    words: readonly unknown[] | (() => readonly unknown[]),
    readonly positions: Positions,
    readonly instructions: InstructionSet,
    /** A message ends at its end; a body returns there. */
    readonly isBody: boolean,
  ) {
    this.#words = words;
  }

  /** Counts that it is run once more, and says how often it was. */
  heated(): number {
    return (this.#heat += 1);
  }

  /** What it was made since, by whoever makes hot code fast. */
  get fused(): unknown {
    return this.#fused;
  }

  set fused(made: unknown) {
    this.#fused = made;
  }

  /** The words, operands decoded: values instead of their tagged form, Code instead of bodies. */
  get words(): readonly unknown[] {
    if (typeof this.#words === 'function') this.#words = this.#words();
    return this.#words;
  }

  set words(words: readonly unknown[]) {
    this.#words = words;
  }

  operandsAt(offset: number, count: number): Value[] {
    return this.words.slice(offset + 1, offset + 1 + count) as Value[];
  }

  /** The place in the source of the instruction at an offset, where it is known. */
  placeAt(offset: number): Place | undefined {
    for (let i = 0; i < this.positions.length; i += 3) {
      if (this.positions[i] === offset) {
        return { line: this.positions[i + 1] as number, column: this.positions[i + 2] as number };
      }
    }
    return undefined;
  }
}
