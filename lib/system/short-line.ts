import { Line, type Overflow, Queue } from '../stream/line.js';

// The waiting line of an actor of a system: the same line as that of any actor, which is made when it is needed. Most of
// the time one message waits, or many of the same priority, which stand in a queue; those in front that are the same are
// counted.

export class ShortLine<T> {
  /** How many wait. */
  length = 0;
  /** What is in front, and how often. */
  #front: T | null = null;
  #times = 0;
  #queue: Queue<T> | null = null;
  #line: Line<T> | null = null;

  constructor(
    readonly capacity: number,
    readonly overflow: Overflow,
  ) {}

  /** Adds an item, and gives the one that had to go, if one had to. */
  push(item: T, priority: number): T | undefined {
    if (priority !== 0 || this.#line !== null || this.length >= this.capacity) return this.#pushLonger(item, priority);
    this.length += 1;
    if (this.#queue !== null) this.#queue.push(item);
    else if (this.#front === item) this.#times += 1;
    else if (this.#front === null) [this.#front, this.#times] = [item, 1];
    else (this.#queue = new Queue(0)).push(item);
    return undefined;
  }

  /** Adds an item behind others, if any wait, nothing but the order they came in counts, and there is room. */
  pushBehind(item: T): boolean {
    if (this.length === 0 || this.#line !== null || this.length >= this.capacity) return false;
    this.length += 1;
    if (this.#queue !== null) this.#queue.push(item);
    else if (this.#front === item) this.#times += 1;
    else (this.#queue = new Queue(0)).push(item);
    return true;
  }

  /** Takes the item whose turn it is; undefined when nobody waits. */
  shift(): T | undefined {
    if (this.length === 0) return undefined;
    this.length -= 1;
    const front = this.#front;
    if (front !== null) {
      this.#times -= 1;
      if (this.#times === 0) this.#front = null;
      return front;
    }
    const item = (this.#queue ?? this.#line)?.shift();
    if (this.length === 0) this.#queue = this.#line = null;
    return item;
  }

  /** Whose turn it is, if nothing but the order they came in counts. */
  get next(): T | undefined {
    return this.#front ?? this.#queue?.next;
  }

  // From here on priorities count, or something has to go.
  #pushLonger(item: T, priority: number): T | undefined {
    if (this.#line === null) {
      const line = new Line<T>(this.capacity, this.overflow);
      for (let waiting = this.shift(); waiting !== undefined; waiting = this.shift()) line.push(waiting, 0);
      this.#line = line;
    }
    const dropped = this.#line.push(item, priority);
    this.length = this.#line.length;
    return dropped;
  }
}
