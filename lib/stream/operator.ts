import { Subscriber } from 'rxjs';

// A subscriber that hands on to the one after it. Given to `subscribe` as it is, it needs none of the wrapping that RxJS
// puts around a plain observer, which would cost more than handling a short message does. Whoever is at the end of the
// stream is wrapped, so an observer's exception stays RxJS's business.

interface Hooks<T> {
  readonly next: (value: T) => void;
  /** What to do at the end of the source; by default the stream ends too. */
  readonly complete?: () => void;
}

class Passing<T> extends Subscriber<T> {
  readonly #next: (value: T) => void;
  readonly #complete: (() => void) | undefined;

  constructor(destination: Subscriber<never>, { next, complete }: Hooks<T>) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what every operator of RxJS 7 is made with
    super(destination);
    this.#next = next;
    this.#complete = complete;
  }

  protected override _next(value: T): void {
    this.#next(value);
  }

  protected override _complete(): void {
    if (this.#complete === undefined) super._complete();
    else this.#complete();
  }
}

/** A subscriber for the source of an operator. Errors go to `destination`, and so does the end unless hooked. */
export const passing = <T>(destination: Subscriber<never>, hooks: Hooks<T>): Subscriber<T> =>
  new Passing(destination, hooks);
