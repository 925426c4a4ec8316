import fc from 'fast-check';
import { type Cell } from '../../lib/data/cells.js';
import { Character } from '../../lib/data/character.js';
import { endOfFile, ErrorObject, Macro, MultipleValues } from '../../lib/data/objects.js';
import { RecordType, RecordValue } from '../../lib/data/records.js';
import { Entries, HashTable } from '../../lib/data/tables.js';
import { Items, literalOf, Vector } from '../../lib/data/vectors.js';
import { display, format, formatCost, print, summary } from '../../lib/data/printer.js';
import { read } from '../../lib/data/reader.js';
import { isEqual } from '../../lib/data/equal.js';
import { emptyList, list, Pair, SymbolValue, type Value } from '../../lib/data/values.js';
import { data, nested, nestedVectors, shared, texts } from './random-data.js';

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

  it.each<[Value, string]>([
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
    [new Character(97), '#\\a'],
    [new Character(0x20), '#\\space'],
    [new Character(0x28), '#\\('],
    [new Character(0x301), '#\\x301'],
    [endOfFile, '#<eof>'],
    [new Macro(null), '#<syntax>'],
    [new MultipleValues([]), '#<values>'],
    [new MultipleValues([1, 'a']), '#<values 1 "a">'],
    [new ErrorObject('user-raised', 'it broke:', list([1, 'a'])), '#<error it broke: 1 "a">'],
    [new ErrorObject('user-raised', symbol('who'), emptyList), '#<error who>'],
    [new RecordType('point', [], []), '#<record-type point>'],
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
    ['+i', '|+i|'],
    ['1/2', '|1/2|'],
    ['-inf.0i', '|-inf.0i|'],
    ['+info', '+info'],
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

describe('vectors, records and tables', () => {
  const point = new RecordType('point', ['x', 'y'], [false, true]);
  // A store: what is at each address.
  const contents: Value[] = [];
  const contentOf = ({ address }: Cell): Value | undefined => contents[address];
  const put = (content: Value): number => contents.push(content) - 1;
  const written = (value: Value, style: Parameters<typeof format>[1] = 'write'): string =>
    format(value, style, 1000, contentOf);

  it('are written with what they hold', () => {
    const vector = new Vector(put(Items.of([1, 'a', list([2])])), null);
    const table = new HashTable(put(Entries.none(false).withAll(['a', 1, symbol('b'), list([2])])), null);
    const record = new RecordValue(point, [1, new Vector(put(vector), null)]);
    expect(written(vector)).toBe('#(1 "a" (2))');
    expect(written(vector, 'display')).toBe('#(1 a (2))');
    expect(written(table)).toBe('#<hash-table ("a" . 1) (b 2)>');
    expect(written(record)).toBe('#<point x: 1 y: #(1 "a" (2))>');
    expect(written(new RecordValue(new RecordType('none', [], []), []))).toBe('#<none>');
    expect(written(new Vector(put(Items.of([])), null))).toBe('#()');
  });

  it('are only named where their content cannot be seen', () => {
    expect([print(new Vector(3, null)), print(new HashTable(3, null))]).toEqual(['#<vector>', '#<hash-table>']);
    expect(print(new RecordValue(point, [1, new Vector(0, null)]))).toBe('#<point x: 1 y: #<vector>>');
  });

  it('have a label where they contain themselves, whatever they go through', () => {
    const address = put(null);
    const record = new RecordValue(point, [list([1]), new Vector(address, null)]);
    contents[address] = list([record]);
    expect(written(record)).toBe('#0=#<point x: (1) y: (#0#)>');
    const table = new HashTable(put(null), null);
    contents[table.address] = Entries.none(false).withAll(['me', table]);
    expect(written(list([table, table]))).toBe('(#0=#<hash-table ("me" . #0#)> #0#)');
  });

  it.each([
    ['#0=#(1 #0#)', '#0=#(1 #0#)', '#0=#(1 #0#)'],
    ['#0=(1 . #(#0#))', '#0=(1 . #(#0#))', '#0=(1 . #(#0#))'],
    ['(0 . #0=(1 #(#0#)))', '(0 . #0=(1 #(#0#)))', '(0 . #0=(1 #(#0#)))'],
    ['(#0=(1) #0#)', '((1) (1))', '(#0=(1) #0#)'],
    ['(#0=#(1) #0#)', '(#(1) #(1))', '(#0=#(1) #0#)'],
    ['(#0="a" #0# #1=() #1#)', '("a" "a" () ())', '("a" "a" () ())'],
    ['#0=#(#1=#(#0#) #1#)', '#0=#(#(#0#) #(#0#))', '#0=#(#1=#(#0#) #1#)'],
    ["#0=#('#0#)", "#0=#('#0#)", "#0=#('#0#)"],
    ['(quote . #0=(#(#0#)))', '(quote . #0=(#(#0#)))', '(quote . #0=(#(#0#)))'],
  ])('%s is written as %s, and with all that is shared as %s', (source, cycles, all) => {
    const [value] = read(source) as [Value];
    expect([format(value, 'write'), format(value, 'shared')]).toEqual([cycles, all]);
    for (const text of [cycles, all]) expect(isEqual(read(text)[0] as Value, value)).toBe(true);
  });

  it('that contain themselves have no simple form', () => {
    const [value] = read('#0=#(1 #0#)') as [Value];
    expect(() => format(value, 'simple', 1000)).toThrow(expect.objectContaining({ code: 'out-of-fuel' }));
    expect(format(list([1, 'a']), 'simple')).toBe('(1 "a")');
    expect(summary(value)).toMatch(/^(#\(1 ){15}…$|^(#\(1 ){14}#\(1…$/);
    expect(summary(7n ** 100_000n)).toBe('#<integer of 280768 bits>…');
  });

  it('are written 300,000 levels deep', () => {
    expect(print(nestedVectors(300_000))).toHaveLength(3 * 300_000 + 1);
  });

  it('are not looked at beyond a budget', () => {
    const long = literalOf(Vector, new Array<Value>(1_000_000).fill(list([1, 2])));
    const started = performance.now();
    for (let i = 0; i < 100; i += 1) expect(() => format(long, 'write', 100)).toThrow('longer than the fuel');
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('display', () => {
  it('leaves strings and symbols as they are, also inside of lists', () => {
    expect(display('a "b"')).toBe('a "b"');
    expect(display(list(['a b', symbol('c d'), true, null]))).toBe('(a b c d #t nil)');
    expect(display(list([new Character(32), literalOf(Vector, ['a'])]))).toBe('(  #(a))');
  });
});

describe('fuel', () => {
  it('is fourteen for each character of structure, one for eight characters of a string', () => {
    expect(format(list([1, 2]), 'write', 70)).toBe('(1 2)');
    expect(formatCost(list([1, 2]), '(1 2)')).toBe(70);
    expect(() => format(list([1, 2]), 'write', 69)).toThrow(expect.objectContaining({ code: 'out-of-fuel' }));
    expect(display('abcdefgh', 1)).toBe('abcdefgh');
    expect(formatCost('abcdefgh', 'abcdefgh')).toBe(1);
    expect(() => display('abcdefghi', 1)).toThrow(expect.objectContaining({ code: 'out-of-fuel' }));
  });

  it('is enough for what is written with labels', () => {
    expect(format(shared(80, 1), 'shared', 80_000)).toHaveLength(1014);
  });

  it('ends the text of a structure of exponential size', () => {
    expect(() => format(shared(80), 'write', 80_000)).toThrow(expect.objectContaining({ code: 'out-of-fuel' }));
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
