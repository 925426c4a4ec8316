import { type Point } from './flow.js';

// What is charged, and where. Fuel is taken at the beginning of a region, for the longest way through it; where another
// way is shorter, the difference is given back. So there is one test whether it suffices, and none on the way.

// A region that is longer would too often be more than is left.
const longest = 100;

export class Charges {
  readonly #costs = new Map<number, number>();
  readonly #heads = new Set<number>();
  readonly #ends = new Set<number>();
  #ahead: number[] = [];
  #begins = true;
  #length = 0;

  constructor(readonly points: readonly (Point | null)[]) {}

  /** The next instruction begins a region. */
  begin(): void {
    this.#begins = true;
  }

  /** Notes what an instruction costs, and says whether it begins a region. */
  add(index: number, cost: number): boolean {
    this.#costs.set(index, this.#costOf(index) + cost);
    const isHead = this.#begins || this.#length > longest;
    this.#begins = false;
    this.#length = cost + (isHead ? 0 : this.#length);
    if (isHead) this.#heads.add(index);
    return isHead;
  }

  /** Control never goes on behind an instruction. */
  end(index: number): void {
    this.#ends.add(index);
  }

  /** What is charged when an instruction begins, for it and for what may come behind it. To be asked at the end. */
  ahead(index: number): number {
    if (this.#ahead.length === 0) this.#find();
    return this.#ahead[index] as number;
  }

  /** What is given back between one instruction and another. */
  excess(from: number, to: number): number {
    return this.ahead(from) - this.#costOf(from) - this.#entered(to);
  }

  #costOf(index: number): number {
    return this.#costs.get(index) ?? 0;
  }

  #entered(index: number): number {
    return this.#heads.has(index) ? 0 : (this.#ahead[index] as number);
  }

  // Within a region control only goes forwards.
  #find(): void {
    const { points } = this;
    this.#ahead = new Array<number>(points.length + 1).fill(0);
    for (let i = points.length - 1; i >= 0; i -= 1) {
      const { target = null, goesOn = false } = points[i] ?? {};
      const next = goesOn && !this.#ends.has(i) ? this.#entered(i + 1) : 0;
      const other = target === null || this.#ends.has(i) ? 0 : this.#entered(target);
      this.#ahead[i] = this.#costOf(i) + Math.max(next, other);
    }
  }
}
