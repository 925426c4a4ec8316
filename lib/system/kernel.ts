import { Subject } from 'rxjs';
import { isVMError, VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Limits } from '../machine/limits.js';
import { type Message } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { Queue } from '../stream/line.js';
import { type Pid, type Reference } from './identity.js';
import { type Process } from './process.js';
import { type Clock, Timers } from './timers.js';

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
  readonly #runnable = new Queue<Process>(0);
  #isRunning = false;
  #isYielding = false;
  #numbers = 0;

  constructor(
    readonly clock: Clock,
    readonly slice: number,
    readonly limits: Limits,
    /** Gives an actor one slice, and says whether it used it up. */
    private readonly runOne: (kernel: Kernel, process: Process) => boolean,
  ) {
    this.timers = new Timers(clock);
  }

  /** A number that was never given. */
  nextNumber(): number {
    this.#numbers += 1;
    return this.#numbers;
  }

  /** Takes note of what nobody handles. */
  lose(to: Value, message: unknown, reason: LostLetter['reason'], state?: VMState): void {
    this.dead += 1;
    this.deadLetters.next({ to, message, reason, state });
  }

  /** The same of code; whoever asked is told. */
  bury(to: Pid, { letter, request }: Message, reason: LostLetter['reason'], state?: VMState): void {
    this.lose(to, letter, reason, state);
    if (isVMError(reason)) request?.refuse?.(reason);
    else request?.refuse?.(reason === 'overflow' ? new VMError('misuse', 'the mailbox is full') : endedFault());
  }

  /** Gives an actor its turn when those before it had theirs: at once, where nothing runs. */
  activate(process: Process): void {
    if (process.isQueued || process.waiting !== null) return;
    process.isQueued = true;
    this.#runnable.push(process);
    if (!this.#isRunning && !this.#isYielding) this.#run();
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
    if (!this.#isYielding) this.#run();
  }

  /** Lets actors run until something holds, where nothing runs yet and something can. */
  until(holds: () => boolean): void {
    while (!this.#isRunning && this.#runnable.length > 0 && !holds()) this.#run();
  }

  #run(): void {
    this.#isRunning = true;
    let slices = 0;
    for (let turns = 0; this.#runnable.length > 0 && turns < mostTurns && slices < mostSlices; turns += 1) {
      const process = this.#runnable.shift();
      process.isQueued = false;
      if (process.isAlive && process.waiting === null && this.runOne(this, process)) slices += 1;
    }
    this.#isRunning = false;
    if (this.#runnable.length > 0) this.#yield();
  }

  #yield(): void {
    if (this.#isYielding) return;
    this.#isYielding = true;
    this.clock.schedule(() => {
      this.#isYielding = false;
      this.#run();
    });
  }
}
