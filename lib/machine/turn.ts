import { located, type VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Code } from './code.js';
import { type Effect, effectsOf } from './effects.js';
import { type Fusion } from './fusion.js';
import { type InstructionSet } from './instruction-set.js';
import { type Message, messageFor } from './message.js';
import { gasFor } from './execute.js';
import { unbound } from './helpers.js';
import { hostFault } from './host.js';
import { run, type TraceEvent } from './run.js';
import { outside, seal, type VMState, World } from './state.js';
import { pushAll, type Stack } from './stack.js';
import { attach, leave } from './transfer.js';

// The fold of an actor, as pure functions: begin a message, go on with it, commit it or roll it back. Streams feed them
// messages and ticks; a floor with actors of its own can do the same without a stream.

/** What to do when a message faults: end the actor, go on from before the message, or go on from the initial state. */
export type OnFault = 'stop' | 'resume' | 'restart';

/** What stays the same from turn to turn. */
export interface TurnOptions {
  /** The current instruction set; null where each message keeps that of its decoding. */
  readonly instructions: InstructionSet | null;
  readonly onFault: OnFault;
  /** Fuel until the event loop gets its turn back. */
  readonly slice: number;
  readonly trace: ((event: TraceEvent) => void) | null;
  /** What is to be added to a fault, given the state in which it came. */
  readonly explain?: ((fault: VMError, state: VMState) => VMError) | undefined;
}

/** The same, and who makes hot code fast; by default everything is interpreted. */
export interface Turning extends TurnOptions {
  readonly fusion?: Fusion | null;
}

/** Where an actor stands after what it was fed last. */
export class Turn {
  constructor(
    /** `running`: in the middle of `message`; the others: what became of it. */
    readonly outcome: 'ready' | 'running' | 'committed' | 'faulted',
    /** The state as it stands, also in the middle of a message. */
    readonly state: VMState,
    /** The state before the message: what a fault goes back to. */
    readonly base: VMState,
    /** What a restart goes back to. */
    readonly initial: VMState,
    readonly message: Message | null,
    /** How many messages have taken their turn. */
    readonly received: number,
    readonly effects: readonly Effect[] = effectsOf(null),
    readonly answer: Value = null,
    readonly fault: VMError | null = null,
  ) {}
}

export const firstTurn = (initial: VMState): Turn => new Turn('ready', initial, initial, initial, null, 0);

/** Begins a message and runs its first slice. */
export const begin = (turn: Turn, received: Message, options: Turning): Turn => {
  const message = options.instructions === null ? received : messageFor(received, options.instructions);
  const { state, initial } = turn;
  const begun = new Turn('running', state, state, initial, message, turn.received + 1);
  return message.fault === null ? goOn(begun, options) : fail(begun, message.fault, options);
};

/** Goes on with a running message for one more slice. */
export const proceed = (turn: Turn, options: Turning): Turn =>
  turn.outcome === 'running' ? goOn(turn, options) : turn;

// Runs one slice: the first, where the state is still that of before the message.
const goOn = (turn: Turn, options: Turning): Turn => {
  const { state, received: position } = turn;
  const { slice, trace } = options;
  // Who watches sees every instruction.
  const fusion = trace === null ? (options.fusion ?? null) : null;
  const watch = trace === null ? null : (event: Omit<TraceEvent, 'position'>) => trace({ ...event, position });
  try {
    const ready = state.control === null ? enter(turn, options, fusion) : state.withWorld({ fusion });
    return settle(turn, seal(run(ready, slice, watch)), options);
  } catch (thrown) {
    return fail(turn, hostFault(thrown), options);
  }
};

/** A change made from outside: to the state now, to the one before the message, and to the one a restart goes back to. */
export const change = (turn: Turn, apply: (state: VMState) => VMState): Turn => {
  const state = apply(turn.state);
  const base = turn.base === turn.state ? state : apply(turn.base);
  const initial = apply(turn.initial);
  const outcome = turn.outcome === 'running' ? 'running' : 'ready';
  return new Turn(outcome, state, base, initial, turn.message, turn.received);
};

// The state at the first instruction, with gas for its first slice and the rest of its allowance in reserve.
const enter = ({ base, message }: Turn, { instructions, slice }: Turning, fusion: Fusion | null): VMState => {
  const { code, request } = message as Message & { readonly code: Code };
  const { variables, store, limits, position } = base.world;
  const gas = gasFor(limits.fuel, slice);
  const set = instructions ?? code.instructions;
  const left = limits.fuel - gas;
  const world = new World(set, variables, store, null, limits, left, position, undefined, null, fusion);
  const ready = outside(fusion === null ? code.entry : fusion.entry(code, world), base.stack, gas, world);
  const callee = request?.callee ?? null;
  return callee === null ? ready : enterCall(ready, callee);
};

// A call from outside: the procedure and its arguments are on the stack, and the code is the call alone.
const enterCall = (ready: VMState, callee: readonly Value[]): VMState => {
  const [named, ...args] = callee as readonly [Value, ...Value[]];
  const procedure = typeof named === 'string' ? ready.variables.get(named) : named;
  if (procedure === undefined) throw unbound(named as string);
  const { state, values } = attach(ready, [procedure, ...args]);
  return state.withStack(pushAll(state.stack, values));
};

/** What has become of a turn whose message has come to a state. */
export const settle = (turn: Turn, state: VMState, options: Turning): Turn => {
  const { fault } = state;
  if (fault !== undefined) return fail(turn, options.explain?.(fault, state) ?? fault, options);
  if (state.control === null) return commit(turn, state);
  return new Turn('running', state, turn.base, turn.initial, turn.message, turn.received);
};

// What the message left becomes the state; an answer is taken off it in the same moment. Its copy is not paid for, since
// who asks does not change what a program costs, but has to be within what is left.
const commit = ({ base, initial, message, received }: Turn, ended: VMState): Turn => {
  const hasAnswer = message?.request?.answer != null && ended.stack.length > base.stack.length;
  const stack = hasAnswer ? (ended.stack.below as Stack) : ended.stack;
  const answer = hasAnswer ? (leave(ended, [ended.stack.top as Value]).values[0] as Value) : null;
  const { instructions, variables, store, limits, position, outbox } = ended.world;
  const next = new World(instructions, variables, store, null, limits, ended.fuel, position + 1, undefined);
  const state = outside(null, stack, 0, next);
  return new Turn('committed', state, state, initial, message, received, effectsOf(outbox), answer);
};

const fail = ({ base, initial, message, received }: Turn, cause: VMError, { onFault }: Turning): Turn => {
  const fault = located(cause, { position: received });
  const restarted = onFault === 'restart' ? initial.withWorld({ position: base.position }) : base;
  const state = onFault === 'stop' ? base.withWorld({ fault }) : restarted;
  return new Turn('faulted', state, state, initial, message, received, undefined, null, fault);
};
