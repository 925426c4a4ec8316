import { keywords } from '../compiler/compile.js';
import { libraryEntries } from '../library/entries.js';
import { type VMState } from '../machine/state.js';

// What the Tab key knows: the words of the language, the library, and what was defined.

/** The names that go on where the line ends, and the beginning they have in common. */
export const completions = (
  line: string,
  state: VMState,
  commands: Iterable<string>,
): [names: string[], begun: string] => {
  if (/^:\S*$/.test(line)) return [startingWith(line, commands), line];
  const begun = /[^\s()[\]'`,";]*$/.exec(line)?.[0] ?? '';
  if (begun === '') return [[], begun];
  const defined = [...state.variables.entries()].map(([name]) => name);
  return [startingWith(begun, [...defined, ...keywords, ...libraryEntries().map(({ name }) => name)]), begun];
};

const startingWith = (begun: string, names: Iterable<string>): string[] =>
  [...new Set(names)].filter((name) => name.startsWith(begun)).sort();
