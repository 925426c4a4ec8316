import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { faults } from '../../lib/data/faults.js';
import { type Place } from '../../lib/data/placed.js';
import { parse } from '../../lib/data/reader.js';
import { defaultLimits, type Limits } from '../../lib/machine/limits.js';

// Golden programs, and what their files expect. A form is followed by its expectations, the first on the line it ends
// on, further ones on lines of their own:
//
//   (begin (display "a") (print 5) 7)   ; => 7
//                                       ; prints: a
//                                       ; prints: 5
//   (car '())                           ; fault: type-error takes a pair
//
// `=>` is a value as `print` writes it. `prints:` is one text of the output, a line end in it written `\n`. What stands
// after the code of a fault is a part of its message. Two kinds of lines hold for the whole file:
// `; limits: fuel 1000, stack 50`, and `; slices: 1000` for a program that would take too long in smaller ones.

/** What a form is expected to do. */
export interface Expected {
  value?: string;
  fault?: { readonly code: string; readonly message: string };
  readonly prints: string[];
}

export interface ProgramForm {
  /** The form alone, where it stands in its file: what is before it is blank. */
  readonly source: string;
  readonly line: number;
  readonly expected: Readonly<Expected>;
}

export interface Program {
  readonly forms: readonly ProgramForm[];
  readonly expectations: number;
  readonly limits: Limits;
  /** The slices it is run in, beside whole. */
  readonly slices: readonly number[];
}

/** The golden programs under a folder, by their path in it. */
export const programFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.scm'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

export const readProgram = (path: string): Program => programOf(readFileSync(path, 'utf8'));

const expectation = /;\s+(=>|fault:|prints:)(?: (.*))?$/;
// What someone may have meant as an expectation.
const lookalike = /;\s*(?:=>|->|==>|faults?:?\s|prints?:?\s|raises:?\s)/i;

/** A program with its expectations. Throws for what looks like one and is none. */
export const programOf = (text: string): Program => {
  const places = parse(text).forms;
  const all = places.map((): Expected => ({ prints: [] }));
  const lines = text.split('\n');
  let expectations = 0;
  for (const [i, line] of lines.entries()) {
    const [, kind, rest = ''] = expectation.exec(line) ?? [];
    const where = `line ${i + 1}: ${line.trim()}`;
    if (kind === undefined) {
      if (lookalike.test(line)) throw new Error(`not an expectation, though it looks like one, in ${where}`);
      continue;
    }
    const expected = all[places.filter((place) => place.line <= i + 1).length - 1];
    if (expected === undefined) throw new Error(`no form stands before ${where}`);
    take(expected, kind, rest.trimEnd(), where);
    expectations += 1;
  }
  return { forms: formsOf(text, lines, places, all), expectations, limits: limitsIn(text), slices: slicesIn(text) };
};

const take = (expected: Expected, kind: string, text: string, where: string): void => {
  if (kind === 'prints:') {
    expected.prints.push(text);
  } else if (expected.value !== undefined || expected.fault !== undefined) {
    throw new Error(`a form has one value or one fault, in ${where}`);
  } else if (kind === '=>') {
    if (text === '') throw new Error(`no value, in ${where}`);
    expected.value = text;
  } else {
    const [, code = '', message = ''] = /^(\S*) ?(.*)$/.exec(text) ?? [];
    if (!Object.hasOwn(faults, code)) throw new Error(`no code of a fault, in ${where}`);
    expected.fault = { code, message };
  }
};

const formsOf = (
  text: string,
  lines: readonly string[],
  places: readonly Place[],
  expected: readonly Expected[],
): ProgramForm[] => {
  const lineStarts = [0];
  for (const line of lines) lineStarts.push((lineStarts.at(-1) as number) + line.length + 1);
  const starts = places.map(({ line, column }) => (lineStarts[line - 1] as number) + column - 1);
  return places.map(({ line }, i) => ({
    source: text.slice(0, starts[i]).replace(/[^\n]/g, ' ') + text.slice(starts[i], starts[i + 1]),
    line,
    expected: expected[i] as Expected,
  }));
};

const limitsIn = (text: string): Limits => {
  const [, given] = /^; limits: (.*)$/m.exec(text) ?? [];
  const limits: Record<string, number> = { ...defaultLimits };
  for (const [, name = '', value] of (given ?? '').matchAll(/(\w+) (\w+)/g)) {
    if (!(name in limits) || !(Number(value) > 0)) throw new Error(`no limit: ${name} ${value}`);
    limits[name] = Number(value);
  }
  return limits as unknown as Limits;
};

const slicesIn = (text: string): number[] => {
  const [, given] = /^; slices: (\d+)$/m.exec(text) ?? [];
  return given === undefined ? [1, 7, 1000] : [Number(given)];
};
