import { Observable, Subject } from 'rxjs';
import { type Value } from '../data/values.js';
import { compile, fromHost } from '../index.js';
import { type Bytecode, Request } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { signal } from './ends.js';
import { Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { post, tell } from './post.js';
import { type Process } from './process.js';
import { noproc, shutdown } from './reasons.js';

// An actor as the embedding program sees it.

export interface ActorRef {
  /** Its name, as programs know it. */
  readonly pid: Value;
  readonly isAlive: boolean;
  /** The state after the last commit. */
  readonly state: VMState;
  /** The current state, then one for each commit; it ends with the actor, with the fault that ended it. */
  readonly state$: Observable<VMState>;
  /** What it prints. */
  readonly output$: Observable<string>;

  /** Sends one message of code: the words of its instructions. */
  send(...words: readonly unknown[]): void;

  /** Sends bytecode. Never throws for what it contains. */
  next(bytecode: Bytecode): void;

  /** Tells it something, which it may `receive`: a value, an array or a plain object. Faults: `type-error`. */
  tell(message: unknown): void;

  /** Sends bytecode and answers with what it leaves on top of the stack. Rejects with a `VMError`. */
  ask(bytecode: Bytecode): Promise<Value>;

  /** Compiles a program, with the macros it knows, and asks for its value. Rejects with a `VMError`, also of `compile`. */
  evaluate(source: string): Promise<Value>;

  /** Tells it to end, for a reason, `shutdown` unless one is given. The symbol `kill` ends it whatever it does. */
  exit(reason?: unknown): void;

  /** Gives the reason of its end, once: `noproc` where it has ended already. */
  monitor(): Observable<Value>;
}

/** An actor of this system. */
export class LocalRef implements ActorRef {
  readonly #kernel: Kernel;
  readonly #process: Process;

  constructor(kernel: Kernel, process: Process) {
    this.#kernel = kernel;
    this.#process = process;
  }

  get pid(): Value {
    return this.#process.pid;
  }

  /** For what the system does with actors beyond this. */
  get inside(): { readonly kernel: Kernel; readonly process: Process } {
    return { kernel: this.#kernel, process: this.#process };
  }

  get isAlive(): boolean {
    return this.#process.isAlive;
  }

  get state(): VMState {
    return this.#process.turn.base;
  }

  readonly state$: Observable<VMState> = new Observable((subscriber) => {
    const process = this.#process;
    subscriber.next(this.state);
    if (process.isOpen) subscriber.add((process.states ??= new Subject()).subscribe(subscriber));
    else subscriber.complete();
  });

  readonly output$: Observable<string> = new Observable((subscriber) => {
    const process = this.#process;
    if (process.isOpen) subscriber.add((process.output ??= new Subject()).subscribe(subscriber));
    else subscriber.complete();
  });

  send(...words: readonly unknown[]): void {
    post(this.#kernel, this.#process, words);
  }

  next(bytecode: Bytecode): void {
    post(this.#kernel, this.#process, new Request(bytecode));
  }

  tell(message: unknown): void {
    tell(this.#kernel, this.#process, this.#process.pid, fromHost(message));
  }

  ask(bytecode: Bytecode): Promise<Value> {
    return new Promise((resolve, reject) => {
      post(this.#kernel, this.#process, new Request(bytecode, null, resolve, reject));
    });
  }

  async evaluate(source: string): Promise<Value> {
    return this.ask(compile(source, { syntax: this.state.variables }));
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
