// What is left at once again and again is faster interpreted.

const most = 500;

/** How often fused code was left too soon to be worth it. */
export class Waste {
  #times = 0;

  constructor(
    /** The fuel below which entering it was not worth it. */
    readonly worthwhile: number,
  ) {}

  /** Notes that it was left after so much fuel was spent, and says whether that was too soon too often. */
  left(spent: number): boolean {
    this.#times = spent < this.worthwhile ? this.#times + 1 : Math.max(0, this.#times - 4);
    return this.#times >= most;
  }
}
