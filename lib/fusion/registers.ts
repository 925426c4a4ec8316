import { identityCost, isSame } from '../data/equal.js';
import { Owner, type Page } from '../data/pages.js';
import { list, type Value } from '../data/values.js';
import { type Items, Vector } from '../data/vectors.js';
import { settle } from '../instructions/lift.js';
import { type Code } from '../machine/code.js';
import { type FusedCode } from './fused-code.js';
import { instructionsOf, linked } from './shapes.js';
import { stopped } from './stopped.js';
import { Failed, frameless } from '../machine/execute.js';
import { hostFault, resultOf } from '../machine/host.js';
import { Instruction } from '../machine/instruction.js';
import { frameCost } from '../machine/call.js';
import { Closure, type Operation, Primitive } from '../machine/procedures.js';
import { drop, pushAll, Stack } from '../machine/stack.js';
import { Frame, noLocals, offstage, VMState, type World } from '../machine/state.js';
import { StorePrimitive } from '../machine/store-primitive.js';
import { Box } from '../machine/store.js';
import { refersToCell } from '../machine/transfer.js';
import { type VariableReference } from '../machine/variables.js';
import { type Engine } from './engine.js';
import { type Entry, type Run, runEach } from './entry.js';
import { codeIn, type Globals, runOf } from './globals.js';

// What fused code works on while it runs: the fuel, the world, and what it leaves behind where it has to stop. It stops by
// giving `stopped` in place of a value, and each procedure on the way out leaves its frame, as the interpreter would have
// it. So it is never known by anybody but the fused code itself that there were no frames before.

/**
 * Why. `frames`: what was called has stopped, and left its frames. `again`: nothing was done, and the interpreter does the
 * instruction. `value`: it was done, and its value is not yet pushed. `raw`: that value came from outside. `thrown`: it
 * has failed.
 */
type Why = 'frames' | 'again' | 'value' | 'raw' | 'thrown';

/** A procedure where it has stopped. */
interface Stop {
  readonly control: Instruction | null;
  readonly stack: readonly Value[];
  readonly locals: readonly Value[];
  readonly closure: Closure | null;
}

const nobody = /* @__PURE__ */ new Owner();
// What a call goes on with whose value is taken from the stack.
const nowhere = /* @__PURE__ */ new Instruction((state) => state, '', null, null as never, 0);

const fusedEntry = ({ fused }: Code): Entry | null => (fused as FusedCode | null)?.entry ?? null;

/** Calls what is not fused, or was not when it was looked up. */
export const callBy: Run = (m, room, procedure, ...args) => (m as Registers).callGlobal(room, procedure, args);

export class Registers {
  /** What the slice may still spend, what was charged for the block that runs already taken off. */
  gas = 0;
  /** What globals that were looked up are worth: they are, while it is the same. */
  stamp: object = nobody;
  /** Who may write pages in place. */
  owner: Owner = nobody;
  /** What a message leaves on its stack. */
  results: readonly Value[] = noLocals;
  isBusy = false;
  #world!: World;
  #why: Why = 'frames';
  /** Why the innermost procedure has stopped. */
  #innermost: Why = 'frames';
  #value: Value | undefined;
  #thrown: unknown;
  #callee: Closure | null = null;
  #args: Value[] = [];
  #stops: Stop[] = [];
  #message: Code | null = null;
  #instructions: readonly Instruction[] = [];

  /** Takes up what is left to spend, and the world. */
  begin(gas: number, world: World): void {
    this.isBusy = true;
    this.gas = gas;
    // Also where it is the same: variables are written in place.
    this.#see(world);
  }

  /** Gives up what was begun. */
  reset(): void {
    this.isBusy = false;
    this.#why = 'frames';
    this.#innermost = 'frames';
    this.#callee = null;
    this.#stops = [];
  }

  /** The state in which what was begun with a state has ended, or stopped. */
  end(state: VMState, { code, needs }: Pick<Entry, 'code' | 'needs'>, result: Value, room: number): VMState {
    // What is below may never be looked at by the code itself, but it is by what the interpreter goes on with.
    const base = drop(state.stack, needs);
    this.isBusy = false;
    const value = result === stopped ? this.go(room) : result;
    if (value !== stopped && code.isBody) return this.#returned(state, value);
    if (value !== stopped) return this.#state(state, null, this.#left(base), noLocals, null, null);
    const stops = this.#stops;
    if (stops.length === 0) {
      this.#why = 'frames';
      return this.#returned(state, this.#value as Value);
    }
    this.#stops = [];
    return this.#stoppedAt(state, code, stops, base);
  }

