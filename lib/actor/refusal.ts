import { config } from 'rxjs';
import { VMError } from '../data/error.js';

// What becomes of messages that are not handled, and of faults that nobody saw.

/** A message that will not be handled, and why: it was dropped, the actor has stopped, or it faulted. */
export interface DeadLetter {
  readonly message: unknown;
  readonly reason: 'overflow' | 'stopped' | VMError;
}

export const stoppedFault = (): VMError => new VMError('misuse', 'the actor has stopped');

/** The fault that answers a request which is not handled. */
export const refusalOf = (reason: 'overflow' | 'stopped'): VMError =>
  reason === 'stopped' ? stoppedFault() : new VMError('misuse', 'the mailbox is full, and the message was dropped');

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
