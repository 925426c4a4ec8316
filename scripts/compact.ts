import { standardInstructions } from '../lib/instructions/standard.js';
import { type Entry } from '../lib/library/compact.js';
import { type Capture, type CodeJson } from '../lib/machine/code.js';

// Code as the text that lib/library/compact.ts reads, before instructions have their characters.

/** What is written as it is, or an instruction. */
export type Token = string | { readonly entry: Entry };

type Body = Pick<CodeJson, 'params' | 'rest' | 'body'>;

interface Instruction {
  readonly opcode: string;
  readonly operand: unknown;
  readonly at: number;
  readonly after: number;
}

export const tokensOf = ({ params, rest, body }: Body): Token[] => {
  const parameters = 2 * params.length + (rest === null ? 0 : 1);
  if (parameters > 9) throw new Error(`more parameters than a digit says: ${params.join(' ')}`);
  return [String(parameters), ...wordsOf(body)];
};

const instructionsOf = (words: readonly unknown[]): Instruction[] => {
  const all: Instruction[] = [];
  for (let at = 0; at < words.length; at = all.at(-1)?.after ?? 0) {
    const opcode = words[at] as string;
    const count = standardInstructions.get(opcode)?.operands.length ?? 0;
    all.push({ opcode, operand: count === 0 ? undefined : words[at + 1], at, after: at + 1 + count });
  }
  return all;
};

const wordsOf = (words: readonly unknown[]): Token[] => {
  const tokens: Token[] = [];
  const instructions = instructionsOf(words);
  const backwards = instructions.filter(({ opcode }) => opcode === 'OP_LOOP');
  const loops = [...new Set(backwards.map(({ operand, after }) => after - Number(operand)))].sort((a, b) => a - b);
  const ends: number[] = [];
  const endAt = (place: number): void => {
    for (; ends.at(-1) === place; ends.pop()) tokens.push('!');
    if (ends.includes(place)) throw new Error('jumps are not nested');
  };
  for (const { opcode, operand, at, after } of instructions) {
    endAt(at);
    if (loops.includes(at)) tokens.push('#');
    if (opcode === 'OP_JUMP' && ends.pop() !== after) throw new Error('a jump does not end a branch');
    if (opcode.startsWith('OP_JUMP')) {
      ends.push(after + Number(operand));
      tokens.push({ entry: [opcode] });
    } else if (opcode === 'OP_LOOP') tokens.push({ entry: [opcode, loops.indexOf(after - Number(operand))] });
    else if (opcode === 'OP_CLOSURE') tokens.push({ entry: [opcode] }, ...closureOf(operand as CodeJson));
    else tokens.push({ entry: entryOf(opcode, operand) });
  }
  endAt(words.length);
  if (ends.length > 0) throw new Error('a jump ends nowhere');
  return tokens;
};

const entryOf = (opcode: string, operand: unknown): Entry => (operand === undefined ? [opcode] : [opcode, operand]);

const closureOf = (code: CodeJson): Token[] => {
  const [parameters = '', ...body] = tokensOf(code);
  return [parameters, ...code.captures.map(loaded), '$', ...body, '$'];
};

// What gets the value that is captured.
const loaded = ([kind, index]: Capture): Token => ({ entry: entryOf(`OP_GET_${kind.toUpperCase()}`, index) });
