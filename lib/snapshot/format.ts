import { VMError } from '../data/error.js';
import { type Json } from '../data/json.js';
import { type Value } from '../data/values.js';
import { type Code, type CodeJson } from '../machine/code.js';
import { type Inventory } from '../machine/store.js';
import { type VMState } from '../machine/state.js';
import { type Instruction } from '../machine/instruction.js';

// A snapshot: the state of an actor as plain JSON. Whatever has parts is an entry of one table, in which everything comes
// after what it is made of and refers to that by number; so sharing is kept, nothing nests, and reading takes one pass.

export const formatVersion = 1;

/** An entry of the table, or a reference to one: an object with one telling key. */
export type Tagged = Readonly<Record<string, Json>>;

/** A store: its inventory, and the cells in use, in order; a cell without a value is `{"empty":true}`. */
export interface StoredStore {
  readonly end: number;
  readonly free: readonly (readonly [number, number])[];
  readonly allocated: number;
  readonly visited: number;
  readonly cells: readonly Json[];
}

/** A body, or the code of a message, with references for the values and bodies among its words. */
export type StoredCode = Omit<CodeJson, 'body'> & { readonly isBody: boolean; readonly words: readonly Json[] };

export interface StoredState {
  readonly control: Json;
  readonly stack: readonly Json[];
  readonly locals: readonly Json[];
  readonly closure: Json;
  readonly frame: Json;
  readonly dynamic: Json;
  readonly fuel: Json;
  readonly outbox: readonly Json[];
  readonly variables: readonly (readonly [string, Json])[];
  readonly store: StoredStore;
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
  /** Messages committed and messages received. */
  readonly position: number;
  readonly received: number;
  readonly entries: readonly Tagged[];
  /** Contents of cells without an address, by the number of their entry: they may be circular. */
  readonly contents: readonly (readonly [number, Json])[];
  readonly state: StoredState;
  /** The state before the running message, to which a fault goes back; null between messages. */
  readonly base: StoredState | null;
}

/** What an entry is written with. */
export interface Writer {
  /** A value: itself, or a reference to its entry. */
  readonly value: (value: Value | undefined) => Json;
  readonly values: (values: readonly Value[]) => Json;
  readonly code: (code: Code) => Json;
  readonly control: (instruction: Instruction | null) => Json;
}

/** What an entry is read with. Everything faults for what it is not. */
export interface Reader {
  readonly value: (json: unknown) => Value;
  readonly values: (json: unknown) => Value[];
  readonly code: (json: unknown) => Code;
  /** The code of a procedure. */
  readonly body: (json: unknown) => Code;
  readonly control: (json: unknown) => Instruction | null;
  readonly text: (json: unknown) => string;
  readonly count: (json: unknown) => number;
  readonly flag: (json: unknown) => boolean;
  readonly list: (json: unknown) => readonly unknown[];
  /** A value of a class. */
  readonly one: <T>(Kind: abstract new (...args: never[]) => T, json: unknown) => T;
}

export const refuse = (detail: string): never => {
  throw new VMError('misuse', `this snapshot cannot be read: ${detail}`);
};

/** The addresses of the cells in use, in order. */
export function* addressesIn({ end, free }: Inventory): IterableIterator<number> {
  const ranges = [...free, [end, end] as const].sort(([a], [b]) => a - b);
  let address = 0;
  for (const [from, to] of ranges) {
    for (; address < from; address += 1) yield address;
    address = Math.max(address, to);
  }
}
