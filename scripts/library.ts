import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from '../lib/compiler/compile.js';
import { standardInstructions } from '../lib/instructions/standard.js';
import { letters } from '../lib/library/compact.js';
import { type CodeJson } from '../lib/machine/code.js';

// Compiles the library procedures that are written in the language, so that nothing is compiled at start-up.

const here = new URL('../lib/library/', import.meta.url);
const source = ['control.scm', 'procedures.scm'].map((file) => readFileSync(new URL(file, here), 'utf8')).join('\n');

const pattern = /^;; (internal: )?(?:as (\S+): )?(.*)\n(\(define \(([^\s)]+)[^]*?\n)(?=\n|$)/gm;

const opcodes: string[] = [];

const letterOf = (opcode: string): string => {
  if (!opcodes.includes(opcode)) opcodes.push(opcode);
  return letters.charAt(opcodes.indexOf(opcode));
};

// What separates words and parts of lines is escaped; it stands in strings only.
const operandText = (word: unknown): string =>
  JSON.stringify(word).replace(/[ ;]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);

const paramsText = ({ params, rest }: CodeJson): string => [...params, ...(rest === null ? [] : ['.', rest])].join(' ');

/** A procedure as text; see lib/library/compact.ts. */
const compact = (procedure: string, code: CodeJson): string => {
  const lines: string[] = [];
  const add = (before: string, body: CodeJson): number => {
    const at = lines.push('') - 1;
    lines[at] = [before, paramsText(body), body.locals, wordsText(body.body)].join(';');
    return at;
  };
  const wordsText = (words: readonly unknown[]): string => {
    const texts: string[] = [];
    for (let at = 0; at < words.length;) {
      const opcode = words[at] as string;
      const count = standardInstructions.get(opcode)?.operands.length ?? 0;
      const operand = words[at + 1];
      const text =
        count === 0
          ? ''
          : opcode === 'OP_CLOSURE'
            ? String(add(capturesText(operand as CodeJson), operand as CodeJson))
            : opcode.endsWith('VARIABLE')
              ? (operand as string)
              : operandText(operand);
      texts.push(letterOf(opcode) + text);
      at += 1 + count;
    }
    return texts.join(' ');
  };
  add(procedure, code);
  return lines.join('\n');
};

const capturesText = ({ captures }: CodeJson): string =>
  captures.map(([kind, index]) => (kind === 'callee' ? 'e' : `${kind.charAt(0)}${index}`)).join(' ');

const entries = [...source.matchAll(pattern)].map(([, internal, alias, doc, definition, defined]) => {
  const [opcode, code] = compile(String(definition)) as readonly [string, CodeJson];
  const name = String(alias ?? defined);
  if (opcode !== 'OP_CLOSURE') throw new Error(`${name} is not a procedure`);
  // What is internal has a name that says so, and no documentation.
  if ((internal !== undefined) !== name.startsWith('%')) throw new Error(`${name} is internal, or begins with %`);
  return { name, doc, isInternal: internal !== undefined, text: compact(name, code) };
});

const generated = (text: string): string => `${text}\n`;

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;

writeFileSync(
  new URL('compiled.ts', here),
  generated(`// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.

export const compiledOpcodes = '${opcodes.join(' ')}';

export const compiled: readonly string[] = [
${entries.map(({ text }) => `  ${quoted(text)},`).join('\n')}
];`),
);

const docs = entries.flatMap(({ name, doc, isInternal }) => (isInternal ? [] : [`  ${JSON.stringify([name, doc])},`]));
writeFileSync(
  new URL('compiled-docs.ts', here),
  generated(`// Made by scripts/library.ts from control.scm and procedures.scm. Do not edit.

export const compiledDocs: ReadonlyMap<string, string> = new Map([
${docs.join('\n')}
]);`),
);
console.log(`${entries.length} procedures compiled`);
