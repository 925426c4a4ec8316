import { type Value } from '../data/values.js';

// What an actor was told and has not taken yet: higher priorities first, and of one priority the oldest first. A receive
// takes from anywhere, so it is a linked list. Each priority that waits has a level, which ends with its newest letter.

/** Something an actor was told. */
export interface Letter {
  readonly value: Value;
  /** Who sent it; nil from outside. */
  readonly from: Value;
  readonly priority: number;
  /** What it is news of: who is at the other end of a link, the reference of a monitor or a request; else null. */
  readonly about: Value;
  next: Letter | null;
  previous: Letter | null;
}

const fairness = 16;

// Nothing waits in most mailboxes, which share this.
const noLevels: Letter[] = [];

export class Letters implements Iterable<Letter> {
  #first: Letter | null = null;
  /** The newest letter of each priority, the highest first. */
  #levels: Letter[] = noLevels;
  #count = 0;
  /** Notices that may be taken back, by what they are about. */
  #notices: Map<Value, Set<Letter>> | null = null;
  /** How many were taken in a row that were not of the lowest priority waiting. */
  #passedOver = 0;

  get length(): number {
    return this.#count;
  }

  get first(): Letter | null {
    return this.#first;
  }

  /** Where a receive begins to look: of sixteen at least one begins with the lowest priority. */
  get start(): Letter | null {
    if (this.#passedOver < fairness - 1 || this.#levels.length < 2) return this.#first;
    return this.#levels.at(-2)?.next ?? null;
  }

  push(value: Value, from: Value, priority: number, about: Value): Letter {
    const index = this.#levelOf(priority);
    const level = this.#levels[index];
    const isKnown = level?.priority === priority;
    const above = index === 0 ? undefined : this.#levels[index - 1];
    const previous = (isKnown ? level : above) ?? null;
    const next = previous === null ? this.#first : previous.next;
    const letter: Letter = { value, from, priority, about, next, previous };
    if (previous === null) this.#first = letter;
    else previous.next = letter;
    if (next !== null) next.previous = letter;
    if (isKnown) this.#levels[index] = letter;
    else if (this.#count === 0) this.#levels = [letter];
    else this.#levels.splice(index, 0, letter);
    this.#count += 1;
    if (about !== null) this.#note(letter);
    return letter;
  }

  /** The notices about something that wait. */
  about(about: Value): readonly Letter[] {
    return [...(this.#notices?.get(about) ?? [])];
  }

  #note(letter: Letter): void {
    this.#notices ??= new Map<Value, Set<Letter>>();
    const others = this.#notices.get(letter.about);
    if (others === undefined) this.#notices.set(letter.about, new Set([letter]));
    else others.add(letter);
  }

  #forget(letter: Letter): void {
    const others = this.#notices?.get(letter.about);
    others?.delete(letter);
    if (others?.size === 0) this.#notices?.delete(letter.about);
  }

  // The first level that is not above this priority, by halving.
  #levelOf(priority: number): number {
    let [low, high] = [0, this.#levels.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#levels[middle] as Letter).priority > priority) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes one away that a receive was looking for. */
  take(letter: Letter): void {
    const lowest = this.#levels.at(-1) as Letter;
    this.#passedOver = letter.priority > lowest.priority ? this.#passedOver + 1 : 0;
    this.remove(letter);
  }

  remove(letter: Letter): void {
    const { next, previous } = letter;
    if (next?.priority !== letter.priority) this.#lower(letter);
    if (previous === null) this.#first = next;
    else previous.next = next;
    if (next !== null) next.previous = previous;
    this.#count -= 1;
    if (letter.about !== null) this.#forget(letter);
  }

  // The newest of its priority goes: the one before it is the newest, if there is one.
  #lower(letter: Letter): void {
    const { previous, priority } = letter;
    const index = this.#levelOf(priority);
    if (previous?.priority === priority) this.#levels[index] = previous;
    else if (this.#count === 1) this.#levels = noLevels;
    else this.#levels.splice(index, 1);
  }

  /** The oldest letter of the lowest priority that is not this one. */
  oldestBut(letter: Letter | null): Letter | null {
    const level = this.#levels.at(-2);
    const oldest = level === undefined ? this.#first : level.next;
    return oldest === letter ? (letter?.next ?? null) : oldest;
  }

  *[Symbol.iterator](): IterableIterator<Letter> {
    for (let letter = this.#first; letter !== null; letter = letter.next) yield letter;
  }
}
