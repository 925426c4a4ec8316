import { Line, type Overflow } from '../stream/line.js';

// The waiting line of an actor of a system: the same line as that of any actor, which is made when more than one waits.

export class ShortLine<T> {
  #only: T | null = null;
  #priority = 0;
  #line: Line<T> | null = null;

  constructor(
    readonly capacity: number,
    readonly overflow: Overflow,
  ) {}

  get length(): number {
    if (this.#only !== null) return 1;
    return this.#line === null ? 0 : this.#line.length;
  }

  /** Adds an item, and gives the one that had to go, if one had to. */
  push(item: T, priority: number): T | undefined {
    if (this.length > 0 || this.capacity < 1) return this.#longer().push(item, priority);
    this.#only = item;
    this.#priority = priority;
    return undefined;
  }

  /** Takes the item whose turn it is; undefined when nobody waits. */
  shift(): T | undefined {
    const only = this.#only;
    if (only === null) return this.#line?.shift();
    this.#only = null;
    return only;
  }

  #longer(): Line<T> {
    this.#line ??= new Line(this.capacity, this.overflow);
    if (this.#only !== null) this.#line.push(this.#only, this.#priority);
    this.#only = null;
    return this.#line;
  }
}
