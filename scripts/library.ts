import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from '../lib/compiler/compile.js';

// Compiles the library procedures that are written in the language, so that nothing is compiled at start-up.

const here = new URL('../lib/library/', import.meta.url);
const source = readFileSync(new URL('procedures.scm', here), 'utf8');

const pattern = /^;; (internal: )?(?:as (\S+): )?(.*)\n(\(define \((\S+)[^]*?\n)(?=\n|$)/gm;

const entries = [...source.matchAll(pattern)].map(([, internal, alias, doc, definition, name]) => {
  const [opcode, code] = compile(definition as string) as readonly [string, { readonly name: string }];
  if (opcode !== 'OP_CLOSURE') throw new Error(`${String(name)} is not a procedure`);
  const exported = alias ?? name;
  return { name: exported, doc, isInternal: internal !== undefined, code: { ...code, name: exported, positions: [] } };
});

const lines = entries.map((entry) => `  ${JSON.stringify(entry)},`);
const text = `import { type CompiledProcedure } from './assembled.js';

// Made by scripts/library.ts from procedures.scm. Do not edit.

export const compiledProcedures: readonly CompiledProcedure[] = [
${lines.join('\n')}
];
`;
writeFileSync(new URL('compiled.ts', here), text);
console.log(`${entries.length} procedures compiled`);
