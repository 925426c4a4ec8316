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

const names: Readonly<Record<string, number>> = {
  space: 0x20,
  newline: 0x0a,
  tab: 0x09,
  return: 0x0d,
  null: 0,
  alarm: 7,
  backspace: 8,
  delete: 0x7f,
  escape: 0x1b,
};

/** Whether a number is that of a character: surrogates are none. */
export const isPoint = (point: number): boolean =>
  Number.isInteger(point) && point >= 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);

/** The character that is written `#\` and this; undefined when there is none. */
export const parseCharacter = (written: string): Character | undefined => {
  let point = names[written];
  if (/^.$/su.test(written)) point = written.codePointAt(0);
  else if (/^x[\da-f]{1,6}$/i.test(written)) point = parseInt(written.slice(1), 16);
  return point !== undefined && isPoint(point) ? new Character(point) : undefined;
};

// Made when it is first needed: the engine reads a literal, with its tables, before anything runs.
const isInvisible = (text: string): boolean => new RegExp(String.raw`[\p{C}\p{Z}\p{M}]`, 'u').test(text);

/** How a character is written. */
export const formatCharacter = ({ point, text }: Character): string => {
  const name = Object.keys(names).find((each) => names[each] === point);
  return `#\\${name ?? (isInvisible(text) ? `x${point.toString(16)}` : text)}`;
};
