import { type Unsubscribable } from 'rxjs';

// Timers in the order of their due times, and of the same due time in the order in which they were made. The host is
// asked for one at a time: the next.

/** Time as a system sees it; every scheduler of RxJS is one. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  schedule(work: () => void, delay?: number): Unsubscribable;
}

export const isClock = (given: unknown): given is Clock => {
  const { now, schedule } = (given ?? {}) as Partial<Clock>;
  return typeof now === 'function' && typeof schedule === 'function';
};

/** A timer that has been set. */
export class Timer {
  isActive = true;

  constructor(
    readonly due: number,
    readonly order: number,
    readonly action: () => void,
    /** Whose it is, for whoever watches. */
    readonly owner: unknown = null,
  ) {}
}

/** Two to the power of 33 milliseconds: some hundred days. */
export const longestDelay: number = 2 ** 33;

/** Whether it is a number of milliseconds that a timer can be set to. */
export const isDelay = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= longestDelay;

// What the timers of hosts can wait for at once.
const longestWait = 2 ** 31 - 1;

const isBefore = (a: Timer, b: Timer): boolean => a.due < b.due || (a.due === b.due && a.order < b.order);

export class Timers {
  watch: ((timer: Timer, change: 'set' | 'fired' | 'cancelled') => void) | null = null;
  readonly #clock: Clock;
  /** A binary heap, the next timer first. */
  readonly #heap: Timer[] = [];
  #made = 0;
  #cancelled = 0;
  #scheduled: { readonly due: number; readonly handle: Unsubscribable } | null = null;

  constructor(
    clock: Clock,
    /** Does something, and lets run only then who is woken by it. */
    private readonly during: (fire: () => void) => void = (fire) => {
      fire();
    },
  ) {
    this.#clock = clock;
  }

  /** How many are set. */
  get size(): number {
    return this.#heap.length - this.#cancelled;
  }

  /** Does something so many milliseconds from now. */
  set(delay: number, action: () => void, owner: unknown = null): Timer {
    const timer = new Timer(this.#clock.now() + delay, this.#made, action, owner);
    this.#made += 1;
    this.#heap.push(timer);
    this.#up(this.#heap.length - 1);
    this.#schedule();
    this.watch?.(timer, 'set');
    return timer;
  }

  /** Whether it had not fired yet; it never will. */
  cancel(timer: Timer): boolean {
    if (!timer.isActive) return false;
    timer.isActive = false;
    this.#cancelled += 1;
    if (this.#cancelled > 32 && this.#cancelled * 2 > this.#heap.length) this.#sweep();
    this.#schedule();
    this.watch?.(timer, 'cancelled');
    return true;
  }

  // What is cancelled is let go when it is half of all.
  #sweep(): void {
    const active = this.#heap.filter(({ isActive }) => isActive).sort((a, b) => (isBefore(a, b) ? -1 : 1));
    this.#heap.splice(0, Infinity, ...active);
    this.#cancelled = 0;
  }

  #schedule(): void {
    while (this.#heap[0]?.isActive === false) {
      this.#pop();
      this.#cancelled -= 1;
    }
    const [next] = this.#heap;
    if (next?.due === this.#scheduled?.due) return;
    this.#scheduled?.handle.unsubscribe();
    this.#scheduled = null;
    if (next === undefined) return;
    const delay = Math.min(longestWait, Math.max(0, next.due - this.#clock.now()));
    const handle = this.#clock.schedule(() => {
      this.#scheduled = null;
      this.during(() => {
        this.#fire();
      });
    }, delay);
    this.#scheduled = { due: next.due, handle };
  }

  #fire(): void {
    const now = this.#clock.now();
    for (let [next] = this.#heap; next !== undefined && next.due <= now; [next] = this.#heap) {
      this.#pop();
      if (next.isActive) {
        next.isActive = false;
        this.watch?.(next, 'fired');
        next.action();
      } else this.#cancelled -= 1;
    }
    this.#schedule();
  }

  #pop(): void {
    const last = this.#heap.pop() as Timer;
    if (this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#down(0);
  }

  #up(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfBefore(index, parent)) return;
      index = parent;
    }
  }

  #down(from: number): void {
    for (let index = from; ;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      let least = left;
      if (right < this.#heap.length && isBefore(this.#heap[right] as Timer, this.#heap[left] as Timer)) least = right;
      if (least >= this.#heap.length || !this.#swapIfBefore(least, index)) return;
      index = least;
    }
  }

  #swapIfBefore(child: number, parent: number): boolean {
    const [a, b] = [this.#heap[child] as Timer, this.#heap[parent] as Timer];
    if (!isBefore(a, b)) return false;
    this.#heap[child] = b;
    this.#heap[parent] = a;
    return true;
  }
}
