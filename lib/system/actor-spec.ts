import { VMError } from '../data/error.js';
import { type SymbolValue, type Value } from '../data/values.js';
import { demand, wordText } from '../machine/host.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Limits } from '../machine/limits.js';
import { type Bytecode } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { type OnFault } from '../machine/turn.js';
import { type Overflow } from '../stream/line.js';
import { type Capability } from './capabilities.js';
import {
  type AutoShutdown,
  type Backoff,
  checkSupervisor,
  type CheckStart,
  type Restart,
  type Strategy,
} from './supervisor-check.js';

// What actors are made of, as the embedding program says it.

/** What an actor is made of. */
export interface ActorSpec {
  /** A program, which is its first message. */
  readonly source?: string | undefined;
  readonly bytecode?: Bytecode | undefined;
  /** The state it starts from; by default one with the library and nothing more. */
  readonly state?: VMState | undefined;
  /** Variables of the state it starts from, by name. */
  readonly variables?: Readonly<Record<string, Value>> | ReadonlyMap<string, Value> | undefined;
  /** What it may ask of the host, by the names of the procedures its programs call; those it spawns may ask the same. */
  readonly capabilities?: Readonly<Record<string, Capability>> | undefined;
  readonly name?: string | undefined;
  readonly instructions?: InstructionSet | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** What a fault does; `stop` ends the actor, and is the default. */
  readonly onFault?: OnFault | undefined;
  readonly mailbox?: MailboxSpec | undefined;
  /** It is a supervisor, and nothing else of this but its name counts; see `supervisor`. */
  readonly supervisor?: SupervisorSpec | undefined;
}

/** How messages wait. */
export interface MailboxSpec {
  /** How many may wait; a million by default. */
  readonly capacity?: number | undefined;
  /** Which one goes when one too many comes; the newest by default. */
  readonly overflow?: Overflow | undefined;
  /** Whether messages of higher priority go first; otherwise all are the same. */
  readonly priorities?: boolean | undefined;
}

/** What `spawn` takes: a program, bytecode, or all that may be said of an actor. */
export type Spawnable = string | Bytecode | ActorSpec;

/** A child of a supervisor. */
export interface ChildSpec {
  /** What it is called, which no other child of the supervisor is. */
  readonly id: string | number | SymbolValue;
  readonly start: Spawnable;
  /** When it is restarted: `permanent`, always, is the default; `transient`: when it fails; `temporary`: never. */
  readonly restart?: Restart | undefined;
  /** Milliseconds that it may take to end, 5000 by default, or `brutalKill`, or `infinity`, the default of supervisors. */
  readonly shutdown?: number | 'brutalKill' | 'infinity' | undefined;
  /** Whether the supervisor may end when the child does; see `autoShutdown`. */
  readonly significant?: boolean | undefined;
}

/** What a supervisor is told to be. */
export interface SupervisorSpec {
  /** Who is restarted with a child that fails: nobody else, which is the default, all, or those started after it. */
  readonly strategy?: Strategy | undefined;
  /** How many restarts within the period there may be; 1 by default. With one more the supervisor ends. */
  readonly intensity?: number | undefined;
  /** Milliseconds; 5000 by default. */
  readonly period?: number | undefined;
  /** Whether the supervisor ends when one, or the last, of its significant children ends by itself. */
  readonly autoShutdown?: AutoShutdown | undefined;
  readonly maxChildren?: number | undefined;
  /** Waits before a restart, longer with each that fails. */
  readonly backoff?: Backoff | undefined;
  readonly children?: readonly ChildSpec[] | undefined;
}

/** Whether something has fields that can be looked at. */
export const isObject = (given: unknown): boolean => typeof given === 'object' && given !== null;

/** What `spawn` was given, with the fields of an actor. Faults: `misuse`. */
export const specOf = (given: unknown): ActorSpec => {
  if (typeof given === 'string') return { source: given };
  demand(isObject(given), 'an actor is made of a program, bytecode or a specification');
  return Array.isArray(given) ? { bytecode: given as Bytecode } : (given as ActorSpec);
};

/** A child's start, checked together with what is inside of it. Faults: `misuse`. */
export const checkSpawnable: CheckStart<ActorSpec> = (given) => {
  if (typeof given !== 'string' && (typeof given !== 'object' || given === null))
    throw new VMError('misuse', `start of a child is a program, bytecode or a specification, not ${wordText(given)}`);
  const start = specOf(given);
  if (start.supervisor !== undefined) checkSupervisor(start.supervisor, checkSpawnable);
  return { start, isSupervisor: start.supervisor !== undefined };
};

/**
 * An actor that starts its children in order, restarts those that fail, and ends them in reverse. Faults: `misuse`, which
 * names the field that is wrong.
 *
 * @example
 * system.spawn(supervisor({ children: [{ id: 'counter', start: '(let loop ((n 0)) (receive (_ (loop (+ n 1)))))' }] }));
 */
export const supervisor = (spec: SupervisorSpec): ActorSpec => {
  checkSupervisor(spec, checkSpawnable);
  return { supervisor: spec };
};
