import { type Limits } from '../machine/limits.js';
import { type VMState } from '../machine/state.js';
import { VMError } from '../data/error.js';
import { type Pid } from './identity.js';

// Who an actor is. It never changes and belongs to whatever state the actor is in, so it goes with the limits.

/** The limits of an actor of a system, and who it is. */
export class Owner implements Limits {
  readonly fuel: number;
  readonly stack: number;
  readonly store: number;
  readonly outbox: number;

  constructor(
    { fuel, stack, store, outbox }: Limits,
    readonly self: Pid,
    /** The number that its makings are named with. */
    readonly number: number,
  ) {
    this.fuel = fuel;
    this.stack = stack;
    this.store = store;
    this.outbox = outbox;
  }
}

/** Who runs. Faults: `misuse` where that is no actor of a system. */
export const ownerOf = ({ world: { limits } }: VMState): Owner => {
  if (limits instanceof Owner) return limits;
  throw new VMError('misuse', 'this needs a system of actors');
};
