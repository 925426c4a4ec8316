import { Subject } from 'rxjs';
import { isVMError, VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
import { type Pair, type Value } from '../data/values.js';
import { type Fusion } from '../machine/fusion.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Limits } from '../machine/limits.js';
import { Message } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { Queue } from '../stream/line.js';
import { explain } from './explanation.js';
import { type Reference } from './identity.js';
import { type Choose, ChosenQueue, type RunQueue } from './picking.js';
import { Instructions, Known } from './known.js';
import { type Posted, Process } from './process.js';
import { type GivenOptions, type ProcessOptions } from './process-options.js';
import { noproc } from './reasons.js';
import { type Clock, Timers } from './timers.js';
import { type Watch } from './watch.js';
import { Weights } from './weights.js';

// What a system consists of: its actors, their names, who waits for whom, and whose turn it is. What happens to them is
// said by functions of this floor, each of which is given the kernel.

/** Something that nobody handles, and why. */
export interface LostLetter {
  readonly to: Value;
  readonly message: unknown;
  readonly reason: 'noproc' | 'ended' | 'overflow' | VMError;
  /** The state in which a message faulted: with it and the message it will again. */
  readonly state?: VMState | undefined;
}

/** What whoever asked gets when the actor ends before it answers; its cause is the reason. */
export const endedFault = (reason: Value): VMError =>
  new VMError('misuse', `the actor has ended: ${summary(reason)}`, {}, { cause: reason });

// The event loop has its turn after so much fuel.
const mostAtOnce = 250_000;

// What comes in a microtask costs, besides what actors do with it.
const perMicrotask = 500;

export class Kernel {
  readonly timers: Timers;
  readonly processes: Set<Process> = new Set();
  readonly names: Map<string, Process> = new Map();
  /** Who waits for an answer, by what names the request. */
  readonly callers: Map<Reference, Process> = new Map();
  /** The same of requests from outside. */
  readonly outside: Map<Reference, (outcome: Pair) => void> = new Map();
  readonly deadLetters: Subject<LostLetter> = new Subject();
  readonly weights: Weights = new Weights();
  /** How many messages were sent, handled and lost. */
  sent = 0;
  handled = 0;
  dead = 0;
  /** How many answers of the host are waited for, and how many of its observables are watched. */
  hostCalls = 0;
  /** How many were asked for, ever. */
  hostCallsMade = 0;
  subscriptions = 0;
  /** Null while nobody watches. */
  watch: Watch | null = null;
  /** How much fuel a turn takes: with chosen orders it is one slice of one message, so that there is more to choose. */
  readonly mostInTurn: number;
  readonly #runnable: RunQueue<Process>;
  readonly #known = new WeakMap<InstructionSet, Instructions>();
  #options: ProcessOptions | null = null;
  #isRunning = false;
  #isYielding = false;
  #numbers = 0;
  /** What may be spent in microtasks before the event loop has its turn. */
  #credit = mostAtOnce;
  readonly #actions = new Queue<() => void>(0);
  #isInOrder = false;

  constructor(
    readonly clock: Clock,
    readonly slice: number,
    readonly limits: Limits,
    /** Gives an actor its turn, and says how much fuel that took. */
    private readonly runTurn: (kernel: Kernel, process: Process) => number,
    /** Picks who runs next; null for first in, first out. */
    choose: Choose | null = null,
    /** Whether every turn waits for the clock, so that whoever drives it can look between two. */
    private readonly isStepped: boolean = false,
    /** Who makes hot code of all its actors fast; null where everything is interpreted. */
    readonly fusion: Fusion | null = null,
  ) {
    this.timers = new Timers(clock, (fire) => {
      this.during(fire);
    });
    this.mostInTurn = choose === null ? slice : 1;
    this.#runnable = choose === null ? new Queue<Process>(0) : new ChosenQueue(choose);
  }

  /** The options of an actor, with what follows from them; those of many are the same. */
  optionsFor({ instructions, onFault, capacity, overflow, capabilities }: GivenOptions): ProcessOptions {
    const last = this.#options;
    if (
      last?.instructions === instructions &&
      last.onFault === onFault &&
      last.capacity === capacity &&
      last.overflow === overflow &&
      last.capabilities === capabilities
    )
      return last;
    const turns = { instructions, onFault, slice: this.slice, trace: null, explain, fusion: this.fusion };
    let known = this.#known.get(instructions);
    if (known === undefined) this.#known.set(instructions, (known = new Instructions()));
    const home = this.processes;
    return (this.#options = { instructions, onFault, capacity, overflow, capabilities, turns, known, home });
  }

  /** A number that was never given. */
  nextNumber(): number {
    this.#numbers += 1;
    return this.#numbers;
  }

  /** Takes note of what nobody handles. */
  lose(to: Process | Value, message: unknown, reason: LostLetter['reason'], from: Value, state?: VMState): void {
    this.dead += 1;
    this.watch?.lost(to, message, reason, from);
    this.deadLetters.next({ to: to instanceof Process ? to.pid : to, message, reason, state });
  }

  /** Takes note of what is sent to nobody, or cannot be sent. */
  miss(to: Process | Value, message: unknown, from: Value, reason: LostLetter['reason'] = 'noproc'): void {
    this.sent += 1;
    this.watch?.told(to, 'letter', message, from);
    this.lose(to, message, reason, from);
  }

  /** The same of code; whoever asked is told. */
  bury(to: Process, posted: Posted, reason: LostLetter['reason'], end: Value = noproc, state?: VMState): void {
    const from = this.watch?.senderOf(posted) ?? null;
    if (!(posted instanceof Message)) {
      this.lose(to, posted instanceof Known ? [posted.opcode] : posted, reason, from);
      return;
    }
    const { letter, request } = posted;
    this.lose(to, letter, reason, from, state);
    if (isVMError(reason)) request?.refuse?.(reason);
    else request?.refuse?.(reason === 'overflow' ? new VMError('misuse', 'the mailbox is full') : endedFault(end));
  }

  /** Gives an actor its turn when those before it had theirs: at once, where nothing runs. */
  activate(process: Process): void {
    if (process.isQueued || process.waiting !== null) return;
    process.isQueued = true;
    this.#runnable.push(process);
    if (!this.#isRunning && !this.#isYielding) this.#wake();
  }

  /** Does something, and lets actors run only then. */
  during<T>(action: () => T): T {
    if (this.#isRunning) return action();
    this.#isRunning = true;
    try {
      return action();
    } finally {
      this.#isRunning = false;
      if (!this.#isYielding) this.#wake();
    }
  }

  /** Whether nothing goes on, and what is sent to an actor at rest can be handled at once. */
  get isAtRest(): boolean {
    return !this.#isRunning && !this.#isYielding && this.mostInTurn > 1 && !this.isStepped && this.watch === null;
  }

  /**
   * The same in a microtask. Those may come one after the other for ever, so what actors spend in them is counted until
   * the event loop has its turn.
   */
  soon(action: () => void): void {
    if (this.#isRunning || this.#isYielding || this.isStepped) {
      this.during(action);
      return;
    }
    this.#isRunning = true;
    try {
      action();
    } finally {
      this.#isRunning = false;
    }
    if (this.#credit > 0) this.#credit -= perMicrotask + this.#run();
    else if (this.#runnable.length > 0) this.#yield();
  }

  /** Does something when what is being done so is done: ends come of ends, and a chain of them may be of any length. */
  inOrder(action: () => void): void {
    this.#actions.push(action);
    if (this.#isInOrder) return;
    this.#isInOrder = true;
    try {
      while (this.#actions.length > 0) this.#actions.shift()();
    } finally {
      this.#isInOrder = false;
    }
  }

  /** Lets actors run until something holds, where nothing runs yet and something can. */
  until(holds: () => boolean): void {
    while (!this.#isRunning && this.#runnable.length > 0 && !holds()) this.#run();
  }

  #wake(): void {
    if (!this.isStepped) this.#run();
    else if (this.#runnable.length > 0) this.#yield();
  }

  #run(): number {
    const most = this.isStepped ? 1 : mostAtOnce;
    this.#isRunning = true;
    let spent = 0;
    try {
      while (this.#runnable.length > 0 && spent < most) {
        const process = this.#runnable.shift();
        const used = this.runTurn(this, process);
        spent += used;
        process.isQueued = false;
        // One that used less than its turn has nothing to do.
        if (used >= this.mostInTurn && process.isReady) this.activate(process);
      }
    } finally {
      // A clock may throw: nobody else is hurt.
      this.#isRunning = false;
      if (this.#runnable.length > 0) this.#yield();
    }
    return spent;
  }

  #yield(): void {
    if (this.#isYielding) return;
    this.#isYielding = true;
    this.clock.schedule(() => {
      this.#isYielding = false;
      this.#credit = mostAtOnce;
      this.#run();
    });
  }
}
