import { compile } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';
import { print } from '../../lib/data/printer.js';
import { type Value } from '../../lib/data/values.js';
import { standardInstructions } from '../../lib/instructions/standard.js';
import { library } from '../../lib/library/library.js';
import { type InstructionSet } from '../../lib/machine/instruction-set.js';
import { type Limits } from '../../lib/machine/limits.js';
import { decodeNext, type Message, nothingDecoded } from '../../lib/machine/message.js';
import { type TraceEvent } from '../../lib/machine/run.js';
import { VMState } from '../../lib/machine/state.js';
import { begin, firstTurn, type OnFault, proceed, type Turn, type TurnOptions } from '../../lib/machine/turn.js';
import { variablesOn } from '../../lib/machine/variables.js';

// What specs run messages with: the fold of an actor as plain functions, without a stream.

export interface Running {
  readonly state?: VMState;
  readonly instructions?: InstructionSet;
  readonly slice?: number;
  readonly onFault?: OnFault;
  readonly trace?: (event: TraceEvent) => void;
}

/** Who waits for an answer and does nothing with it. */
export const ignore = (): void => undefined;

export const optionsOf = (running: Running): TurnOptions => ({
  instructions: running.instructions ?? standardInstructions,
  onFault: running.onFault ?? 'resume',
  slice: running.slice ?? Infinity,
  trace: running.trace ?? null,
});

/** The message that was sent; it must not wait for operands. */
export const decoded = (sent: unknown, set: InstructionSet = standardInstructions): Message => {
  const { message } = decodeNext(nothingDecoded, sent, set);
  if (message === null) throw new Error('the message waits for operands');
  return message;
};

/** The turn after a message, run to its end, however many slices it takes. */
export const follow = (turn: Turn, sent: unknown, running: Running = {}): Turn => {
  const options = optionsOf(running);
  let next = begin(turn, decoded(sent, options.instructions ?? undefined), options);
  while (next.outcome === 'running') {
    if (Number.isNaN(next.state.fuel)) throw new Error('the fuel of the message is lost: it would run forever');
    next = proceed(next, options);
  }
  return next;
};

/** The turn after one message over a state. */
export const deliver = (sent: unknown, running: Running = {}): Turn =>
  follow(firstTurn(running.state ?? VMState.initial()), sent, running);

/** The state one message leaves; its fault is thrown. */
export const ended = (sent: unknown, running: Running = {}): VMState => {
  const { fault, state } = deliver(sent, running);
  if (fault !== null) throw fault;
  return state;
};

export const stackOf = (sent: unknown, running: Running = {}): Value[] => ended(sent, running).stack.toArray();

/** The fault of one message, null if it commits. */
export const faultOf = (sent: unknown, running: Running = {}): VMError | null => deliver(sent, running).fault;

/** A state with the library, as every actor of the language starts with. */
export const language = (limits: Partial<Limits> = {}): VMState =>
  VMState.initial({ variables: variablesOn(library), limits });

/** The value of a program as text, or its fault: `fault: code`. */
export const outcomeOf = ({ fault, state }: Turn): string => {
  if (fault !== null) return `fault: ${fault.code}`;
  return state.stack.top === undefined ? '' : print(state.stack.top);
};

export const evaluate = (source: string, running: Running = {}): string =>
  outcomeOf(deliver(compile(source), { state: language(), ...running }));

/** What a program spends. */
export const fuelOf = (source: string): number => {
  const before = language();
  return before.world.limits.fuel - ended(compile(source), { state: before }).fuel;
};
