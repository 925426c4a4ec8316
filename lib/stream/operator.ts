import { Observable, type OperatorFunction, Subscriber } from 'rxjs';

// Operators are made of what they do with a value, and at the end. The subscriber that does it hands on to the one after
// it; given to `subscribe` as it is, it needs none of the wrapping that RxJS puts around a plain observer, which would
// cost more than handling a short message does. Whoever is at the end of the stream is wrapped, so an observer's exception
// stays RxJS's business.

interface Hooks<T> {
  readonly next: (value: T) => void;
  /** What to do at the end of the source; by default the stream ends too. */
  readonly complete?: () => void;
}

/** An operator. Errors are handed on, thrown ones too, and so is the end unless hooked. */
export const operator =
  <In, Out>(hooksFor: (subscriber: Subscriber<Out>) => Hooks<In>): OperatorFunction<In, Out> =>
  (source) =>
    new Observable((subscriber) => source.subscribe(new Passing(subscriber, hooksFor(subscriber))));

class Passing<T> extends Subscriber<T> {
  readonly #next: (value: T) => void;
  readonly #complete: (() => void) | undefined;

  constructor(destination: Subscriber<unknown>, { next, complete }: Hooks<T>) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what every operator of RxJS 7 is made with
    super(destination);
    this.#next = next;
    this.#complete = complete;
  }

  protected override _next(value: T): void {
    try {
      this.#next(value);
    } catch (thrown) {
      this.error(thrown);
    }
  }

  protected override _complete(): void {
    if (this.#complete === undefined) super._complete();
    else this.#complete();
  }
}
