// The waiting line of an actor: first in, first out within a priority; bounded. Higher priorities go first, but of
// sixteen that are served at least one is the oldest of the lowest that wait, so that nobody starves.

/** What to drop when the line is full. */
export type Overflow = 'dropNewest' | 'dropOldest';

const fairness = 16;

// A queue in pieces, so that nothing is moved however many wait. In the last place of a piece is the next one.
type Piece<T> = (T | Piece<T> | undefined)[];

const last = 31;

export class Queue<T> {
  /** How many wait. */
  length = 0;
  #first: Piece<T> = new Array<T>(last + 1);
  #front = 0;
  #last = this.#first;
  #end = 0;

  constructor(readonly priority: number) {}

  /** Whose turn it is, where anybody waits. */
  get next(): T {
    return this.#first[this.#front] as T;
  }

  push(item: T): void {
    this.#last[this.#end] = item;
    this.#end += 1;
    this.length += 1;
    if (this.#end < last) return;
    this.#last = this.#last[last] = new Array<T>(last + 1);
    this.#end = 0;
  }

  shift(): T {
    const item = this.next;
    this.#first[this.#front] = undefined;
    this.#front += 1;
    this.length -= 1;
    if (this.#front < last) return item;
    this.#first = this.#first[last] as Piece<T>;
    this.#front = 0;
    return item;
  }
}

export class Line<T> {
  /** How many wait. */
  length = 0;
  readonly #capacity: number;
  readonly #overflow: Overflow;
  /** One queue for each priority that waits, the highest first. */
  readonly #queues: Queue<T>[] = [];
  /** How many were served in a row that were not of the lowest priority waiting. */
  #passedOver = 0;

  constructor(capacity: number, overflow: Overflow) {
    this.#capacity = capacity;
    this.#overflow = overflow;
  }

  /** Adds an item, and gives the one that had to go, if one had to. */
  push(item: T, priority: number): T | undefined {
    const isFull = this.length >= this.#capacity;
    if (isFull && (this.#overflow === 'dropNewest' || this.length === 0)) return item;
    const dropped = isFull ? this.#take(this.#queues.length - 1) : undefined;
    this.#queueFor(priority).push(item);
    this.length += 1;
    return dropped;
  }

  /** Takes the item whose turn it is; undefined when nobody waits. */
  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const lowest = this.#queues.length - 1;
    const serveLowest = this.#passedOver >= fairness - 1;
    this.#passedOver = lowest === 0 || serveLowest ? 0 : this.#passedOver + 1;
    return this.#take(serveLowest ? lowest : 0);
  }

  #take(index: number): T {
    const queue = this.#queues[index] as Queue<T>;
    const item = queue.shift();
    if (queue.length === 0) this.#queues.splice(index, 1);
    this.length -= 1;
    return item;
  }

  #queueFor(priority: number): Queue<T> {
    // The first of those that are not above this priority, by halving.
    let [low, high] = [0, this.#queues.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#queues[middle] as Queue<T>).priority > priority) low = middle + 1;
      else high = middle;
    }
    const found = this.#queues[low];
    if (found?.priority === priority) return found;
    const queue = new Queue<T>(priority);
    this.#queues.splice(low, 0, queue);
    return queue;
  }
}
