import { isExact, type Numeric, parseNumber } from './numbers.js';

// Numbers in every notation of the language: with prefixes, as in `#e#xff`, and with a point in any base.

const bases: Readonly<Record<string, number>> = { b: 2, o: 8, d: 10, x: 16 };

/** The number a text stands for, in a base unless a prefix says otherwise; undefined when it is none. */
export const parseNumeral = (text: string, base = 10): Numeric | undefined => {
  if (!text.startsWith('#')) return parseIn(text, base);
  const [, early, exactness, late, digits = ''] = /^(?:#([bodx]))?(?:#([ei]))?(?:#([bodx]))?(.*)$/is.exec(text) ?? [];
  if (early !== undefined && late !== undefined) return undefined;
  const number = parseIn(digits, bases[(early ?? late ?? '').toLowerCase()] ?? base);
  if (number === undefined || exactness === undefined) return number;
  if (/i/i.test(exactness)) return Number(number);
  // A decimal beyond the safe integers is a double, and no longer tells which integer was meant.
  return isExact(number) ? number : undefined;
};

const parseIn = (text: string, base: number): Numeric | undefined =>
  parseNumber(text, base) ?? (base === 10 ? undefined : parseFraction(text, base));

// In two steps, since the divisor of a small fraction is beyond the doubles.
const parseFraction = (text: string, base: number): number | undefined => {
  if (!/^[+-]?[\da-f]*\.[\da-f]*$/i.test(text)) return undefined;
  const [whole = '', written = ''] = text.split('.');
  const fraction = /^0+$/.test(written) ? '' : written;
  const digits = parseNumber(whole + fraction, base);
  if (digits === undefined) return undefined;
  const half = fraction.length >> 1;
  return Number(digits) * base ** -half * base ** (half - fraction.length);
};
