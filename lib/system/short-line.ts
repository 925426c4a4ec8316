import { Line, type Overflow, Queue } from '../stream/line.js';

// The waiting line of an actor of a system: the same line as that of any actor, which is made when it is needed. Most of
// the time one message waits, or many of the same priority, which stand in a queue.

export class ShortLine<T> {
  #only: T | null = null;
  #queue: Queue<T> | null = null;
  #line: Line<T> | null = null;

  constructor(
    readonly capacity: number,
    readonly overflow: Overflow,
  ) {}

  get length(): number {
    const waiting = this.#only === null ? 0 : 1;
    if (this.#queue !== null) return waiting + this.#queue.length;
    return this.#line === null ? waiting : this.#line.length;
  }

  /** Adds an item, and gives the one that had to go, if one had to. */
  push(item: T, priority: number): T | undefined {
    if (priority !== 0 || this.#line !== null) return this.#longer().push(item, priority);
    if (this.#only === null && this.#queue === null && this.capacity >= 1) {
      this.#only = item;
      return undefined;
    }
    if (this.length >= this.capacity) return this.#longer().push(item, priority);
    (this.#queue ??= new Queue(0)).push(item);
    return undefined;
  }

  /** Takes the item whose turn it is; undefined when nobody waits. */
  shift(): T | undefined {
    const only = this.#only;
    if (only !== null) {
      this.#only = null;
      return only;
    }
    if (this.#queue !== null) return this.#next(this.#queue);
    const item = this.#line?.shift();
    if (this.#line?.length === 0) this.#line = null;
    return item;
  }

  #next(queue: Queue<T>): T {
    const item = queue.shift();
    if (queue.length === 0) this.#queue = null;
    return item;
  }

  // From here on priorities count, or something has to go.
  #longer(): Line<T> {
    if (this.#line !== null) return this.#line;
    const line = new Line<T>(this.capacity, this.overflow);
    for (let item = this.shift(); item !== undefined; item = this.shift()) line.push(item, 0);
    return (this.#line = line);
  }
}
