import { type FaultCode, faults } from '../data/faults.js';
import { type Failure } from './evaluate.js';
import { type Paint } from './screen.js';
import { type Source, type Sources } from './sources.js';

// A fault, shown to people or to programs.
//
//   tour.scm:3:5: type-error: OP_ADD: "a" is not a number
//     3 | (+ 1 "a")
//       | ^
//     in average, called from report (2 times), main
//     Convert the value, or test its type first.

interface Located {
  readonly source: Source;
  readonly line?: number;
  readonly column?: number;
}

/** The fault as lines for a person, those of its chain of calls among them. */
export const faultText = (failure: Failure, sources: Sources, paint: Paint, chain: readonly string[]): string => {
  const located = locate(failure, sources);
  const head = headOf(failure, located, paint);
  return [...head, ...chain, ...remedy(failure, located.source, paint)].join('\n');
};

const headOf = (
  { fault: { code, message } }: Failure,
  { source, line, column = 1 }: Located,
  paint: Paint,
): string[] => {
  const { name, text } = source;
  const what = `${paint.red(code)}: ${message}`;
  if (line === undefined) return [`${paint.bold(name)}: ${what}`];
  if (text === null)
    return [`${paint.bold(name)}: ${what} ${paint.dim(`(line ${line}, column ${column} of its source)`)}`];
  const shown = text.split(/\r?\n/)[line - 1] ?? '';
  return [`${paint.bold(`${name}:${line}:${column}`)}: ${what}`, ...excerpt(shown, line, column, paint)];
};

/** The fault as one line of JSON. */
export const faultJson = (failure: Failure, sources: Sources): string => {
  const { code, message, opcode, calls } = failure.fault;
  const { source, line, column } = locate(failure, sources);
  return JSON.stringify({ fault: { code, message, file: source.name, line, column, opcode, calls } });
};

// A fault in a library procedure has no place of its own: it gets that of the form that called it.
const locate = ({ fault, source, place }: Failure, sources: Sources): Located => {
  const line = fault.line ?? place?.line;
  const column = fault.line === undefined ? place?.column : fault.column;
  if (line === undefined || column === undefined) return { source };
  const found = sources.find(line) ?? source;
  return { source: found, line: line - found.above, column };
};

// The source line and a caret under the column. Tabs stay tabs, so that the caret is where the terminal puts the text.
const excerpt = (text: string, line: number, column: number, paint: Paint): string[] => {
  const { shown, at } = windowAround(text, column - 1);
  const number = String(line).padStart(3);
  const indent = blank(shown.slice(0, at));
  return [
    `${paint.dim(`${number} |`)} ${shown}`,
    `${paint.dim(`${' '.repeat(number.length)} |`)} ${indent}${paint.red('^')}`,
  ];
};

// As wide as the text, with nothing in it: tabs are kept, wide characters give wide blanks, combining marks none.
const blank = (text: string): string =>
  text
    .replace(/\p{M}/gu, '')
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, '\u3000')
    .replace(/[^\t\u3000]/g, ' ');

const widest = 100;

// A long line is cut to what stands around the column.
const windowAround = (text: string, at: number): { readonly shown: string; readonly at: number } => {
  if (text.length <= widest) return { shown: text, at };
  const from = Math.max(0, Math.min(at - widest / 2, text.length - widest));
  const head = from > 0 ? '…' : '';
  const tail = from + widest < text.length ? '…' : '';
  return { shown: `${head}${text.slice(from, from + widest)}${tail}`, at: at - from + head.length };
};

// Faults whose message is all there is to say.
const plain: ReadonlySet<FaultCode> = new Set<FaultCode>(['user-raised', 'misuse']);

const remedy = ({ fault }: Failure, source: Source, paint: Paint): string[] => {
  if (plain.has(fault.code) || (fault.code === 'read-error' && source.text === null)) return [];
  return [paint.dim(`  ${faults[fault.code].remedy}`)];
};
