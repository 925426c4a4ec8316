import { Subject } from 'rxjs';
import { isVMError, VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Limits } from '../machine/limits.js';
import { type Message } from '../machine/message.js';
import { Queue } from '../stream/line.js';
import { type Reference } from './identity.js';
import { type Choose, ChosenQueue, type RunQueue } from './picking.js';
import { Process } from './process.js';
import { type Clock, Timers } from './timers.js';
import { type Watch } from './watch.js';

// What a system consists of: its actors, their names, who waits for whom, and whose turn it is. What happens to them is
// said by functions of this floor, each of which is given the kernel.

/** Something that nobody handles, and why. */
export interface LostLetter {
  readonly to: Value;
  readonly message: unknown;
  readonly reason: 'noproc' | 'ended' | 'overflow' | VMError;
}

/** What whoever asked gets when the actor ends before it answers. */
export const endedFault = (): VMError => new VMError('misuse', 'the actor has ended');

// The event loop has its turn after so many turns of actors, or so many that used up their slices.
const mostTurns = 10_000;
const mostSlices = 60;

export class Kernel {
  readonly timers: Timers;
  readonly processes: Map<string, Process> = new Map();
  readonly names: Map<string, Process> = new Map();
  /** Who waits for an answer, by what names the request. */
  readonly callers: Map<Reference, Process> = new Map();
  readonly deadLetters: Subject<LostLetter> = new Subject();
  /** How many messages were sent, handled and lost. */
  sent = 0;
  handled = 0;
  dead = 0;
  /** Null while nobody watches. */
  watch: Watch | null = null;
  readonly #runnable: RunQueue<Process>;
  #isRunning = false;
  #isYielding = false;
  #numbers = 0;

  constructor(
    readonly clock: Clock,
    readonly slice: number,
    readonly limits: Limits,
    /** Gives an actor one slice, and says whether it used it up. */
    private readonly runOne: (kernel: Kernel, process: Process) => boolean,
    /** Picks who runs next; null for first in, first out. */
    choose: Choose | null = null,
    /** Whether every turn waits for the clock, so that whoever drives it can look between two. */
    private readonly isStepped: boolean = false,
  ) {
    this.timers = new Timers(clock);
    this.#runnable = choose === null ? new Queue<Process>(0) : new ChosenQueue(choose);
  }

  /** A number that was never given. */
  nextNumber(): number {
    this.#numbers += 1;
    return this.#numbers;
  }

  /** Takes note of what nobody handles. */
  lose(to: Process | Value, message: unknown, reason: LostLetter['reason'], from: Value): void {
    this.dead += 1;
    this.watch?.lost(to, message, reason, from);
    this.deadLetters.next({ to: to instanceof Process ? to.pid : to, message, reason });
  }

  /** The same of code; whoever asked is told. */
  bury(to: Process, message: Message, reason: LostLetter['reason']): void {
    const { letter, request } = message;
    this.lose(to, letter, reason, this.watch?.senderOf(message) ?? null);
    if (isVMError(reason)) request?.refuse?.(reason);
    else request?.refuse?.(reason === 'overflow' ? new VMError('misuse', 'the mailbox is full') : endedFault());
  }

  /** Gives an actor its turn when those before it had theirs: at once, where nothing runs. */
  activate(process: Process): void {
    if (process.isQueued || process.waiting !== null) return;
    process.isQueued = true;
    this.#runnable.push(process);
    if (!this.#isRunning && !this.#isYielding) this.#wake();
  }

  /** Does something, and lets actors run only then. */
  during(action: () => void): void {
    if (this.#isRunning) {
      action();
      return;
    }
    this.#isRunning = true;
    try {
      action();
    } finally {
      this.#isRunning = false;
    }
    if (!this.#isYielding) this.#wake();
  }

  #wake(): void {
    if (!this.isStepped) this.#run();
    else if (this.#runnable.length > 0) this.#yield();
  }

  #run(): void {
    const most = this.isStepped ? 1 : mostTurns;
    this.#isRunning = true;
    let slices = 0;
    for (let turns = 0; this.#runnable.length > 0 && turns < most && slices < mostSlices; turns += 1) {
      const process = this.#runnable.shift();
      process.isQueued = false;
      if (process.isAlive && process.waiting === null && this.runOne(this, process)) slices += 1;
    }
    this.#isRunning = false;
    if (this.#runnable.length > 0) this.#yield();
  }

  #yield(): void {
    this.#isYielding = true;
    this.clock.schedule(() => {
      this.#isYielding = false;
      this.#run();
    });
  }
}
