import { config } from 'rxjs';
import { VMError } from '../data/error.js';

// What becomes of messages that are not handled, and of faults that nobody saw.

/** A message that will not be handled, and why: it was dropped, the actor has stopped, or it faulted. */
export interface DeadLetter {
  readonly message: unknown;
  readonly reason: 'overflow' | 'stopped' | VMError;
}

/** The fault that answers a request which is not handled. */
export const refusalOf = (reason: DeadLetter['reason']): VMError => {
  if (reason instanceof VMError) return reason;
  return new VMError('misuse', reason === 'stopped' ? 'the actor has stopped' : 'the mailbox is full');
};

/** Reports a fault where RxJS reports errors that nobody handles; never onto a timer. */
export const reportUnseen = (fault: VMError): void => {
  const { onUnhandledError } = config;
  try {
    if (onUnhandledError === null) console.error(fault);
    else onUnhandledError(fault);
  } catch (thrown) {
    console.error(thrown);
  }
};
