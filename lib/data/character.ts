import { writtenFor } from './escapes.js';
import { ObjectValue } from './values.js';

// Characters, by code point.

/** A Unicode character. Two of one code point are the same character. */
export class Character extends ObjectValue {
  constructor(readonly point: number) {
    super();
  }

  get text(): string {
    return String.fromCodePoint(this.point);
  }
}

const names: Readonly<Record<string, string>> = {
  space: ' ',
  newline: '\n',
  tab: '\t',
  return: '\r',
  null: '\0',
  alarm: '\x07',
  backspace: '\b',
  delete: '\x7f',
  escape: '\x1b',
};

/** Whether a number is that of a character: surrogates are none. */
export const isPoint = (point: number): boolean =>
  Number.isInteger(point) && point >= 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);

/** The character that is written `#\` and this; undefined when there is none. */
export const parseCharacter = (written: string): Character | undefined => {
  const text = names[written] ?? written;
  let point;
  if (/^.$/su.test(text)) point = text.codePointAt(0);
  else if (/^x[\da-f]{1,6}$/i.test(written)) point = parseInt(written.slice(1), 16);
  return point !== undefined && isPoint(point) ? new Character(point) : undefined;
};

// Made when it is first needed: the engine reads a literal, with its tables, before anything runs.
const isInvisible = (text: string): boolean => new RegExp(String.raw`[\p{C}\p{Z}\p{M}]`, 'u').test(text);

/** How a character is written. */
export const formatCharacter = ({ point, text }: Character): string => {
  return `#\\${writtenFor(text, names) ?? (isInvisible(text) ? `x${point.toString(16)}` : text)}`;
};
