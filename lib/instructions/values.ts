import { parseNumber } from '../data/numbers.js';
import { display, formatCost } from '../data/printer.js';
import { isTrue, type Value } from '../data/values.js';
import { contentsOf } from '../machine/contents.js';
import { afford } from '../machine/execute.js';
import { type Execute } from '../machine/instruction.js';
import { rowOf } from '../machine/instruction-set.js';
import { Stack } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { give, go, need } from '../machine/step.js';
import { binary, nullary, unary } from './lift.js';
import { type Row, type Rows, step } from './row.js';

// Constants, the stack itself, booleans and types.

const constant: Execute = (state, { next, operand }) => give(state, next, state.stack, operand as Value);

const pop: Execute = (state, { next }) => go(state, next, need(state, 1).below as Stack);

const duplicate: Execute = (state, { next }) => {
  const stack = need(state, 1);
  return give(state, next, stack, stack.top as Value);
};

const swap: Execute = (state, { next }) => {
  const stack = need(state, 2);
  const below = stack.below as Stack;
  return give(state, next, new Stack(stack.top, below.below, below.length), below.top as Value);
};

/** A step that replaces the top by a value that costs what it is long. */
const converting = (convert: (top: Value, state: VMState) => { readonly value: Value; readonly cost: number }): Row =>
  step(1, 1, (state, { next }) => {
    const stack = need(state, 1);
    const { value, cost } = convert(stack.top as Value, state);
    return give(afford(state, cost), next, stack.below as Stack, value);
  });

const toText = /* @__PURE__ */ converting((top, { fuel, world }) => {
  const value = display(top, fuel, contentsOf(world.store));
  return { value, cost: formatCost(top, value) };
});

const toNumber = /* @__PURE__ */ converting((top, { fuel }) => {
  if (typeof top !== 'string')
    return { value: typeof top === 'number' || typeof top === 'bigint' ? top : null, cost: 0 };
  const cost = (top.length >> 3) + (top.length >> 6) ** 2;
  if (cost > fuel) return { value: null, cost };
  return { value: parseNumber(top.trim()) ?? null, cost };
});

export const stackRows = (): Rows => ({
  OP_CONSTANT: step(0, 1, constant, 'value'),
  OP_POP: step(1, 0, pop),
  OP_DUP: step(1, 2, duplicate),
  OP_SWAP: step(2, 2, swap),
  OP_NIL: rowOf(nullary(() => null)),
});

export const booleanRows = (): Rows => ({
  OP_TRUE: rowOf(nullary(() => true)),
  OP_FALSE: rowOf(nullary(() => false)),
  OP_NOT: rowOf(unary((a: Value) => !isTrue(a))),
  OP_AND: rowOf(binary((a: Value, b: Value) => (isTrue(a) ? b : a))),
  OP_OR: rowOf(binary((a: Value, b: Value) => (isTrue(a) ? a : b))),
});

export const typeRows = (): Rows => ({
  OP_IS_NUMBER: rowOf(unary((a: Value) => typeof a === 'number' || typeof a === 'bigint')),
  OP_IS_STRING: rowOf(unary((a: Value) => typeof a === 'string')),
  OP_IS_BOOL: rowOf(unary((a: Value) => typeof a === 'boolean')),
  OP_TO_STRING: toText,
  OP_TO_NUMBER: toNumber,
});
