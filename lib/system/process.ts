import { type Subject } from 'rxjs';
import { type VMError } from '../data/error.js';
import { type Pair, type Value } from '../data/values.js';
import { type Message } from '../machine/message.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { Stack } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { firstTurn, type OnFault, type Turn } from '../machine/turn.js';
import { Line, type Overflow } from '../stream/line.js';
import { type Wait } from './effects.js';
import { type Pid, type Reference } from './identity.js';
import { type Letter, Letters } from './letters.js';
import { type Timer } from './timers.js';

// What a system knows of one actor. The system does everything; what most actors never need is made when they do.

/** What an actor waits for, and what has been set up for it. */
export interface Waiting {
  readonly wait: Wait;
  /** Goes on without an answer when it fires. */
  readonly timer: Timer | null;
}

export interface ProcessOptions {
  readonly instructions: InstructionSet;
  readonly onFault: OnFault;
  readonly capacity: number;
  readonly overflow: Overflow;
  /** Whether it ends when its first message is done. */
  readonly isBrief: boolean;
}

/** The place of an actor under a supervisor. */
export interface Place {
  readonly keeper: Process;
  /** What the supervisor knows it by. */
  readonly key: Value;
  /** Whether its name and its mailbox stay when it ends, until the supervisor lets it go. */
  isKept: boolean;
  /** Why it ended last. */
  reason: Value;
}

/** What a supervisor has in its charge. */
export interface Charges {
  readonly children: Set<Process>;
  /** What children start from, by what its program knows of them. */
  readonly starts: Map<Value, unknown>;
  /** Whether all its children are made of one specification. */
  readonly isDynamic: boolean;
  /** What the news of their ends start with, so that nobody else can tell them. */
  readonly mark: Reference;
  /** Why it could not start. */
  failure: Value | undefined;
}

export class Process {
  turn: Turn;
  /** The stack before the message that runs: where it goes back to when the message fails behind a wait. */
  floor: Stack = Stack.empty;
  isAlive = true;
  /** How often it was restarted. */
  incarnation = 0;
  /** What it starts with, before all that was sent to it. */
  opening: Message | null = null;
  /** Is told once: that it has started, or why it could not. */
  onStart: ((outcome: Pair) => void) | null = null;
  place: Place | null = null;
  charges: Charges | null = null;
  /** Waits for its turn. */
  isQueued = false;
  isTrapping = false;
  /** Messages that are code, in the order in which they are handled. */
  readonly line: Line<Message>;
  readonly letters: Letters = new Letters();
  waiting: Waiting | null = null;
  /** Why it cannot go on, or did not. */
  failure: VMError | null = null;
  /** When the receive that is going on gives up: until a message is taken, one time limit holds. */
  deadline: Timer | null = null;
  isLate = false;
  /** Where the receive that is going on stopped looking. */
  near: Letter | null = null;
  links: Set<Process> | null = null;
  /** Who is told when it ends, by what names the telling. */
  monitors: Map<Reference, (reason: Value) => void> | null = null;
  /** Whom it watches, by the same names. */
  watching: Map<Reference, Process> | null = null;
  timers: Map<Reference, Timer> | null = null;
  names: Set<string> | null = null;
  /** Given to whoever watches it from outside. */
  states: Subject<VMState> | null = null;
  output: Subject<string> | null = null;

  constructor(
    readonly pid: Pid,
    initial: VMState,
    readonly options: ProcessOptions,
  ) {
    this.turn = firstTurn(initial);
    this.line = new Line(options.capacity, options.overflow);
  }

  /** Whether messages find it: it is alive, or will be again. */
  get isOpen(): boolean {
    return this.isAlive || this.place?.isKept === true;
  }

  /** Has somebody told the reason when it ends. */
  tellOfEnd(reference: Reference, notice: (reason: Value) => void): void {
    (this.monitors ??= new Map<Reference, (reason: Value) => void>()).set(reference, notice);
  }

  /** Is told when another one ends, until it does not want to be. */
  watch(other: Process, reference: Reference, notice: (reason: Value) => void): void {
    other.tellOfEnd(reference, notice);
    (this.watching ??= new Map<Reference, Process>()).set(reference, other);
  }

  unwatch(reference: Reference): void {
    this.watching?.get(reference)?.monitors?.delete(reference);
    this.watching?.delete(reference);
  }
}
