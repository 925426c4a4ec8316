import { type Value } from '../data/values.js';

// What an actor was told and has not taken yet, oldest first. A receive takes from anywhere, so it is a linked list; it
// goes on where it stopped looking.

/** Something an actor was told. */
export interface Letter {
  /** Counts up in one mailbox. */
  readonly number: number;
  readonly value: Value;
  /** Who sent it; nil from outside. */
  readonly from: Value;
  next: Letter | null;
  previous: Letter | null;
}

export class Letters implements Iterable<Letter> {
  #first: Letter | null = null;
  #last: Letter | null = null;
  #count = 0;
  #numbers = 0;

  get length(): number {
    return this.#count;
  }

  push(value: Value, from: Value): Letter {
    const letter: Letter = { number: this.#numbers, value, from, next: null, previous: this.#last };
    this.#numbers += 1;
    this.#count += 1;
    if (this.#last === null) this.#first = letter;
    else this.#last.next = letter;
    this.#last = letter;
    return letter;
  }

  /** The oldest letter with a number above this one; `near` is where looking stopped last. */
  after(number: number, near: Letter | null): Letter | null {
    let letter = near !== null && near.number <= number ? near : this.#first;
    while (letter !== null && letter.number <= number) letter = letter.next;
    return letter;
  }

  remove(letter: Letter): void {
    const { next, previous } = letter;
    if (previous === null) this.#first = next;
    else previous.next = next;
    if (next === null) this.#last = previous;
    else next.previous = previous;
    this.#count -= 1;
  }

  *[Symbol.iterator](): IterableIterator<Letter> {
    for (let letter = this.#first; letter !== null; letter = letter.next) yield letter;
  }
}
