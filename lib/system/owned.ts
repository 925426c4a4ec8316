import { type Unsubscribable } from 'rxjs';
import { hostFault } from '../machine/host.js';
import { type Kernel } from './kernel.js';
import { type Process } from './process.js';

// What an actor keeps going in the host, calls and subscriptions: it ends with the actor.

export const own = (process: Process, kept: Unsubscribable): void => {
  (process.owned ??= new Set()).add(kept);
};

export const disown = ({ owned }: Process, kept: Unsubscribable): void => {
  owned?.delete(kept);
};

/** Ends everything that an actor keeps going. */
export const letGo = (kernel: Kernel, process: Process): void => {
  const { owned } = process;
  process.owned = null;
  for (const kept of owned ?? []) release(kernel, process, kept);
};

/** Ends a subscription. What the host throws at that is a dead letter. */
export const release = (kernel: Kernel, process: Process, kept: Unsubscribable): void => {
  try {
    kept.unsubscribe();
  } catch (thrown) {
    kernel.miss(process, thrown, null, hostFault(thrown));
  }
};
