import { type Place } from '../data/placed.js';
import { type Value } from '../data/values.js';
import { type Bytecode } from '../machine/message.js';
import { results } from './evaluate.js';
import { type Io } from './io.js';
import { valueJson, valueText } from './json.js';
import { messagesOf, readPrograms, sourceOf } from './programs.js';
import { type Source } from './sources.js';
import { type Options, sessionFor, workplaceOf } from './workplace.js';

// `run` and `eval`: programs whose messages are awaited one after the other, up to the first fault.

/** Runs files in one actor, in order, and shows what they print; as JSON, a line for each message. */
export const runFiles = async (files: readonly string[], options: Options, io: Io): Promise<number> => {
  const workplace = workplaceOf(io, options);
  const { screen, sources, fail } = workplace;
  const programs = await readPrograms(files, io);
  let output = '';
  const session = sessionFor(workplace, options, (text) => {
    if (options.json) output += text;
    else screen.out.write(text);
  });
  for (const program of programs) {
    const source = sourceOf(program, sources);
    // What bytecode leaves on the stack is there for the next file; a form's value is not.
    const send = (bytecode: Bytecode): Promise<Value> =>
      program.isBytecode ? session.keep(bytecode) : session.answer(bytecode);
    try {
      for await (const { place, value } of results(messagesOf(program, source, session.syntax), source, send)) {
        if (options.json) screen.out.line(messageJson(source, place, output, value));
        output = '';
        screen.flush();
      }
    } catch (thrown) {
      return fail(thrown, source);
    }
  }
  screen.settle();
  return 0;
};

const messageJson = ({ name, above }: Source, place: Place | undefined, output: string, value: Value): string => {
  const where = place === undefined ? {} : { line: place.line - above, column: place.column };
  const about = JSON.stringify({ file: name, ...where, output });
  return `${about.slice(0, -1)},"value":${valueJson(value)}}`;
};

/** Evaluates an expression and shows its value, unless that is nil; as JSON always, and its output goes to the error stream. */
export const evaluateText = async (text: string, options: Options, io: Io): Promise<number> => {
  const workplace = workplaceOf(io, options);
  const { screen, sources, fail } = workplace;
  const session = sessionFor(workplace, options, (printed) => {
    (options.json ? screen.err : screen.out).write(printed);
  });
  const program = { name: '<eval>', text, isBytecode: false };
  const source = sourceOf(program, sources);
  let last: Value = null;
  try {
    const messages = messagesOf(program, source, session.syntax);
    for await (const { value } of results(messages, source, (bytecode) => session.answer(bytecode))) {
      last = value;
      screen.flush();
    }
    if (options.json) screen.out.line(valueJson(last));
    else if (last !== null) screen.out.line(valueText(last));
    screen.settle();
    return 0;
  } catch (thrown) {
    return fail(thrown, source);
  }
};
