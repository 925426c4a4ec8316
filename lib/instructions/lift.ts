import { type Value } from '../data/values.js';
import { push } from '../machine/helpers.js';
import { type Execute, type Handler, type Instruction, type Lifted } from '../machine/instruction.js';
import { drop, type Stack } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { give, need } from '../machine/step.js';
import { attach } from '../machine/transfer.js';
import { hostFault, resultOf } from '../machine/host.js';

// Lifts turn plain functions of values into handlers. A lifted handler knows its stack effect and its function, and is
// run in one step; called directly it is the same thing as a pure function of a state.

/** Goes on with a result. One that is an object may have come from outside, and bring variables of its own. */
export const settle = (state: VMState, next: Instruction | null, below: Stack, result: Value): VMState => {
  if (typeof result !== 'object' || result === null) return give(state, next, below, result);
  const entered = attach(state, [result]);
  return give(entered.state, next, below, entered.values[0] as Value);
};

// What the function computes is taken from the top of the stack, which holds as many values as it needs.
const lift = (arity: Lifted['arity'], apply: Lifted['apply'], fromTop: (stack: Stack) => Value): Handler => {
  const compute = (stack: Stack): Value => {
    try {
      return resultOf(fromTop(stack));
    } catch (thrown) {
      throw hostFault(thrown);
    }
  };
  const execute: Execute = (state, { next }) => {
    const stack = need(state, arity);
    return settle(state, next, drop(stack, arity), compute(stack));
  };
  const handler = (state: VMState): VMState => {
    const stack = need(state, arity);
    return push(state.withStack(drop(stack, arity)), compute(stack));
  };
  return Object.assign(handler, { execute, lifted: { arity, apply } });
};

/** A handler that pushes what the function gives. */
export const nullary = (apply: () => Value): Handler => lift(0, apply, () => apply());

/**
 * A handler that replaces the top by what the function makes of it.
 *
 * @example
 * vm.defineInstruction('OP_DOUBLE', unary((x) => x * 2));
 */
export const unary = <A extends Value = never>(apply: (a: A) => Value): Handler =>
  lift(1, apply as Lifted['apply'], ({ top }) => apply(top as A));

/** A handler that replaces `a b` (b on top) by what the function makes of them. */
export const binary = <A extends Value = never, B extends Value = A>(apply: (a: A, b: B) => Value): Handler =>
  lift(2, apply as Lifted['apply'], ({ below, top }) => apply((below as Stack).top as A, top as B));
