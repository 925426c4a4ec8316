import { type Value } from '../data/values.js';
import { defineAll } from '../machine/helpers.js';
import { demand, demandOneOf } from '../machine/host.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Library } from '../machine/library.js';
import { defaultLimits, type Limits } from '../machine/limits.js';
import { type OnFault } from '../machine/turn.js';
import { VMState } from '../machine/state.js';
import { variablesOn } from '../machine/variables.js';
import { type SliceScheduler } from '../stream/macrotask.js';
import { type Overflow } from '../stream/line.js';

// What an actor can be told when it is made, and what it makes of it.

/** Options of an actor; those it does not know are ignored. */
export interface ActorOptions {
  /** The instruction set: of a `VMActor` the standard one, of an `Actor` an empty one by default. */
  readonly instructions?: InstructionSet | undefined;
  /** Variables of the initial state, by name. */
  readonly variables?: Readonly<Record<string, Value>> | ReadonlyMap<string, Value> | undefined;
  /** Fuel of one message; short for `limits.fuel`. */
  readonly fuel?: number | undefined;
  /** Fuel a message spends before the event loop gets its turn; 250,000 by default. */
  readonly slice?: number | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** What a fault does: `stop` the actor (default), `resume` from before the message, or `restart` from the initial state. */
  readonly onFault?: OnFault | undefined;
  /** Who gives the turn back between two slices; a macrotask by default. */
  readonly scheduler?: SliceScheduler | undefined;
  readonly mailbox?: { readonly capacity?: number | undefined; readonly overflow?: Overflow | undefined } | undefined;
  /** Whether hot code is made fast; it is, unless this is false, and means the same. */
  readonly fusion?: boolean | undefined;
  /** A state to start from, instead of an empty one: how an actor is forked. */
  readonly state?: VMState | undefined;
}

const checkPositive = (name: string, value: unknown): void => {
  demand(typeof value === 'number' && value > 0, `${name} is a number above 0`);
};

/** The limits with `fuel` among them. Faults: `misuse`. */
export const limitsOf = ({ limits, fuel }: ActorOptions, otherwise: Limits = defaultLimits): Limits => {
  const given = { ...limits, fuel: fuel ?? limits?.fuel };
  const all = Object.entries(otherwise).map(([name, usual]: [string, number]): [string, number] => {
    const limit = given[name as keyof Limits] ?? usual;
    checkPositive(`the limit of ${name}`, limit);
    return [name, limit];
  });
  return Object.fromEntries(all) as unknown as Limits;
};

export const sliceOf = ({ slice }: ActorOptions, otherwise: number): number => {
  const fuel = slice ?? otherwise;
  checkPositive('slice', fuel);
  return Math.max(1, fuel);
};

export const onFaultOf = ({ onFault = 'stop' }: ActorOptions): OnFault => {
  demandOneOf('onFault', onFault, ['stop', 'resume', 'restart']);
  return onFault;
};

/** The state to start from: the one that is given, with the limits that are given, or an empty one. Faults: `misuse`. */
export const initialState = (options: ActorOptions, base: Library): VMState => {
  const { state = VMState.initial({ variables: variablesOn(base) }), variables } = options;
  demand(state instanceof VMState, 'state is a VMState');
  demand(state.control === null, 'the state is running');
  const limits = limitsOf(options, state.world.limits);
  return withVariables(state.withWorld({ limits, fault: undefined }), variables);
};

// The state with these variables too. Faults: `type-error`.
const withVariables = (state: VMState, given: ActorOptions['variables']): VMState => {
  if (given === undefined) return state;
  return defineAll(state, [...(given instanceof Map ? given : Object.entries(given))] as [string, unknown][]);
};
