import { from, isObservable, take, type Unsubscribable } from 'rxjs';
import { VMError } from '../data/error.js';
import { toArgument } from '../data/host-data.js';
import { ErrorObject } from '../data/objects.js';
import { emptyList, isList, list, type Value } from '../data/values.js';
import { fromHost } from '../index.js';
import { hostFault } from '../machine/host.js';
import { type Granted } from './capabilities.js';
import { type Kernel } from './kernel.js';
import { disown, own, release } from './owned.js';
import { type Process } from './process.js';
import { catchable } from './reasons.js';
import { type Timer } from './timers.js';

// Calls of capabilities. Of an answer, a failure, the end of the time and the end of the actor the first is what becomes
// of a call; what comes later reaches nobody.

/** Is told what became of a call: an answer, or why there is none. */
type Done = (isAnswer: boolean, value: Value) => void;

/** Calls a capability of an actor. What becomes of it is told once, unless the actor ends before. */
export const callHost = (kernel: Kernel, process: Process, name: string, args: Value, done: Done): void => {
  const capability = process.options.capabilities?.get(name);
  if (capability !== undefined) new HostCall(kernel, process, name, capability, done).start(args);
  else done(false, new ErrorObject('misuse', `this actor was not given the capability ${name}`, emptyList));
};

class HostCall implements Unsubscribable {
  readonly #controller = new AbortController();
  readonly #number: number;
  #isOpen = true;
  #timer: Timer | null = null;
  #source: Unsubscribable | null = null;

  constructor(
    private readonly kernel: Kernel,
    private readonly process: Process,
    private readonly name: string,
    private readonly capability: Granted,
    private readonly done: Done,
  ) {
    own(process, this);
    kernel.hostCalls += 1;
    kernel.hostCallsMade += 1;
    this.#number = kernel.hostCallsMade;
  }

  start(args: Value): void {
    const { kernel, process, name: capability } = this;
    kernel.watch?.tell(process, { type: 'hostCall', capability, call: this.#number, args });
    const { call, within } = this.capability;
    if (within !== null) this.#limit(within);
    try {
      const { signal } = this.#controller;
      const result: unknown = call(...(argumentsOf(args) as never[]), { signal } as never);
      // What it gave may throw when it is looked at.
      if (isObservable(result)) this.#watch(result);
      else if (isThenable(result)) void Promise.resolve(result).then(this.#answer, this.#fail);
      else this.#answer(result);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** The actor has ended. */
  unsubscribe(): void {
    if (this.#close()) this.#controller.abort(new VMError('misuse', 'the actor has ended'));
  }

  #limit(within: number): void {
    const giveUp = (): void => {
      const late = new VMError('host-failed', `out of time: no answer within ${within} ms`);
      this.#fail(late);
      this.#controller.abort(late);
    };
    this.#timer = this.kernel.timers.set(within, giveUp, this.process);
  }

  // The first value; a source that gives it at once is subscribed and done before its subscription is known.
  #watch(source: unknown): void {
    const first = from(source as Promise<unknown>).pipe(take(1));
    const empty = (): void => {
      this.#fail(new VMError('host-failed', 'an observable without a value'));
    };
    const subscription = first.subscribe({ next: this.#answer, error: this.#fail, complete: empty });
    if (this.#isOpen) this.#source = subscription;
    else release(this.kernel, this.process, subscription);
  }

  readonly #answer = (given: unknown): void => {
    if (!this.#isOpen) return;
    let value: Value;
    try {
      value = fromHost(given);
    } catch (thrown) {
      this.#fail(new VMError('type-error', `it gave what is not a value: ${hostFault(thrown).detail}`));
      return;
    }
    this.#end(true, value);
  };

  readonly #fail = (thrown: unknown): void => {
    if (this.#isOpen) this.#end(false, failureOf(this.name, thrown));
  };

  #end(isAnswer: boolean, value: Value): void {
    if (!this.#close()) return;
    const { kernel, process, name: capability } = this;
    kernel.watch?.tell(process, { type: 'hostAnswer', capability, call: this.#number, isAnswer, value });
    kernel.soon(() => {
      this.done(isAnswer, value);
    });
  }

  // Whether it was still open.
  #close(): boolean {
    if (!this.#isOpen) return false;
    this.#isOpen = false;
    this.kernel.hostCalls -= 1;
    disown(this.process, this);
    if (this.#timer !== null) this.kernel.timers.cancel(this.#timer);
    if (this.#source !== null) release(this.kernel, this.process, this.#source);
    return true;
  }
}

const argumentsOf = (args: Value): readonly unknown[] => {
  if (isList(args)) return [...args].map(toArgument);
  throw new VMError('type-error', 'the arguments of a capability are a list');
};

const isThenable = (result: unknown): result is PromiseLike<unknown> =>
  typeof result === 'object' && result !== null && typeof (result as { then?: unknown }).then === 'function';

/** What the host threw, whatever it is, as an error object that names the capability. */
const failureOf = (name: string, thrown: unknown): ErrorObject => {
  const { code, detail } = hostFault(thrown);
  return new ErrorObject(catchable(code), `${name}: ${detail}`, irritantsOf(thrown));
};

// Data that says what was wrong, as far as it is data.
const irritantsOf = (thrown: unknown): Value => {
  if (typeof thrown !== 'object' || thrown === null || thrown instanceof Error) return emptyList;
  try {
    return list([fromHost(thrown)]);
  } catch {
    return emptyList;
  }
};
