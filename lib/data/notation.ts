import { Cell, type ContentOf } from './cells.js';
import { Character, formatCharacter } from './character.js';
import { escapes, writtenFor } from './escapes.js';
import { formatNumber, words } from './numbers.js';
import { ErrorObject, MultipleValues } from './objects.js';
import { RecordType, RecordValue } from './records.js';
import { Entries, HashTable } from './tables.js';
import { emptyList, Pair, Procedure, SymbolValue, type Value } from './values.js';
import { itemsOf, Vector } from './vectors.js';

// How each kind of value is written: atoms as a text, and what is made of others as its parts between two texts.

const escapeIn = (text: string, odd: RegExp): string =>
  text.replace(odd, (char) => writtenFor(char, escapes) ?? `\\x${(char.codePointAt(0) ?? 0).toString(16)};`);

// eslint-disable-next-line no-control-regex -- control characters are what must be escaped
const inString = /["\\\u0000-\u001f\u007f]/gu;
// eslint-disable-next-line no-control-regex -- as above
const inSymbol = /[|\\\u0000-\u001f\u007f]/gu;

// What would be read as something else, or not at all, is written between bars.
const plainSymbol =
  /^(?!(?:true|false|nil|[+-][iI])$|[+-](?:[iI][nN][fF]|[nN][aA][nN])\.0)(?:[+-]|\.{3}|(?:[^\s()[\]{}"';`,|#\\\d.+-]|[+-][^\s()[\]{}"';`,|\\\d.])[^\s()[\]{}"';`,|\\]*)$/u;

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
    return !isReadable || plainSymbol.test(name) ? name : `|${escapeIn(name, inSymbol)}|`;
  }
  if (value instanceof Character) return isReadable ? formatCharacter(value) : value.text;
  return `#<${value.kind}${value instanceof Procedure || value instanceof RecordType ? ` ${value.name}` : ''}>`;
};

/** What is made of others: how it begins, and what it is made of, which may have names. */
export interface Notation {
  readonly open: string;
  readonly parts: readonly Value[];
  readonly names?: readonly string[] | undefined;
}

// Characters that an entry of a hash table takes at the least: ` ()`, as a pair of an empty string and an empty list.
const leastEntry = 3;

/** The notation of a value other than a pair; undefined for an atom. No more than `most` items are needed. */
export const notationOf = (value: Value, contentOf: ContentOf, most: number): Notation | undefined => {
  const items = itemsOf(value, contentOf);
  if (items !== undefined)
    return { open: value instanceof Vector ? '#(' : '#u8(', parts: items.slice(0, Math.min(items.length, most)) };
  if (value instanceof RecordValue)
    return { open: `#<${value.type.name}`, parts: unboxed(value, contentOf), names: value.type.fields };
  if (value instanceof HashTable) {
    const content = contentOf(value);
    return content instanceof Entries
      ? { open: '#<hash-table', parts: content.pairs(most / leastEntry + 1).map((pair) => new Pair(...pair)) }
      : undefined;
  }
  if (value instanceof MultipleValues) return { open: '#<values', parts: value.parts };
  if (value instanceof ErrorObject) {
    const { message, irritants } = value;
    const parts = first(irritants, most);
    return typeof message === 'string'
      ? { open: `#<error ${message.slice(0, most)}`, parts }
      : { open: '#<error', parts: [message, ...parts] };
  }
  return undefined;
};

// A field that can be assigned is held in a cell, which nobody sees.
const unboxed = ({ type, values }: RecordValue, contentOf: ContentOf): readonly Value[] =>
  values.map((value, i) => (type.mutable[i] === true && value instanceof Cell ? (contentOf(value) ?? value) : value));

const first = (values: Value, most: number): Value[] => {
  const elements: Value[] = [];
  for (let rest = values; rest instanceof Pair && elements.length < most; rest = rest.cdr) elements.push(rest.car);
  return elements;
};
