import type { Assembly } from './assembly.js';
import type { Lambda } from './node.js';
import type { Key } from './scope.js';

/** A local variable. Expansion finds out what is done to it; generation gives it a place. */
export class LocalVariable {
  readonly name: string;
  /** It is assigned, or read before its turn: it lives in a box. */
  isBoxed = false;
  /** Its turn is yet to come, in the body that defines it; inside the lambda it is bound to, it has come. */
  isPending = false;
  /** The lambda it is bound to for good: inside of it, the variable is the callee. */
  self: Lambda | undefined;
  /** The body that has a slot for it, and which one. */
  home: Assembly | undefined;
  slot = 0;

  constructor(readonly key: Key) {
    this.name = typeof key === 'string' ? key : key.name;
  }
}

/** The variable of a named `let`, or of a `do` or `while` that has no name. */
export class LoopVariable extends LocalVariable {
  /** Used for something else than going on with the loop: then the loop is a procedure. */
  escapes = false;
  /** Where its words start. */
  start = 0;

  constructor(
    key: Key,
    readonly parameters: readonly LocalVariable[],
  ) {
    super(key);
  }
}

/** The variables of a procedure, the last of them for all further arguments if it is `rest`. */
export interface Formals {
  readonly all: readonly LocalVariable[];
  readonly rest?: LocalVariable | undefined;
}
