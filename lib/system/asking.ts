import { VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
import { list, Pair, type Value } from '../data/values.js';
import { demand } from '../machine/host.js';
import { Pid, Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { callName, tell } from './post.js';
import { type Process } from './process.js';
import { noproc, timeout as late } from './reasons.js';
import { isDelay, longestDelay } from './timers.js';

// Questions from outside, as promises: an answer, a refusal, the end of the time or an abort, whichever is first.

export interface AskOptions {
  /** How long to wait for the answer, in milliseconds of the system's clock; as long as it takes by default. */
  readonly timeout?: number | undefined;
  /** Waits no longer when it fires. What was asked may be done all the same. */
  readonly signal?: AbortSignal | undefined;
}

/** Asks, and gives what takes back what was set up for the answer. */
type Ask = (answer: (value: Value) => void, refuse: (fault: VMError) => void) => () => void;

/** A promise of the answer. It rejects with a `VMError`: `misuse` where there is no answer in time, or a faulty option. */
export const asking = (kernel: Kernel, options: AskOptions | undefined, ask: Ask): Promise<Value> =>
  new Promise((resolve, reject) => {
    const { timeout, signal } = checked(options);
    if (signal?.aborted === true) {
      reject(aborted(signal));
      return;
    }
    const waiting = { isOver: false, takeBack: nothing };
    const over = (): void => {
      waiting.isOver = true;
      waiting.takeBack();
    };
    const answer = (value: Value): void => {
      over();
      resolve(value);
    };
    const refuse = (fault: VMError): void => {
      over();
      reject(fault);
    };
    const close = ask(answer, refuse);
    if (waiting.isOver) close();
    else waiting.takeBack = limited(kernel, { timeout, signal }, close, refuse);
  });

const nothing = (): void => undefined;

const checked = (options: AskOptions = {}): AskOptions => {
  demand(typeof options === 'object' && (options as unknown) !== null, 'options is an object');
  const { timeout, signal } = options;
  demand(
    timeout === undefined || timeout === Infinity || isDelay(timeout),
    `timeout is a number of milliseconds from 0 to ${longestDelay}`,
  );
  demand(
    signal === undefined || typeof (signal as Partial<AbortSignal> | null)?.addEventListener === 'function',
    'signal is an AbortSignal',
  );
  return { timeout: timeout === Infinity ? undefined : timeout, signal };
};

const aborted = ({ reason }: AbortSignal): VMError =>
  new VMError('misuse', 'whoever asked waits no longer', {}, { cause: reason });

// Refuses at the end of the time or when the signal fires; gives what ends that.
const limited = (
  kernel: Kernel,
  { timeout, signal }: AskOptions,
  close: () => void,
  refuse: (fault: VMError) => void,
): (() => void) => {
  const timer =
    timeout === undefined
      ? null
      : kernel.timers.set(timeout, () => {
          refuse(new VMError('misuse', `out of time: no answer within ${timeout} ms`, {}, { cause: late }));
        });
  const abort = (): void => {
    refuse(aborted(signal as AbortSignal));
  };
  signal?.addEventListener('abort', abort);
  return () => {
    if (timer !== null) kernel.timers.cancel(timer);
    signal?.removeEventListener('abort', abort);
    close();
  };
};

/** Who calls from outside: a name that no actor has. */
const outside = new Pid(0, 0);

/** Sends a request, `(call from value)`, from outside. A reply that nobody waits for any more is a dead letter. */
export const callFromOutside =
  (kernel: Kernel, process: Process, value: Value): Ask =>
  (answer, refuse) => {
    const reference = new Reference(0, kernel.nextNumber());
    const settle = (outcome: Pair): void => {
      if (outcome.car === true) answer(outcome.cdr);
      else refuse(new VMError('misuse', `no reply: ${summary(outcome.cdr)}`, {}, { cause: outcome.cdr }));
    };
    if (process.isOpen) {
      kernel.outside.set(reference, settle);
      process.tellOfEnd(reference, (reason) => {
        settle(new Pair(false, reason));
      });
    } else settle(new Pair(false, noproc));
    tell(kernel, process, process.pid, list([callName, list([outside, reference]), value]));
    return () => {
      kernel.outside.delete(reference);
      process.monitors?.delete(reference);
    };
  };
