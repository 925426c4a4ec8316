import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as rxjs from 'rxjs';
import * as rxjsTesting from 'rxjs/testing';
import * as ts from 'typescript';
import * as vmactor from 'vmactor';
import * as core from 'vmactor/core';
import * as instructions from 'vmactor/instructions';
import * as system from 'vmactor/system';
import * as testing from 'vmactor/testing';

// The code of the guides, taken out and run. The rules a guide keeps:
//
//   ```ts            a program; one without an import goes on with the program above it on the page
//   x; // => 15      at top level: the value is equal to that expression; of what logs, the text it logs
//   ```text output   what the ts block above it logs, all of it
//   ```scheme        ; => value, ; fault: code, ; prints text stand behind the form they are about
//   ```sh            commands from a list

export interface Block {
  readonly page: string;
  readonly line: number;
  readonly kind: string;
  readonly text: string;
}

/** One or more `ts` blocks of a page that run together, and what each must log. */
export interface Program {
  readonly page: string;
  readonly line: number;
  readonly blocks: readonly { readonly block: Block; readonly output: string | undefined }[];
}

export const guides: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const fence = /^```(.*)\n([^]*?)^```$/gm;

export const blocksOf = (page: string): Block[] => {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(fence)].map((found) => ({
    page,
    line: text.slice(0, found.index).split('\n').length,
    kind: (found[1] as string).trim(),
    text: found[2] as string,
  }));
};

export const blocksOfKind = (kind: string): Block[] =>
  guides.flatMap((page) => blocksOf(page).filter((block) => block.kind === kind));

export const programsOf = (page: string): Program[] => {
  const programs: { page: string; line: number; blocks: { block: Block; output: string | undefined }[] }[] = [];
  for (const block of blocksOf(page)) {
    if (block.kind === 'ts') {
      const last = programs.at(-1);
      if (last === undefined || /^import /m.test(block.text)) {
        programs.push({ page, line: block.line, blocks: [{ block, output: undefined }] });
      } else last.blocks.push({ block, output: undefined });
    } else if (block.kind === 'text output') {
      const shown = programs.at(-1)?.blocks.at(-1);
      if (shown === undefined) throw new Error(`${page}:${block.line} is the output of nothing`);
      shown.output = block.text;
    }
  }
  return programs;
};

export const programs: readonly Program[] = guides.flatMap(programsOf);

/** The source of a program, its imports as they stand. */
export const sourceOf = ({ blocks }: Program): string => blocks.map(({ block }) => block.text).join('\n');

const claim = /^[ \t]*\/\/ => (.*)/;

// Statements `x; // => value` become calls of the checker.
const withChecks = (source: string): string => {
  const file = ts.createSourceFile('block.ts', source, ts.ScriptTarget.ES2022, true);
  let result = source;
  let made = 0;
  for (const statement of [...file.statements].reverse()) {
    const found = claim.exec(source.slice(statement.end));
    if (found === null) continue;
    if (!ts.isExpressionStatement(statement)) throw new Error(`only an expression has a value: ${statement.getText()}`);
    const expected = (found[1] as string).trim();
    const check = `await check(async () => (${statement.expression.getText()}), ${JSON.stringify(expected)}, () => (${isExpression(expected) ? expected : 'undefined'}));`;
    result = result.slice(0, statement.getStart()) + check + result.slice(statement.end);
    made += 1;
  }
  const claimed = source.split('\n').filter((line) => line.includes('// => ')).length;
  if (claimed !== made) throw new Error(`${claimed} claims, but only ${made} stand behind a statement at top level`);
  return result;
};

const isExpression = (text: string): boolean => {
  const { diagnostics = [] } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
  return diagnostics.length === 0;
};

const modules: Readonly<Record<string, unknown>> = {
  'node:assert/strict': assert,
  rxjs,
  'rxjs/testing': rxjsTesting,
  vmactor,
  'vmactor/core': core,
  'vmactor/instructions': instructions,
  'vmactor/system': system,
  'vmactor/testing': testing,
};

const load = (name: string): unknown => {
  if (!Object.hasOwn(modules, name)) throw new Error(`a guide imports ${name}`);
  return modules[name];
};

type Main = (load: (name: string) => unknown, exports: object, ...rest: unknown[]) => Promise<void>;
const AsyncFunction = Object.getPrototypeOf(async () => {
  // Only its constructor is wanted.
}).constructor as new (...args: string[]) => Main;

/** Runs a program, checks every claim in it, and gives what each of its blocks logged. */
export const run = async (program: Program): Promise<string[]> => {
  const logged = program.blocks.map((): string[] => []);
  let at = -1;
  const log = (...parts: unknown[]): void => {
    logged[at]?.push(parts.map(String).join(' '));
  };
  const enter = (block: number): void => {
    at = block;
  };
  const check = async (compute: () => Promise<unknown>, text: string, expected: () => unknown): Promise<void> => {
    const before = logged[at]?.length ?? 0;
    const value = await compute();
    const lines = logged[at]?.slice(before) ?? [];
    if (lines.length > 0) expect(lines.join('\n')).toBe(text);
    else expect(value).toEqual(expected());
  };
  const source = program.blocks.map(({ block }, i) => `enter(${i});\n${withChecks(block.text)}`).join('\n');
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  const main = new AsyncFunction('require', 'exports', 'console', 'check', 'enter', outputText);
  await main(load, {}, { log, error: log }, check, enter);
  return logged.map((lines) => lines.join('\n'));
};

/** The pieces of a scheme block: forms, and what is said of the last of them. */
export interface Piece {
  readonly line: number;
  readonly source: string;
  readonly kind: '=>' | 'fault:' | 'prints' | 'nothing';
  readonly expected: string;
}

export const piecesOf = ({ text, line }: Block): Piece[] => {
  const pieces: Piece[] = [];
  let source = '';
  for (const [i, each] of text.split('\n').entries()) {
    const found = /;\s+(=>|fault:|prints) (.*)$/.exec(each);
    source += `${each}\n`;
    if (found === null) continue;
    const [, kind, expected] = found as unknown as [string, '=>' | 'fault:' | 'prints', string];
    pieces.push({ line: line + i + 1, source, kind, expected: expected.trim() });
    source = '';
  }
  if (source.trim() !== '') pieces.push({ line, source, kind: 'nothing', expected: '' });
  return pieces;
};

/** What a piece does in an actor, in the words of its claim. */
export const resultOf = async (vm: vmactor.VMActor, { source, kind }: Piece): Promise<string> => {
  const printed: string[] = [];
  const subscription = vm.output$.subscribe((text) => printed.push(text));
  try {
    const value = await vm.evaluate(source);
    return kind === 'prints' ? printed.join(' ') : vmactor.print(value);
  } catch (thrown) {
    if (kind === 'fault:' && vmactor.isVMError(thrown)) return thrown.code;
    throw thrown;
  } finally {
    subscription.unsubscribe();
  }
};
