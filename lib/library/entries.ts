import { type Value } from '../data/values.js';
import { Closure } from '../machine/procedures.js';
import { compiledDocs } from './compiled-docs.js';
import { library } from './library.js';
import { manual } from './manual/manual.js';

// The library as it is documented. Nothing that runs needs this.

/** A name of the library, how it is called, and what the manual says of it. */
export interface LibraryEntry {
  readonly name: string;
  readonly family: string;
  readonly usage: string;
  readonly doc: string;
  readonly example: readonly [source: string, result: string];
}

/** Every entry of the manual, in order. */
export const libraryEntries = (): LibraryEntry[] =>
  Object.entries(manual).flatMap(([family, rows]) =>
    rows.map((row) => {
      const [name] = row;
      const [doc, source, result] = row.length === 4 ? row.slice(1) : [compiledDocs.get(name)?.[1], row[1], row[2]];
      const usage = usageOf(name, library.get(name));
      return { name, family, usage, doc: doc ?? '', example: [source, result] };
    }),
  );

const usageOf = (name: string, value: Value | undefined): string => {
  if (value instanceof Closure) return `(${`${name} ${compiledDocs.get(value.name)?.[0] ?? ''}`.trimEnd()})`;
  const { least, most } = value as unknown as { readonly least: number; readonly most: number };
  const letters = 'abcdefgh'.split('');
  const rest = most === Infinity ? ['…'] : letters.slice(least, most).map((letter) => `[${letter}]`);
  return `(${[name, ...letters.slice(0, least), ...rest].join(' ')})`;
};
