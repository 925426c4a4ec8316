import { type CodeJson } from '../machine/code.js';
import { type Library } from '../machine/library.js';

// Code of the library as it is written down in the package: text that is short, and read when the procedure is first
// called. A procedure is its name, a space, its parameters and its code. Parameters are a digit: twice how many there
// are, and one more if there is a rest. A name in quotes gets that variable; any other character from `(` on is an
// instruction of a table. Jumps and bodies are brackets, so that no distance is written:
//
//   (if test then otherwise)     test OP_JUMP_IF_FALSE then OP_JUMP otherwise !
//   (let loop () … (loop))       # … OP_LOOP, whose operand says which # of the code
//   (lambda (a . rest) …)        OP_CLOSURE 3, what loads the values it captures, $ … $

/** An instruction of the table: an opcode and its operand. */
export type Entry = readonly [opcode: string, operand?: unknown];

/** An opcode with all the operands that it has in the table. */
export type Row = readonly [opcode: string, ...operands: unknown[]];

export const entriesOf = (table: readonly Row[]): readonly Entry[] =>
  table.flatMap(([opcode, ...operands]): Entry[] =>
    operands.length === 0 ? [[opcode]] : operands.map((operand) => [opcode, operand]),
  );

type Parameters = Pick<CodeJson, 'params' | 'rest'>;

/** A procedure of the library: the words of its code are read on demand. */
export interface CompiledProcedure extends Parameters {
  readonly name: string;
  /** The opcode that its code begins with. */
  readonly first: string;
  readonly words: () => readonly unknown[];
}

export const firstCharacter = 40;

const parametersOf = (digit: string | undefined): Parameters => {
  const count = Number(digit);
  return { params: ['a', 'b', 'c', 'd'].slice(0, count >> 1), rest: count % 2 > 0 ? 'rest' : null };
};

/** How texts are read: instructions by their number, and variables whose value is known as that value. */
export const expanding = (entries: readonly Entry[], library: Library): ((text: string) => CompiledProcedure) => {
  // Library code refers to the library itself, not to variables of that name: a program that defines a `list` of its own
  // does not change what `map` does.
  const instructionOf = (token: string): Entry => {
    const entry = entries[token.charCodeAt(0) - firstCharacter] ?? ['OP_GET_VARIABLE', token.slice(1, -1)];
    const value = entry[0] === 'OP_GET_VARIABLE' ? library.get(entry[1] as string) : undefined;
    return value === undefined ? entry : ['OP_CONSTANT', value];
  };

  // The words up to the end of a body. Bodies inside of it take their tokens from the same row.
  const wordsOf = (tokens: Iterable<string>): unknown[] => {
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
        const [opcode, operand] = instructionOf(token);
        words.push(opcode);
        if (opcode.startsWith('OP_JUMP')) {
          words.push(0);
          if (opcode === 'OP_JUMP') land();
          jumps.push(words.length);
        } else if (opcode === 'OP_LOOP') words.push(words.length + 1 - (loops[operand as number] as number));
        else if (opcode === 'OP_CLOSURE') words.push(bodyOf(tokens));
        else if (operand !== undefined) words.push(operand);
      }
    }
    return words;
  };

  const bodyOf = (tokens: Iterable<string>): unknown => {
    // Takes one token; the others are still to come.
    const [digit] = tokens;
    const captures: unknown[] = [];
    for (const token of tokens) {
      if (token === '$') break;
      const [opcode, ...index] = instructionOf(token);
      captures.push([opcode.replace('OP_GET_', '').toLowerCase(), ...index]);
    }
    return { ...parametersOf(digit), captures, body: wordsOf(tokens) };
  };

  return (text) => {
    const [name = '', code = ''] = text.split(' ');
    const words = code.slice(1);
    const tokens = (): string[] => words.match(/"[^"]*"|./g) as string[];
    const [first] = instructionOf(words);
    return { name, ...parametersOf(code.charAt(0)), first, words: () => wordsOf(tokens().values()) };
  };
};
