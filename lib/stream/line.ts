// The waiting line of an actor: first in, first out within a priority; bounded. Higher priorities go first, but of
// sixteen that are served at least one is the oldest of the lowest that wait, so that nobody starves.

/** What to drop when the line is full. */
export type Overflow = 'dropNewest' | 'dropOldest';

const fairness = 16;

// A queue whose front moves through an array, which is cut when half of it is used up: O(1) in the long run.
export class Queue<T> {
  #items: (T | undefined)[] = [];
  #front = 0;

  constructor(readonly priority: number) {}

  get length(): number {
    return this.#items.length - this.#front;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T {
    const item = this.#items[this.#front] as T;
    this.#items[this.#front] = undefined;
    this.#front += 1;
    if (this.#front > 1024 && this.#front * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#front);
      this.#front = 0;
    }
    return item;
  }
}

export class Line<T> {
  readonly #capacity: number;
  readonly #overflow: Overflow;
  /** One queue for each priority that waits, the highest first. */
  readonly #queues: Queue<T>[] = [];
  #waiting = 0;
  /** How many were served in a row that were not of the lowest priority waiting. */
  #passedOver = 0;

  constructor(capacity: number, overflow: Overflow) {
    this.#capacity = capacity;
    this.#overflow = overflow;
  }

  get length(): number {
    return this.#waiting;
  }

  /** Adds an item, and gives the one that had to go, if one had to. */
  push(item: T, priority: number): T | undefined {
    const isFull = this.#waiting >= this.#capacity;
    if (isFull && (this.#overflow === 'dropNewest' || this.#waiting === 0)) return item;
    const dropped = isFull ? this.#take(this.#queues.length - 1) : undefined;
    this.#queueFor(priority).push(item);
    this.#waiting += 1;
    return dropped;
  }

  /** Takes the item whose turn it is; undefined when nobody waits. */
  shift(): T | undefined {
    if (this.#waiting === 0) return undefined;
    const lowest = this.#queues.length - 1;
    const serveLowest = this.#passedOver >= fairness - 1;
    this.#passedOver = lowest === 0 || serveLowest ? 0 : this.#passedOver + 1;
    return this.#take(serveLowest ? lowest : 0);
  }

  #take(index: number): T {
    const queue = this.#queues[index] as Queue<T>;
    const item = queue.shift();
    if (queue.length === 0) this.#queues.splice(index, 1);
    this.#waiting -= 1;
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
