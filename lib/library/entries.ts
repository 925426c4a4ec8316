import { compiledDocs } from './compiled-docs.js';
import { primitives, procedures } from './library.js';

// The library as it is documented. Nothing that runs needs this.

const docs: ReadonlyMap<string, string> = new Map([
  ...compiledDocs,
  ['apply', 'calls a procedure with the elements of a list, and what stands before it, as arguments'],
  ['display', 'prints a value as a part of a line'],
  ['newline', 'ends a line'],
  ['print', 'prints a value on a line of its own'],
]);

/** Every name of the library with its arguments and a line of documentation, in order. */
export const libraryEntries = (): {
  readonly name: string;
  readonly family: string;
  readonly usage: string;
  readonly doc: string;
}[] => [
  ...Object.entries(primitives).flatMap(([family, each]) =>
    each.map(({ name, spec }) => ({ name, family, usage: usageOf(name, spec.arity), doc: spec.doc ?? '' })),
  ),
  ...procedures
    .filter(({ isInternal = false }) => !isInternal)
    .map(({ name, code }) => ({
      name,
      family: 'procedures and output',
      usage: signature(name, code.params, code.rest),
      doc: docs.get(name) ?? '',
    })),
];

const usageOf = (name: string, [least, most]: readonly [number, number]): string => {
  const letters = 'abcdefgh'.split('');
  const rest = most === Infinity ? ['…'] : letters.slice(least, most).map((letter) => `[${letter}]`);
  return `(${[name, ...letters.slice(0, least), ...rest].join(' ')})`;
};

const signature = (name: string, params: readonly string[], rest: string | null): string =>
  `(${[name, ...params, ...(rest === null ? [] : [`${rest} …`])].join(' ')})`;
