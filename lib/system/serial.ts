import { beyond } from '../machine/host.js';
import { type VMState } from '../machine/state.js';

const mostAtOnce = 2 ** 20;

/** A number that an actor gives to one of its makings, and to no other. Faults: `outbox-limit` where one would be given twice. */
export const serialOf = ({ world: { position, outbox } }: VMState): number => {
  const size = outbox?.size ?? 0;
  if (size >= mostAtOnce) throw beyond('outbox-limit', mostAtOnce, 'effects before a name');
  return position * mostAtOnce + size;
};
