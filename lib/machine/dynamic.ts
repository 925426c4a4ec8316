import { type FaultCode } from '../data/faults.js';
import { type VMError } from '../data/error.js';
import { ErrorObject } from '../data/objects.js';
import { emptyList, isValue, ObjectValue, type Value } from '../data/values.js';
import { apply } from './call.js';
import { afford } from './execute.js';
import { type Instruction } from './instruction.js';
import { type Closure } from './procedures.js';
import { type Rescuer, type VMState } from './state.js';
import { attach, leave } from './transfer.js';

// What belongs to a continuation beside its frames: who catches what is raised, what is to be done on the way out, the
// values of parameters. The library makes and reads it.

const reserved = 1000;

// What it costs to catch a fault, which the engine takes its time to make.
const perRescue = 100;

/** The dynamic environment of a running continuation. */
export class Dynamic extends ObjectValue implements Rescuer {
  constructor(
    /** Is called with what was raised, where it was raised; nil while nobody handles it. */
    readonly catcher: Closure | null,
    /** Handlers, innermost first. */
    readonly handlers: Value,
    /** What to do on the way out and in again, innermost first. */
    readonly winds: Value,
    /** Values of parameters, innermost first. */
    readonly parameters: Value,
    /** A handler is running: it may use the room that is kept for it. */
    readonly isHandling: boolean,
    /** Is called with what a continuation that has other winds goes on with; nil while there never was one. */
    readonly rewinder: Closure | null,
  ) {
    super();
  }

  override get parts(): readonly Value[] {
    return [this.catcher, this.handlers, this.winds, this.parameters, this.rewinder];
  }

  override withParts(parts: readonly Value[]): Dynamic {
    type Parts = readonly [Closure | null, Value, Value, Value, Closure | null];
    const [catcher, handlers, winds, parameters, rewinder] = parts as Parts;
    return new Dynamic(catcher, handlers, winds, parameters, this.isHandling, rewinder);
  }

  // So that running out of room can be handled.
  get room(): number {
    return this.isHandling ? reserved : 0;
  }

  /** Calls who catches the fault of an instruction, in its place; null when nobody does. */
  rescue(state: VMState, instruction: Instruction, fault: VMError): VMState | null {
    const { catcher, handlers, winds, parameters, rewinder } = this;
    if (catcher === null || final.has(fault.code)) return null;
    const dynamic = new Dynamic(catcher, handlers, winds, parameters, true, rewinder);
    const entered = attach(afford(state.withWorld({ dynamic }), perRescue), [raisedBy(fault)]);
    return apply(entered.state, instruction, catcher, [...entered.values], state.stack, false);
  }
}

// What no program may catch: it would go on with nothing left to go on with.
const final: ReadonlySet<FaultCode> = new Set<FaultCode>(['out-of-fuel', 'store-limit']);

/** Whether the fault carries what a program raised. */
export const isRaised = (fault: VMError): fault is VMError & { readonly cause: Value } =>
  fault.cause instanceof ErrorObject || (fault.code === 'user-raised' && isValue(fault.cause));

/** The cause of a fault as it may leave: nil in place of what costs more to copy than there is fuel left. */
export const causeOutside = (fault: VMError, state: VMState): unknown => {
  if (!isRaised(fault)) return fault.cause;
  try {
    return leave(state, [fault.cause]).values[0];
  } catch {
    return null;
  }
};

// What the program raised, or the fault as an error object.
const raisedBy = (fault: VMError): Value => {
  const { code, detail, opcode, line, column } = fault;
  const place = { opcode, line, column };
  if (!isRaised(fault)) return new ErrorObject(code, detail, emptyList, place);
  const { cause } = fault;
  return cause instanceof ErrorObject ? cause.at(place) : cause;
};
