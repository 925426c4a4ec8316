import { type Value } from '../data/values.js';
import { type Code } from './code.js';
import { type VMState } from './state.js';

// An instruction as the machine runs it: decoded once, linked to the next one, so that control is a single reference.

/** One step of the machine: it advances, charges fuel, and may throw a fault. */
export type Execute = (state: VMState, instruction: Instruction) => VMState;

/** A pure message handler. It says nothing of positions; the machine advances for it. It signals failure by throwing. */
export interface Handler {
  (state: VMState, ...operands: never[]): VMState;
  /** How the machine runs it in one step; absent on handlers written by users. */
  readonly execute?: Execute;
  /** What a lifted handler computes, and from how many values. */
  readonly lifted?: Lifted;
}

export interface Lifted {
  readonly arity: 0 | 1 | 2;
  readonly apply: (...args: Value[]) => Value;
}

export class Instruction {
  /** The instruction after this one; null at the end of a message. */
  next: Instruction | null = null;
  /** Where a jump leads; null for the end of a message. */
  target: Instruction | null = null;
  #joined: Execute;

  constructor(
    /** Runs it alone. */
    readonly execute: Execute,
    readonly opcode: string,
    /** The first operand as the machine wants it: a value, an index, a reference, a code. */
    readonly operand: unknown,
    readonly code: Code,
    /** Where it stands in the words of its code. */
    readonly offset: number,
  ) {
    this.#joined = execute;
  }

  /** Runs it, and with it as many behind it as have been joined to it. */
  get joined(): Execute {
    return this.#joined;
  }

  set joined(execute: Execute) {
    this.#joined = execute;
  }
}
