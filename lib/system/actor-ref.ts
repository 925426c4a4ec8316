import { Observable, Subject } from 'rxjs';
import { ObjectValue, type Value } from '../data/values.js';
import { compile, fromHost } from '../index.js';
import { demand } from '../machine/host.js';
import { type Bytecode, type Envelope, Request } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { type AskOptions, asking, callFromOutside } from './asking.js';
import { signal } from './ends.js';
import { type Pid, Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { post, tell } from './post.js';
import { type Process } from './process.js';
import { askFromOutside, sendFromOutside } from './quick.js';
import { noproc, shutdown } from './reasons.js';

// An actor as the embedding program sees it.

export interface ActorRef {
  /** Its name, as programs know it; its `key` is the name as events have it. */
  readonly pid: Pid;
  readonly isAlive: boolean;
  /** What its program waits for, as data; null while it runs or has nothing to do. */
  readonly waitsFor: Readonly<Record<string, Value>> | null;
  /** The state after the last commit. */
  readonly state: VMState;
  /** The current state, then one for each commit; it ends with the actor, with the fault that ended it. */
  readonly state$: Observable<VMState>;
  /** What it prints. */
  readonly output$: Observable<string>;

  /** Sends one message of code: the words of its instructions. */
  send(...words: readonly unknown[]): void;

  /** Sends bytecode, or an envelope. Never throws for what it contains. */
  next(message: Bytecode | Envelope): void;

  /**
   * Tells it something, which it may `receive`: a value, an array or a plain object. A priority other than 0 counts where
   * the actor wants priorities. Faults: `type-error`.
   */
  tell(message: unknown, options?: { readonly priority?: number | undefined }): void;

  /** Sends bytecode and answers with what it leaves on top of the stack. Rejects with a `VMError`, also out of time. */
  ask(bytecode: Bytecode, options?: AskOptions): Promise<Value>;

  /** Compiles a program, with the macros it knows, and asks for its value. Rejects with a `VMError`, also of `compile`. */
  evaluate(source: string, options?: AskOptions): Promise<Value>;

  /**
   * Sends `(call from request)`, as `call` does in programs, and answers with the reply. Rejects with a `VMError` where
   * the actor ends before, has ended, or there is no reply in time; its cause is the reason.
   */
  call(request: unknown, options?: AskOptions): Promise<Value>;

  /** Tells it to end, for a reason, `shutdown` unless one is given. The symbol `kill` ends it whatever it does. */
  exit(reason?: unknown): void;

  /** Gives the reason of its end, once: `noproc` where it has ended already. */
  monitor(): Observable<Value>;
}

/** An actor of this system. */
export class LocalRef implements ActorRef {
  readonly #kernel: Kernel;
  readonly #process: Process;
  #states: Observable<VMState> | null = null;
  #output: Observable<string> | null = null;

  constructor(kernel: Kernel, process: Process) {
    this.#kernel = kernel;
    this.#process = process;
  }

  get pid(): Pid {
    return this.#process.pid;
  }

  /** For what the system does with actors beyond this. */
  get inside(): { readonly kernel: Kernel; readonly process: Process } {
    return { kernel: this.#kernel, process: this.#process };
  }

  get isAlive(): boolean {
    return this.#process.isAlive;
  }

  get waitsFor(): Readonly<Record<string, Value>> | null {
    return this.#process.isAlive ? this.#process.waiting : null;
  }

  get state(): VMState {
    return this.#process.turn.base;
  }

  get state$(): Observable<VMState> {
    return (this.#states ??= statesOf(this.#process));
  }

  get output$(): Observable<string> {
    return (this.#output ??= outputOf(this.#process));
  }

  send(...words: readonly unknown[]): void {
    if (words.length === 1) sendFromOutside(this.#kernel, this.#process, words[0]);
    else post(this.#kernel, this.#process, words);
  }

  next(message: Bytecode | Envelope): void {
    post(this.#kernel, this.#process, new Request(message));
  }

  tell(message: unknown, options: { readonly priority?: number | undefined } = {}): void {
    demand(typeof options === 'object' && (options as unknown) !== null, 'options is an object');
    const { priority = 0 } = options;
    demand(typeof priority === 'number' && !Number.isNaN(priority), 'priority is a number');
    tell(this.#kernel, this.#process, this.#process.pid, valueOf(message), null, priority);
  }

  ask(bytecode: Bytecode, options?: AskOptions): Promise<Value> {
    if (options === undefined)
      return new Promise((resolve, reject) => {
        if (askFromOutside(this.#kernel, this.#process, bytecode, resolve)) return;
        post(this.#kernel, this.#process, new Request(bytecode, null, resolve, reject));
      });
    return asking(this.#kernel, options, (answer, refuse) => {
      post(this.#kernel, this.#process, new Request(bytecode, null, answer, refuse));
      return () => undefined;
    });
  }

  async evaluate(source: string, options?: AskOptions): Promise<Value> {
    return this.ask(compile(source, { syntax: this.state.variables }), options);
  }

  async call(request: unknown, options?: AskOptions): Promise<Value> {
    return asking(this.#kernel, options, callFromOutside(this.#kernel, this.#process, fromHost(request)));
  }

  exit(reason: unknown = shutdown): void {
    this.#kernel.during(() => {
      signal(this.#kernel, this.#process, false, fromHost(reason), false);
    });
  }

  monitor(): Observable<Value> {
    return new Observable((subscriber) => {
      const process = this.#process;
      const notice = (reason: Value): void => {
        subscriber.next(reason);
        subscriber.complete();
      };
      if (!process.isAlive) {
        notice(noproc);
        return;
      }
      const reference = new Reference(0, this.#kernel.nextNumber());
      process.tellOfEnd(reference, notice);
      subscriber.add(() => process.monitors?.delete(reference));
    });
  }
}

// Most of what is told is a value already. Asking a proxy what it is may throw, which `fromHost` knows how to say.
const valueOf = (message: unknown): Value => {
  try {
    if (message instanceof ObjectValue || (typeof message === 'number' && message !== 0)) return message;
  } catch {
    // Nobody knows what it is.
  }
  return fromHost(message);
};

const statesOf = (process: Process): Observable<VMState> =>
  new Observable((subscriber) => {
    subscriber.next(process.turn.base);
    if (process.isOpen) subscriber.add((process.states ??= new Subject()).subscribe(subscriber));
    else subscriber.complete();
  });

const outputOf = (process: Process): Observable<string> =>
  new Observable((subscriber) => {
    if (process.isOpen) subscriber.add((process.output ??= new Subject()).subscribe(subscriber));
    else subscriber.complete();
  });
