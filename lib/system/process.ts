import { type Subject, type Unsubscribable } from 'rxjs';
import { type VMError } from '../data/error.js';
import { type Pair, type Value } from '../data/values.js';
import { type Bytecode, type Message } from '../machine/message.js';
import { type Limits } from '../machine/limits.js';
import { Stack } from '../machine/stack.js';
import { outside, type VMState, World } from '../machine/state.js';
import { firstTurn, Turn } from '../machine/turn.js';
import { type Wait } from './effects.js';
import { type Pid, type Reference } from './identity.js';
import { type Known } from './known.js';
import { type Letter, Letters } from './letters.js';
import { Owner } from './owner.js';
import { Pause } from './pause.js';
import { type ProcessOptions } from './process-options.js';
import { ShortLine } from './short-line.js';
import { type Timer } from './timers.js';

// What a system knows of one actor. The system does everything; what most actors never need is made when they do.

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

/** Code on its way: words that are decoded when it is their turn, or what is decoded already. */
export type Posted = Message | Known | Bytecode;

export class Process {
  // What every message looks at stands together, in front.
  isAlive = true;
  /** Waits for its turn. */
  isQueued = false;
  /** What it waits for. */
  waiting: Wait | null = null;
  /** Null until it is needed: an actor that has done nothing is what it is made of, and one that waits is its pause. */
  #turn: Turn | null = null;
  #pause: Pause | null = null;
  /** The topmost value of the stack between messages, undefined where there is none, and what is below it. */
  top: Value | undefined;
  below: Stack;
  /** How many messages since the turn changed nothing else; see `quick`. */
  #quick = 0;
  /** Given to whoever watches it from outside. */
  states: Subject<VMState> | null = null;
  /** What it starts next, before all that waits. */
  opening: Posted | null = null;
  #line: ShortLine<Posted> | null = null;
  #letters: Letters | null = null;
  /** The letter that the receive that is going on looks at: it is taken, unless the receive asks for the next. */
  offered: Letter | null = null;
  /** Whether there is a letter that the receive has not looked at before the one it looks at. */
  hasMissed = false;
  /** When the receive that is going on gives up: one time limit holds until it takes a letter. */
  deadline: Timer | null = null;
  isLate = false;
  /** Ends what it waits for at the end of a time. */
  wakeUp: Timer | null = null;
  /** What looking at letters took since its last turn, in fuel. */
  debt = 0;
  /** Why it cannot go on, or did not. */
  failure: VMError | null = null;
  charges: Charges | null = null;
  /** Is told once: that it has started, or why it could not. */
  onStart: ((outcome: Pair) => void) | null = null;
  place: Place | null = null;
  /** How often it was restarted. */
  incarnation = 0;
  /** The stack before the message that runs: where it goes back to when the message fails behind a wait. */
  floor: Stack = Stack.empty;
  isTrapping = false;
  /** Whether whoever asked with the message that runs has been answered. */
  hasAnswered = false;
  /** Whether code is among its letters. */
  hasCode = false;
  /** Whether priorities count for it. */
  hasPriorities = false;
  links: Set<Process> | null = null;
  /** Who is told when it ends, by what names the telling. */
  monitors: Map<Reference, (reason: Value) => void> | null = null;
  /** Whom it watches, by the same names. */
  watching: Map<Reference, Process> | null = null;
  timers: Map<Reference, Timer> | null = null;
  names: Set<string> | null = null;
  /** Calls and subscriptions in the host, which end with it. */
  owned: Set<Unsubscribable> | null = null;
  output: Subject<string> | null = null;

  constructor(
    readonly pid: Pid,
    /** Names what it makes. */
    readonly number: number,
    /** What it starts from. */
    private readonly template: VMState,
    readonly limits: Limits,
    readonly options: ProcessOptions,
    /** Whether it ends when its first message is done. */
    readonly isBrief: boolean,
  ) {
    const { stack } = template;
    this.top = stack.top;
    this.below = stack.below ?? stack;
  }

