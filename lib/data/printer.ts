import { VMError } from './error.js';
import { formatNumber } from './numbers.js';
import { emptyList, Pair, Procedure, SymbolValue, type Value } from './values.js';

// Values as text. `print` writes what `read` reads back; `display` is for people. Data of any depth can be printed.

const named: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\r', '\\r'],
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['|', '\\|'],
]);

const escapeIn = (text: string, odd: RegExp): string =>
  text.replace(odd, (char) => named.get(char) ?? `\\x${(char.codePointAt(0) ?? 0).toString(16)};`);

// eslint-disable-next-line no-control-regex -- control characters are what must be escaped
const inString = /["\\\u0000-\u001f\u007f]/gu;
// eslint-disable-next-line no-control-regex -- as above
const inSymbol = /[|\\\u0000-\u001f\u007f]/gu;

const plainSymbol =
  /^[^\s()[\]{}"';`,|#\\\d.+-][^\s()[\]{}"';`,|\\]*$|^[+-]$|^\.\.\.$|^[+-][^\s()[\]{}"';`,|\\\d.][^\s()[\]{}"';`,|\\]*$/u;
const constants: ReadonlySet<string> = new Set(['true', 'false', 'nil', '+inf.0', '-inf.0', '+nan.0', '-nan.0']);

const symbolText = (name: string): string =>
  plainSymbol.test(name) && !constants.has(name) ? name : `|${escapeIn(name, inSymbol)}|`;

const atomText = (value: Value, readable: boolean): string => {
  if (typeof value === 'string') return readable ? `"${escapeIn(value, inString)}"` : value;
  if (typeof value === 'number' || typeof value === 'bigint') return formatNumber(value);
  if (typeof value === 'boolean') return value ? '#t' : '#f';
  if (value === null) return 'nil';
  if (value === emptyList) return '()';
  if (value instanceof SymbolValue) return readable ? symbolText(value.name) : value.name;
  if (value instanceof Procedure) return `#<procedure ${value.name}>`;
  return `#<${value.constructor.name.toLowerCase()}>`;
};

const quotes: ReadonlyMap<string, string> = new Map([
  ['quote', "'"],
  ['quasiquote', '`'],
  ['unquote', ','],
  ['unquote-splicing', ',@'],
]);

// 'x for (quote x): only when the list has exactly these two elements.
const quotePrefix = ({ car, cdr }: Pair): string | undefined => {
  if (!(car instanceof SymbolValue && cdr instanceof Pair && cdr.cdr === emptyList)) return undefined;
  // `,@a` would be read as a splice of `a`.
  const isSplice = car.name === 'unquote' && cdr.car instanceof SymbolValue && cdr.car.name.startsWith('@');
  return isSplice ? undefined : quotes.get(car.name);
};

class Close {
  constructor(readonly text: string) {}
}
class Rest {
  constructor(readonly value: Value) {}
}

/** The value as text, readable or for people; a text longer than `budget` characters is a fault, `out-of-fuel`. */
export const format = (value: Value, readable: boolean, budget: number = Infinity): string => {
  if (typeof value === 'number') return formatNumber(value);
  const text = write(value, readable, Math.min(budget, longest));
  if (text.length > longest) throw new VMError('out-of-range', `the text to print has more than ${longest} characters`);
  if (text.length > budget) throw new VMError('out-of-fuel', 'the text to print is longer than the fuel left allows');
  return text;
};

// Shared structure may print as a text of any size, so there is a longest one.
const longest = 2 ** 23;

const summaryLength = 60;

/** The beginning of a value as text, for messages. */
export const summary = (value: Value): string => {
  const text = write(value, true, summaryLength);
  return text.length > summaryLength ? `${text.slice(0, summaryLength)}…` : text;
};

// The text of a value, or at least `budget` characters and one more of it.
const write = (value: Value, readable: boolean, budget: number): string => {
  if (typeof value === 'string') return atomText(value.slice(0, budget + 1), readable);
  if (!(value instanceof Pair)) return atomText(value, readable);
  const parts: string[] = [];
  const pending: (Value | Close | Rest)[] = [value];
  let size = 0;
  const put = (text: string): void => {
    size += text.length;
    parts.push(text);
  };
  while (pending.length > 0 && size <= budget) {
    const item = pending.pop() as Value | Close | Rest;
    if (item instanceof Close) put(item.text);
    else if (item instanceof Rest) writeRest(item.value, pending, put);
    else if (typeof item === 'string') put(atomText(item.slice(0, budget + 1), readable));
    else if (!(item instanceof Pair)) put(atomText(item, readable));
    else {
      const prefix = quotePrefix(item);
      put(prefix ?? '(');
      if (prefix === undefined) pending.push(new Rest(item.cdr), item.car);
      else pending.push((item.cdr as Pair).car);
    }
  }
  return parts.join('');
};

const writeRest = (rest: Value, pending: (Value | Close | Rest)[], write: (text: string) => void): void => {
  if (rest instanceof Pair) {
    write(' ');
    pending.push(new Rest(rest.cdr), rest.car);
  } else if (rest === emptyList) write(')');
  else {
    write(' . ');
    pending.push(new Close(')'), rest);
  }
};

/**
 * A value as `write` prints it: text that `read` reads back.
 *
 * @example
 * print(read('(a "b" #t)')[0]); // '(a "b" #t)'
 */
export const print = (value: Value): string => format(value, true);

/** A value as `display` prints it: strings without their quotes. */
export const display = (value: Value, budget?: number): string => format(value, false, budget);
