import { fromJson } from '../data/json.js';
import { decodeMessage } from '../machine/loading.js';
import { Failed, supply } from '../machine/execute.js';
import { type Execute, type Handler, type Instruction } from '../machine/instruction.js';
import {
  InstructionSet,
  type InstructionSpec,
  type OperandKind,
  rowOf,
  type StackEffect,
} from '../machine/instruction-set.js';
import { seal, VMState } from '../machine/state.js';

// Rows of the instruction table whose handlers are written as steps of the machine. A lifted handler makes a row
// by itself.

export type Row = InstructionSpec;
export type Rows = Readonly<Record<string, Row>>;

/** A row of a step that takes and leaves so many values of the stack, and of what its operand has to be. */
export const step = (
  pops: StackEffect['pops'],
  pushes: number,
  execute: Execute,
  ...operands: readonly OperandKind[]
): Row => rowOf(handlerOf(execute, operands), operands, { pops, pushes });

const handlerOf = (execute: Execute, operands: readonly OperandKind[]): Handler => {
  const handler = (state: VMState, ...words: never[]): VMState => applied(handler, execute, operands, state, words);
  return Object.assign(handler, { execute });
};

// What a step throws, without what it had paid.
const unpaid = (run: () => VMState): VMState => {
  try {
    return run();
  } catch (thrown) {
    throw thrown instanceof Failed ? thrown.cause : thrown;
  }
};

// Called directly, a step is applied as the only instruction of a message; where it leads is kept, as calls and jumps
// must, unless it just goes on.
const applied = (
  handler: Handler,
  execute: Execute,
  operands: readonly OperandKind[],
  state: VMState,
  words: readonly unknown[],
): VMState => {
  const { control, gas, world } = seal(state);
  const { instructions, reserve, limits } = world;
  const set = InstructionSet.reading(fromJson, { OP: rowOf(handler, operands) });
  const entry = decodeMessage(['OP', ...words], set).entry as Instruction;
  const fuel = Math.max(state.fuel, limits.fuel);
  const ready = state.withWorld({ instructions: set, reserve: fuel - gas });
  const after = seal(unpaid(() => execute(supply(ready, fuel), entry)));
  const restored = after.world.with({ instructions: instructions ?? set, reserve });
  return new VMState(after.control ?? control, after.stack, after.locals, after.closure, after.frame, gas, restored);
};
