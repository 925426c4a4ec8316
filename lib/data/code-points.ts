// Texts by code point. A text without surrogates is indexed directly; in any other, code points are counted.

const surrogate = /[\ud800-\udfff]/;

const isPair = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
};

export const pointsIn = (text: string): number => {
  if (!surrogate.test(text)) return text.length;
  let length = 0;
  for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) length += 1;
  return length;
};

// Where a code point stands, so many after another place.
const unitOf = (text: string, points: number, from = 0): number => {
  let at = from;
  for (let i = 0; i < points; i += 1) at += isPair(text, at) ? 2 : 1;
  return at;
};

/** The part of a text from a code point up to another. */
export const slicePoints = (text: string, start: number, end: number): string => {
  if (!surrogate.test(text)) return text.slice(start, end);
  const from = unitOf(text, start);
  return text.slice(from, unitOf(text, end - start, from));
};

/** Order by code point. UTF-16 orders the same, but that surrogates stand before what is above them. */
export const comparePoints = (a: string, b: string): number => {
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
};

const rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);
