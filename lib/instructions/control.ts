import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { applyList, call, tailCall, underflow } from '../machine/call.js';
import { type Capture, type Code } from '../machine/code.js';
import { afford } from '../machine/execute.js';
import { type Execute } from '../machine/instruction.js';
import { Closure } from '../machine/procedures.js';
import { returnTop, stackLimit } from '../machine/return.js';
import { Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { type Row, step } from './row.js';

// Jumps and procedures. Only a loop or a call can make the stack grow without bound, so only they look at its limit.

const jump: Execute = ({ stack, locals, closure, frame, gas, world }, { target }) =>
  new VMState(target, stack, locals, closure, frame, gas - 1, world);

const jumpIfFalse: Execute = ({ stack, locals, closure, frame, gas, world }, { next, target }) => {
  if (stack.length < 1) throw underflow(1, stack);
  const control = stack.top === false ? target : next;
  return new VMState(control, stack.below as Stack, locals, closure, frame, gas - 1, world);
};

const loop: Execute = (state, { target }) => {
  const { stack, locals, closure, frame, gas, world } = state;
  if (stack.length + (frame === null ? 0 : frame.size) > world.limits.stack) throw stackLimit(state);
  return new VMState(target, stack, locals, closure, frame, gas - 1, world);
};

const captured = (state: VMState, capture: Capture): Value => {
  const [kind, index = 0] = capture;
  const value =
    kind === 'callee' ? state.closure : kind === 'local' ? state.locals[index] : state.closure?.captured[index];
  if (value === undefined || value === null && kind === 'callee') {
    throw new VMError('unbound-variable', `${capture.join(' ')} is captured before it has a value`);
  }
  return value;
};

const makeClosure: Execute = (state, { next, operand }) => {
  const code = operand as Code;
  const { captures } = code;
  const paid = captures.length > 8 ? afford(state, captures.length >> 3) : state;
  const { stack, locals, closure, frame, gas, world } = paid;
  const values: Value[] = [];
  for (let i = 0; i < captures.length; i += 1) values.push(captured(state, captures[i] as Capture));
  const made = new Stack(new Closure(code, values), stack, stack.length + 1);
  return new VMState(next, made, locals, closure, frame, gas - 1, world);
};

export const controlRows: Readonly<Record<string, Row>> = {
  OP_JUMP: step('goes on so many words further', jump, { pops: 0, pushes: 0 }, ['offset']),
  OP_JUMP_IF_FALSE: step('goes on so many words further if the top is false', jumpIfFalse, { pops: 1, pushes: 0 }, ['offset']),
  OP_LOOP: step('goes on so many words back', loop, { pops: 0, pushes: 0 }, ['back']),
};

export const procedureRows: Readonly<Record<string, Row>> = {
  OP_CLOSURE: step('pushes a closure of its code over what it captures', makeClosure, { pops: 0, pushes: 1 }, ['code']),
  OP_CALL: step('calls a procedure, pushed before its n arguments', call, { pops: 'n+1', pushes: 1 }, ['count']),
  OP_TAIL_CALL: step('the same in place of the running procedure', tailCall, { pops: 'n+1', pushes: 0 }, ['count']),
  OP_APPLY: step('calls a with the elements of the list b, in place of the running procedure', applyList, { pops: 2, pushes: 0 }),
  OP_RETURN: step('gives the top to the caller, nil if there is none; at top level it ends the message', returnTop, { pops: 0, pushes: 0 }),
};
