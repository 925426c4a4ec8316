import { VMError } from '../data/error.js';

// Which actor has its turn: the one that waits longest, or whichever is chosen among all that could go on.

/** The index, from 0, of one of so many. */
export type Choose = (count: number) => number;

/** Actors that could go on. */
export interface RunQueue<T> {
  readonly length: number;
  push(item: T): void;
  shift(): T;
}

/** A queue from which any item may be taken. Those that stay keep their order: index 0 is who waits longest. */
export class ChosenQueue<T> implements RunQueue<T> {
  readonly #items: T[] = [];
  readonly #choose: Choose;

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  get length(): number {
    return this.#items.length;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T {
    const count = this.#items.length;
    return this.#items.splice(count === 1 ? 0 : this.#choose(count), 1)[0] as T;
  }
}

/**
 * Choices that look like chance and are the same for the same seed: mulberry32, by Tommy Ettinger, in the public domain
 * (gist.github.com/tommyettinger/46a874533244883189143505d203312c). Faults: `misuse` for a seed that is none.
 */
export const chosenBy = (seed: number): Choose => {
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32))
    throw new VMError('misuse', 'seed is an integer from 0 to 4294967295');
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
};
