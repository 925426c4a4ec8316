import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { checkValue, wordText } from './host.js';
import { drop as dropCells, pushAll, type Stack } from './stack.js';
import { seal, type VMState } from './state.js';
import { need as needed } from './step.js';
import { attach } from './transfer.js';

// What handlers are written with: small pure functions of a state.

const need = (state: VMState, count: number): Stack => {
  if (Number.isInteger(count) && count >= 0) return needed(state, count);
  throw new VMError('out-of-range', `${String(count)} is not a number of values`);
};

/**
 * The state with values pushed, the last one on top. Faults: `type-error` for what is not a value.
 *
 * @example
 * push(VMState.initial(), 1, 2).stack.toArray(); // [1, 2]
 */
export const push = (state: VMState, ...values: readonly Value[]): VMState => {
  const entered = attach(state, values.map(checkValue));
  return entered.state.withStack(pushAll(entered.state.stack, entered.values));
};

/** The top value and the state without it. Faults: `stack-underflow`. */
export const pop = (state: VMState): [value: Value, state: VMState] => {
  const stack = need(state, 1);
  return [stack.top as Value, state.withStack(stack.below as Stack)];
};

/** The value at a depth below the top, 0 being the top. Faults: `stack-underflow`. */
export const peek = (state: VMState, depth = 0): Value => {
  need(state, depth);
  return dropCells(need(state, depth + 1), depth).top as Value;
};

/** The state without its `count` topmost values. Faults: `stack-underflow`. */
export const drop = (state: VMState, count = 1): VMState => state.withStack(dropCells(need(state, count), count));

/** The state in which a variable has a value. Faults: `type-error` for what is not a value or not a name. */
export const define = (state: VMState, name: string, value: Value): VMState => defineAll(state, [[name, value]]);

/** The state in which variables have these values; what they share in the store they share there too. */
export const defineAll = (state: VMState, entries: readonly (readonly [name: string, value: unknown])[]): VMState => {
  const entered = attach(
    state,
    entries.map(([, value]) => checkValue(value)),
  );
  const variables = entered.state.variables.copy();
  for (const [i, [name]] of entries.entries()) {
    if (typeof name !== 'string') throw new VMError('type-error', `${wordText(name)} is not a name`);
    variables.define(name, entered.values[i] as Value);
  }
  return seal(entered.state.withWorld({ variables }));
};

/** The value of a variable. Faults: `unbound-variable`. */
export const lookup = (state: VMState, name: string): Value => {
  const value = state.variables.get(name);
  if (value === undefined) throw unbound(name);
  return value;
};

export const unbound = (name: string): VMError => new VMError('unbound-variable', `variable ${name} is not defined`);
