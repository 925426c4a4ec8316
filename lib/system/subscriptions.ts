import { type Observable, Subscription, takeWhile } from 'rxjs';
import { fromHost } from '../index.js';
import { demand, hostFault } from '../machine/host.js';
import { type Bytecode, Request } from '../machine/message.js';
import { type Kernel } from './kernel.js';
import { disown, own, release } from './owned.js';
import { post, tell } from './post.js';
import { type Process } from './process.js';

// What observables give goes to actors, for as long as these live. What cannot be sent is a dead letter, and so is the
// error that a source ends with: nothing is lost unseen, and nothing the host does wrong ends an actor.

/** Makes bytecode of what a source gives; the first has the index 0. */
export type Projection<T> = (given: T, index: number) => Bytecode;

/** Sends an actor what a source gives: code, where there is a projection, else letters. */
export const subscribeTo = <T>(
  kernel: Kernel,
  source: Observable<T>,
  process: Process,
  project?: Projection<T>,
): Subscription => {
  const subscription = ownSubscription(kernel, process);
  const send = project === undefined ? telling(kernel, process) : posting(kernel, process, project);
  const lose = (message: unknown, thrown: unknown): void => {
    kernel.miss(process, message, null, hostFault(thrown));
  };
  const complete = (): void => {
    release(kernel, process, subscription);
  };
  const error = (thrown: unknown): void => {
    lose(thrown, thrown);
    complete();
  };
  const next = (given: T): void => {
    let go: () => void;
    try {
      go = send(given);
    } catch (thrown) {
      lose(given, thrown);
      return;
    }
    go();
  };
  // A source that gives all of it at once is left between two values.
  const open = source.pipe(takeWhile(() => !subscription.closed));
  subscription.add(open.subscribe({ next, error, complete }));
  return subscription;
};

// Both make what is to be sent first, which may fail, and send it then.

const telling =
  (kernel: Kernel, process: Process) =>
  (given: unknown): (() => void) => {
    const value = fromHost(given);
    return () => {
      tell(kernel, process, process.pid, value);
    };
  };

const posting = <T>(kernel: Kernel, process: Process, project: Projection<T>): ((given: T) => () => void) => {
  let index = 0;
  return (given) => {
    const bytecode: unknown = project(given, index);
    index += 1;
    demand(Array.isArray(bytecode), 'project gives bytecode, an array');
    return () => {
      post(kernel, process, new Request(bytecode));
    };
  };
};

// It is counted, and ends with its actor.
const ownSubscription = (kernel: Kernel, process: Process): Subscription => {
  const subscription = new Subscription();
  own(process, subscription);
  kernel.subscriptions += 1;
  subscription.add(() => {
    disown(process, subscription);
    kernel.subscriptions -= 1;
  });
  return subscription;
};
