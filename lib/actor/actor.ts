import { Observable, Subject, type Subscription } from 'rxjs';
import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Code } from '../machine/code.js';
import { type Effect } from '../machine/effects.js';
import { decodeOwn, loaded } from '../machine/loading.js';
import { type Fusion } from '../machine/fusion.js';
import { define } from '../machine/helpers.js';
import { checkValue } from '../machine/host.js';
import { type Handler } from '../machine/instruction.js';
import { type InstructionOptions, InstructionSet } from '../machine/instruction-set.js';
import { Library } from '../machine/library.js';
import { type Bytecode, Message, Request } from '../machine/message.js';
import { type TraceEvent } from '../machine/run.js';
import { type VMState } from '../machine/state.js';
import { detach } from '../machine/transfer.js';
import { firstTurn, Turn, type TurnOptions } from '../machine/turn.js';
import { decode } from '../stream/decode.js';
import { defaultSlice, turns } from '../stream/fold.js';
import { macrotask } from '../stream/macrotask.js';
import { mailbox } from '../stream/mailbox.js';
import { Driver } from './driver.js';
import { type QuickCalls } from './quick-calls.js';
import { type FunctionSpec, hostFunction } from './host-function.js';
import { Inbox, type Posted, type Sent } from './inbox.js';
import { type ActorOptions, initialState, onFaultOf, sliceOf } from './options.js';
import { type DeadLetter, refusalOf, reportUnseen } from './refusal.js';

// The actor: a Subject, a pipeline of two scans behind a gate, a subscription, and convenience on top. It holds no state
// of its own but the last turn of the fold.

/** What a kind of actor may be helped by, which is its own affair. */
export interface Aids {
  readonly explain?: TurnOptions['explain'];
  /** Who makes hot code fast. */
  readonly fusion?: object | null;
  /** Who calls it from outside. */
  readonly quick?: object | null;
}

/**
 * An actor without the language: the machine and the stream, and the instructions it is given. `VMActor` adds the
 * standard ones, the compiler and the library.
 */
