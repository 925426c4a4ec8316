import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from '../lib/compiler/compile.js';
import { type CodeJson } from '../lib/machine/code.js';

// Compiles the library procedures that are written in the language, so that nothing is compiled at start-up.

const here = new URL('../lib/library/', import.meta.url);
const source = readFileSync(new URL('procedures.scm', here), 'utf8');

const pattern = /^;; (internal: )?(?:as (\S+): )?(.*)\n(\(define \((\S+)[^]*?\n)(?=\n|$)/gm;

const entries = [...source.matchAll(pattern)].map(([, internal, alias, doc, definition, name]) => {
  const [opcode, code] = compile(definition as string) as readonly [string, CodeJson];
  if (opcode !== 'OP_CLOSURE') throw new Error(`${String(name)} is not a procedure`);
  const { params, rest, locals, body } = code;
  return { name: alias ?? name, doc, row: [alias ?? name, internal !== undefined, params, rest, locals, body] };
});

const generated = (text: string): string => `${text}\n`;

const rows = entries.map(({ row }) => `  ${JSON.stringify(row)},`);
writeFileSync(
  new URL('compiled.ts', here),
  generated(`import { type CompiledRow } from './assembled.js';

// Made by scripts/library.ts from procedures.scm. Do not edit.

export const compiledRows: readonly CompiledRow[] = [
${rows.join('\n')}
];`),
);

const docs = entries.map(({ name, doc }) => `  ${JSON.stringify([name, doc])},`);
writeFileSync(
  new URL('compiled-docs.ts', here),
  generated(`// Made by scripts/library.ts from procedures.scm. Do not edit.

export const compiledDocs: ReadonlyMap<string, string> = new Map([
${docs.join('\n')}
]);`),
);
console.log(`${entries.length} procedures compiled`);
