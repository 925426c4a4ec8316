import { asyncScheduler, type Observable } from 'rxjs';
import { VMError } from '../data/error.js';
import { demand } from '../machine/host.js';
import { defaultLimits, type Limits } from '../machine/limits.js';
import { macrotask } from '../stream/macrotask.js';
import { type ActorRef, LocalRef } from './actor-ref.js';
import { type Spawnable, specOf } from './actor-spec.js';
import { Kernel, type LostLetter } from './kernel.js';
import { find } from './post.js';
import { startOf } from './prepare.js';
import { type Process } from './process.js';
import { create, launch, register } from './starts.js';
import { stopAll } from './stop.js';
import { launchSupervisor } from './supervisor-launch.js';
import { type Clock } from './timers.js';
import { runOne } from './turns.js';

// Many actors over one run queue: each in turn has a slice. The semantics are Erlang's: isolated state, links, monitors,
// exit signals, selective receive.

export interface SystemOptions {
  /** Time and the turns of the event loop; those of the host by default. Every scheduler of RxJS is one. */
  readonly scheduler?: Clock | undefined;
  /** Fuel until the next actor has its turn; 4000 by default. */
  readonly slice?: number | undefined;
  /** Limits of actors that are given no others. */
  readonly limits?: Partial<Limits> | undefined;
}

/** How many actors and timers there are, and what became of messages: sent are handled, dead, running and queued ones. */
export interface Counters {
  readonly actors: number;
  readonly timers: number;
  readonly sent: number;
  readonly handled: number;
  readonly dead: number;
  readonly running: number;
  readonly queued: number;
}

const defaultSlice = 4000;

const hostClock: Clock = {
  now: () => asyncScheduler.now(),
  schedule: (work, delay = 0) => (delay === 0 ? macrotask.schedule(work) : asyncScheduler.schedule(work, delay)),
};

/**
 * A system of actors.
 *
 * @example
 * const system = new ActorSystem();
 * const echo = system.spawn('(let loop () (receive (message (print message) (loop))))');
 * echo.output$.subscribe(console.log);
 * echo.tell('hello'); // hello
 */
export class ActorSystem {
  readonly #kernel: Kernel;
  /** What nobody handles. */
  readonly deadLetters$: Observable<LostLetter>;

  /** Faults: `misuse` for a faulty option. */
  constructor({ scheduler = hostClock, slice = defaultSlice, limits = {} }: SystemOptions = {}) {
    demand(typeof slice === 'number' && slice > 0, 'slice is a number above 0');
    this.#kernel = new Kernel(scheduler, slice, { ...defaultLimits, ...limits }, runOne);
    this.deadLetters$ = this.#kernel.deadLetters.asObservable();
  }

  get counters(): Counters {
    const { processes, timers, sent, handled, dead } = this.#kernel;
    let [running, queued] = [0, 0];
    for (const { turn, line, letters, opening } of processes.values()) {
      if (turn.outcome === 'running') running += 1;
      queued += line.length + letters.length + (opening === null ? 0 : 1);
    }
    return { actors: processes.size, timers: timers.size, sent, handled, dead, running, queued };
  }

  /**
   * Starts an actor: a program, bytecode, or all that may be said of one. Faults: `misuse` where the name is taken, and
   * those of `compile`. A supervisor has started when it is given, or the fault names the child that could not; called while
   * an actor has its turn, it starts when that is over.
   */
  spawn(given: Spawnable = {}): ActorRef {
    const spec = specOf(given);
    if (spec.name !== undefined) this.#demandFree(spec.name);
    const start = startOf(this.#kernel)(spec);
    const process = create(this.#kernel, start);
    if (start.children === undefined) launch(this.#kernel, process, start);
    else launchSupervisor(this.#kernel, process, start);
    return new LocalRef(this.#kernel, process);
  }

  /** The actor of that name. */
  whereis(name: string): ActorRef | undefined {
    const process = this.#kernel.names.get(name);
    return process && new LocalRef(this.#kernel, process);
  }

  /** Gives an actor a name. Faults: `misuse` where the name is taken, or the actor has ended. */
  register(name: string, { pid }: ActorRef): void {
    const process = find(this.#kernel, pid);
    demand(process?.isAlive === true, 'the actor has ended');
    this.#demandFree(name);
    register(this.#kernel, name, process as Process);
  }

  /**
   * Ends all actors, the youngest first, supervisors with their children in reverse, each within its limit; others that go
   * on are killed after 5000 ms. Gives a promise that all are gone.
   */
  stop(): Promise<void> {
    return stopAll(this.#kernel);
  }

  #demandFree(name: string): void {
    if (this.#kernel.names.has(name)) throw new VMError('misuse', `the name ${name} is taken`);
  }
}
