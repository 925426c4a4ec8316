import { type Value } from '../data/values.js';
import { type Call, type Engine } from '../fusion/engine.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { Closure } from '../machine/procedures.js';
import { decodeNext, nothingDecoded, type Request } from '../machine/message.js';
import { run } from '../machine/run.js';
import { outside, seal, type VMState, World } from '../machine/state.js';
import { proceed, settle, Turn, type Turning } from '../machine/turn.js';

// Calls from outside of a procedure that is fused. Most of them compute a value and change nothing: of such a call there
// is no more to know than that it was, and what it left of its fuel. The state is made of that when somebody looks.

export class QuickCalls {
  readonly #engine: Engine;
  /** How many calls nobody has looked at, and what the last of them left of its fuel. */
  #count = 0;
  #gas = 0;
  /** What is called in what state, and with what instructions. */
  #callee: Value = null;
  #base: VMState | null = null;
  #instructions: InstructionSet | null = null;
  #call: Call | null = null;
  /** The state of a call that did more than compute a value, from where it goes on. */
  #left: VMState | null = null;
  /** The last one that came of it. */
  #last: Call | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The turn after these calls; the same one if there were none. */
  caughtUp(turn: Turn): Turn {
    const count = this.#count;
    if (count === 0) return turn;
    this.#count = 0;
    const { instructions, variables, store, limits, reserve } = (this.#last as Call).world;
    const position = turn.state.position + count;
    const world = new World(instructions, variables, store, null, limits, this.#gas + reserve, position, undefined);
    const state = outside(null, turn.state.stack, 0, world);
    return new Turn('committed', state, state, turn.initial, turn.message, turn.received + count);
  }

  /** The value of a call; undefined where there is none yet. */
  call(state: VMState, instructions: InstructionSet, callee: Value, args: readonly Value[]): Value | undefined {
    this.#left = null;
    if (callee !== this.#callee || state !== this.#base || instructions !== this.#instructions || this.#call === null) {
      this.#call = this.#prepared(state, instructions, callee);
      this.#callee = callee;
      this.#base = state;
      this.#instructions = instructions;
    }
    if (this.#call === null || !isAlone(args)) return undefined;
    const engine = this.#engine;
    const value = engine.call(this.#call, args);
    if (value === undefined) {
      this.#left = engine.left;
      return undefined;
    }
    this.#count += 1;
    this.#last = this.#call;
    this.#gas = engine.registers.gas;
    return value;
  }

  /** Whether the call did more than compute a value, and is to be finished. */
  get hasBegun(): boolean {
    return this.#left !== null;
  }

  /** The turn in which the call is finished. */
  finish(before: Turn, request: Request, options: Turning): Turn {
    const atOnce = { ...options, slice: Infinity };
    const { message } = decodeNext(nothingDecoded, request, options.instructions as InstructionSet);
    const { state, initial, received } = before;
    const left = (this.#left as VMState).withWorld({ position: state.position });
    this.#left = null;
    const begun = new Turn('running', left, state, initial, message, received + 1);
    let turn = settle(begun, seal(run(left, Infinity)), atOnce);
    while (turn.outcome === 'running') turn = proceed(turn, atOnce);
    return turn;
  }

  #prepared(state: VMState, instructions: InstructionSet, callee: Value): Call | null {
    const procedure = typeof callee === 'string' ? state.variables.get(callee) : callee;
    if (!(procedure instanceof Closure) || !isAlone(procedure.captured)) return null;
    return this.#engine.callOf(procedure, state, instructions);
  }
}

// What refers to nothing else, and need not be copied.
const isAlone = (values: readonly Value[]): boolean => {
  for (const value of values) if (typeof value === 'object' && value !== null) return false;
  return true;
};
