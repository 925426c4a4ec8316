import { VMError } from '../data/error.js';
import { type Json } from '../data/json.js';
import { type VMState } from '../machine/state.js';

// A snapshot: the state of an actor as plain JSON. Whatever has parts is an entry of one table, in which everything comes
// after what it is made of and refers to that by number; so sharing is kept, nothing nests, and reading takes one pass.
//
// A value is itself, its tagged form, {"ref":number of an entry}, or {"library":name} or {"host":name}. It is never an
// array, which is what stands where something may be no value.

export const formatVersion = 1;

/** An entry of the table: under the name of its shape, its fields in order. */
export type Entry = Readonly<Record<string, Json>>;

/** A machine at rest, or in the middle of a message. */
export interface StoredState {
  /** Where it stands, as the frame that goes on there. */
  readonly frame: Json;
  readonly dynamic: Json;
  readonly fuel: Json;
  /** Messages committed. */
  readonly position: number;
  /** Texts that are printed, and messages that are sent: a word that is no value is an array of its JSON as text. */
  readonly outbox: Json;
  /** Names and values. */
  readonly variables: Json;
  /** What the cells hold, in order: `[]` for a cell without a value, `[n]` for so many that are free. */
  readonly cells: Json;
  readonly allocated: number;
  readonly visited: number;
}

/** What a snapshot stands for. */
export interface Restored {
  readonly state: VMState;
  /** The state before the running message; null when there is none. */
  readonly base: VMState | null;
  /** How many messages have taken their turn. */
  readonly received: number;
}

/** What `snapshot()` gives and `restore` takes. */
export interface Snapshot {
  readonly format: number;
  /** The instructions its code is made of, and their operands: what the set that goes on with it must have. */
  readonly instructions: Readonly<Record<string, string>>;
  readonly received: number;
  readonly entries: readonly Entry[];
  /** Cells without an address, and what they hold: they may be circular. */
  readonly contents: readonly Json[];
  readonly state: StoredState;
  /** The state before the running message, to which a fault goes back; null between messages. */
  readonly base: StoredState | null;
}

export const refuse = (detail: string): never => {
  throw new VMError('misuse', `this snapshot cannot be read: ${detail}`);
};

/** What is read is not what it should be. */
export const refuseOther = (what: string): never => refuse(`${what} is not what it should be`);
