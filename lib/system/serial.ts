import { type VMState } from '../machine/state.js';

/** A number that an actor gives to one of its makings, and to no other. */
export const serialOf = ({ world: { position, outbox } }: VMState): number => position * 2 ** 20 + (outbox?.size ?? 0);
