import fc from 'fast-check';
import { display, format, print, summary } from '../../lib/data/printer.js';
import { read } from '../../lib/data/reader.js';
import { isEqual } from '../../lib/data/equal.js';
import { emptyList, list, Pair, SymbolValue, type Value } from '../../lib/data/values.js';
import { data, nested, shared, texts } from './random-data.js';

const symbol = (name: string): Value => new SymbolValue(name);
const again = (value: Value): Value => read(print(value))[0] as Value;

describe('print', () => {
  it('writes what reads back as the same data', () => {
    fc.assert(
      fc.property(data, (value) => isEqual(again(value), value)),
      { numRuns: 1000 },
    );
  });

  it('writes several data that read back side by side', () => {
    fc.assert(fc.property(fc.array(data), (values) => isEqual(list(read(values.map(print).join(' '))), list(values))));
  });

  it.each([
    [true, '#t'],
    [false, '#f'],
    [null, 'nil'],
    [emptyList, '()'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    ['\u0000\u007f', '"\\x0;\\x7f;"'],
    [1.5, '1.5'],
    [10n ** 30n, '1000000000000000000000000000000'],
    [NaN, '+nan.0'],
    [-Infinity, '-inf.0'],
    ['', '""'],
  ])('writes %p as %s', (value, text) => {
    expect(print(value)).toBe(text);
  });

  it.each([
    ['abc', 'abc'],
    ['a->b!?*', 'a->b!?*'],
    ['+', '+'],
    ['-', '-'],
    ['...', '...'],
    ['->', '->'],
    ['λ', 'λ'],
    ['', '||'],
    ['a b', '|a b|'],
    ['1', '|1|'],
    ['+1', '|+1|'],
    ['.', '|.|'],
    ['#t', '|#t|'],
    ['nil', '|nil|'],
    ['true', '|true|'],
    ['a|b', '|a\\|b|'],
    ['a\\b', '|a\\\\b|'],
    ['a(b', '|a(b|'],
    ['+inf.0', '|+inf.0|'],
    ['\t', '|\\t|'],
    ['-.5', '|-.5|'],
  ])('writes the symbol named %p as %s', (name, text) => {
    expect(print(symbol(name))).toBe(text);
    expect(again(symbol(name))).toEqual(symbol(name));
  });

  it('keeps a symbol that would read as something else between bars', () => {
    fc.assert(
      fc.property(texts, (name) => (again(symbol(name)) as SymbolValue).name === name),
      { numRuns: 1000 },
    );
  });

  it('writes lists, dotted lists and quotations', () => {
    expect(print(list([1, list([2]), emptyList]))).toBe('(1 (2) ())');
    expect(print(list([1, 2], 3))).toBe('(1 2 . 3)');
    expect(print(list([symbol('quote'), symbol('a')]))).toBe("'a");
    expect(print(list([symbol('quasiquote'), list([symbol('unquote'), symbol('a')])]))).toBe('`,a');
    expect(print(list([symbol('unquote-splicing'), list([1])]))).toBe(',@(1)');
  });

  it('writes a quotation in full when it has not exactly one datum', () => {
    expect(print(list([symbol('quote')]))).toBe('(quote)');
    expect(print(list([symbol('quote'), 1, 2]))).toBe('(quote 1 2)');
    expect(print(list([symbol('quote')], 1))).toBe('(quote . 1)');
  });

  it('keeps an unquoted symbol that starts with @ from becoming a splice', () => {
    const unquoted = list([symbol('unquote'), symbol('@a')]);
    expect(isEqual(again(unquoted), unquoted)).toBe(true);
  });

  it('writes a hundred thousand levels', () => {
    expect(print(nested(100_000))).toBe(`${'('.repeat(100_000)}()${')'.repeat(100_000)}`);
    let quoted: Value = 1;
    for (let i = 0; i < 100_000; i += 1) quoted = list([symbol('quote'), quoted]);
    expect(print(quoted)).toBe(`${"'".repeat(100_000)}1`);
  });
});

describe('display', () => {
  it('leaves strings and symbols as they are, also inside of lists', () => {
    expect(display('a "b"')).toBe('a "b"');
    expect(display(list(['a b', symbol('c d'), true, null]))).toBe('(a b c d #t nil)');
  });
});

describe('a budget', () => {
  it('is the most characters a text may have', () => {
    expect(format(list([1, 2]), true, 5)).toBe('(1 2)');
    expect(() => format(list([1, 2]), true, 4)).toThrow(expect.objectContaining({ code: 'out-of-fuel' }));
    expect(() => display('abc', 2)).toThrow(expect.objectContaining({ code: 'out-of-fuel' }));
  });

  it('ends the text of a structure of exponential size', () => {
    expect(() => format(shared(80), true, 10_000)).toThrow(expect.objectContaining({ code: 'out-of-fuel' }));
  });
});

describe('summary', () => {
  it('gives short values in full', () => {
    expect(summary(list([1, 'a']))).toBe('(1 "a")');
  });

  it('gives the beginning of long ones', () => {
    const text = summary(list(new Array<number>(100_000).fill(1)));
    expect(text).toBe(('(' + '1 '.repeat(30)).slice(0, 60) + '…');
    expect(summary('x'.repeat(1000))).toHaveLength(61);
    expect(summary(shared(80)).length).toBeLessThanOrEqual(61);
    expect(summary(nested(100_000))).toBe(`${'('.repeat(60)}…`);
  });

  it('gives the beginning of a dotted pair whose car is long', () => {
    expect(summary(new Pair('y'.repeat(100), 1))).toMatch(/^\("y+…$/);
  });
});
