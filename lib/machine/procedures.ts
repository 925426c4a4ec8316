import { noParts, Procedure, type Value } from '../data/values.js';
import { type Code } from './code.js';
import { type Instruction } from './instruction.js';
import { type Stack } from './stack.js';
import { type VMState } from './state.js';

// What can be called: closures of the language, and primitives written in TypeScript.

/** A procedure of the language: code, and the values it captured when it was made. */
export class Closure extends Procedure {
  constructor(
    readonly code: Code,
    readonly captured: readonly Value[],
  ) {
    super();
  }

  get name(): string {
    return this.code.name;
  }

  override get parts(): readonly Value[] {
    return this.captured.length === 0 ? noParts : this.captured;
  }

  override withParts(parts: readonly Value[]): Closure {
    return new Closure(this.code, parts);
  }
}

/** A procedure that sees the machine: it is called with the state, and says where that goes on. */
export abstract class Operation extends Procedure {
  abstract enter(call: Call): VMState;
}

/** A call, taken apart: the stack of the caller is without the procedure and its arguments. */
export interface Call {
  readonly state: VMState;
  readonly instruction: Instruction;
  readonly args: readonly Value[];
  readonly below: Stack;
  readonly isTail: boolean;
}

/** The least and the most arguments; `Infinity` for any number. */
export type Arity = readonly [least: number, most: number];

/** How a primitive is given its arguments: one by one, or all in an array, which has no limit. */
export type Passing = 'each' | 'all';

/** A procedure written in TypeScript: values in, a value out, never a call back into the machine. */
export class Primitive extends Procedure {
  readonly least: number;
  readonly most: number;

  constructor(
    readonly name: string,
    readonly apply: (...args: never[]) => Value,
    readonly cost: ((...args: never[]) => number) | undefined,
    [least, most]: Arity,
    readonly passing: Passing = 'each',
    /** Whether it belongs to the embedding program: values leave the actor when it is called. */
    readonly isHost = false,
  ) {
    super();
    this.least = least;
    this.most = most;
  }

  /** What a call costs beyond one unit, known before the work is done; no need to count far beyond `budget`. */
  costOf(args: readonly Value[], budget: number): number {
    if (this.cost === undefined) return 0;
    return this.passing === 'all' ? this.cost(args as never, budget as never) : this.cost(...(args as never[]));
  }

  compute(args: readonly Value[]): Value {
    if (this.passing === 'all') return this.apply(args as never);
    if (args.length === 1) return this.apply(args[0] as never);
    if (args.length === 2) return this.apply(args[0] as never, args[1] as never);
    return this.apply(...(args as never[]));
  }
}
