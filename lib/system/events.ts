import { type VMError } from '../data/error.js';
import { type Value } from '../data/values.js';

// What happens in a system, as plain data: `docs/events.md` is made from what is said here of each event. Actors and
// references are named by their keys, so that two runs can be compared; messages and reasons are values, as they are.

/** What every event says. */
export interface Happening {
  /** The actor it is about, by its key. What is sent to nobody is about the name it was sent to. */
  readonly actor: string;
  /** How often the actor was restarted before. */
  readonly incarnation: number;
  /** How many commits the actor has made. */
  readonly position: number;
  /** Milliseconds, on the clock of the system. */
  readonly time: number;
}

/** An actor is there, and has done nothing yet. */
interface Spawned extends Happening {
  readonly type: 'spawned';
  /** Who spawned it; null from outside. */
  readonly parent: string | null;
}

/** A message was sent to the actor. */
interface Sent extends Happening {
  readonly type: 'message';
  /** Who sent it; null from outside. */
  readonly from: string | null;
  /** Code is run, a letter received, a notice comes from the system, a reply ends a call. */
  readonly kind: 'code' | 'letter' | 'notice' | 'reply';
  readonly message: unknown;
}

/** The actor began to run a message of code. */
interface Begun extends Happening {
  readonly type: 'begun';
  readonly from: string | null;
}

/** A message has been dealt with: code has run, a letter was received, a notice was taken back, a reply came in time. */
interface Handled extends Happening {
  readonly type: 'handled';
  readonly from: string | null;
}

/** The actor made what it did so far its state, at the end of a message or where it waits. */
interface Committed extends Happening {
  readonly type: 'committed';
  /** What it waits for, `receive`, `call`, `sleep` and so on; null at the end of a message. */
  readonly waitsFor: string | null;
}

/** The message that runs was rolled back to its last commit. */
interface Faulted extends Happening {
  readonly type: 'faulted';
  readonly fault: VMError;
}

/** The actor has ended. */
interface Exited extends Happening {
  readonly type: 'exited';
  readonly reason: Value;
}

/** The actor starts again, under the same name. */
interface Restarted extends Happening {
  readonly type: 'restarted';
  /** Why it had ended. */
  readonly reason: Value;
}

/** Two actors are linked. */
interface Linked extends Happening {
  readonly type: 'linked';
  readonly other: string;
}

/** A link was taken back. */
interface Unlinked extends Happening {
  readonly type: 'unlinked';
  readonly other: string;
}

/** The actor watches another. */
interface Monitored extends Happening {
  readonly type: 'monitored';
  readonly other: string;
  /** What names the watching. */
  readonly reference: string;
}

/** The actor watches another no longer. */
interface Demonitored extends Happening {
  readonly type: 'demonitored';
  readonly reference: string;
}

/** The actor got a name. */
interface Registered extends Happening {
  readonly type: 'registered';
  readonly name: string;
}

/** A name was taken from the actor, which lives on. */
interface Unregistered extends Happening {
  readonly type: 'unregistered';
  readonly name: string;
}

/** A timer of the actor changed. */
interface Timed extends Happening {
  readonly type: 'timer';
  readonly change: 'set' | 'fired' | 'cancelled';
  /** Timers are numbered in the order in which they are set. */
  readonly timer: number;
  /** When it fires. */
  readonly due: number;
}

/** The actor printed something. */
interface Printed extends Happening {
  readonly type: 'printed';
  readonly text: string;
}

/** Nobody handles a message that was sent to the actor. */
interface Dead extends Happening {
  readonly type: 'deadLetter';
  readonly from: string | null;
  readonly message: unknown;
  /** There is no such actor, it has ended, its mailbox is full, or the fault that the message ran into. */
  readonly reason: 'noproc' | 'ended' | 'overflow' | VMError;
}

/** The actor called a capability. */
interface HostCall extends Happening {
  readonly type: 'hostCall';
  readonly capability: string;
  /** Calls are numbered in the order in which they are made. */
  readonly call: number;
  /** A list. */
  readonly args: Value;
}

/** A capability answered, or failed. */
interface HostAnswer extends Happening {
  readonly type: 'hostAnswer';
  readonly capability: string;
  readonly call: number;
  /** Whether it answered; otherwise the value says why it failed. */
  readonly isAnswer: boolean;
  readonly value: Value;
}

/** Something that happened in a system of actors. */
export type SystemEvent =
  | Spawned
  | Sent
  | Begun
  | Handled
  | Committed
  | Faulted
  | Exited
  | Restarted
  | Linked
  | Unlinked
  | Monitored
  | Demonitored
  | Registered
  | Unregistered
  | Timed
  | Printed
  | Dead
  | HostCall
  | HostAnswer;

type Without<Event> = Event extends SystemEvent ? Omit<Event, keyof Happening> : never;

/** An event without what is known of its actor. */
export type Fact = Without<SystemEvent>;
