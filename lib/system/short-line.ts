import { Line, type Overflow, Queue } from '../stream/line.js';

// The waiting line of an actor of a system: the same line as that of any actor, which is made when it is needed. Most of
// the time one message waits, or many of the same priority, which stand in a queue.

export class ShortLine<T> {
  #only: T | null = null;
  #queue: Queue<T> | null = null;
  #line: Line<T> | null = null;
  #count = 0;

  constructor(
    readonly capacity: number,
    readonly overflow: Overflow,
  ) {}

  get length(): number {
    return this.#count;
  }

  /** Adds an item, and gives the one that had to go, if one had to. */
  push(item: T, priority: number): T | undefined {
    if (priority !== 0 || this.#line !== null || this.#count >= this.capacity) return this.#pushLonger(item, priority);
    if (this.#queue !== null) this.#queue.push(item);
    else if (this.#only === null) this.#only = item;
    else (this.#queue = new Queue(0)).push(item);
    this.#count += 1;
    return undefined;
  }

  /** Takes the item whose turn it is; undefined when nobody waits. */
  shift(): T | undefined {
    if (this.#count === 0) return undefined;
    this.#count -= 1;
    const only = this.#only;
    if (only !== null) {
      this.#only = null;
      return only;
    }
    const item = (this.#queue ?? this.#line)?.shift();
    if (this.#count === 0) this.#queue = this.#line = null;
    return item;
  }

  // From here on priorities count, or something has to go.
  #pushLonger(item: T, priority: number): T | undefined {
    if (this.#line === null) {
      const line = new Line<T>(this.capacity, this.overflow);
      for (let waiting = this.shift(); waiting !== undefined; waiting = this.shift()) line.push(waiting, 0);
      this.#line = line;
    }
    const dropped = this.#line.push(item, priority);
    this.#count = this.#line.length;
    return dropped;
  }
}
