import { type Value } from '../data/values.js';
import { VMError } from '../data/error.js';
import { Owner, Pages } from '../data/pages.js';
import { beyond } from './host.js';
import { Library } from './library.js';

// Global variables. A name is given a number, its slot, when it is first defined; values sit in a persistent vector, on
// top of those of the library. Names are looked up in a Map, so `__proto__` and `constructor` are names like any other.

const mostNames = 10_000_000;

/**
 * The numbering of names that all states descended from one share: first those of the library. It only grows, and a
 * slot that a state has never written is undefined there, so that sharing it cannot be observed.
 */
export class Names {
  readonly #own = new Map<string, number>();
  readonly #offset: number;

  constructor(readonly library: Library) {
    this.#offset = library.size;
  }

  find(name: string): number | undefined {
    return this.library.find(name) ?? this.#own.get(name);
  }

  intern(name: string): number {
    const known = this.find(name);
    if (known !== undefined) return known;
    const slot = this.#offset + this.#own.size;
    if (slot >= mostNames) throw beyond('store-limit', mostNames, 'names');
    this.#own.set(name, slot);
    return slot;
  }
}

/** A name as an instruction refers to it; it remembers the slot it found last. */
export class VariableReference {
  #names: Names | null = null;
  #slot = -1;

  constructor(readonly name: string) {}

  /** The slot of the name, or -1 while nobody has defined it. */
  slotIn(names: Names): number {
    if (this.#names !== names || this.#slot < 0) {
      this.#slot = names.find(this.name) ?? -1;
      this.#names = names;
    }
    return this.#slot;
  }
}

// The defined names in order, newest first.
interface Defined {
  readonly name: string;
  readonly slot: number;
  readonly earlier: Defined | null;
}

/** The variables of a state: immutable to everyone who can see them. */
export class Variables {
  #values: Pages<Value>;
  #defined: Defined | null = null;
  #size = 0;
  #owner: Owner | null = null;
  #stamp: object | null = null;

  constructor(
    readonly names: Names,
    values: Pages<Value> = Pages.empty,
  ) {
    this.#values = values;
  }

  /** How many variables were defined on top of the library. */
  get size(): number {
    return this.#size;
  }

  get(name: string): Value | undefined {
    const slot = this.names.find(name);
    return slot === undefined ? undefined : this.at(slot);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** Names and values in the order they were first defined; the library's own are left out. */
  *entries(): IterableIterator<[name: string, value: Value]> {
    const order: Defined[] = [];
    for (let cell = this.#defined; cell !== null; cell = cell.earlier) order.push(cell);
    const values = this.#values;
    for (const { name, slot } of order.reverse()) yield [name, values.get(slot) as Value];
  }

  [Symbol.iterator](): IterableIterator<[name: string, value: Value]> {
    return this.entries();
  }

  at(slot: number): Value | undefined {
    const value = this.#values.get(slot);
    return value === undefined ? this.names.library.at(slot) : value;
  }

  /** Something that is another one when a variable may have another value. */
  get stamp(): object {
    return (this.#stamp ??= {});
  }

  /** From here on the stamp is another one. */
  restamp(): void {
    this.#stamp = null;
  }

  /** These variables, to be written in place until `seal`. */
  writable(): Variables {
    return this.#owner === null ? this.copy() : this;
  }

  /** From here on nobody writes in place what this state can see. */
  seal(): void {
    this.#owner = null;
  }

  /** Gives what a reference names a value, in place, on a writable copy only. */
  defineReferred(reference: VariableReference, value: Value): void {
    const slot = reference.slotIn(this.names);
    this.#write(slot < 0 ? this.names.intern(reference.name) : slot, reference.name, value);
  }

  /** Gives a name a value, in place, on a writable copy only. */
  define(name: string, value: Value): void {
    this.#write(this.names.intern(name), name, value);
  }

  #write(slot: number, name: string, value: Value): void {
    const owner = this.#owner;
    if (owner === null) throw new VMError('misuse', 'these variables are shared');
    if (this.#values.get(slot) === undefined) {
      this.#defined = { name, slot, earlier: this.#defined };
      this.#size += 1;
    }
    this.#stamp = null;
    this.#values = this.#values.set(slot, value, owner);
  }

  /** The same variables, to be written in place until `seal`. */
  copy(): Variables {
    const copy = new Variables(this.names, this.#values);
    copy.#defined = this.#defined;
    copy.#size = this.#size;
    copy.#owner = new Owner();
    return copy;
  }
}

/** The variables of a state in which nothing is defined but the library. */
export const variablesOn = (library: Library = new Library()): Variables => new Variables(new Names(library));
