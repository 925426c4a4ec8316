import { summary } from '../data/printer.js';
import { isValue } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';
import { type TraceEvent } from '../machine/run.js';
import { topmost } from '../machine/stack.js';
import { type Frame } from '../machine/state.js';

// One executed instruction as a line: the message it belongs to, the instruction, and the stack after it.
//
//     1  OP_CONSTANT 5                         5
//     1  OP_CONSTANT 10                        5 10
//     1  OP_ADD                                15

const instructionWidth = 40;
const deepest = 10;
const mostValues = 8;

export const traceLine = ({ opcode, operands, before, after, position }: TraceEvent): string => {
  const words = [opcode, ...operands.map((operand, i) => operandText(opcode, operand, i))].join(' ');
  const instruction = `${'  '.repeat(depth(before.frame))}${words}`;
  const hidden = Math.max(0, after.stack.length - mostValues);
  const values = topmost(after.stack, after.stack.length - hidden).map(summary);
  const stack = [...(hidden > 0 ? [`(${hidden} more)`] : []), ...values].join(' ');
  return `${String(position).padStart(5)}  ${instruction.padEnd(instructionWidth)}  ${stack}`.trimEnd();
};

// Calls are indented, to a depth that leaves room for the rest of the line.
const depth = (frame: Frame | null): number => {
  let count = 0;
  for (let each = frame; each !== null && count < deepest; each = each.below) count += 1;
  return count;
};

const operandText = (opcode: string, operand: unknown, i: number): string => {
  const kind = standardInstructions.get(opcode)?.operands[i];
  if (kind === 'code') return (operand as { readonly name: string }).name;
  return kind === 'value' && isValue(operand) ? summary(operand) : String(operand);
};
