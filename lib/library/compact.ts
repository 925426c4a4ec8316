import { type CodeJson } from '../machine/code.js';

// Code of the library as it is written down in the package: text that is short, and read when the procedure is first
// called. A procedure is its name, a space, its parameters and its code. Parameters are a digit: twice how many there
// are, and one more if there is a rest. A name in quotes gets that variable; any other character from `(` on is an
// instruction of a table. Jumps and bodies are brackets, so that no distance is written:
//
//   (if test then otherwise)     test OP_JUMP_IF_FALSE then OP_JUMP otherwise !
//   (let loop () … (loop))       # … OP_LOOP, whose operand says which # of the code
//   (lambda (a . rest) …)        OP_CLOSURE 3, what loads the values it captures, $ … $

/** An instruction of the table: an opcode and its operand, or the name of a variable. */
export type Entry = readonly [opcode: string, operand?: unknown] | string;

type Parameters = Pick<CodeJson, 'params' | 'rest'>;

/** A procedure of the library: the words of its code are read on demand. */
export interface CompiledProcedure extends Parameters {
  readonly name: string;
  /** The opcode that its code begins with. */
  readonly first: string;
  readonly words: () => readonly unknown[];
}

export const firstCharacter = 40;

type Tokens = Iterable<string>;

const parametersOf = (digit: string | undefined): Parameters => {
  const count = Number(digit);
  return { params: ['a', 'b', 'c', 'd'].slice(0, count >> 1), rest: count % 2 > 0 ? 'rest' : null };
};

const instructionOf = (token: string, table: readonly Entry[]): Exclude<Entry, string> => {
  const entry = table[token.charCodeAt(0) - firstCharacter] ?? token.slice(1, -1);
  return typeof entry === 'string' ? ['OP_GET_VARIABLE', entry] : entry;
};

/** The procedure that a text stands for. */
export const expand = (text: string, table: readonly Entry[]): CompiledProcedure => {
  const [name = '', code = ''] = text.split(' ');
  const words = code.slice(1);
  const tokens = (): string[] => words.match(/"[^"]*"|./g) as string[];
  const [first] = instructionOf(words, table);
  return { name, ...parametersOf(code.charAt(0)), first, words: () => wordsOf(tokens().values(), table) };
};

// The words up to the end of a body. Bodies inside of it take their tokens from the same row.
const wordsOf = (tokens: Tokens, table: readonly Entry[]): unknown[] => {
  const words: unknown[] = [];
  const loops: number[] = [];
  const jumps: number[] = [];
  const land = (): void => {
    const from = jumps.pop() as number;
    words[from - 1] = words.length - from;
  };
  for (const token of tokens) {
    if (token === '$') break;
    if (token === '#') loops.push(words.length);
    else if (token === '!') land();
    else {
      const [opcode, operand] = instructionOf(token, table);
      words.push(opcode);
      if (opcode.startsWith('OP_JUMP')) {
        words.push(0);
        if (opcode === 'OP_JUMP') land();
        jumps.push(words.length);
      } else if (opcode === 'OP_LOOP') words.push(words.length + 1 - (loops[operand as number] as number));
      else if (opcode === 'OP_CLOSURE') words.push(bodyOf(tokens, table));
      else if (operand !== undefined) words.push(operand);
    }
  }
  return words;
};

const bodyOf = (tokens: Tokens, table: readonly Entry[]): unknown => {
  // Takes one token; the others are still to come.
  const [digit] = tokens;
  const captures: unknown[] = [];
  for (const token of tokens) {
    if (token === '$') break;
    const [opcode, ...index] = instructionOf(token, table);
    captures.push([opcode.replace('OP_GET_', '').toLowerCase(), ...index]);
  }
  return { ...parametersOf(digit), captures, body: wordsOf(tokens, table) };
};
