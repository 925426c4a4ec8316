import { VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
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
import { type Row, step } from './row.js';

// Jumps and procedures. Only a loop or a call can make the stack grow without bound, so only they look at its limit.

const jump: Execute = (state, { target }) => go(state, target, state.stack);

const jumpIfFalse: Execute = (state, { next, target }) => {
  const stack = need(state, 1);
  return go(state, stack.top === false ? target : next, stack.below as Stack);
};

const loop: Execute = (state, { target }) => {
  const { stack, frame } = state;
  if (stack.length + (frame === null ? 0 : frame.size) > state.world.limits.stack) throw stackLimit(state);
  return go(state, target, stack);
};

const captured = (state: VMState, capture: Capture): Value => {
  const [kind, index = 0] = capture;
  const value =
    kind === 'callee' ? state.closure : kind === 'local' ? state.locals[index] : state.closure?.captured[index];
  if (value === undefined || (value === null && kind === 'callee')) {
    throw new VMError('unbound-variable', `${capture.join(' ')} is captured before it has a value`);
  }
  return value;
};

const makeClosure: Execute = (state, { next, operand }) => {
  const code = operand as Code;
  const { captures } = code;
  const values: Value[] = [];
  for (const capture of captures) values.push(captured(state, capture));
  return give(afford(state, captures.length >> 3), next, state.stack, new Closure(code, values));
};

const capture: Execute = (state, { next }) =>
  give(state, next, state.stack, new Continuation(state.frame, state.world.dynamic));

const getDynamic: Execute = (state, { next }) => give(state, next, state.stack, state.world.dynamic);

const setDynamic: Execute = (state, { next }) => {
  const stack = need(state, 1);
  const dynamic = stack.top as Value;
  if (dynamic !== null && !(dynamic instanceof Dynamic))
    throw new VMError('type-error', `${summary(dynamic)} is not a dynamic environment`);
  return go(state.withWorld({ dynamic }), next, stack.below as Stack);
};

export const controlRows: Readonly<Record<string, Row>> = {
  OP_JUMP: step('goes on so many words further', jump, { pops: 0, pushes: 0 }, ['offset']),
  OP_JUMP_IF_FALSE: step('goes on so many words further if the top is false', jumpIfFalse, { pops: 1, pushes: 0 }, [
    'offset',
  ]),
  OP_LOOP: step('goes on so many words back', loop, { pops: 0, pushes: 0 }, ['back']),
};

export const procedureRows: Readonly<Record<string, Row>> = {
  OP_CLOSURE: step('pushes a closure of its code over what it captures', makeClosure, { pops: 0, pushes: 1 }, ['code']),
  OP_CALL: step('calls a procedure, pushed before its n arguments', call, { pops: 'n+1', pushes: 1 }, ['count']),
  OP_TAIL_CALL: step('the same in place of the running procedure', tailCall, { pops: 'n+1', pushes: 0 }, ['count']),
  OP_APPLY: step('calls a with the elements of the list b, in place of the running procedure', applyList, {
    pops: 2,
    pushes: 0,
  }),
  OP_CAPTURE: step('pushes the continuation of the running procedure', capture, { pops: 0, pushes: 1 }),
  OP_GET_DYNAMIC: step('pushes the dynamic environment: handlers, parameters, and what else is in force', getDynamic, {
    pops: 0,
    pushes: 1,
  }),
  OP_SET_DYNAMIC: step('makes the top the dynamic environment', setDynamic, { pops: 1, pushes: 0 }),
  OP_RETURN: step('gives the top to the caller, nil if there is none; at top level it ends the message', returnTop, {
    pops: 0,
    pushes: 0,
  }),
};
