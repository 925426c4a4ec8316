import { Pair, type Value } from '../data/values.js';
import { answer, checkArity } from '../machine/call.js';
import { Dynamic } from '../machine/dynamic.js';
import { afford } from '../machine/execute.js';
import { type Call, Operation } from '../machine/procedures.js';
import { type VMState } from '../machine/state.js';

// Parameters: procedures whose value belongs to the running continuation.

/** A parameter: called without arguments, it gives its value in the dynamic environment, or else its first one. */
export class Parameter extends Operation {
  readonly name: string = 'parameter';
  readonly least: number = 0;
  readonly most: number = 0;

  constructor(
    readonly initial: Value,
    /** What makes a value of this parameter of what it is given; `#f` for nothing. */
    readonly converter: Value,
  ) {
    super();
  }

  override get parts(): readonly Value[] {
    return [this.initial, this.converter];
  }

  override withParts([initial, converter]: readonly [Value, Value]): Parameter {
    return new Parameter(initial, converter);
  }

  enter(call: Call): VMState {
    checkArity(this, call.args.length);
    const { value, steps } = this.lookup(call.state);
    return answer({ ...call, state: afford(call.state, steps) }, value);
  }

  /** The value in a state, and how many others were looked at. */
  lookup({ world: { dynamic } }: VMState): { readonly value: Value; readonly steps: number } {
    let rest = dynamic instanceof Dynamic ? dynamic.parameters : null;
    let steps = 0;
    for (; rest instanceof Pair; rest = rest.cdr) {
      const bound = rest.car;
      if (bound instanceof Pair && bound.car === this) return { value: bound.cdr, steps };
      steps += 1;
    }
    return { value: this.initial, steps };
  }
}
