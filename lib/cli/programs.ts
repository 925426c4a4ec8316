import { type Syntax } from '../compiler/compilation.js';
import { VMError } from '../data/error.js';
import { readText } from './files.js';
import { type Input, type Io, Trouble } from './io.js';
import { farBelow, formsOf, type Message, type Source, type Sources } from './sources.js';

// Programs as they lie in files: source text, or bytecode as a JSON array.

export interface Program {
  readonly name: string;
  readonly text: string;
  readonly isBytecode: boolean;
}

/** Reads files, `-` being the standard input; all of them before the first is run. */
export const readPrograms = async (files: readonly string[], io: Io): Promise<Program[]> => {
  if (files.filter((file) => file === '-').length > 1)
    throw new Trouble("'-', the standard input, can be read only once");
  const programs: Program[] = [];
  for (const file of files) programs.push(await readProgram(file, io));
  return programs;
};

/** Reads one file. `.json` is bytecode; the standard input is, when it is a JSON array. */
export const readProgram = async (file: string, { stdin, files }: Io): Promise<Program> => {
  if (file === '-') {
    const text = tidy(await readAll(stdin));
    return { name: '<stdin>', text, isBytecode: isJsonArray(text) };
  }
  return { name: file, text: tidy(await readText(file, files)), isBytecode: /\.json$/i.test(file) };
};

// Without a byte order mark, and with a `#!` line made a comment of the same length.
const tidy = (text: string): string => text.replace(/^\uFEFF/, '').replace(/^#!(?=[ /])/, ';;');

const readAll = async (stdin: Input): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

const isJsonArray = (text: string): boolean => {
  if (!/^\s*\[/.test(text)) return false;
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
};

/** Enters a program among the sources of a run. */
export const sourceOf = ({ name, text, isBytecode }: Program, sources: Sources): Source =>
  isBytecode ? sources.addBytecode(name) : sources.addText(name, text);

/**
 * The messages of a program: the forms of a text, each compiled with the syntax known by then, or all of a bytecode file in
 * one. Faults: `read-error`, `syntax-error`.
 */
export function* messagesOf({ text, isBytecode }: Program, source: Source, syntax: Syntax): Generator<Message> {
  if (isBytecode) yield { bytecode: parseBytecode(text, source.above) };
  else yield* formsOf({ ...source, text }, syntax);
}

/** The words of a bytecode file, the lines in its bodies counted from `above`. Faults: `read-error`. */
export const parseBytecode = (text: string, above = 0): readonly unknown[] => {
  const words = parseJson(text, above);
  if (!Array.isArray(words)) throw new VMError('read-error', 'bytecode is a JSON array, like ["OP_CONSTANT", 5]');
  return words;
};

/** JSON with code in it, whose lines are counted from `above`. Faults: `read-error`. */
export const parseJson = (text: string, above: number): unknown => {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === 'positions') return below(value, above);
      // In a snapshot they are the last part of a code.
      return key === 'code' && Array.isArray(value)
        ? value.map((part, i) => (i === 7 ? below(part, above) : (part as unknown)))
        : value;
    }) as unknown;
  } catch (thrown) {
    throw new VMError('read-error', `not JSON: ${(thrown as Error).message}`);
  }
};

// Positions are flat triples: offset, line, column. Code that was once below another text is so no more.
const below = (positions: unknown, above: number): unknown =>
  Array.isArray(positions)
    ? positions.map((number: unknown, i) =>
        i % 3 === 1 && typeof number === 'number' ? (number % farBelow) + above : number,
      )
    : positions;
