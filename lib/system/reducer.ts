import { type Value } from '../data/values.js';
import { type Effect, withEffect } from '../machine/effects.js';
import { peek, push } from '../machine/helpers.js';
import { checkValue } from '../machine/host.js';
import { type Handler } from '../machine/instruction.js';
import { type Bytecode } from '../machine/message.js';
import { drop } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { leave } from '../machine/transfer.js';
import { type Act } from './effects.js';
import { type Pid } from './identity.js';
import { ownerOf } from './owner.js';

// Handlers of actors whose state is one value: what the message makes of it, and what is to be sent. They are pure
// functions of values, and an actor whom nobody watches runs them without a state being made.

/** What a message makes of the value, and what it wants done: each call adds to it. */
export class Reaction {
  // Most send one message of code and want nothing else, so that is not made an act of.
  #to: Value = null;
  #words: Bytecode | null = null;
  #acts: (Act | Effect)[] | null = null;

  constructor(readonly value: Value) {}

  /** Sends code to an actor, or to whoever is registered under a symbol. */
  send(to: Value, ...words: readonly Value[]): this {
    if (this.#words !== null || this.#acts !== null) return this.#add({ type: 'post', to, words });
    this.#to = to;
    this.#words = words;
    return this;
  }

  /** Tells an actor something, which it may `receive`. */
  tell(to: Value, message: Value): this {
    return this.#add({ type: 'tell', to, value: message, priority: 0 });
  }

  /** Answers whoever asked; where nobody did, nobody notices. */
  answer(value: Value): this {
    return this.#add({ type: 'answer', value });
  }

  /** Gives a text to `output$`. */
  print(text: string): this {
    return this.#add({ type: 'print', text });
  }

  /** What is sent first, and to whom; null where it is something else that is done first. */
  get words(): Bytecode | null {
    return this.#words;
  }

  get to(): Value {
    return this.#to;
  }

  /** What is done then. */
  get acts(): readonly (Act | Effect)[] | null {
    return this.#acts;
  }

  #add(act: Act | Effect): this {
    (this.#acts ??= []).push(act);
    return this;
  }
}

/** The value that a message makes, with which something is sent. */
export const react = (value: Value): Reaction => new Reaction(value);

/** What a reducer computes: the next value from the last one, whose actor it is, and the operands. */
export type Reduce = (value: never, self: Pid, ...operands: never[]) => Value | Reaction;

/** A handler with the function that it is made of. */
export interface Reducer extends Handler {
  readonly reduce: Reduce;
}

/**
 * A handler for actors whose state is the value on top of their stack: it gives the next value, or `react(value)` with
 * what is to be sent when the message has committed. The function is pure: where it throws it is called once more, by the
 * machine, which says what went wrong. Faults: `stack-underflow` where there is no value, `type-error` for what is not a
 * value, and what the function throws.
 *
 * @example
 * const set = systemInstructions.define('OP_GREET', reducer((n: number, self, to: Pid) => react(n + 1).tell(to, 'hello')), {
 *   operands: 1,
 * });
 */
export const reducer = <A extends Value, Operands extends readonly Value[]>(
  reduce: (value: A, self: Pid, ...operands: Operands) => Value | Reaction,
): Reducer => {
  const handler = (state: VMState, ...operands: never[]): VMState => {
    const result = reduce(peek(state) as A, ownerOf(state).self, ...(operands as unknown as Operands));
    return result instanceof Reaction ? emitAll(become(state, result.value), result) : become(state, result);
  };
  return Object.assign(handler, { reduce: reduce as unknown as Reduce });
};

const become = (state: VMState, value: Value): VMState => push(state.withStack(drop(state.stack, 1)), value);

const emitAll = (state: VMState, { to, words, acts }: Reaction): VMState => {
  let { world } = state;
  if (words !== null) world = withEffect(world, left(state, { type: 'post', to, words }) as Effect);
  for (const act of acts ?? []) world = withEffect(world, left(state, act) as Effect);
  return state.inWorld(world);
};

// What is sent leaves the actor.
const left = (state: VMState, act: Act | Effect): Act | Effect => {
  const out = (values: readonly unknown[]): readonly Value[] => leave(state, values.map(checkValue)).values;
  if (act.type === 'post') return { ...act, to: checkValue(act.to), words: out(act.words) };
  if (act.type === 'tell') return { ...act, to: checkValue(act.to), value: out([act.value])[0] as Value };
  if (act.type === 'answer') return { ...act, value: out([act.value])[0] as Value };
  return act;
};
