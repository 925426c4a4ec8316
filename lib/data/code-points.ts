// Texts by code point. A text without surrogates is indexed directly; in any other, code points are counted.

const surrogate = /[\ud800-\udfff]/;

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

export const pointsIn = (text: string): number => {
  if (!surrogate.test(text)) return text.length;
  let points = 0;
  for (let at = 0; at < text.length; at += widthAt(text, at)) points += 1;
  return points;
};

// Where a code point stands, so many after another place.
const unitOf = (text: string, points: number, from = 0): number => {
  let at = from;
  for (let i = 0; i < points; i += 1) at += widthAt(text, at);
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
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b ? -1 : Number(a > b);
  for (let at = 0; ; at += 1) {
    const [x = -1, y = -1] = [a.codePointAt(at), b.codePointAt(at)];
    if (x !== y || x < 0) return x - y;
  }
};
