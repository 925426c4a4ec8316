import { readFile } from 'node:fs/promises';
import { getSystemErrorMap } from 'node:util';
import { VMError } from '../data/error.js';
import { type Input, Trouble } from './io.js';
import { formsOf, type Message, type Source, type Sources } from './sources.js';

// Programs as they lie in files: source text, or bytecode as a JSON array.

export interface Program {
  readonly name: string;
  readonly text: string;
  readonly isBytecode: boolean;
}

/** Reads files, `-` being the standard input; all of them before the first is run. */
export const readPrograms = async (files: readonly string[], stdin: Input): Promise<Program[]> => {
  if (files.filter((file) => file === '-').length > 1)
    throw new Trouble("'-', the standard input, can be read only once");
  const programs: Program[] = [];
  for (const file of files) programs.push(await readProgram(file, stdin));
  return programs;
};

/** Reads one file. `.json` is bytecode; the standard input is, when it is a JSON array. */
export const readProgram = async (file: string, stdin: Input): Promise<Program> => {
  if (file === '-') {
    const text = tidy(await readAll(stdin));
    return { name: '<stdin>', text, isBytecode: isJsonArray(text) };
  }
  try {
    return { name: file, text: tidy(await readFile(file, 'utf8')), isBytecode: /\.json$/i.test(file) };
  } catch (thrown) {
    throw new Trouble(`cannot read ${file}: ${reasonOf(thrown as NodeJS.ErrnoException)}`);
  }
};

// Without a byte order mark, and with a `#!` line made a comment of the same length.
const tidy = (text: string): string => text.replace(/^\uFEFF/, '').replace(/^#!(?=[ /])/, ';;');

const readAll = async (stdin: Input): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

const reasonOf = ({ errno = 0, message }: NodeJS.ErrnoException): string =>
  getSystemErrorMap().get(errno)?.[1] ?? message;

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

/** The messages of a program: the forms of a text, or all of a bytecode file in one. Faults: `read-error`, `syntax-error`. */
export function* messagesOf({ text, isBytecode }: Program, source: Source): Generator<Message> {
  if (isBytecode) yield { bytecode: parseBytecode(text, source.above) };
  else yield* formsOf({ ...source, text });
}

/** The words of a bytecode file, the lines in its bodies counted from `above`. Faults: `read-error`. */
export const parseBytecode = (text: string, above = 0): readonly unknown[] => {
  const words = parseJson(text, (key, value) => (key === 'positions' && above > 0 ? below(value, above) : value));
  if (!Array.isArray(words)) throw new VMError('read-error', 'bytecode is a JSON array, like ["OP_CONSTANT", 5]');
  return words;
};

const parseJson = (text: string, revive: (key: string, value: unknown) => unknown): unknown => {
  try {
    return JSON.parse(text, revive) as unknown;
  } catch (thrown) {
    throw new VMError('read-error', `not JSON: ${(thrown as Error).message}`);
  }
};

// Positions are flat triples: offset, line, column.
const below = (positions: unknown, above: number): unknown =>
  Array.isArray(positions)
    ? positions.map((number: unknown, i) => (i % 3 === 1 && typeof number === 'number' ? number + above : number))
    : positions;
