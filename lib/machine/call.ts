import { VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
import { emptyList, list, Pair, type Value } from '../data/values.js';
import { type Code } from './code.js';
import { relink } from './decode.js';
import { afford, atWork, Failed } from './execute.js';
import { counted } from './host.js';
import { type Execute, type Instruction } from './instruction.js';
import { type Call, Closure, Operation, Primitive } from './procedures.js';
import { resume, stackLimit } from './return.js';
import { Frame, noLocals, VMState } from './state.js';
import { drop, Stack, topmost } from './stack.js';
import { give, need } from './step.js';
import { attach, leave } from './transfer.js';

// Calling: the steps that make frames, and the tail calls that make none.
//
//   stack of the caller     … procedure a b      OP_CALL 2
//   the frame keeps         …                    and waits for the result
//   the callee starts with  locals [a, b], an empty operand stack

export const call: Execute = (state, instruction) => callTop(state, instruction, false);

export const tailCall: Execute = (state, instruction) => callTop(state, instruction, true);

const callTop = (state: VMState, instruction: Instruction, isTail: boolean): VMState => {
  const argc = instruction.operand as number;
  const stack = need(state, argc + 1);
  const base = drop(stack, argc);
  const args = argc > 0 ? topmost(stack, argc) : (noLocals as Value[]);
  return apply(state, instruction, base.top as Value, args, base.below as Stack, isTail);
};

/** Calls a procedure with the elements of a list, in tail position. */
export const applyList: Execute = (state, instruction) => {
  const stack = need(state, 2);
  const args: Value[] = [];
  let rest = stack.top as Value;
  for (; rest instanceof Pair && args.length <= state.fuel; rest = rest.cdr) args.push(rest.car);
  const paid = afford(state, args.length);
  return atWork(paid, () => {
    if (rest !== emptyList) throw new VMError('type-error', `apply takes a list, not ${summary(stack.top as Value)}`);
    const base = stack.below as Stack;
    return apply(paid, instruction, base.top as Value, args, base.below as Stack, true);
  });
};

// `below` is the caller's stack without the procedure and its arguments.
export const apply = (
  state: VMState,
  instruction: Instruction,
  procedure: Value,
  args: Value[],
  below: Stack,
  isTail: boolean,
): VMState => {
  if (procedure instanceof Closure) {
    const { instructions } = state.world;
    const { code } = procedure;
    const linked = code.instructions === instructions || instructions === null ? code : relink(code, instructions);
    return enter(state, instruction, procedure, linked, args, below, isTail);
  }
  const call = { state, instruction, args, below, isTail };
  if (procedure instanceof Primitive) return applyPrimitive(procedure, call);
  if (procedure instanceof Operation) return procedure.enter(call);
  throw new VMError('not-a-procedure', `${summary(procedure)} is not a procedure`);
};

// A call that waits for its result costs more: the frame is kept, and the engine's collector copies it.
export const frameCost = 9;

const enter = (
  state: VMState,
  instruction: Instruction,
  closure: Closure,
  code: Code,
  given: readonly Value[],
  below: Stack,
  isTail: boolean,
): VMState => {
  let paid = state;
  // An empty array of its own would be kept for as long as the frame of what it calls.
  let args = (given.length > 0 ? given : noLocals) as Value[];
  const fixed = code.params.length;
  if (code.rest !== null) {
    if (args.length < fixed) throw arity(code.name, fixed, Infinity, args.length);
    paid = afford(state, args.length - fixed);
    args = new Array<Value>(fixed + 1);
    for (let i = 0; i < fixed; i += 1) args[i] = given[i] as Value;
    args[fixed] = list(given.slice(fixed));
  } else if (args.length !== fixed) throw arity(code.name, fixed, fixed, args.length);
  const { frame, world } = paid;
  const entry = world.fusion === null ? code.entry : world.fusion.entry(code, world);
  if (isTail && frame !== null) {
    return new VMState(entry, Stack.empty, args, closure, frame, paid.gas - 1, world);
  }
  // A tail call at top level goes on at the end of the message.
  const control = isTail ? null : instruction.next;
  const size = (frame === null ? 1 : frame.size + 1) + below.length;
  if (size > world.limits.stack && size > world.limits.stack + (world.dynamic?.room ?? 0))
    throw new Failed(paid, stackLimit(state));
  const caller = new Frame(control, below, paid.locals, paid.closure, frame, size);
  return new VMState(entry, Stack.empty, args, closure, caller, paid.gas - frameCost, world);
};

const applyPrimitive = (primitive: Primitive, call: Call): VMState => {
  const { state, args } = call;
  checkArity(primitive, args.length);
  if (primitive.isHost) return applyHost(primitive, call);
  const cost = primitive.costOf(args, state.fuel);
  if (cost <= 0) return answer(call, primitive.compute(args));
  const paid = afford(state, cost);
  const result = atWork(paid, () => primitive.compute(args));
  return answer({ ...call, state: paid }, result);
};

// Host functions see values from outside the actor, and give such.
const applyHost = (primitive: Primitive, call: Call): VMState => {
  const { values: outside, cost } = leave(call.state, call.args);
  const copied = afford(call.state, cost);
  const paid = atWork(copied, () => afford(copied, primitive.costOf(outside, copied.fuel)));
  const entered = attach(paid, [atWork(paid, () => primitive.compute(outside))]);
  return answer({ ...call, state: entered.state }, entered.values[0] as Value);
};

/** The result of a call that makes no frame goes to whoever called, or in a tail call to whoever called that one. */
export const answer = ({ state, instruction, below, isTail }: Call, result: Value): VMState => {
  const { frame } = state;
  if (!isTail || frame === null) return give(state, isTail ? null : instruction.next, below, result);
  return resume(state, frame, result, state.world);
};

/** Faults: `arity-error`. */
export const checkArity = ({ name, least, most }: Arity, argc: number): void => {
  if (argc < least || argc > most) throw arity(name, least, most, argc);
};

/** How many arguments a procedure takes. */
interface Arity {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

const arity = (name: string, least: number, most: number, given: number): VMError => {
  const range = most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  const wanted = least === most ? counted(least, 'argument') : `${range} arguments`;
  return new VMError('arity-error', `${name} takes ${wanted}, not ${given}`);
};
