import { type Value } from '../data/values.js';
import { Closure } from '../machine/procedures.js';

// Capabilities: what the embedding program lets an actor do outside. Inside there is the name alone, in the body of a
// procedure; the function stays with the system, beside the actor. So a procedure that is sent to another actor, or
// written down with a state, gives nobody what was not given to them.

/** What a capability is given behind the arguments of the program. */
export interface HostCallContext {
  /** Fires when nobody waits for the answer any more: the actor has ended, or there is no time left. */
  readonly signal: AbortSignal;
}

/** What the host does. It gives data, or a promise of it, or an observable whose first value it is. */
export type CapabilityFunction = (...args: never[]) => unknown;

/** A function, or one that has to answer within so many milliseconds. */
export type Capability =
  CapabilityFunction | { readonly call: CapabilityFunction; readonly within?: number | undefined };

/** A capability as it was checked. */
export interface Granted {
  readonly call: CapabilityFunction;
  readonly within: number | null;
}

/** What an actor may call, by name; null for nothing. */
export type Grants = ReadonlyMap<string, Granted> | null;

/** What the procedure of a capability does with the list of its arguments. */
export const bodyOf = (name: string): readonly unknown[] => [
  'OP_CONSTANT',
  name,
  'OP_GET_LOCAL',
  0,
  'OP_HOST_CALL',
  'OP_ANSWER',
];

/** The name of the capability that a procedure calls; null for any other value. */
export const capabilityNamed = (value: Value): string | null => {
  if (!(value instanceof Closure)) return null;
  const { words } = value.code;
  const name = words[1];
  if (typeof name !== 'string' || words.length !== bodyOf(name).length) return null;
  return bodyOf(name).every((word, index) => word === words[index]) ? name : null;
};
