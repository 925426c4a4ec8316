import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { applyList, call, tailCall } from '../machine/call.js';
import { type Capture, type Code } from '../machine/code.js';
import { Continuation } from '../machine/continuation.js';
import { Dynamic } from '../machine/dynamic.js';
import { afford } from '../machine/execute.js';
import { type Execute } from '../machine/instruction.js';
import { Closure } from '../machine/procedures.js';
import { returnTop, stackLimit } from '../machine/return.js';
import { type Stack } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { give, go, need } from '../machine/step.js';
import { type Rows, step } from './row.js';
import { initialised } from './variables.js';

// Jumps and procedures. Only a loop or a call can make the stack grow without bound, so only they look at its limit.

const jump: Execute = (state, { target }) => go(state, target, state.stack);

const jumpIfFalse: Execute = (state, { next, target }) => {
  const stack = need(state, 1);
  return go(state, stack.top === false ? target : next, stack.below as Stack);
};

export const loop: Execute = (state, { target }) => {
  const { stack, frame } = state;
  const { fusion, limits } = state.world;
  if (stack.length + (frame === null ? 0 : frame.size) > limits.stack) throw stackLimit(state);
  return go(state, fusion === null || target === null ? target : fusion.header(target, state), stack);
};

const captured = ({ closure, locals }: VMState, [kind, index]: Capture): Value => {
  if (kind === 'callee') return initialised(closure ?? undefined, kind);
  return initialised((kind === 'local' ? locals : closure?.captured)?.[index], kind, index);
};

/** What making a closure costs; those that capture much cost more. */
export const closureCost = 3;

export const makeClosure: Execute = (state, { next, operand }) => {
  const code = operand as Code;
  const { captures } = code;
  const values = captures.map((capture) => captured(state, capture));
  return give(afford(state, captures.length >> 3), next, state.stack, new Closure(code, values), closureCost);
};

const capture: Execute = (state, { next }) =>
  give(state, next, state.stack, new Continuation(state.frame, state.world.dynamic));

const getDynamic: Execute = (state, { next }) => give(state, next, state.stack, state.world.dynamic);

const setDynamic: Execute = (state, { next }) => {
  const stack = need(state, 1);
  const dynamic = stack.top as Value;
  if (dynamic !== null && !(dynamic instanceof Dynamic)) throw new VMError('type-error', 'not a dynamic environment');
  return go(state.withWorld({ dynamic }), next, stack.below as Stack);
};

export const controlRows = (): Rows => ({
  OP_JUMP: step(0, 0, jump, 'offset'),
  OP_JUMP_IF_FALSE: step(1, 0, jumpIfFalse, 'offset'),
  OP_LOOP: step(0, 0, loop, 'back'),
});

export const procedureRows = (): Rows => ({
  OP_CLOSURE: step(0, 1, makeClosure, 'code'),
  OP_CALL: step('n+1', 1, call, 'count'),
  OP_TAIL_CALL: step('n+1', 0, tailCall, 'count'),
  OP_APPLY: step(2, 0, applyList),
  OP_CAPTURE: step(0, 1, capture),
  OP_GET_DYNAMIC: step(0, 1, getDynamic),
  OP_SET_DYNAMIC: step(1, 0, setDynamic),
  OP_RETURN: step(0, 0, returnTop),
});
