import { Cell, type ContentOf } from './cells.js';
import { Character, formatCharacter } from './character.js';
import { formatNumber, words } from './numbers.js';
import { EndOfFile, ErrorObject, Macro, MultipleValues } from './objects.js';
import { RecordType, RecordValue } from './records.js';
import { Entries, HashTable } from './tables.js';
import { emptyList, Pair, Procedure, SymbolValue, type Value } from './values.js';
import { itemsOf, Vector } from './vectors.js';

// How each kind of value is written: atoms as a text, and what is made of others as its parts between two texts.

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
// What looks like a symbol, but is read as something else, or not at all.
const noSymbol = /^(?:true|false|nil|[+-][iI]|[+-](?:[iI][nN][fF]|[nN][aA][nN])\.0.*)$/;

const symbolText = (name: string): string =>
  plainSymbol.test(name) && !noSymbol.test(name) ? name : `|${escapeIn(name, inSymbol)}|`;

// Digits are worked out in more than a time in proportion to their number, so not where they would not be shown.
const integerText = (value: bigint, most: number): string =>
  words(value) > most ? `#<integer of ${64 * words(value)} bits>`.padEnd(most) : formatNumber(value);

/**
 * A value that is not made of others, as text that reads back where it can, or for people. Of a text longer than `most`
 * characters, at least as many.
 */
export const atomText = (value: Value, isReadable: boolean, most: number): string => {
  if (typeof value === 'string') {
    const text = value.slice(0, most);
    return isReadable ? `"${escapeIn(text, inString)}"` : text;
  }
  if (typeof value === 'bigint') return integerText(value, most);
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? '#t' : '#f';
  if (value === null) return 'nil';
  if (value === emptyList) return '()';
  if (value instanceof SymbolValue) {
    const name = value.name.slice(0, most);
    return isReadable ? symbolText(name) : name;
  }
  if (value instanceof Character) return isReadable ? formatCharacter(value) : value.text;
  if (value instanceof Procedure) return `#<procedure ${value.name}>`;
  if (value instanceof RecordType) return `#<record-type ${value.name}>`;
  if (value instanceof EndOfFile) return '#<eof>';
  if (value instanceof Macro) return '#<syntax>';
  return `#<${value.kind}>`;
};

/** What is made of others: their texts, each with something before it, between two more. */
export interface Notation {
  readonly open: string;
  readonly parts: readonly Value[];
  readonly before: (index: number) => string;
  readonly close: string;
}

const between = (index: number): string => (index === 0 ? '' : ' ');

const spaced = (): string => ' ';

const described = (open: string, parts: readonly Value[], before: (index: number) => string = spaced): Notation => ({
  open: `#<${open}`,
  parts,
  before,
  close: '>',
});

/** The notation of a value other than a pair; undefined for an atom. No more than `most` items are needed. */
export const notationOf = (value: Value, contentOf: ContentOf, most: number): Notation | undefined => {
  const items = itemsOf(value, contentOf);
  if (items !== undefined) {
    const parts = items.slice(0, Math.min(items.length, most));
    return { open: value instanceof Vector ? '#(' : '#u8(', parts, before: between, close: ')' };
  }
  if (value instanceof RecordValue) {
    const { name, fields } = value.type;
    return described(name, unboxed(value, contentOf), (index) => ` ${fields[index] as string}: `);
  }
  if (value instanceof HashTable) {
    const content = contentOf(value);
    return content instanceof Entries ? described('hash-table', entries(content)) : undefined;
  }
  if (value instanceof MultipleValues) return described('values', value.parts);
  if (value instanceof ErrorObject) {
    const { message, irritants } = value;
    if (typeof message === 'string') return described(`error ${message.slice(0, most)}`, first(irritants, most));
    return described('error', [message, ...first(irritants, most)]);
  }
  return undefined;
};

// A field that can be assigned is held in a cell, which nobody sees.
const unboxed = ({ type, values }: RecordValue, contentOf: ContentOf): readonly Value[] =>
  values.map((value, i) => (type.mutable[i] === true && value instanceof Cell ? (contentOf(value) ?? value) : value));

const entries = ({ parts }: Entries): readonly Value[] => {
  const pairs: Value[] = [];
  for (let i = 0; i < parts.length; i += 2) pairs.push(new Pair(parts[i] as Value, parts[i + 1] as Value));
  return pairs;
};

const first = (values: Value, most: number): Value[] => {
  const elements: Value[] = [];
  for (let rest = values; rest instanceof Pair && elements.length < most; rest = rest.cdr) elements.push(rest.car);
  return elements;
};
