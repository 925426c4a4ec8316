// What a message may use up. Finite by default, since a runaway program should be a fault and not a hang.

/** Limits of an actor; each may be `Infinity`. */
export interface Limits {
  /** Fuel of one message, in instructions. */
  readonly fuel: number;
  /** Frames and operands pending at once. */
  readonly stack: number;
  /** Variables and store cells alive at once. */
  readonly store: number;
  /** Effects of one message. */
  readonly outbox: number;
}

export const defaultLimits: Limits = Object.freeze({
  fuel: 100_000_000,
  stack: 5_000_000,
  store: 10_000_000,
  outbox: 1_000_000,
});
