import { asyncScheduler, type Observable } from 'rxjs';
import { VMError } from '../data/error.js';
import { compile } from '../index.js';
import { demand } from '../machine/host.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { defaultLimits, type Limits } from '../machine/limits.js';
import { type Bytecode, Request } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { type OnFault } from '../machine/turn.js';
import { type Overflow } from '../stream/line.js';
import { macrotask } from '../stream/macrotask.js';
import { type ActorRef, LocalRef } from './actor-ref.js';
import { end } from './ends.js';
import { type SystemEvent } from './events.js';
import { Pid } from './identity.js';
import { systemInstructions } from './instructions.js';
import { Kernel, type LostLetter } from './kernel.js';
import { register, start } from './perform.js';
import { chosenBy, type Choose } from './picking.js';
import { find, post } from './post.js';
import { preparedState } from './prelude.js';
import { type Process } from './process.js';
import { shutdown } from './reasons.js';
import { type Clock } from './timers.js';
import { runOne } from './turns.js';
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
}

/** What an actor is made of. */
export interface ActorSpec {
  /** A program, which is its first message. */
  readonly source?: string | undefined;
  readonly bytecode?: Bytecode | undefined;
  /** The state it starts from; by default one with the library and nothing more. */
  readonly state?: VMState | undefined;
  readonly name?: string | undefined;
  readonly instructions?: InstructionSet | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** What a fault does; `stop` ends the actor, and is the default. */
  readonly onFault?: OnFault | undefined;
  readonly mailbox?: { readonly capacity?: number | undefined; readonly overflow?: Overflow | undefined } | undefined;
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
const defaultCapacity = 1_000_000;

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
  constructor(
    { scheduler = hostClock, slice = defaultSlice, seed, limits = {} }: SystemOptions = {},
    rehearsal?: (seeded: Choose) => Choose,
  ) {
    demand(typeof slice === 'number' && slice > 0, 'slice is a number above 0');
    const seeded = chosenBy(seed ?? 0);
    const choose = rehearsal?.(seeded) ?? (seed === undefined ? null : seeded);
    const isStepped = rehearsal !== undefined;
    this.#kernel = new Kernel(scheduler, slice, { ...defaultLimits, ...limits }, runOne, choose, isStepped);
    this.events$ = eventsOf(this.#kernel);
    this.deadLetters$ = this.#kernel.deadLetters.asObservable();
  }

  get counters(): Counters {
    const { processes, timers, sent, handled, dead } = this.#kernel;
    let [running, queued] = [0, 0];
    for (const { turn, line, letters } of processes.values()) {
      if (turn.outcome === 'running') running += 1;
      queued += line.length + letters.length;
    }
    return { actors: processes.size, timers: timers.size, sent, handled, dead, running, queued };
  }

  /**
   * Starts an actor: a program, bytecode, or all that may be said of one. Faults: `misuse` where the name is taken, and
   * those of `compile`.
   */
  spawn(given: string | Bytecode | ActorSpec = {}): ActorRef {
    const spec = specOf(given);
    const {
      source,
      state = preparedState(),
      name,
      instructions = systemInstructions,
      onFault = 'stop',
      mailbox,
    } = spec;
    const { capacity = defaultCapacity, overflow = 'dropNewest' } = mailbox ?? {};
    const bytecode = source === undefined ? spec.bytecode : compile(source, { syntax: state.variables });
    if (name !== undefined) this.#demandFree(name);
    const pid = new Pid(0, this.#kernel.nextNumber());
    const limits = { ...this.#kernel.limits, ...spec.limits };
    const process = start(this.#kernel, pid, state, limits, {
      instructions,
      onFault,
      capacity,
      overflow,
      isBrief: false,
    });
    if (name !== undefined) register(this.#kernel, name, process);
    if (bytecode !== undefined) post(this.#kernel, process, new Request(bytecode));
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
    demand(process !== undefined, 'the actor has ended');
    this.#demandFree(name);
    register(this.#kernel, name, process as Process);
  }

  /** Ends all actors, the youngest first. */
  stop(): void {
    this.#kernel.during(() => {
      for (const process of [...this.#kernel.processes.values()].reverse()) end(this.#kernel, process, shutdown);
    });
  }

  #demandFree(name: string): void {
    if (this.#kernel.names.has(name)) throw new VMError('misuse', `the name ${name} is taken`);
  }
}

const specOf = (given: string | Bytecode | ActorSpec): ActorSpec => {
  if (typeof given === 'string') return { source: given };
  return Array.isArray(given) ? { bytecode: given as Bytecode } : (given as ActorSpec);
};
