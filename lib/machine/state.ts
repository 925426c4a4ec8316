import { type VMError } from '../data/error.js';
import { ObjectValue, type Value } from '../data/values.js';
import { type Fusion } from './fusion.js';
import { type Instruction } from './instruction.js';
import { type InstructionSet } from './instruction-set.js';
import { type Limits, defaultLimits } from './limits.js';
import { type Closure } from './procedures.js';
import { type Effect } from './effects.js';
import { pushAll, Stack } from './stack.js';
import { Store } from './store.js';
import { type Variables, variablesOn } from './variables.js';

// The state of a machine: control, environment, store, continuation, all immutable. An instruction makes one new
// VMState, so the class has few fields, set always and in one order; what changes rarely sits together in the World.

/** A suspended caller. Frames form a chain on the heap, which is the continuation. */
export class Frame extends ObjectValue {
  constructor(
    /** Where the caller goes on; null at the end of its message. */
    readonly control: Instruction | null,
    readonly stack: Stack,
    readonly locals: readonly Value[],
    readonly closure: Closure | null,
    readonly below: Frame | null,
    /** How many frames and operands are pending up to here. */
    readonly size: number,
  ) {
    super();
  }

  override get parts(): readonly Value[] {
    return [...this.stack, ...this.locals, this.closure, this.below];
  }

  override withParts(parts: readonly Value[]): Frame {
    const { length } = this.stack;
    const stack = pushAll(Stack.empty, parts.slice(0, length));
    const [closure, below] = parts.slice(-2) as [Closure | null, Frame | null];
    return new Frame(this.control, stack, parts.slice(length, -2), closure, below, this.size);
  }
}

/** Stands for frames that are not at hand: nothing is collected under it. */
export const offstage: Frame = /* @__PURE__ */ new Frame(null, Stack.empty, [], null, null, 0);

/** Effects wait here, newest first, until their message commits. */
export interface Outbox {
  readonly effect: Effect;
  readonly earlier: Outbox | null;
  readonly size: number;
}

/** Who may handle a fault. */
export interface Rescuer {
  /** How many more frames and operands may be pending than the limit says. */
  readonly room: number;
  /** The state that goes on in place of an instruction which faulted; null when nobody handles it. */
  rescue(state: VMState, instruction: Instruction, fault: VMError): VMState | null;
}

export class World {
  constructor(
    /** The instruction set of the message that runs. */
    readonly instructions: InstructionSet | null,
    readonly variables: Variables,
    readonly store: Store,
    readonly outbox: Outbox | null,
    readonly limits: Limits,
    /** What the message may spend in later slices. */
    readonly reserve: number,
    /** How many messages have been committed. */
    readonly position: number,
    readonly fault: VMError | undefined,
    /** Who catches what is raised, and what else belongs to the running continuation; nil at the start of a message. */
    readonly dynamic: (ObjectValue & Rescuer) | null = null,
    /** Who makes hot code fast while the message runs; null where everything is interpreted. */
    readonly fusion: Fusion | null = null,
  ) {}

  with(change: Partial<World>): World {
    return Object.assign(this.withStored(this.variables, this.store), change);
  }

  /** What many instructions make, without the detour. */
  withStored(variables: Variables, store: Store, outbox: Outbox | null = this.outbox): World {
    const { instructions, limits, reserve, position, fault, dynamic, fusion } = this;
    return new World(instructions, variables, store, outbox, limits, reserve, position, fault, dynamic, fusion);
  }
}

export const noLocals: readonly Value[] = Object.freeze([]);

export interface InitialState {
  readonly variables?: Variables;
  readonly limits?: Partial<Limits>;
}

/**
 * One immutable state of a machine.
 *
 * @example
 * const state = push(VMState.initial(), 1, 2);
 * state.stack.toArray(); // [1, 2]
 */
export class VMState {
  constructor(
    /** The instruction to run next; null between messages. */
    readonly control: Instruction | null,
    /** The operand stack of the running procedure, or of the actor between messages. */
    readonly stack: Stack,
    readonly locals: readonly Value[],
    readonly closure: Closure | null,
    readonly frame: Frame | null,
    /** What the slice may still spend, a small integer; see `fuel` for all of it. */
    readonly gas: number,
    readonly world: World,
  ) {}

  /** A state at rest with an empty stack. */
  static initial({ variables = variablesOn(), limits = {} }: InitialState = {}): VMState {
    const world = new World(null, variables, Store.empty, null, { ...defaultLimits, ...limits }, 0, 0, undefined);
    return outside(null, Stack.empty, 0, world);
  }

  /** Global variables, by name. */
  get variables(): Variables {
    return this.world.variables;
  }

  /** `running` in the middle of a message, `faulted` after a fault that stopped the actor, else `idle`. */
  get status(): 'idle' | 'running' | 'faulted' {
    if (this.world.fault !== undefined) return 'faulted';
    return this.control === null ? 'idle' : 'running';
  }

  /** How many messages have been committed. */
  get position(): number {
    return this.world.position;
  }

  /** What is left of the allowance of the running or the last message. */
  get fuel(): number {
    return this.gas + this.world.reserve;
  }

  /** The fault that stopped the actor. */
  get fault(): VMError | undefined {
    return this.world.fault;
  }

  withStack(stack: Stack): VMState {
    return new VMState(this.control, stack, this.locals, this.closure, this.frame, this.gas, this.world);
  }

  inWorld(world: World): VMState {
    return new VMState(this.control, this.stack, this.locals, this.closure, this.frame, this.gas, world);
  }

  withWorld(change: Partial<World>): VMState {
    return this.inWorld(this.world.with(change));
  }
}

/** A state outside of any procedure. */
export const outside = (control: Instruction | null, stack: Stack, gas: number, world: World): VMState =>
  new VMState(control, stack, noLocals, null, null, gas, world);

/** From here on nothing the state can reach is written in place: called whenever a state leaves the machine. */
export const seal = (state: VMState): VMState => {
  state.world.variables.seal();
  state.world.store.seal();
  return state;
};
