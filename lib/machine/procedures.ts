import { Procedure, type Value } from '../data/values.js';
import { type Code } from './code.js';

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
}

/** How a primitive is known to the documentation and to the machine. */
export interface PrimitiveSpec {
  /** The least and the most arguments; `Infinity` for any number. */
  readonly arity: readonly [least: number, most: number];
  /** What a call costs, one unit for the call itself apart: known before the work is done. */
  readonly fuel?: ((...args: Value[]) => number) | undefined;
  readonly doc?: string;
}

/** A library procedure written in TypeScript: values in, a value out, never a call back into the machine. */
export class Primitive extends Procedure {
  readonly least: number;
  readonly most: number;
  readonly cost: ((...args: Value[]) => number) | undefined;

  constructor(
    readonly name: string,
    readonly apply: (...args: Value[]) => Value,
    readonly spec: PrimitiveSpec,
    /** Whether it belongs to the embedding program: values leave the actor when it is called. */
    readonly isHost: boolean = false,
  ) {
    super();
    [this.least, this.most] = spec.arity;
    this.cost = spec.fuel;
  }
}
