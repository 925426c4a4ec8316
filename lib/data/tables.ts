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

class Entry {
  constructor(
    readonly key: Value,
    readonly value: Value,
    readonly hash: number,
    /** When the key came. */
    readonly order: number,
  ) {}
}

class Node {
  constructor(
    /** Which of 32 slots are taken; below the last bits of the hash, the slots are an entry and the node of the others. */
    readonly bitmap: number,
    readonly slots: Slots,
  ) {}
}

const bits = 5;
const end = 35;
const noNode = new Node(0, []);

const bitAt = (hash: number, shift: number): number => 1 << ((hash >>> shift) & 31);

type Slots = readonly (Entry | Node)[];

const spliced = (slots: Slots, index: number, count: number, ...items: Slots): Slots => {
  const copy = slots.slice();
  copy.splice(index, count, ...items);
  return copy;
};

const countBits = (bitmap: number): number => {
  let count = 0;
  for (let rest = bitmap; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

const indexIn = ({ bitmap }: Node, bit: number): number => countBits(bitmap & (bit - 1));

const find = (root: Node, hash: number, key: Value, isSame: SameKey): Entry | undefined => {
  let node = root;
  for (let shift = 0; shift < end; shift += bits) {
    const bit = bitAt(hash, shift);
    if ((node.bitmap & bit) === 0) return undefined;
    const slot = node.slots[indexIn(node, bit)] as Entry | Node;
    if (slot instanceof Entry) return slot.hash === hash && isSame(slot.key, key) ? slot : undefined;
    node = slot;
  }
  for (let rest: Node | undefined = node; rest !== undefined; rest = rest.slots[1] as Node | undefined) {
    const entry = rest.slots[0] as Entry | undefined;
    if (entry !== undefined && isSame(entry.key, key)) return entry;
  }
  return undefined;
};

// The entries of one hash, newest first. One more is put before them at once, however many there are.
const alike = (node: Node): Entry[] => {
  const entries: Entry[] = [];
  for (let rest: Node | undefined = node; rest !== undefined; rest = rest.slots[1] as Node | undefined)
    if (rest.slots.length > 0) entries.push(rest.slots[0] as Entry);
  return entries;
};

const before = (entry: Entry, others: Node): Node => new Node(0, others.slots.length > 0 ? [entry, others] : [entry]);

const without = (node: Node, entry: Entry): Node =>
  alike(node).reduceRight((rest, each) => (each === entry ? rest : before(each, rest)), noNode);

// `replaced` is the entry that is to be replaced, if there is one.
const put = (node: Node, entry: Entry, replaced: Entry | undefined, shift: number): Node => {
  if (shift >= end) return before(entry, replaced === undefined ? node : without(node, replaced));
  const bit = bitAt(entry.hash, shift);
  const index = indexIn(node, bit);
  if ((node.bitmap & bit) === 0) return new Node(node.bitmap | bit, spliced(node.slots, index, 0, entry));
  const slot = node.slots[index] as Entry | Node;
  const inner = (): Node => {
    const deeper = slot instanceof Node ? slot : put(noNode, slot, undefined, shift + bits);
    return put(deeper, entry, replaced, shift + bits);
  };
  return new Node(node.bitmap, spliced(node.slots, index, 1, slot === replaced ? entry : inner()));
};

const remove = (node: Node, entry: Entry, shift: number): Node => {
  if (shift >= end) return without(node, entry);
  const bit = bitAt(entry.hash, shift);
  const index = indexIn(node, bit);
  const slot = node.slots[index] as Entry | Node;
  const inner = slot instanceof Node ? remove(slot, entry, shift + bits) : noNode;
  if (inner.slots.length > 0) return new Node(node.bitmap, spliced(node.slots, index, 1, inner));
  return new Node(node.bitmap & ~bit, spliced(node.slots, index, 1));
};

/** The entries of a hash table. */
export class Entries extends Content {
  constructor(
    private readonly root: Node,
    readonly size: number,
    private readonly next: number,
    /** Whether keys are the same by identity (`eqv?`), not by structure. */
    readonly isByIdentity: boolean,
  ) {
    super();
  }

  static none(isByIdentity: boolean): Entries {
    return new Entries(noNode, 0, 0, isByIdentity);
  }

  get weight(): number {
    return 2 * this.size;
  }

  /** Keys and values by turns, in order. */
  override get parts(): readonly Value[] {
    return this.list().flatMap(({ key, value }) => [key, value]);
  }

  override withParts(parts: readonly Value[]): Entries {
    const entries: Entries = Entries.none(this.isByIdentity);
    return entries.withAll(parts);
  }

  /** The entries with keys and values by turns that are not among them. */
  withAll(parts: readonly Value[]): Entries {
    let root = this.root;
    let next = this.next;
    for (let i = 0; i < parts.length; i += 2) {
      const key = parts[i] as Value;
      root = put(root, new Entry(key, parts[i + 1] as Value, this.hash(key), next), undefined, 0);
      next += 1;
    }
    return new Entries(root, this.size + parts.length / 2, next, this.isByIdentity);
  }

  /** The key as it stands in the table, and its value. */
  find(key: Value, isSame: SameKey): { readonly key: Value; readonly value: Value } | undefined {
    return find(this.root, this.hash(key), key, isSame);
  }

  with(key: Value, value: Value, isSame: SameKey): Entries {
    const hash = this.hash(key);
    const before = find(this.root, hash, key, isSame);
    const entry = new Entry(before?.key ?? key, value, hash, before?.order ?? this.next);
    const root = put(this.root, entry, before, 0);
    return before === undefined
      ? new Entries(root, this.size + 1, this.next + 1, this.isByIdentity)
      : new Entries(root, this.size, this.next, this.isByIdentity);
  }

  without(key: Value, isSame: SameKey): Entries {
    const entry = find(this.root, this.hash(key), key, isSame);
    if (entry === undefined) return this;
    return new Entries(remove(this.root, entry, 0), this.size - 1, this.next, this.isByIdentity);
  }

  private list(): Entry[] {
    const entries: Entry[] = [];
    const pending: (Entry | Node)[] = [this.root];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next instanceof Entry) entries.push(next);
      else for (const slot of next.slots) pending.push(slot);
    }
    return entries.sort((a, b) => a.order - b.order);
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
