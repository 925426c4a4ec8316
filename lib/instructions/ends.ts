import { frameCost } from '../machine/call.js';
import { type Instruction } from '../machine/instruction.js';
import { Closure } from '../machine/procedures.js';
import { pushAll, Stack } from '../machine/stack.js';
import { Frame, VMState } from '../machine/state.js';
import { go } from '../machine/step.js';
import { boxOf, type Read, readAll } from './reads.js';
import { assign, copied } from './variables.js';

// What a superinstruction does when its values are read: the one new state.

/**
 * The state behind all of the instructions, given the stack below the values and what the instructions cost; undefined
 * where they have to be run one by one.
 */
export type End = (state: VMState, below: Stack, cost: number) => VMState | undefined;

export const goingOn =
  (next: Instruction | null): End =>
  (state, stack, cost) =>
    go(state, next, stack, cost);

/** Values are left on the stack, and then it ends. */
export const pushing =
  (reads: readonly Read[], end: End): End =>
  (state, below, cost) => {
    let stack = below;
    for (const read of reads) {
      const value = read(state);
      if (value === undefined) return undefined;
      stack = new Stack(value, stack, stack.length + 1);
    }
    return end(state, stack, cost);
  };

type Ending = (last: Instruction, reads: readonly Read[]) => End;

const jumpingIfFalse: Ending = ({ next, target }, reads) => {
  const [read] = reads as readonly [Read];
  return (state, below, cost) => {
    const value = read(state);
    return value === undefined ? undefined : go(state, value === false ? target : next, below, cost);
  };
};

const returning: Ending = (_last, reads) => {
  const [read] = reads as readonly [Read];
  return (state, _below, cost) => {
    const value = read(state);
    const { frame, gas, world } = state;
    if (value === undefined || frame === null) return undefined;
    const { control, stack, locals, closure, below } = frame;
    return new VMState(control, new Stack(value, stack, stack.length + 1), locals, closure, below, gas - cost, world);
  };
};

const settingBox: Ending = ({ next }, reads) => {
  const [read, place] = reads as readonly [Read, Read];
  return (state, below, cost) => {
    const value = read(state);
    const box = boxOf(place(state), state);
    return value === undefined || box === undefined ? undefined : assign(state, next, below, box, value, cost);
  };
};

/** Several locals are set, and then it may go back to the beginning of a loop. */
export const settingLocals =
  (indexes: readonly number[], reads: readonly Read[], next: Instruction | null, back: Instruction | null): End =>
  (state, stack, cost) => {
    const { locals: before, closure, frame, gas, world } = state;
    let { length } = before;
    for (const index of indexes) {
      if (index > length) return undefined;
      length = Math.max(length, index + 1);
    }
    // More of them cost more.
    if (length >= 8) return undefined;
    const locals = copied(before, length);
    for (let i = 0; i < reads.length; i += 1) {
      const value = (reads[i] as Read)(state);
      if (value === undefined) return undefined;
      locals[indexes[i] as number] = value;
    }
    if (back === null) return new VMState(next, stack, locals, closure, frame, gas - cost, world);
    const { fusion, limits } = world;
    if (stack.length + (frame === null ? 0 : frame.size) > limits.stack) return undefined;
    const control = fusion === null ? back : fusion.header(back, { locals, world });
    return new VMState(control, stack, locals, closure, frame, gas - cost, world);
  };

/** A procedure is called; one that is no closure, or not with so many arguments, by the instruction. */
const calling: Ending = (call, [procedure, ...reads]) => {
  const isTail = call.opcode === 'OP_TAIL_CALL';
  return (state, below, cost) => {
    const callee = (procedure as Read)(state);
    if (callee === undefined) return undefined;
    const args = readAll(reads, state);
    if (args === undefined) return undefined;
    const { frame, locals, closure, gas, world } = state;
    if (callee instanceof Closure) {
      const { code } = callee;
      const size = (frame === null ? 1 : frame.size + 1) + below.length;
      const isFit =
        code.params.length === args.length && code.rest === null && code.instructions === world.instructions;
      if (isFit && (isTail ? frame !== null : size <= world.limits.stack)) {
        const entry = world.fusion === null ? code.entry : world.fusion.entry(code, world);
        if (isTail) return new VMState(entry, Stack.empty, args, callee, frame, gas - cost, world);
        const caller = new Frame(call.next, below, locals, closure, frame, size);
        return new VMState(entry, Stack.empty, args, callee, caller, gas - cost + 1 - frameCost, world);
      }
    }
    return go(state, call, pushAll(below, [callee, ...args]), cost - 1);
  };
};

/** What an instruction does at last with the values that it takes, by its opcode. */
export const endings: Readonly<Record<string, Ending>> = {
  OP_JUMP_IF_FALSE: jumpingIfFalse,
  OP_RETURN: returning,
  OP_SET_BOX: settingBox,
  OP_CALL: calling,
  OP_TAIL_CALL: calling,
};
