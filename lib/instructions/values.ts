import { parseNumber } from '../data/numbers.js';
import { display } from '../data/printer.js';
import { isTrue, type Value } from '../data/values.js';
import { underflow } from '../machine/call.js';
import { afford } from '../machine/execute.js';
import { type Execute } from '../machine/instruction.js';
import { Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { binary, nullary, unary } from './lift.js';
import { lifted, type Row, step } from './row.js';

// Constants, the stack itself, booleans and types.

const constant: Execute = ({ stack, locals, closure, frame, gas, world }, { next, operand }) =>
  new VMState(next, new Stack(operand as Value, stack, stack.length + 1), locals, closure, frame, gas - 1, world);

const pop: Execute = ({ stack, locals, closure, frame, gas, world }, { next }) => {
  if (stack.length < 1) throw underflow(1, stack);
  return new VMState(next, stack.below as Stack, locals, closure, frame, gas - 1, world);
};

const duplicate: Execute = ({ stack, locals, closure, frame, gas, world }, { next }) => {
  if (stack.length < 1) throw underflow(1, stack);
  return new VMState(next, new Stack(stack.top, stack, stack.length + 1), locals, closure, frame, gas - 1, world);
};

const swap: Execute = ({ stack, locals, closure, frame, gas, world }, { next }) => {
  if (stack.length < 2) throw underflow(2, stack);
  const below = stack.below as Stack;
  const swapped = new Stack(below.top, new Stack(stack.top, below.below, below.length), stack.length);
  return new VMState(next, swapped, locals, closure, frame, gas - 1, world);
};

/** A step that replaces the top by a value that costs what it is long. */
const converting =
  (convert: (top: Value, budget: number) => { readonly value: Value; readonly cost: number }): Execute =>
  (state, { next }) => {
    const { stack } = state;
    if (stack.length < 1) throw underflow(1, stack);
    const { value, cost } = convert(stack.top as Value, state.fuel);
    const { locals, closure, frame, gas, world } = cost === 0 ? state : afford(state, cost);
    return new VMState(next, new Stack(value, stack.below, stack.length), locals, closure, frame, gas - 1, world);
  };

const toText = converting((top, fuel) => {
  const value = display(top, fuel * 8);
  return { value, cost: value.length >> 3 };
});

const toNumber = converting((top) => {
  if (typeof top !== 'string') return { value: typeof top === 'number' || typeof top === 'bigint' ? top : null, cost: 0 };
  return { value: parseNumber(top.trim()) ?? null, cost: top.length >> 3 };
});

const onTop = { pops: 1, pushes: 1 } as const;

export const stackRows: Readonly<Record<string, Row>> = {
  OP_CONSTANT: step('pushes its operand', constant, { pops: 0, pushes: 1 }, ['value']),
  OP_POP: step('drops the top', pop, { pops: 1, pushes: 0 }),
  OP_DUP: step('pushes the top again', duplicate, { pops: 1, pushes: 2 }),
  OP_SWAP: step('exchanges the two topmost values', swap, { pops: 2, pushes: 2 }),
  OP_NIL: lifted('pushes nil', nullary(() => null)),
};

export const booleanRows: Readonly<Record<string, Row>> = {
  OP_TRUE: lifted('pushes true', nullary(() => true)),
  OP_FALSE: lifted('pushes false', nullary(() => false)),
  OP_NOT: lifted('whether a is false', unary((a: Value) => !isTrue(a))),
  OP_AND: lifted('b, unless a is false', binary((a: Value, b: Value) => (isTrue(a) ? b : a))),
  OP_OR: lifted('a, unless a is false, then b', binary((a: Value, b: Value) => (isTrue(a) ? a : b))),
};

export const typeRows: Readonly<Record<string, Row>> = {
  OP_IS_NUMBER: lifted('whether a is a number', unary((a: Value) => typeof a === 'number' || typeof a === 'bigint')),
  OP_IS_STRING: lifted('whether a is a string', unary((a: Value) => typeof a === 'string')),
  OP_IS_BOOL: lifted('whether a is a boolean', unary((a: Value) => typeof a === 'boolean')),
  OP_TO_STRING: step('a as text, as display shows it', toText, onTop),
  OP_TO_NUMBER: step('the number a text stands for, nil if none', toNumber, onTop),
};