  /** Messages that are code, in the order in which they are handled. */
  get line(): ShortLine<Posted> {
    return this.#line ?? noLine;
  }

  get letters(): Letters {
    return this.#letters ?? noLetters;
  }

  /** Where code waits, from now on. */
  get ownLine(): ShortLine<Posted> {
    return (this.#line ??= new ShortLine(this.options.capacity, this.options.overflow));
  }

  /** Where letters wait, from now on. */
  get ownLetters(): Letters {
    return (this.#letters ??= new Letters());
  }

  /** Whether it has something to do that it need not wait for. */
  get isReady(): boolean {
    if (!this.isAlive || this.waiting !== null) return false;
    return this.isRunning || this.opening !== null || this.line.length > 0;
  }

  /** Whether it is in the middle of a message, or about to begin one: what comes now is received, if it is. */
  get isBusy(): boolean {
    return this.isRunning || this.opening !== null || this.isBrief;
  }

  /** Whether it is at rest, and a message waits. */
  get hasMessage(): boolean {
    if (this.#line === null || this.#line.length === 0) return false;
    return this.isAlive && this.waiting === null && this.opening === null && !this.isRunning;
  }

  /** Whether messages find it: it is alive, or will be again. */
  get isOpen(): boolean {
    return this.isAlive || this.place?.isKept === true;
  }

  /** Whether it does nothing and has nothing to do, where nothing goes on. */
  get isAtRest(): boolean {
    return this.isAlive && !this.isQueued && this.waiting === null;
  }

  /** In the middle of a message. */
  get isRunning(): boolean {
    if (this.#turn === null) return this.#pause !== null;
    return this.#quick === 0 && this.#turn.outcome === 'running';
  }

  /** Where it stands. */
  get turn(): Turn {
    const turn = (this.#turn ??= this.#pause?.turnWith(this.options.turns.slice) ?? firstTurn(this.#initial()));
    return this.#quick === 0 ? turn : (this.turn = afterQuick(turn, this.stack, this.#quick));
  }

  set turn(turn: Turn) {
    this.#turn = turn;
    this.#quick = 0;
    if (turn.outcome === 'running') return;
    const { stack } = turn.state;
    this.top = stack.top;
    this.below = stack.below ?? stack;
    this.#pause = null;
  }

  /** The stack between messages. */
  get stack(): Stack {
    const { top, below } = this;
    return top === undefined ? below : new Stack(top, below, below.length + 1);
  }

  // The state it starts from, which knows whose it is.
  #initial(): VMState {
    const { stack, world } = this.template;
    const { variables, store } = world;
    const owner = new Owner(this.limits, this.pid, this.number);
    const own = new World(null, variables, store, null, owner, 0, 0, undefined);
    return outside(null, stack, 0, own);
  }

  /** Waits in the middle of a message, where the machine stands: what ran so far is committed. */
  pause(): void {
    const { turn } = this;
    if (this.#pause?.isOf(turn) !== true) this.#pause = new Pause(turn);
    this.#pause.moveTo(turn.state);
    this.#turn = null;
  }

  /**
   * Takes note of a message that cost 1 and did nothing but change the stack. The state after it is made when somebody
   * wants to see it: most states of many actors nobody does, and all that is kept moves through the heap.
   */
  quick(top: Value, below: Stack): void {
    this.top = top;
    this.below = below;
    this.#quick += 1;
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

// In most actors nothing waits; nothing is ever added to these.
const noLine = new ShortLine<Posted>(0, 'dropNewest');
const noLetters = new Letters();

const afterQuick = ({ state: { world }, initial, message, received }: Turn, stack: Stack, count: number): Turn => {
  const { instructions, variables, store, limits, position } = world;
  const after = new World(instructions, variables, store, null, limits, limits.fuel - 1, position + count, undefined);
  const state = outside(null, stack, 0, after);
  return new Turn('committed', state, state, initial, message, received + count);
};
