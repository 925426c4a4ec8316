import { compile } from '../compiler/compile.js';
import { disassemble } from '../instructions/disassemble.js';
import { type Io, Trouble } from './io.js';
import { bytecodeJson } from './json.js';
import { parseBytecode, type Program, readProgram, sourceOf } from './programs.js';
import { type Options, workplaceOf } from './workplace.js';

// `compile` and `disassemble`: bytecode shown, not run.

/** Writes the bytecode of a source file as JSON: one message, that `run` takes. */
export const compileFile = async (file: string, options: Options, io: Io): Promise<number> => {
  const program = await readProgram(file, io);
  if (program.isBytecode) throw new Trouble(`${program.name} is bytecode already: compile takes source text`);
  return translate(program, options, io, (words) => bytecodeJson(words, options.json === true));
};

/** Writes bytecode, or that of a source file, as text for people. */
export const disassembleFile = async (file: string, io: Io): Promise<number> =>
  translate(await readProgram(file, io), {}, io, disassemble);

const translate = (
  program: Program,
  options: Options,
  io: Io,
  write: (words: readonly unknown[]) => string,
): number => {
  const { screen, sources, fail } = workplaceOf(io, options);
  const source = sourceOf(program, sources);
  try {
    screen.out.line(write(program.isBytecode ? parseBytecode(program.text) : compile(program.text)));
    screen.settle();
    return 0;
  } catch (thrown) {
    return fail(thrown, source);
  }
};
