import { type FaultPlace } from './error.js';
import { type FaultCode } from './faults.js';
import { ObjectValue, type Value } from './values.js';

// Small immutable values: what a program raises, what it gives several of, what ends an input, what a macro is.

const nowhere: FaultPlace = /* @__PURE__ */ Object.freeze({});

/** A failure as the language sees it: made by `error`, or from a fault of the machine. */
export class ErrorObject extends ObjectValue {
  constructor(
    readonly code: FaultCode,
    readonly message: Value,
    /** The values involved, a list. */
    readonly irritants: Value,
    /** Where it happened. */
    readonly place: FaultPlace = nowhere,
  ) {
    super();
  }

  override get parts(): readonly Value[] {
    return [this.message, this.irritants];
  }

  /** The same failure, which happened there unless it is known where. */
  at(place: FaultPlace): ErrorObject {
    return this.place === nowhere ? new ErrorObject(this.code, this.message, this.irritants, place) : this;
  }

  override withParts([message, irritants]: readonly [Value, Value]): ErrorObject {
    return new ErrorObject(this.code, message, irritants, this.place);
  }
}

/** Several values where one is given: what `values` makes of none, or of two and more. */
export class MultipleValues extends ObjectValue {
  constructor(readonly values: readonly Value[]) {
    super();
  }

  override get parts(): readonly Value[] {
    return this.values;
  }

  override withParts(parts: readonly Value[]): MultipleValues {
    return new MultipleValues(parts);
  }
}

/** The end of an input. There is one; see `endOfFile`. */
export class EndOfFile extends ObjectValue {
  override get kind(): string {
    return 'eof';
  }
}

export const endOfFile: EndOfFile = /* @__PURE__ */ new EndOfFile();

/** Syntax that was defined: how forms that start with its name are rewritten. It is no value of an expression. */
export class Macro extends ObjectValue {
  constructor(
    /** What it was defined as: `(syntax-rules (literal …) (pattern template) …)`. */
    readonly rules: Value,
    /** The library whose names its templates mean; nil at top level. */
    readonly library: Value = null,
  ) {
    super();
  }

  override get kind(): string {
    return 'syntax';
  }

  override get parts(): readonly Value[] {
    return [this.rules, this.library];
  }

  override withParts([rules, library]: readonly [Value, Value]): Macro {
    return new Macro(rules, library);
  }
}
