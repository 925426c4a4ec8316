import { Cell, Content } from './cells.js';
import { Character } from './character.js';
import { RecordValue } from './records.js';
import { Pair, Procedure, SymbolValue, type Value } from './values.js';

// Hash tables: references to entries that keep the order in which their keys came. Entries are a hash array mapped trie
// (Bagwell, Ideal Hash Trees, 2001): every version stays as it was, and shares all but one path with the next.

export class HashTable extends Cell {
  override get kind(): string {
    return 'hash-table';
  }
}

/** Whether two keys are the same, as the table sees it. */
export type SameKey = (a: Value, b: Value) => boolean;

/** A key with its value, and the entries with other keys of the same hash, newest first. */
class Entry {
  constructor(
    readonly key: Value,
    readonly value: Value,
    readonly hash: number,
    /** When the key came. */
    readonly order: number,
    readonly next: Entry | undefined,
  ) {}
}

// What some bits of a hash lead to: entries of one hash, or a node for the next bits.
type Slot = Entry | Node | undefined;
type Node = readonly Slot[];

const bits = 4;
const width = 2 ** bits;

const indexOf = (hash: number, shift: number): number => (hash >>> shift) % width;

const find = (root: Slot, hash: number, key: Value, isSame: SameKey): Entry | undefined => {
  let slot = root;
  for (let shift = 0; slot !== undefined && !(slot instanceof Entry); shift += bits) slot = slot[indexOf(hash, shift)];
  if (slot?.hash !== hash) return undefined;
  while (slot !== undefined && !isSame(slot.key, key)) slot = slot.next;
  return slot;
};

// The slot with another chain of entries for a hash; undefined when it is empty then.
const changed = (
  slot: Slot,
  hash: number,
  shift: number,
  change: (chain: Entry | undefined) => Entry | undefined,
): Slot => {
  if (slot === undefined || (slot instanceof Entry && slot.hash === hash)) return change(slot);
  const slots = slot instanceof Entry ? new Array<Slot>(width) : slot.slice();
  if (slot instanceof Entry) slots[indexOf(slot.hash, shift)] = slot;
  const index = indexOf(hash, shift);
  slots[index] = changed(slots[index], hash, shift + bits, change);
  return slots.some(Boolean) ? slots : undefined;
};

// Calls for each entry under a slot, in no order.
const visit = (slot: Slot, use: (entry: Entry) => unknown): void => {
  if (slot instanceof Entry)
    for (let entry: Entry | undefined = slot; entry !== undefined; entry = entry.next) use(entry);
  else for (const inner of slot ?? []) if (inner !== undefined) visit(inner, use);
};

// The chain without one of its entries; what comes behind it stays as it is.
const without = (chain: Entry | undefined, entry: Entry | undefined): Entry | undefined => {
  if (entry === undefined) return chain;
  const before: Entry[] = [];
  for (let rest = chain; rest !== undefined && rest !== entry; rest = rest.next) before.push(rest);
  return before.reduceRight<Entry | undefined>(
    (next, { key, value, hash, order }) => new Entry(key, value, hash, order, next),
    entry.next,
  );
};

/** The entries of a hash table. */
export class Entries extends Content {
  constructor(
    private readonly root: Slot,
    readonly size: number,
    private readonly next: number,
    /** Whether keys are the same by identity (`eqv?`), not by structure. */
    readonly isByIdentity: boolean,
  ) {
    super();
  }

  static none(isByIdentity: boolean): Entries {
    return new Entries(undefined, 0, 0, isByIdentity);
  }

  get weight(): number {
    return 2 * this.size;
  }

  /** Keys and values by turns, in order. */
  override get parts(): readonly Value[] {
    return this.pairs().flat();
  }

  /** Keys with their values, in order; of more than so many, any. */
  pairs(most: number = Infinity): (readonly [key: Value, value: Value])[] {
    const entries: Entry[] = [];
    visit(this.root, (entry) => entries.length < most && entries.push(entry));
    return entries.sort((a, b) => a.order - b.order).map(({ key, value }) => [key, value]);
  }

  override withParts(parts: readonly Value[]): Entries {
    return Entries.none(this.isByIdentity).withAll(parts);
  }

  /** The entries with keys and values by turns that are not among them. */
  withAll(parts: readonly Value[]): Entries {
    return parts.reduce<Entries>(
      (entries, key, i) => (i % 2 > 0 ? entries : entries.put(this.hash(key), key, parts[i + 1] as Value, undefined)),
      this,
    );
  }

  /** The key as it stands in the table, and its value. */
  find(key: Value, isSame: SameKey): { readonly key: Value; readonly value: Value } | undefined {
    return find(this.root, this.hash(key), key, isSame);
  }

  with(key: Value, value: Value, isSame: SameKey): Entries {
    const hash = this.hash(key);
    return this.put(hash, key, value, find(this.root, hash, key, isSame));
  }

  private put(hash: number, key: Value, value: Value, replaced: Entry | undefined): Entries {
    const entry = replaced ?? { key, order: this.next };
    const root = changed(
      this.root,
      hash,
      0,
      (chain) => new Entry(entry.key, value, hash, entry.order, without(chain, replaced)),
    );
    const added = replaced === undefined ? 1 : 0;
    return new Entries(root, this.size + added, this.next + added, this.isByIdentity);
  }

  without(key: Value, isSame: SameKey): Entries {
    const hash = this.hash(key);
    const entry = find(this.root, hash, key, isSame);
    if (entry === undefined) return this;
    const root = changed(this.root, hash, 0, (chain) => without(chain, entry));
    return new Entries(root, this.size - 1, this.next, this.isByIdentity);
  }

  private hash(key: Value): number {
    return hashOf(key, this.isByIdentity, 3);
  }
}

/** What finding a key in a table takes before it is compared: an eighth of the texts that its hash is made of. */
export const hashCost = (key: Value, depth = 3): number => {
  if (typeof key === 'string') return key.length >> 3;
  if (key instanceof SymbolValue || key instanceof Procedure) return key.name.length >> 3;
  if (depth === 0) return 0;
  if (key instanceof Pair) return hashCost(key.car, depth - 1) + hashCost(key.cdr, depth - 1);
  if (!(key instanceof RecordValue)) return 0;
  return key.values.reduce<number>((cost, each) => cost + hashCost(each, 0), key.values.length >> 2);
};

const mix = (a: number, b: number): number => Math.imul(a ^ b, 0x01000193) >>> 0;

// FNV-1a, over code units.
const hashText = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

const hashNumber = (value: number): number =>
  Number.isInteger(value) && value === (value | 0) ? mix(0x9e3779b9, value) : hashText(String(value));

// Equal values have one hash. What can change does not count, and of structures only the beginning does. It depends on
// nothing but the value, so that the same program costs the same everywhere.
const hashOf = (value: Value, isByIdentity: boolean, depth: number): number => {
  if (typeof value === 'number' || typeof value === 'bigint') return hashNumber(Number(value));
  if (typeof value === 'string') return hashText(value);
  if (value instanceof SymbolValue) return mix(1, hashText(value.name));
  if (value instanceof Character) return mix(2, value.point);
  if (value instanceof Cell) return isByIdentity ? mix(3, value.address) : 3;
  if (depth === 0) return 4;
  if (value instanceof Pair) {
    return mix(hashOf(value.car, isByIdentity, depth - 1), hashOf(value.cdr, isByIdentity, depth - 1) + 1);
  }
  if (value instanceof RecordValue)
    return value.values.reduce<number>((hash, each) => mix(hash, hashOf(each, true, 0)), 5);
  return value instanceof Procedure ? hashText(value.name) : 6;
};
