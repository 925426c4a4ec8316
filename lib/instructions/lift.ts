import { type Value } from '../data/values.js';
import { drop, peek, push } from '../machine/helpers.js';
import { type Execute, type Handler, type Instruction } from '../machine/instruction.js';
import { type Stack } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { give, need } from '../machine/step.js';
import { attach } from '../machine/transfer.js';
import { hosted, hostFault, resultOf } from '../machine/host.js';

// Lifts turn plain functions of values into handlers. A lifted handler knows its stack effect and its function, and is
// run in one step; called directly it is the same thing as a pure function of a state.

// A value that is an object may have come from outside, and bring variables of its own.
const settle = (state: VMState, next: Instruction | null, below: Stack, result: Value): VMState => {
  if (typeof result !== 'object' || result === null) return give(state, next, below, result);
  const entered = attach(state, [result]);
  return give(entered.state, next, below, entered.values[0] as Value);
};

/** A handler that pushes what the function gives. */
export const nullary = (apply: () => Value): Handler => {
  const compute = (): Value => resultOf(hosted(apply));
  const execute: Execute = (state, { next }) => settle(state, next, state.stack, compute());
  const handler = (state: VMState): VMState => push(state, compute());
  return Object.assign(handler, { execute, lifted: { arity: 0, apply } as const });
};

/**
 * A handler that replaces the top by what the function makes of it.
 *
 * @example
 * vm.defineInstruction('OP_DOUBLE', unary((x) => x * 2));
 */
export const unary = <A extends Value = never>(apply: (a: A) => Value): Handler => {
  const compute = (a: Value): Value => {
    try {
      return resultOf(apply(a as A));
    } catch (thrown) {
      throw hostFault(thrown);
    }
  };
  const execute: Execute = (state, { next }) => {
    const stack = need(state, 1);
    return settle(state, next, stack.below as Stack, compute(stack.top as Value));
  };
  const handler = (state: VMState): VMState => push(drop(state), compute(peek(state)));
  return Object.assign(handler, { execute, lifted: { arity: 1, apply: apply as (a: Value) => Value } as const });
};

/** A handler that replaces `a b` (b on top) by what the function makes of them. */
export const binary = <A extends Value = never, B extends Value = A>(apply: (a: A, b: B) => Value): Handler => {
  const compute = (a: Value, b: Value): Value => {
    try {
      return resultOf(apply(a as A, b as B));
    } catch (thrown) {
      throw hostFault(thrown);
    }
  };
  const execute: Execute = (state, { next }) => {
    const stack = need(state, 2);
    const below = stack.below as Stack;
    return settle(state, next, below.below as Stack, compute(below.top as Value, stack.top as Value));
  };
  const handler = (state: VMState): VMState => push(drop(state, 2), compute(peek(state, 1), peek(state)));
  return Object.assign(handler, {
    execute,
    lifted: { arity: 2, apply: apply as (a: Value, b: Value) => Value } as const,
  });
};