  // What a message leaves: most often one value.
  #left(base: Stack): Stack {
    const { results } = this;
    return results.length === 1 ? new Stack(results[0], base, base.length + 1) : pushAll(base, results);
  }

  // The innermost stop is the state, the others are frames.
  #stoppedAt(state: VMState, code: Code, stops: readonly Stop[], base: Stack): VMState {
    let { frame } = state;
    let isLowest = true;
    for (let i = stops.length - 1; i > 0; i -= 1) {
      const { control, stack, locals, closure } = stops[i] as Stop;
      const below = pushAll(isLowest ? base : Stack.empty, stack);
      frame = new Frame(control, below, locals, closure, frame, (frame === null ? 1 : frame.size + 1) + below.length);
      isLowest = false;
    }
    (code.fused as FusedCode | null)?.left(state.gas - this.gas);
    const { control, stack, locals, closure } = stops[0] as Stop;
    const below = pushAll(isLowest ? base : Stack.empty, stack);
    const at = this.#state(state, control, below, locals, closure, frame);
    const how = this.#innermost;
    this.#innermost = 'frames';
    if (how === 'thrown') throw new Failed(at, this.#thrown);
    if (how !== 'raw') return at;
    const raw = this.#value as Value;
    const pops = control?.code.instructions.get(control.opcode)?.effect?.pops as number;
    return settle(at, (control as Instruction).next, drop(below, pops), raw);
  }

  #returned(state: VMState, value: Value): VMState {
    const frame = state.frame as Frame;
    const stack = new Stack(value, frame.stack, frame.stack.length + 1);
    return this.#state(state, frame.control, stack, frame.locals, frame.closure, frame.below);
  }

  #state(
    _state: VMState,
    control: Instruction | null,
    stack: Stack,
    locals: readonly Value[],
    closure: Closure | null,
    frame: Frame | null,
  ): VMState {
    return new VMState(control, stack, locals, closure, frame, this.gas, this.#world);
  }

  /** The world as it is now. */
  get world(): World {
    return this.#world;
  }

  #see(world: World): void {
    this.#world = world;
    this.stamp = world.variables.stamp;
    this.owner = world.store.owner ?? nobody;
  }

  /** An instruction of a message that is fused with others of its shape. */
  nth(code: Code, index: number): Instruction {
    if (this.#message !== code) {
      this.#message = code;
      this.#instructions = instructionsOf(linked(code));
    }
    return this.#instructions[index] as Instruction;
  }

  /** Leaves a procedure where it stops: at an instruction, or behind it where that is done or has called what stopped. */
  exit(
    instruction: Instruction,
    charged: number,
    pops: number,
    closure: Closure | null,
    locals: Value[],
    stack: Value[],
  ): Value {
    const why = this.#why;
    const isBehind = why === 'frames' || why === 'value';
    if (isBehind) stack.length -= pops;
    else this.gas += charged;
    if (why === 'value' && this.#value !== undefined) stack.push(this.#value);
    while (locals.length > 0 && locals[locals.length - 1] === undefined) locals.pop();
    const control = isBehind ? instruction.next : instruction;
    if (why === 'again') (instruction.code.fused as FusedCode | null)?.missed();
    this.#stops.push({ control, stack, locals: locals.length > 0 ? locals : noLocals, closure });
    // Whoever is left from here on has called what has stopped.
    this.#innermost = this.#stops.length === 1 ? why : this.#innermost;
    this.#why = 'frames';
    return stopped;
  }

  /** Leaves a procedure at an instruction that it cannot do, or not now. */
  quit(instruction: Instruction, charged: number, closure: Closure | null, locals: Value[], stack: Value[]): Value {
    this.#why = 'again';
    return this.exit(instruction, charged, 0, closure, locals, stack);
  }

  /** The same where there is too little left to spend. */
  pause(instruction: Instruction, closure: Closure | null, locals: Value[], stack: Value[]): Value {
    while (locals.length > 0 && locals[locals.length - 1] === undefined) locals.pop();
    this.#stops.push({ control: instruction, stack, locals: locals.length > 0 ? locals : noLocals, closure });
    return stopped;
  }

  /** Whether a tail call has not been made. */
  get stays(): boolean {
    return this.#why === 'again' || this.#why === 'thrown';
  }

  #again(): Value {
    this.#why = 'again';
    return stopped;
  }

  #fail(thrown: unknown): Value {
    this.#why = 'thrown';
    this.#thrown = thrown;
    return stopped;
  }

  /** Calls what may be anything. */
  call(room: number, procedure: Value, args: Value[]): Value {
    if (procedure instanceof Closure) {
      const locals = this.#bound(procedure, args);
      return locals === null ? this.#again() : this.#enter(room, procedure, locals);
    }
    return this.apply(procedure, frameCost, frameCost, args);
  }

  /** The same for a procedure that a global named, and that was not fused when that was looked up. */
  callGlobal(room: number, procedure: Value, args: Value[]): Value {
    const { variables, instructions } = this.#world;
    if (runOf(procedure, args.length, instructions) !== null) {
      variables.restamp();
      this.stamp = variables.stamp;
    }
    return this.call(room, procedure, args);
  }

  /** How a value is called with so many arguments. */
  runOf(procedure: Value, argc: number): Run {
    return runOf(procedure, argc, this.#world.instructions) ?? callBy;
  }

  /** Calls in place of the procedure that runs: gives its value, or leaves it to whoever called. */
  tail(procedure: Value, args: Value[]): Value {
    if (!(procedure instanceof Closure)) return this.apply(procedure, 1, 1, args);
    const locals = this.#bound(procedure, args);
    if (locals === null) return this.#again();
    this.#callee = procedure;
    this.#args = locals;
    return stopped;
  }

  /** Goes on in the tail call that was left, if one was, until there is a value or it stops. */
  go(room: number): Value {
    for (;;) {
      const closure = this.#callee;
      if (closure === null) return stopped;
      this.#callee = null;
      const result = this.#enter(room, closure, this.#args);
      if (result !== stopped) return result;
    }
  }

  // The arguments as the first locals of what is called; null for what the interpreter has to see.
  #bound(closure: Closure, args: Value[]): Value[] | null {
    const code = codeIn(closure, this.#world.instructions);
    if (code === undefined) return null;
    const fixed = code.params.length;
    if (code.rest === null) return args.length === fixed ? args : null;
    const more = args.length - fixed;
    if (more < 0 || this.gas <= more) return null;
    this.gas -= more;
    return [...args.slice(0, fixed), list(args.slice(fixed))];
  }

  #enter(room: number, closure: Closure, locals: Value[]): Value {
    const code = codeIn(closure, this.#world.instructions) as Code;
    if (fusedEntry(code) === null) (this.#world.fusion as Engine | null)?.wanted(code, this.#world);
    const entry = fusedEntry(code);
    if (entry !== null) return runEach(entry.run, this, room, closure, locals);
    this.#stops.push({ control: code.entry, stack: noLocals, locals: locals.length > 0 ? locals : noLocals, closure });
    return stopped;
  }

  /** Applies a primitive; of what is charged, so much is for the call, and the rest for what comes behind it. */
  apply(procedure: Value, charged: number, own: number, args: Value[]): Value {
    if (procedure instanceof StorePrimitive) return this.#operate(procedure, charged, own, args);
    return procedure instanceof Primitive && !procedure.isHost ? this.#compute(procedure, own, args) : this.#again();
  }

  // What fails is done again by the interpreter, since it has no effects.
  #compute(primitive: Primitive, own: number, args: Value[]): Value {
    if (args.length < primitive.least || args.length > primitive.most) return this.#again();
    const spare = this.gas + own - 1;
    try {
      const cost = Math.ceil(primitive.costOf(args, spare + 1 + this.#world.reserve));
      if (!(cost < spare)) return this.#again();
      const result = primitive.compute(args);
      this.gas = cost > 0 ? spare - cost : spare;
      return result;
    } catch {
      return this.#again();
    }
  }

  /** What a primitive computes that costs nothing more than its call. */
  compute(apply: (...args: Value[]) => Value, a?: Value, b?: Value, c?: Value): Value {
    try {
      return apply(a as Value, b as Value, c as Value);
    } catch {
      return this.#again();
    }
  }

  #operate(operation: Operation, charged: number, own: number, args: Value[]): Value {
    return this.#done(nowhere, Stack.empty, charged, own, (state) =>
      operation.enter({ state, instruction: nowhere, args, below: Stack.empty, isTail: false }),
    );
  }

  /** Does an instruction that needs no more than values, the variables and the store. */
  step(instruction: Instruction, charged: number, own: number, operands: readonly Value[]): Value {
    const stack = pushAll(Stack.empty, operands);
    return this.#done(instruction, stack, charged, own, (state) => instruction.execute(state, instruction));
  }

  // Of what is charged, so much is its own, and the rest for what comes behind it.
  #done(
    instruction: Instruction,
    stack: Stack,
    charged: number,
    own: number,
    work: (state: VMState) => VMState,
  ): Value {
    const state = new VMState(instruction, stack, noLocals, null, offstage, this.gas + charged, this.#world);
    let after: VMState;
    try {
      after = work(state);
    } catch (thrown) {
      return this.#failed(thrown, charged);
    }
    const { reserve } = this.#world;
    this.#see(after.world);
    const value = after.stack.top;
    const left = after.gas - (charged - own);
    if (left > 0 && after.world.reserve === reserve) {
      this.gas = left;
      return value as Value;
    }
    this.gas = after.gas;
    this.#why = 'value';
    this.#value = value;
    return stopped;
  }

  #failed(thrown: unknown, charged: number): Value {
    const cause = thrown instanceof Failed ? thrown.cause : thrown;
    if (cause === frameless) return this.#again();
    if (thrown instanceof Failed) {
      this.gas = thrown.state.gas - charged;
      this.#see(thrown.state.world);
    }
    return this.#fail(cause);
  }

  /** Whether two values are the same to a program; it costs what looking at their texts costs. */
  same(a: Value, b: Value): Value {
    const cost = identityCost(a, b);
    if (cost >= this.gas) return this.#again();
    this.gas -= cost;
    return isSame(a, b);
  }

  /** What a user's function computes: it is called once, whatever comes of it. */
  lifted(apply: (...args: Value[]) => Value, a?: Value, b?: Value): Value {
    let result: Value;
    try {
      result = resultOf(apply(a as Value, b as Value));
    } catch (thrown) {
      return this.#fail(hostFault(thrown));
    }
    if (!refersToCell(result)) return result;
    this.#why = 'raw';
    this.#value = result;
    return stopped;
  }

  /** Looks the globals of a procedure up anew, and says whether they are what it was made for. */
  refresh(globals: Globals): boolean {
    if (globals.find(this.#world)) {
      globals.stamp = this.stamp;
      return true;
    }
    return false;
  }

  /** Gives a variable another value, and says whether it could. */
  setVariable(reference: VariableReference, value: Value): boolean {
    const { variables, store } = this.#world;
    if (variables.at(reference.slotIn(variables.names)) === undefined) return false;
    const writable = variables.writable();
    writable.defineReferred(reference, value);
    if (writable !== variables) this.#world = this.#world.withStored(writable, store);
    this.stamp = writable.stamp;
    return true;
  }

  /** A new box; `stopped` where room has to be made for it. */
  box(content: Value | undefined): Value {
    const { variables, store, limits } = this.#world;
    if (store.isCollectionDue || variables.size + store.size + 1 > limits.store) return this.#again();
    const writable = store.writable();
    this.#writing(writable);
    return writable.box(content);
  }

  /** What is in a box; `stopped` for what is none, and where nothing is in it yet. */
  unbox(box: Value): Value {
    const { store } = this.#world;
    if (!(box instanceof Box) || !store.owns(box)) return stopped;
    const content = store.read(box.address);
    return content === undefined ? stopped : content;
  }

  /** The page of a box, to be written in place; null for what is none. */
  page(box: Value): Page | null {
    const { store } = this.#world;
    if (!(box instanceof Box) || !store.owns(box)) return null;
    const writable = store.writable();
    this.#writing(writable);
    writable.write(box.address, writable.read(box.address));
    return (box.page = writable.pageOf(box.address));
  }

  #items(vector: Value, index: Value): Items | null {
    const { store } = this.#world;
    if (!(vector instanceof Vector) || !store.owns(vector)) return null;
    const items = store.read(vector.address) as Items;
    return Number.isInteger(index) && (index as number) >= 0 && (index as number) < items.length ? items : null;
  }

  /** The item of a vector of this actor; `stopped` for what is none, and where there is no such item. */
  item(vector: Value, index: Value): Value {
    const items = this.#items(vector, index);
    return items === null ? stopped : items.at(index as number);
  }

  /** Puts a value in the place of an item; `stopped` where there is none. */
  setItem(vector: Value, index: Value, value: Value): Value {
    const items = this.#items(vector, index);
    if (items === null) return stopped;
    const writable = this.#world.store.writable();
    this.#writing(writable);
    const changed = items.with(index as number, value, this.owner);
    if (changed !== items) writable.replace((vector as Vector).address, changed);
    return null;
  }

  #writing(store: World['store']): void {
    if (store === this.#world.store) return;
    this.#world = this.#world.withStored(this.#world.variables, store);
    this.owner = store.owner as Owner;
  }
}
