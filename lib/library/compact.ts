import { type Capture } from '../machine/code.js';

// Code of the library as it is written down in the package: text that is short, and read when the procedure is first
// called. Bodies stand on lines, the first one being the procedure's own:
//
//   name or what it has captured ; parameters and . rest ; locals ; words
//
// A word is a letter for the opcode and its operand behind it; the operand of OP_CLOSURE is the number of a line.

/** A procedure of the library: the words of its code are read on demand. */
export interface CompiledProcedure {
  readonly name: string;
  readonly params: readonly string[];
  readonly rest: string | null;
  readonly locals: number;
  /** The opcode that its code begins with. */
  readonly first: string;
  readonly words: () => readonly unknown[];
}

const paramsOf = (text: string): { readonly params: readonly string[]; readonly rest: string | null } => {
  const [params = '', rest = null] = text.split('. ');
  return {
    params: params
      .trim()
      .split(' ')
      .filter((name) => name !== ''),
    rest,
  };
};

const kinds: ReadonlyMap<string, Capture[0]> = new Map([
  ['l', 'local'],
  ['c', 'captured'],
  ['e', 'callee'],
]);

const capturesOf = (text: string): Capture[] =>
  text.split(' ').map((capture) => {
    const kind = kinds.get(capture.charAt(0));
    return (kind === 'callee' ? [kind] : [kind, Number(capture.slice(1))]) as Capture;
  });

/** What `expand` reads, written by `scripts/library.ts`: opcodes whose operand is a value, a name, a body or a number. */
export const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The procedure that a text stands for, its opcodes being numbered as in the list. */
export const expand = (text: string, opcodes: readonly string[]): CompiledProcedure => {
  const opcodeOf = (word: string): string => opcodes[letters.indexOf(word.charAt(0))] as string;
  const lines = text.split('\n').map((line) => line.split(';'));
  const wordsOf = (written: string): unknown[] =>
    written.split(' ').flatMap((word) => {
      const opcode = opcodeOf(word);
      const operand = word.slice(1);
      if (operand === '') return [opcode];
      if (opcode === 'OP_CLOSURE') return [opcode, bodyOf(Number(operand))];
      return [opcode, opcode.endsWith('VARIABLE') ? operand : (JSON.parse(operand) as unknown)];
    });
  const bodyOf = (line: number): unknown => {
    const [captures = '', params = '', locals, words = ''] = lines[line] as string[];
    return {
      ...paramsOf(params),
      captures: captures === '' ? [] : capturesOf(captures),
      locals: Number(locals),
      body: wordsOf(words),
    };
  };
  const [name = '', params = '', locals, words = ''] = lines[0] as string[];
  return { name, ...paramsOf(params), locals: Number(locals), first: opcodeOf(words), words: () => wordsOf(words) };
};
