import { isExact, normal, type Numeric, parseNumber } from './numbers.js';

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
  return isExact(number) ? number : exactDecimal(digits);
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

// No double is larger.
const mostZeros = 400;

// The integer a decimal stands for, digit by digit; undefined when there is none.
const exactDecimal = (text: string): Numeric | undefined => {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = whole + fraction;
  const zeros = Number(exponent) - fraction.length;
  if (digits === '' || zeros > mostZeros || !/^0*$/.test(zeros < 0 ? digits.slice(zeros) : '')) return undefined;
  const integer = BigInt(zeros < 0 ? digits.slice(0, zeros) : digits + '0'.repeat(zeros));
  return normal(sign === '-' ? -integer : integer);
};
