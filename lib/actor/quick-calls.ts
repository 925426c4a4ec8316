import { type Value } from '../data/values.js';
import { type Call, type Engine, enter } from '../fusion/engine.js';
import { frameCost } from '../machine/call.js';
import { gasFor } from '../machine/execute.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { Closure } from '../machine/procedures.js';
import { decodeNext, nothingDecoded, type Request } from '../machine/message.js';
import { run } from '../machine/run.js';
import { Frame, noLocals, outside, seal, type VMState, World } from '../machine/state.js';
import { proceed, settle, Turn, type Turning } from '../machine/turn.js';

// Calls from outside while nobody waits and nobody watches. Most of them compute a value and change nothing: of such a call
// there is no more to know than that it was, and what it left of its fuel. The state is made of that when somebody looks.

export class QuickCalls {
  readonly #engine: Engine | null;
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

  constructor(engine: Engine | null) {
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
    const fused = engine?.call(this.#call, args);
    this.#left = engine?.left ?? null;
    if (fused === undefined && this.#left === null) return this.#interpreted(this.#call, args);
    if (fused !== undefined) this.#note(this.#call, (engine as Engine).registers.gas);
    return fused;
  }

  #interpreted(call: Call, args: readonly Value[]): Value | undefined {
    const { code } = call.closure;
    if (code.rest !== null || code.params.length !== args.length) return undefined;
    const { control, stack, gas, world } = (this.#left = run(enter(call, args), Infinity));
    const { top } = stack;
    if (control !== null || world !== call.world || (typeof top === 'object' && top !== null)) return undefined;
    this.#left = null;
    this.#note(call, gas);
    return top;
  }

  #note(call: Call, gas: number): void {
    this.#count += 1;
    this.#last = call;
    this.#gas = gas;
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

  #prepared({ stack, variables, world }: VMState, instructions: InstructionSet, callee: Value): Call | null {
    const closure = typeof callee === 'string' ? variables.get(callee) : callee;
    if (!(closure instanceof Closure) || closure.code.instructions !== instructions || !isAlone(closure.captured))
      return null;
    const { store, limits, position } = world;
    const gas = gasFor(limits.fuel, Infinity);
    if (gas <= frameCost || stack.length >= limits.stack) return null;
    const reserve = limits.fuel - gas;
    const caller = new Frame(null, stack, noLocals, null, null, 1 + stack.length);
    const own = new World(
      instructions,
      variables,
      store,
      null,
      limits,
      reserve,
      position,
      undefined,
      null,
      this.#engine,
    );
    return { closure, caller, world: own, gas: gas - frameCost };
  }
}

// What refers to nothing else, and need not be copied.
const isAlone = (values: readonly Value[]): boolean => {
  for (const value of values) if (typeof value === 'object' && value !== null) return false;
  return true;
};
