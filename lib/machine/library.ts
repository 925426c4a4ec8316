import { type Value } from '../data/values.js';

// The global variables that every actor of a language starts with. There may be many and a program uses few, so each is
// made when it is first asked for: the library is never seen to change.

/** Names, separated by spaces, and how the value of each is made. */
export type Definition = readonly [names: string, make: (name: string, library: Library) => Value];

/** Values by name, and by the number of the name. */
export class Library {
  readonly #slots = new Map<string, number>();
  readonly #makers: (() => Value)[] = [];
  readonly #made: (Value | undefined)[] = [];

  constructor(definitions: readonly Definition[] = []) {
    for (const [names, make] of definitions)
      for (const name of names.split(' ')) this.#slots.set(name, this.#makers.push(() => make(name, this)) - 1);
  }

  get size(): number {
    return this.#makers.length;
  }

  /** The number of a name. */
  find(name: string): number | undefined {
    return this.#slots.get(name);
  }

  /** The value of a number, undefined where there is none. */
  at(slot: number): Value | undefined {
    return this.#made[slot] ?? this.#make(slot);
  }

  #make(slot: number): Value | undefined {
    const value = this.#makers[slot]?.();
    if (value !== undefined) this.#made[slot] = value;
    return value;
  }

  get(name: string): Value | undefined {
    return this.at(this.#slots.get(name) ?? -1);
  }

  get names(): readonly string[] {
    return [...this.#slots.keys()];
  }

  /** The names of the values that somebody has asked for: a state holds no others. */
  get made(): readonly (readonly [name: string, value: Value])[] {
    return [...this.#slots].flatMap(([name, slot]) => {
      const value = this.#made[slot];
      return value === undefined ? [] : [[name, value] as const];
    });
  }
}
