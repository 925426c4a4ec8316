import { fromJson } from '../data/json.js';
import { decodeMessage } from '../machine/decode.js';
import { type Execute, type Handler, type Instruction } from '../machine/instruction.js';
import { type Fuel, InstructionSet, type OperandKind, type StackEffect } from '../machine/instruction-set.js';
import { supply } from '../machine/execute.js';
import { seal, VMState } from '../machine/state.js';

// Rows of the instruction table, and the handlers of instructions that are written as steps of the machine.

export const oneToOne: StackEffect = { pops: 1, pushes: 1 };
export const twoToOne: StackEffect = { pops: 2, pushes: 1 };

export interface Row {
  readonly operands: readonly OperandKind[];
  readonly effect: StackEffect | undefined;
  readonly fuel: Fuel;
  readonly doc: string;
  readonly handler: Handler;
}

/** A row whose handler is lifted from a function of values. */
export const lifted = (doc: string, handler: Handler, fuel: Fuel = 1): Row => ({
  operands: [],
  effect: handler.lifted && { pops: handler.lifted.arity, pushes: 1 },
  fuel,
  doc,
  handler,
});

/** A row whose handler is a step of the machine. */
export const step = (
  doc: string,
  execute: Execute,
  effect: StackEffect,
  operands: readonly OperandKind[] = [],
  fuel: Fuel = 1,
): Row => ({ operands, effect, fuel, doc, handler: handlerOf(execute, operands) });

// Called directly, a step is applied as the only instruction of a message; where it leads is kept, as calls and jumps
// must, unless it just goes on.
const handlerOf = (execute: Execute, kinds: readonly OperandKind[]): Handler => {
  const handler = (state: VMState, ...operands: never[]): VMState => {
    const set = alone(handler, kinds);
    const entry = decodeMessage(['OP', ...operands], set).entry as Instruction;
    const { stack, locals, closure, frame, world } = seal(state);
    const fuel = Math.max(state.fuel, world.limits.fuel);
    const ready = new VMState(
      entry,
      stack,
      locals,
      closure,
      frame,
      0,
      world.with({ instructions: set, reserve: fuel }),
    );
    const after = seal(execute(supply(ready, fuel), entry));
    const { instructions, reserve } = world;
    const restored = after.world.with({ instructions: instructions ?? set, reserve });
    const control = after.control ?? state.control;
    return new VMState(control, after.stack, after.locals, after.closure, after.frame, state.gas, restored);
  };
  return Object.assign(handler, { execute });
};

const alone = (handler: Handler, operands: readonly OperandKind[]): InstructionSet =>
  InstructionSet.reading(fromJson).define('OP', handler, { operands });
