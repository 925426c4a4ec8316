import { print } from '../data/printer.js';
import { type Value, isValue } from '../data/values.js';
import { fromJson } from '../data/json.js';
import { type CodeJson } from '../machine/code.js';
import { wordText } from '../machine/host.js';
import { type InstructionSet } from '../machine/instruction-set.js';
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
    const kinds = instructions.get(opcode as string)?.operands ?? [];
    const operands = words.slice(offset + 1, offset + 1 + kinds.length);
    const after = offset + 1 + kinds.length;
    const texts = operands.map((operand, i) => operandText(kinds[i] ?? 'value', operand, after, bodies));
    const known = instructions.has(opcode as string);
    const name = known ? String(opcode) : `${wordText(opcode)}  ; not an instruction`;
    found.push(`${String(offset).padStart(4)}  ${[name, ...texts].join(' ')}`);
    offset = after;
  }
  return found;
};

const operandText = (kind: string, operand: unknown, after: number, bodies: Section[]): string => {
  if (kind === 'offset' && typeof operand === 'number') return `${operand}  ; to ${after + operand}`;
  if (kind === 'back' && typeof operand === 'number') return `${operand}  ; to ${after - operand}`;
  if (kind === 'code' && isBody(operand)) {
    bodies.push({ title: titleOf(operand), words: operand.body });
    return wordText(operand.name);
  }
  return kind === 'value' ? valueText(operand) : wordText(operand);
};

const isBody = (operand: unknown): operand is CodeJson =>
  typeof operand === 'object' && operand !== null && Array.isArray((operand as Partial<CodeJson>).body);

// A body may be anything that has words, so each part is shown only where it is what it should be.
const titleOf = (code: Partial<CodeJson>): string => {
  const listed = (part: unknown): readonly unknown[] => (Array.isArray(part) ? (part as unknown[]) : []);
  const rest = typeof code.rest === 'string' ? ['.', code.rest] : [];
  const formals = [...listed(code.params), ...rest].map(wordText).join(' ');
  const captures = listed(code.captures).map((capture) => listed(capture).map(wordText).join(' '));
  const caught = captures.length > 0 ? `  ; captures ${captures.join(', ')}` : '';
  return `${wordText(code.name)} (${formals})${caught}`;
};

const valueText = (operand: unknown): string => {
  try {
    const value: Value = isValue(operand) ? operand : fromJson(operand);
    return print(value);
  } catch {
    return wordText(operand);
  }
};
