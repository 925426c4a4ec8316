import { Pair, type Value } from './values.js';

// Where things stand in a source text.

/** A place in a source text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * A pair that knows where its element was read: it is that place, and as a form it is that element. Such pairs stay
 * inside the compiler; the values of programs are plain pairs.
 */
export class PlacedPair extends Pair implements Place {
  constructor(
    car: Value,
    cdr: Value,
    readonly line: number,
    readonly column: number,
  ) {
    super(car, cdr);
  }

  /** The element. */
  get datum(): Value {
    return this.car;
  }

  get place(): Place {
    return this;
  }

  override withParts([car, cdr]: readonly [Value, Value]): PlacedPair {
    return new PlacedPair(car, cdr, this.line, this.column);
  }
}
