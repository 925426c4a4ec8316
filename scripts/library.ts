import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from '../lib/compiler/compile.js';
import { entriesOf, type Entry, firstCharacter, type Row } from '../lib/library/compact.js';
import { type CodeJson } from '../lib/machine/code.js';
import { assembledProcedures } from './assembled.js';
import { type Token, tokensOf } from './compact.js';

// Compiles the library procedures that are written in the language, so that nothing is compiled at start-up.

const here = new URL('../lib/library/', import.meta.url);
const source = ['control.scm', 'procedures.scm'].map((file) => readFileSync(new URL(file, here), 'utf8')).join('\n');

const pattern = /^;; (internal: )?(?:as (\S+): )?(.*)\n(\(define \(([^\s)]+)[^]*?\n)(?=\n|$)/gm;

interface Procedure {
  readonly name: string;
  readonly code: Pick<CodeJson, 'params' | 'rest' | 'body'>;
  readonly doc: string | undefined;
}

const procedures: readonly Procedure[] = [...source.matchAll(pattern)].map(
  ([, internal, alias, doc, definition, defined]) => {
    const [opcode, code] = compile(String(definition)) as readonly [string, CodeJson];
    const name = String(alias ?? defined);
    if (opcode !== 'OP_CLOSURE') throw new Error(`${name} is not a procedure`);
    // What is internal has a name that says so, and no documentation.
    if ((internal !== undefined) !== name.startsWith('%')) throw new Error(`${name} is internal, or begins with %`);
    return { name, code, doc: internal === undefined ? doc : undefined };
  },
);

const assembled: readonly Procedure[] = assembledProcedures.map((code) => ({ name: code.name, code, doc: undefined }));
const all = [...assembled, ...procedures].map((each) => ({ ...each, tokens: tokensOf(each.code) }));

// A variable that is used less than this is written with its name.
const leastUses = 4;

const usesOf = (tokens: readonly Token[]): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>();
  for (const token of tokens) {
    if (typeof token === 'string') continue;
    const text = JSON.stringify(token.entry);
    uses.set(text, (uses.get(text) ?? 0) + 1);
  }
  return uses;
};

// One row for each opcode. What is used most comes last: its characters are letters, which are short in compressed text.
const tableOf = (tokens: readonly Token[]): Row[] => {
  const rows = new Map<string, unknown[]>();
  const uses = [...usesOf(tokens)].sort(([, a], [, b]) => a - b);
  for (const [text, count] of uses) {
    const [opcode, ...operand] = JSON.parse(text) as Entry;
    if (opcode === 'OP_GET_VARIABLE' && count < leastUses) continue;
    const operands = rows.get(opcode) ?? [];
    rows.delete(opcode);
    rows.set(opcode, [...operands, ...operand]);
  }
  return [...rows].map(([opcode, operands]) => [opcode, ...operands.sort()]);
};

const table = tableOf(all.flatMap(({ tokens }) => tokens));
const entries = entriesOf(table).map((entry) => JSON.stringify(entry));
if (firstCharacter + entries.length > 127) throw new Error('there are more instructions than characters');

const characterOf = (entry: Entry): string => {
  const index = entries.indexOf(JSON.stringify(entry));
  return index < 0 ? JSON.stringify(entry[1]) : String.fromCharCode(firstCharacter + index);
};

const textOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => (typeof token === 'string' ? token : characterOf(token.entry))).join('');

// As lines of a template literal.
const quoted = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, '\\$&');

const write = (file: string, text: string): void => {
  const header = '// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.';
  writeFileSync(new URL(file, here), `${header}\n\n${text}\n`);
};

write(
  'compiled.ts',
  `import { type Row } from './compact.js';

export const compiledTable: readonly Row[] = [
${table.map((row) => `  ${JSON.stringify(row)},`).join('\n')}
];

export const compiled: string = \`
${all.map(({ name, tokens }) => quoted(`${name} ${textOf(tokens)}`)).join('\n')}
\`;`,
);

const usageOf = ({ params, rest }: Pick<CodeJson, 'params' | 'rest'>): string =>
  [...params, ...(rest === null ? [] : [`${rest} …`])].join(' ');

const docOf = ({ code, doc }: Procedure): string[] => [usageOf(code), ...(doc === undefined ? [] : [doc])];

const docs = all.filter(({ name }) => !name.startsWith('%'));
write(
  'compiled-docs.ts',
  `type Doc = readonly [usage: string, doc?: string];

export const compiledDocs: ReadonlyMap<string, Doc> = new Map<string, Doc>([
${docs.map((each) => `  ${JSON.stringify([each.name, docOf(each)])},`).join('\n')}
]);`,
);
console.log(`${all.length} procedures compiled`);