export class Actor {
  readonly #inbox = new Inbox((message) => {
    this.#refuse(message);
  });
  readonly #states = new Subject<VMState>();
  readonly #trace = new Subject<TraceEvent>();
  readonly #output = new Subject<string>();
  readonly #faults = new Subject<VMError>();
  readonly #deadLetters = new Subject<DeadLetter>();

  /** What is sent, as a Subject: `next` sends. A sender that completes or fails does not end it. */
  readonly bytecode$: Subject<Sent> = this.#inbox;
  /** The current state on subscription, then one immutable state for each message that commits. */
  readonly state$: Observable<VMState> = new Observable((subscriber) => {
    this.#driver.gate.enter(() => {
      this.#caughtUp();
      if (!this.#isStopped) subscriber.next(this.#committed);
      subscriber.add(this.#states.subscribe(subscriber));
    });
  });
  /** Every instruction as it runs, also of messages that are rolled back later. Costs nothing while nobody watches. */
  readonly trace$: Observable<TraceEvent> = new Observable((subscriber) => {
    subscriber.add(this.#trace.subscribe(subscriber));
    subscriber.add(() => {
      if (!this.#trace.observed) this.#driver.options.trace = null;
    });
    this.#driver.options.trace = (event) => {
      this.#trace.next(event);
    };
  });
  /** What was printed, when its message has committed. */
  readonly output$: Observable<string> = this.#output.asObservable();
  /** Every fault. */
  readonly faults$: Observable<VMError> = this.#faults.asObservable();
  /** Every message that will not be handled; never completes. */
  readonly deadLetters$: Observable<DeadLetter> = this.#deadLetters.asObservable();

  readonly #driver: Driver;
  readonly #subscription: Subscription;
  #instructions: InstructionSet;
  #state: VMState;
  #committed: VMState;
  /** The turn of the message that is being handled or was handled last. */
  #turn: Turn;
  /** The fault that ended the actor while `execute` ran it. */
  #thrown: VMError | null = null;
  readonly #quick: QuickCalls | null;
  #isExecuting = false;
  #isStopped = false;
  /** Words that waited for their operands when the actor ended. */
  #discarded: Bytecode | null = null;

  constructor(
    options: ActorOptions = {},
    base: Library = new Library(),
    { quick = null, fusion = null, explain }: Aids = {},
  ) {
    this.#instructions = options.instructions ?? InstructionSet.empty;
    this.#driver = new Driver(this.#instructions, onFaultOf(options), sliceOf(options, defaultSlice), {
      explain,
      fusion: fusion as Fusion | null,
    });
    this.#quick = quick as QuickCalls | null;
    if (quick !== null) this.#driver.caughtUp = () => this.#caughtUp();
    const initial = initialState(options, base);
    this.#state = initial;
    this.#committed = initial;
    this.#turn = firstTurn(initial);
    this.#subscription = this.#connect(initial, options);
  }

  // The stream: bytecode, decoded, one message at a time, folded into states.
  #connect(initial: VMState, options: ActorOptions): Subscription {
    const {
      gate,
      options: { fusion },
    } = this.#driver;
    const instructions = (): InstructionSet => this.#instructions;
    const onDiscard = (words: Bytecode): void => {
      this.#discarded = words;
    };
    const onDrop = ({ letter, request }: Message): void => {
      this.#bury(letter, request);
    };
    const pipeline = this.#inbox.messages.pipe(
      decode(instructions, onDiscard, fusion?.load ?? decodeOwn),
      mailbox({ ...options.mailbox, gate, onDrop }),
      turns(initial, this.#driver, options.scheduler ?? macrotask),
    );
    return pipeline.subscribe((turn) => {
      this.#take(turn);
    });
  }

  /** The state as it stands; after a `step` also in the middle of a message. */
  get state(): VMState {
    this.#caughtUp();
    return this.#state;
  }

  /** The value on top of the stack; undefined when it is empty. */
  top(): Value | undefined {
    const { stack, world } = this.state;
    return stack.top === undefined ? undefined : detach(stack.top, world.store);
  }

  /** Starts handling messages: those that wait now, then each as it comes. */
  start(): this {
    if (!this.#isStopped) this.#driver.start();
    return this;
  }

  /** Ends the actor: the streams complete, and what waits is a dead letter. Stopping twice is stopping once. */
  stop(): void {
    this.#end(null);
  }

  [Symbol.dispose](): void {
    this.stop();
  }

  /** Sends one message: the words of its instructions. */
  send(...words: readonly unknown[]): void {
    this.#post(words);
  }

  /** Sends one message: bytecode, or an envelope with a priority. Never throws for what the message contains. */
  next(message: Sent): void {
    this.#post(new Request(message));
  }

  /** Sends one message and answers with what it leaves on top of the stack, nil if it leaves nothing more than it found. */
  ask(...words: readonly unknown[]): Promise<Value> {
    return this.answer(words);
  }

  /** Sends bytecode and answers as `ask` does. */
  protected answer(bytecode: Bytecode): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#post(new Request(bytecode, null, resolve, reject));
    });
  }

  /**
   * Applies a procedure, or the variable of that name, to values at once, as one message after those that wait. Throws
   * the `VMError` of its fault.
   *
   * @example
   * vm.call('discount', 120, 'gold');
   */
  call(procedure: Value, ...args: readonly Value[]): Value {
    return this.apply(procedure, args.map(checkValue));
  }

  /** Applies a procedure at once. */
  protected apply(procedure: Value, args: readonly Value[]): Value {
    this.#forbidInside('call');
    if (this.#isStopped) throw refusalOf('stopped');
    const value = this.#isQuiet ? this.#quick?.call(this.#state, this.#instructions, procedure, args) : undefined;
    return value === undefined ? this.#applyAsMessage(procedure, args) : value;
  }

  #applyAsMessage(procedure: Value, args: readonly Value[]): Value {
    const outcome: { answer: Value; fault?: VMError } = { answer: null };
    const take = (value: Value): void => {
      outcome.answer = value;
    };
    const refuse = (fault: VMError): void => {
      outcome.fault = fault;
    };
    const request = new Request(null, [procedure, ...args], take, refuse);
    const quick = this.#quick;
    if (quick?.hasBegun === true) {
      this.#driver.gate.enter(() => {
        this.#take(quick.finish(this.#caughtUp(), request, this.#driver.options));
      });
    } else {
      this.#driver.runAll();
      this.#driver.runAll(() => {
        this.#post(request);
      });
    }
    if (outcome.fault !== undefined) throw outcome.fault;
    return outcome.answer;
  }

  /** Queues or sends a whole program. It is frozen with all that is in it, so that it is decoded once. */
  loadBytecode(bytecode: Bytecode): this {
    this.next(loaded(bytecode));
    return this;
  }

  /** Handles everything that waits, at once and to its end, without starting. Throws the fault that stops the actor. */
  execute(): VMState {
    this.#forbidInside('execute');
    this.#thrown = null;
    this.#isExecuting = true;
    this.#driver.runAll();
    this.#isExecuting = false;
    const thrown = this.#thrown as VMError | null;
    if (thrown !== null) throw thrown;
    return this.state;
  }

  /** Runs one instruction of what waits, and says whether there was one. */
  step(): boolean {
    this.#forbidInside('step');
    return this.#driver.step(() => this.#turn.message?.code?.entry !== null);
  }

  /** Adds an instruction to this actor's set, from the next message on. Faults: `instruction-exists`, `misuse`. */
  defineInstruction(opcode: string, handler: Handler, spec?: InstructionOptions): this {
    return this.#use(this.#instructions.define(opcode, handler, spec));
  }

  /** Replaces the handler of an instruction, from the next message on. Faults: `unknown-instruction`, `misuse`. */
  replaceInstruction(opcode: string, handler: Handler): this {
    return this.#use(this.#instructions.replace(opcode, handler));
  }

  /**
   * Gives programs a host function under a name, replacing what had it. What the function throws is a fault; what it
   * returns must be a value, `undefined` being nil.
   *
   * @example
   * vm.defineFunction('vat', (net: number) => net * 0.19, { arity: 1 });
   */
  defineFunction(name: string, fn: (...args: never[]) => unknown, spec: FunctionSpec = {}): this {
    const primitive = hostFunction(name, fn, spec);
    this.#driver.change((state) => define(state, name, primitive));
    return this;
  }

  /** Where the actor stands: its state, and the one before its message where it is in the middle of one. */
  protected get turn(): { readonly state: VMState; readonly base: VMState | null; readonly received: number } {
    const { state } = this;
    return { state, base: state.control === null ? null : this.#committed, received: this.#turn.received };
  }

  /** Takes up a message that was begun elsewhere, before any other. */
  protected resume(code: Code, state: VMState, base: VMState, received: number): void {
    const message = new Message(code.words, code.words, code, null, 0, null);
    this.#driver.resume(new Turn('running', state, base, this.state, message, received));
  }

  #use(instructions: InstructionSet): this {
    this.#instructions = instructions;
    this.#driver.options.instructions = instructions;
    return this;
  }

  // Whether nobody looks, and nobody waits.
  get #isQuiet(): boolean {
    const { gate, options } = this.#driver;
    const isWatched = this.#states.observed || this.#inbox.observed || options.trace !== null;
    return !isWatched && !gate.isHeld && gate.isEmpty();
  }

  // The turn after the calls that the stream does not know of.
  #caughtUp(): Turn {
    const turn = this.#quick?.caughtUp(this.#turn) ?? this.#turn;
    if (turn !== this.#turn) {
      this.#turn = turn;
      this.#state = turn.state;
      this.#committed = turn.state;
    }
    return turn;
  }

  #forbidInside(operation: string): void {
    if (this.#driver.gate.isInside || this.#inbox.isShowing)
      throw new VMError('misuse', `${operation} in a message: send instead`);
  }

  #post(message: Posted): void {
    if (this.#isStopped) this.#refuse(message);
    else this.#inbox.post(message);
  }

  #take(turn: Turn): void {
    this.#state = turn.state;
    this.#turn = turn;
    if (turn.outcome === 'committed') this.#commit(turn);
    else if (turn.outcome === 'faulted') this.#fault(turn, turn.fault as VMError);
    else this.#committed = turn.base;
  }

  #commit({ state, effects, message, answer }: Turn): void {
    for (const effect of effects) this.#perform(effect);
    message?.request?.answer?.(answer);
    this.#show(state);
  }

  #show(state: VMState): void {
    this.#committed = state;
    if (this.#states.observed) this.#states.next(state);
  }

  #perform(effect: Effect): void {
    if (effect.type === 'send') this.#post(effect.message);
    else if (this.#output.observed) this.#output.next(effect.text);
  }

  #fault({ state, message }: Turn, fault: VMError): void {
    const { onFault } = this.#driver.options;
    const { letter, request } = message as Message;
    const isEnd = onFault === 'stop';
    const isSeen =
      this.#faults.observed || request?.refuse != null || (isEnd && (this.#states.observed || this.#isExecuting));
    if (isEnd) this.#thrown = fault;
    this.#faults.next(fault);
    this.#bury(letter, request, fault);
    if (isEnd) this.#end(fault);
    else if (onFault === 'restart') this.#show(state);
    if (!isSeen) reportUnseen(fault);
  }

  #refuse(message: Posted): void {
    if (message instanceof Request) this.#bury(message.shown, message);
    else this.#bury(message, null);
  }

  // A message is not handled because the actor has stopped, or else because too many wait, unless it faulted.
  #bury(message: unknown, request: Request | null, fault?: VMError): void {
    const reason = fault ?? (this.#isStopped ? 'stopped' : 'overflow');
    this.#deadLetters.next({ message, reason });
    request?.refuse?.(refusalOf(reason));
  }

  // A message that was begun and not ended is rolled back, and a dead letter like those that wait.
  #end(fault: VMError | null): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    const { gate } = this.#driver;
    const running = gate.handling as Message | null;
    gate.isHeld = false;
    gate.handling = null;
    if (running !== null) {
      this.#state = this.#committed;
      this.#bury(running.letter, running.request);
    }
    this.#subscription.unsubscribe();
    if (this.#discarded !== null) this.#refuse(this.#discarded);
    if (fault === null) this.#states.complete();
    else this.#states.error(fault);
    for (const subject of [this.#trace, this.#output, this.#faults]) subject.complete();
    this.#inbox.end();
  }
}
