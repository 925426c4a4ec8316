import { print } from '../data/printer.js';
import { VMError } from '../data/error.js';
import { isValue } from '../data/values.js';
import { fromJson } from '../data/json.js';
import { type Code } from '../machine/code.js';
import { readBody } from '../machine/decode.js';
import { wordText } from '../machine/host.js';
import { type InstructionSet, type OperandKind } from '../machine/instruction-set.js';
import { standardInstructions } from './standard.js';

// Bytecode as text: one instruction a line, with its offset; jumps with the word they lead to; bodies after the code
// that makes them. It shows what it is given, also when that could not run.

interface Section {
  readonly title: string;
  readonly words: readonly unknown[];
}

/**
 * Bytecode as text, for people. Never throws: what is no instruction is shown as a word.
 *
 * @example
 * disassemble(compile('(+ 5 10)'));
 * //    0  OP_CONSTANT 5
 * //    2  OP_CONSTANT 10
 * //    4  OP_ADD
 */
export const disassemble = (
  bytecode: readonly unknown[],
  instructions: InstructionSet = standardInstructions,
): string => {
  const pending: Section[] = [{ title: '', words: bytecode }];
  const sections: string[] = [];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    sections.push([next.title, ...lines(next.words, instructions, pending)].filter((line) => line !== '').join('\n'));
  }
  return sections.join('\n\n');
};

const lines = (words: readonly unknown[], instructions: InstructionSet, bodies: Section[]): string[] => {
  const found: string[] = [];
  let offset = 0;
  while (offset < words.length) {
    const opcode = words[offset];
    const row = instructions.get(opcode as string);
    const kinds = row?.operands ?? [];
    const after = offset + 1 + kinds.length;
    const texts = words.slice(offset + 1, after).map((operand, i) => {
      const body = kinds[i] === 'code' ? bodyOf(operand, instructions) : undefined;
      if (body === undefined) return operandText(kinds[i] as OperandKind, operand, after);
      bodies.push({ title: titleOf(body), words: body.words });
      return body.name;
    });
    const name = row === undefined ? `${wordText(opcode)}  ; not an instruction` : opcode;
    found.push(`${String(offset).padStart(4)}  ${[name, ...texts].join(' ')}`);
    offset = after;
  }
  return found;
};

const operandText = (kind: OperandKind, operand: unknown, after: number): string => {
  if (kind === 'value') return valueText(operand);
  const isJump = (kind === 'offset' || kind === 'back') && typeof operand === 'number';
  return isJump ? `${operand}  ; to ${kind === 'back' ? after - operand : after + operand}` : wordText(operand);
};

// Undefined for what is no proper body; looking at it may throw whatever it likes.
const bodyOf = (operand: unknown, instructions: InstructionSet): Code | undefined => {
  try {
    return readBody(operand, instructions, (wanted) => {
      throw new VMError('bad-operand', wanted);
    });
  } catch {
    return undefined;
  }
};

const titleOf = ({ name, params, rest, captures }: Code): string => {
  const formals = rest === null ? params : [...params, '.', rest];
  const caught = captures.map((capture) => capture.join(' ')).join(', ');
  return `${name} (${formals.join(' ')})${caught && `  ; captures ${caught}`}`;
};

const valueText = (operand: unknown): string => {
  try {
    return print(isValue(operand) ? operand : fromJson(operand));
  } catch {
    return wordText(operand);
  }
};
