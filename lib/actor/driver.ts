import { Subject } from 'rxjs';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type VMState } from '../machine/state.js';
import { change, type OnFault, type Turn, type Turning } from '../machine/turn.js';
import { Change, nextSlice, type Slice } from '../stream/fold.js';
import { Gate } from '../stream/gate.js';

// Who drives the pipeline of an actor: messages as they come, once it has started; or its owner, who asks for one
// instruction or for all that waits. Nobody drives it while a message is being handled.

export class Driver {
  readonly gate: Gate = new Gate();
  readonly inputs: Subject<Slice | Change> = new Subject();
  /** What turns are run with, as it is at the moment. */
  readonly options: { -readonly [Name in keyof Turning]: Turning[Name] };
  /** The turn as it is, where something was done outside of the stream. */
  caughtUp: (turn: Turn) => Turn = (turn) => turn;
  readonly #slice: number;
  #isStarted = false;

  constructor(
    instructions: InstructionSet,
    onFault: OnFault,
    slice: number,
    turns: Pick<Turning, 'explain' | 'fusion'>,
  ) {
    this.options = { ...turns, instructions, onFault, slice, trace: null };
    this.#slice = slice;
    this.gate.isPaused = true;
  }

  start(): void {
    this.#isStarted = true;
    this.gate.isPaused = false;
    this.#goOn();
  }

  /** Handles all that waits, or what `first` brings, to its end. */
  runAll(first?: () => void): void {
    this.gate.isPaused = false;
    this.options.slice = Infinity;
    if (!this.gate.isHeld) (first ?? this.gate.drain)();
    while (this.gate.isHeld) this.#proceed();
    this.#release();
  }

  /** Runs one instruction; a message without any is handled on the way to the first that has one. */
  step(hadInstructions: () => boolean): boolean {
    this.gate.isPaused = true;
    this.options.slice = 1;
    const ran = this.#stepOne(hadInstructions);
    this.#release();
    if (this.#isStarted) this.#goOn();
    return ran;
  }

  /** Changes the state between two messages. */
  change(apply: (state: VMState) => VMState): void {
    this.gate.between(() => {
      this.inputs.next(new Change((turn) => change(turn, apply)));
    });
  }

  /** Takes up a message that was begun elsewhere. */
  resume(turn: Turn): void {
    this.gate.handling = turn.message;
    this.inputs.next(new Change(() => turn));
  }

  #release(): void {
    this.options.slice = this.#slice;
    this.gate.isPaused = !this.#isStarted;
  }

  // With the message that was begun, then with those that wait.
  #goOn(): void {
    if (this.gate.isHeld && !this.gate.isInside) this.#proceed();
    else this.gate.drain();
  }

  #proceed(): void {
    this.gate.enter(() => {
      this.inputs.next(nextSlice);
    });
  }

  #stepOne(hadInstructions: () => boolean): boolean {
    if (this.gate.isHeld) {
      this.#proceed();
      return true;
    }
    while (this.gate.admit()) if (hadInstructions()) return true;
    return false;
  }
}
