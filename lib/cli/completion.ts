import { language } from '../actor/evaluation.js';
import { keywords } from '../compiler/compile.js';
import { print } from '../data/printer.js';
import { SymbolValue } from '../data/values.js';
import { type VMState } from '../machine/state.js';
import { argumentOf, replCommands } from './commands.js';

// What the Tab key knows: the words of the language, the library, and what was defined, macros among it.

/** The names that go on where the line ends, and the beginning they have in common. */
export const completions = (line: string, state: VMState): [names: string[], begun: string] => {
  const [, command, argument] = /^\s*(:\S*)(\s)?/.exec(line) ?? [];
  if (command !== undefined && argument === undefined) return [startingWith(command, replCommands.keys()), command];
  const begun = /[^\s()[\]'`,";]*$/.exec(line)?.[0] ?? '';
  const takesNames = command === undefined || ['EXPR', 'NAME'].includes(argumentOf(command) ?? '');
  return [begun === '' || !takesNames ? [] : startingWith(begun, namesIn(state)).filter(isTyped), begun];
};

const namesIn = (state: VMState): string[] => [
  ...[...state.variables].map(([name]) => name),
  ...keywords,
  ...language.names,
];

const startingWith = (begun: string, names: Iterable<string>): string[] =>
  [...new Set(names)].filter((name) => name.startsWith(begun)).sort();

// Names that begin with % are internal; those of libraries, and of what they define, are not written like this.
const isTyped = (name: string): boolean => !name.startsWith('%') && print(new SymbolValue(name)) === name;
