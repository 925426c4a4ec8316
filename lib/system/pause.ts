import { type Value } from '../data/values.js';
import { gasFor } from '../machine/execute.js';
import { type Instruction } from '../machine/instruction.js';
import { type Message } from '../machine/message.js';
import { type Closure } from '../machine/procedures.js';
import { Stack } from '../machine/stack.js';
import { type Frame, noLocals, VMState, World } from '../machine/state.js';
import { Turn } from '../machine/turn.js';

// Where an actor stands that waits in the middle of a message. A program that receives waits after each letter, and all
// that is kept moves through the heap: so the parts of its state are kept in place, and the state is made when it goes on
// or somebody looks.

export class Pause {
  #control: Instruction | null = null;
  #stack: Stack = Stack.empty;
  #locals: readonly Value[] = noLocals;
  #closure: Closure | null = null;
  #frame: Frame | null = null;
  #world: World;
  /** How many messages have been committed. */
  #position = 0;

  readonly #initial: VMState;
  readonly #message: Message | null;
  readonly #received: number;

  constructor({ state, initial, message, received }: Turn) {
    this.#world = released(state.world);
    this.#initial = initial;
    this.#message = message;
    this.#received = received;
  }

  /** Whether it is one in the same message. */
  isOf({ initial, received }: Turn): boolean {
    return this.#initial === initial && this.#received === received;
  }

  /** Waits where the machine stands: what ran so far is committed. */
  moveTo({ control, stack, locals, closure, frame, world }: VMState): void {
    const { variables, store, dynamic } = this.#world;
    const isSame = world.variables === variables && world.store === store && world.dynamic === dynamic;
    if (!isSame) this.#world = released(world);
    this.#position = world.position + 1;
    this.#control = control;
    this.#stack = stack;
    this.#locals = locals;
    this.#closure = closure;
    this.#frame = frame;
  }

  /** The turn in which it goes on with all its fuel, of which a slice may spend so much. */
  turnWith(slice: number): Turn {
    const { instructions, variables, store, limits, dynamic } = this.#world;
    const gas = gasFor(limits.fuel, slice);
    const reserve = limits.fuel - gas;
    const world = new World(instructions, variables, store, null, limits, reserve, this.#position, undefined, dynamic);
    const state = new VMState(this.#control, this.#stack, this.#locals, this.#closure, this.#frame, gas, world);
    return new Turn('running', state, state, this.#initial, this.#message, this.#received);
  }
}

// Its effects are on their way.
const released = (world: World): World => world.withStored(world.variables, world.store, null);
