import { type VMError } from '../../lib/data/error.js';
import { print } from '../../lib/data/printer.js';
import { type Value } from '../../lib/data/values.js';
import { standardInstructions } from '../../lib/instructions/standard.js';
import { type Fusion } from '../../lib/machine/fusion.js';
import { type Effect } from '../../lib/machine/effects.js';
import { decodeNext, type Message, nothingDecoded } from '../../lib/machine/message.js';
import { type TraceEvent } from '../../lib/machine/run.js';
import { VMState } from '../../lib/machine/state.js';
import { begin, firstTurn, proceed, type Turn } from '../../lib/machine/turn.js';
import { library } from '../../lib/library/library.js';
import { variablesOn } from '../../lib/machine/variables.js';

// The fold without a stream: what the laws are stated over.

export const limits = { fuel: 2_000, stack: 500, store: 200, outbox: 50 };

export const initial = (): VMState => VMState.initial({ limits, variables: variablesOn(library) });

export interface Run {
  readonly states: readonly VMState[];
  readonly faults: readonly (VMError | null)[];
  readonly effects: readonly Effect[];
  readonly turn: Turn;
}

export interface Options {
  readonly slice?: number;
  readonly trace?: (event: TraceEvent) => void;
  readonly fusion?: Fusion | null;
}

export const decoded = (words: readonly unknown[]): Message => {
  const envelope = { bytecode: words };
  return decodeNext(nothingDecoded, envelope, standardInstructions).message as Message;
};

/** Folds messages over a state, each to its end. */
export const foldAll = (messages: readonly (readonly unknown[])[], state = initial(), options: Options = {}): Run => {
  const { slice = Infinity, trace = null, fusion = null } = options;
  const settings = { instructions: standardInstructions, onFault: 'resume', slice, trace, fusion } as const;
  let turn = firstTurn(state);
  const states: VMState[] = [];
  const faults: (VMError | null)[] = [];
  const effects: Effect[] = [];
  for (const words of messages) {
    turn = begin(turn, decoded(words), settings);
    while (turn.outcome === 'running') turn = proceed(turn, settings);
    states.push(turn.state);
    faults.push(turn.fault);
    effects.push(...turn.effects);
  }
  return { states, faults, effects, turn };
};

const shown = (value: Value | undefined): string =>
  value === undefined ? 'nothing' : `${typeof value} ${print(value)}`;

/** What of a state can be observed, as plain data. */
export const observed = (state: VMState): unknown => ({
  stack: state.stack.toArray().map(shown),
  variables: [...state.variables.entries()].map(([name, value]) => [name, shown(value)]),
  fuel: state.fuel,
  position: state.position,
  status: state.status,
});

export const observedRun = ({ states, faults, effects }: Run): unknown => ({
  states: states.map(observed),
  faults: faults.map((fault) => (fault === null ? null : [fault.code, fault.opcode, fault.message, fault.position])),
  effects,
});

/** Freezes all that can be reached from an object; private fields stay what they are. */
export const deepFreeze = (root: unknown): void => {
  const seen = new Set<unknown>();
  const pending = [root];
  while (pending.length > 0) {
    const object = pending.pop();
    if ((typeof object !== 'object' && typeof object !== 'function') || object === null || seen.has(object)) continue;
    seen.add(object);
    if (object === standardInstructions) continue;
    Object.freeze(object);
    for (const key of Reflect.ownKeys(object)) pending.push((object as Record<PropertyKey, unknown>)[key]);
  }
};
