import { asyncScheduler, isObservable, type Observable, Subscription } from 'rxjs';
import { VMError } from '../data/error.js';
import { Engine } from '../fusion/engine.js';
import { type Value } from '../data/values.js';
import { demand, hosted } from '../machine/host.js';
import { defaultLimits, type Limits } from '../machine/limits.js';
import { macrotask } from '../stream/macrotask.js';
import { type ActorRef, LocalRef } from './actor-ref.js';
import { type Spawnable, specOf } from './actor-spec.js';
import { type SystemEvent } from './events.js';
import { Pid } from './identity.js';
import { Kernel, type LostLetter } from './kernel.js';
import { chosenBy, type Choose } from './picking.js';
import { limitsWith } from './plan.js';
import { find } from './post.js';
import { preparedState } from './prelude.js';
import { startOf } from './prepare.js';
import { type Process } from './process.js';
import { create, launch, register } from './starts.js';
import { stopAll } from './stop.js';
import { type Projection, subscribeTo } from './subscriptions.js';
import { launchSupervisor } from './supervisor-launch.js';
import { type Clock, isClock } from './timers.js';
import { runTurn } from './turns.js';
import { eventsOf } from './watch.js';

// Many actors over one run queue: each in turn has a slice. The semantics are Erlang's: isolated state, links, monitors,
// exit signals, selective receive.

export interface SystemOptions {
  /** Time and the turns of the event loop; those of the host by default. Every scheduler of RxJS is one. */
  readonly scheduler?: Clock | undefined;
  /** Fuel until the next actor has its turn; 4000 by default. */
  readonly slice?: number | undefined;
  /** Picks who runs next among all that could, always alike for the same seed; first in, first out without one. */
  readonly seed?: number | undefined;
  /** Limits of actors that are given no others. */
  readonly limits?: Partial<Limits> | undefined;
  /** Whether hot code is made fast; it is, unless this is false, and means the same. */
  readonly fusion?: boolean | undefined;
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
  /** Answers of the host that are waited for, and observables that are watched for actors. */
  readonly hostCalls: number;
  readonly subscriptions: number;
}

const defaultSlice = 4000;

// The language is looked up when something is hot for the first time: a system of handlers never needs it.
const primitives = { get: (name: string): Value | undefined => preparedState().variables.get(name) };

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
  /** What happens, for as long as somebody looks; it costs nothing while nobody does. */
  readonly events$: Observable<SystemEvent>;
  /** What nobody handles. */
  readonly deadLetters$: Observable<LostLetter>;

  /**
   * Faults: `misuse` for a faulty option. `rehearsal` is for tests: it makes of the choices of the seed those that hold,
   * and has every turn wait for the scheduler.
   */
  constructor(options: SystemOptions = {}, rehearsal?: (seeded: Choose) => Choose) {
    demand(typeof options === 'object' && (options as unknown) !== null, 'options is an object');
    const { scheduler = hostClock, slice = defaultSlice, seed, limits, fusion = true } = options;
    demand(isClock(scheduler), 'scheduler has now() and schedule(work, delay)');
    demand(typeof slice === 'number' && slice > 0, 'slice is a number above 0');
    demand(typeof fusion === 'boolean', 'fusion is true or false');
    const seeded = chosenBy(seed ?? 0);
    const choose = rehearsal?.(seeded) ?? (seed === undefined ? null : seeded);
    const most = limitsWith(defaultLimits, limits);
    const isStepped = rehearsal !== undefined;
    const engine = fusion ? Engine.usual(primitives) : null;
    this.#kernel = new Kernel(scheduler, Math.max(1, slice), most, runTurn, choose, isStepped, engine);
    this.events$ = eventsOf(this.#kernel);
    this.deadLetters$ = this.#kernel.deadLetters.asObservable();
  }

  get counters(): Counters {
    const { processes, timers, sent, handled, dead, hostCalls, subscriptions } = this.#kernel;
    let [running, queued] = [0, 0];
    for (const { isRunning, line, letters, opening } of processes) {
      if (isRunning) running += 1;
      queued += line.length + letters.length + (opening === null ? 0 : 1);
    }
    return {
      actors: processes.size,
      timers: timers.size,
      sent,
      handled,
      dead,
      running,
      queued,
      hostCalls,
      subscriptions,
    };
  }

  /**
   * Starts an actor: a program, bytecode, or all that may be said of one. Faults: `misuse` where the name is taken, and
   * those of `compile`. A supervisor has started when it is given, or the fault names the child that could not; called while
   * an actor has its turn, it starts when that is over.
   */
  spawn(given: Spawnable = {}): ActorRef {
    // What is given may throw when it is looked at.
    const made = hosted(() => startOf(this.#kernel)(specOf(given)));
    if (made.name !== undefined) this.#demandFree(made.name);
    const process = create(this.#kernel, made);
    if (made.children === undefined) launch(this.#kernel, process, made);
    else launchSupervisor(this.#kernel, process, made);
    return new LocalRef(this.#kernel, process);
  }

  /** The actor of that name. */
  whereis(name: string): ActorRef | undefined {
    const process = this.#kernel.names.get(name);
    return process && new LocalRef(this.#kernel, process);
  }

  /** Gives an actor a name. Faults: `misuse` where the name is taken, or the actor has ended or is none of this system. */
  register(name: string, ref: ActorRef): void {
    demand(typeof name === 'string', 'name is a string');
    const process = this.#processOf(ref);
    demand(process !== undefined, 'the actor has ended');
    this.#demandFree(name);
    register(this.#kernel, name, process as Process);
  }

  /**
   * Sends an actor what an observable gives, until that ends, the actor ends or the subscription is ended. Each value is
   * a letter, or what `project` makes bytecode of it is run. What cannot be sent is a dead letter, and so is the error
   * that the observable ends with. Faults: `misuse`.
   *
   * @example
   * system.subscribeTo(fromEvent(input, 'change').pipe(debounceTime(300), map(() => input.value)), ref);
   */
  subscribeTo<T>(source: Observable<T>, ref: ActorRef, project?: Projection<T>): Subscription {
    demand(isObservable(source), 'source is an observable');
    demand(project === undefined || typeof project === 'function', 'project is a function that gives bytecode');
    const process = this.#processOf(ref);
    return process === undefined ? Subscription.EMPTY : subscribeTo(this.#kernel, source, process, project);
  }

  /**
   * Ends all actors, the youngest first, supervisors with their children in reverse, each within its limit; others that go
   * on are killed after 5000 ms. Gives a promise that all are gone.
   */
  stop(): Promise<void> {
    return stopAll(this.#kernel);
  }

  // Undefined where it has ended.
  #processOf(ref: ActorRef): Process | undefined {
    const pid = (ref as Partial<ActorRef> | null)?.pid;
    demand(pid instanceof Pid, 'ref is the handle of an actor');
    const process = find(this.#kernel, pid as Pid);
    return process?.isAlive === true ? process : undefined;
  }

  #demandFree(name: string): void {
    if (this.#kernel.names.has(name)) throw new VMError('misuse', `the name ${name} is taken`);
  }
}
