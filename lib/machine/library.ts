import { type Value } from '../data/values.js';

// The global variables that every actor of a language starts with. There may be many and a program uses few, so each is
// made when it is first asked for: the library is never seen to change.

/** Names, separated by spaces, and how the value of each is made. */
export type Definition = readonly [names: string, make: (name: string, library: Library) => Value];

/** Values by name, and by the number of the name. */
export class Library {
  readonly #slots = new Map<string, number>();
  readonly #definitions: Definition[] = [];
  readonly #made: Value[] = [];
  readonly #names = new Map<unknown, string>();

  constructor(definitions: readonly Definition[] = []) {
    for (const [names, make] of definitions)
      for (const name of names.split(' ')) this.#slots.set(name, this.#definitions.push([name, make]) - 1);
  }

  get size(): number {
    return this.#definitions.length;
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
    const [name, make] = this.#definitions[slot] ?? [];
    const value = make?.(name as string, this);
    if (value === undefined) return undefined;
    if (!this.#names.has(value)) this.#names.set(value, name as string);
    return (this.#made[slot] = value);
  }

  get(name: string): Value | undefined {
    return this.at(this.#slots.get(name) ?? -1);
  }

  get names(): readonly string[] {
    return [...this.#slots.keys()];
  }

  /** The name under which somebody has asked for a value first, undefined for any other value. */
  nameOf(value: unknown): string | undefined {
    return this.#names.get(value);
  }
}
