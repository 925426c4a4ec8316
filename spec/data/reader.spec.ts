import { isEqual } from '../../lib/data/equal.js';
import { type VMError } from '../../lib/data/error.js';
import { print } from '../../lib/data/printer.js';
import { parse, read } from '../../lib/data/reader.js';
import { emptyList, list, Pair, SymbolValue, type Value } from '../../lib/data/values.js';

const printed = (text: string): string => read(text).map(print).join(' ');

const failure = (text: string): VMError => {
  try {
    read(text);
  } catch (thrown) {
    return thrown as VMError;
  }
  throw new Error(`${text} was read`);
};

describe('atoms', () => {
  it.each<[string, Value]>([
    ['5', 5],
    ['-5', -5],
    ['+5', 5],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['-1.5e-3', -0.0015],
    ['9007199254740993', 9007199254740993n],
    ['#b101', 5],
    ['#o17', 15],
    ['#d12', 12],
    ['#xfF', 255],
    ['#x-ff', -255],
    ['#XFF', 255],
    ['+inf.0', Infinity],
    ['-inf.0', -Infinity],
    ['#t', true],
    ['#true', true],
    ['true', true],
    ['#f', false],
    ['#false', false],
    ['false', false],
    ['nil', null],
    ['()', emptyList],
    ['[]', emptyList],
    ['"text"', 'text'],
    ['""', ''],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual([value]);
  });

  it('reads not-a-number', () => {
    expect(read('+nan.0')).toEqual([NaN]);
  });

  it.each([
    'a',
    '+',
    '-',
    '...',
    '->x',
    '1+',
    '-a',
    '+a',
    'a.b',
    'a#b',
    '<=?',
    '!$%&*/:<=>?^_~',
    'λ',
    '名前',
    '😀',
    'Infinity',
    'undefined',
    'nil?',
    'x|'.slice(0, 1),
    '__proto__',
  ])('the symbol %s', (name) => {
    expect(read(name)).toEqual([new SymbolValue(name)]);
  });

  it('reads a symbol between bars as it stands there', () => {
    expect(read('|a b| || |A\\|b| |x\\x41;| |(|')).toEqual(
      ['a b', '', 'A|b', 'xA', '('].map((name) => new SymbolValue(name)),
    );
  });

  it('tells letters of different case apart', () => {
    expect(isEqual(read('abc')[0] as Value, read('ABC')[0] as Value)).toBe(false);
  });
});

describe('strings', () => {
  it.each([
    [String.raw`"\n\t\r\\\"\a\b\0\|"`, '\n\t\r\\"\x07\b\0|'],
    [String.raw`"\x41;\x1F600;\X62;"`, 'A😀b'],
    ['"a\\\n   b"', 'ab'],
    ['"a\\  \r\n\tb"', 'ab'],
    ['"two\nlines"', 'two\nlines'],
    ['"; no comment #| nor this |#"', '; no comment #| nor this |#'],
    ['"λ😀"', 'λ😀'],
  ])('%j reads as %j', (text, value) => {
    expect(read(text)).toEqual([value]);
  });

  it('end where they end, without a blank behind', () => {
    expect(read('"a""b"c"d"')).toEqual(['a', 'b', new SymbolValue('c'), 'd']);
  });
});

describe('lists', () => {
  it.each([
    ['(1 2 3)', '(1 2 3)'],
    ['[1 (2 [3])]', '(1 (2 (3)))'],
    ['(1 . 2)', '(1 . 2)'],
    ['(1 2 . (3 4))', '(1 2 3 4)'],
    ['(1 . ())', '(1)'],
    ['(1 . #;x 2)', '(1 . 2)'],
    ['(a . (b . (c)))', '(a b c)'],
    ['(.5 ...)', '(0.5 ...)'],
    ['(()())', '(() ())'],
  ])('%s reads as %s', (text, data) => {
    expect(printed(text)).toBe(data);
  });

  it('of quotations carry the name of each', () => {
    const whole = ([name, datum]: readonly [string, Value]): Value => list([new SymbolValue(name), datum]);
    expect(read("'a `b ,c ,@d")).toEqual(
      (
        [
          ['quote', 'a'],
          ['quasiquote', 'b'],
          ['unquote', 'c'],
          ['unquote-splicing', 'd'],
        ] as const
      ).map(([name, of]) => whole([name, new SymbolValue(of)])),
    );
    expect(printed("''a '(1 'b) ( quote x)")).toBe("''a '(1 'b) 'x");
  });

  it('are pairs that end in the empty list', () => {
    const [first] = read('(1 2)') as [Pair];
    expect([first.car, (first.cdr as Pair).car, (first.cdr as Pair).cdr]).toEqual([1, 2, emptyList]);
  });
});

describe('comments', () => {
  it.each([
    ['1 ; a line\n2', '1 2'],
    ['; only a comment', ''],
    [';a\r\n1', '1'],
    ['#| block |# 1', '1'],
    ['#| outer #| inner |# still |# 1', '1'],
    ['(1 #| x |# 2)', '(1 2)'],
    ['#;1 2', '2'],
    ['(1 #;(a (b)) 2)', '(1 2)'],
    ['#; #; 1 2 3', '3'],
    ["#;'a 1", '1'],
    ["'#;a b", "'b"],
    ['(a #;b)', '(a)'],
    ['#;"x"1', '1'],
    ['(#;a)', '()'],
    ['#;#|x|# 1 2', '2'],
    ['#||#1', '1'],
    ['', ''],
    [' \t\r\n\f ', ''],
    ['\ufeff1', '1'],
  ])('%j reads as %s', (text, data) => {
    expect(printed(text)).toBe(data);
  });
});

describe('places', () => {
  it('count lines and columns from 1, for each datum and each element', () => {
    const { data, places, elements } = parse('a\n (b\r\n  "x\ny" c) \'d');
    expect(places).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 2 },
      { line: 4, column: 7 },
    ]);
    const cells: unknown[] = [];
    for (let rest = data[1] as Value; rest instanceof Pair; rest = rest.cdr) cells.push(elements.get(rest));
    expect(cells).toEqual([
      { line: 2, column: 3 },
      { line: 3, column: 3 },
      { line: 4, column: 4 },
    ]);
  });

  it('are right behind comments of several lines, joined lines and block comments', () => {
    expect(parse(';x\n#| a\n b |# c').places).toEqual([{ line: 3, column: 7 }]);
    expect(parse('"a\\\n  b" c').places[1]).toEqual({ line: 2, column: 6 });
    expect(parse('|a\nb| c').places[1]).toEqual({ line: 2, column: 4 });
  });

  it('of a quoted datum are that of the quote, and of what it quotes', () => {
    const { data, places, elements } = parse("  '(a)");
    expect(places).toEqual([{ line: 1, column: 3 }]);
    expect(elements.get((data[0] as Pair).cdr as Pair)).toEqual({ line: 1, column: 4 });
  });
});

describe('a read-error tells line and column of', () => {
  it.each([
    ['an unclosed list', '1\n (a (b)', 2, 2, 'never closed'],
    ['the innermost unclosed list', '(a\n  (b', 2, 3, 'never closed'],
    ['an unclosed bracket', '[', 1, 1, "'['"],
    ['a parenthesis too many', 'a\n b)', 2, 3, 'closes nothing'],
    ['a bracket that closes a parenthesis', '(a\n]', 2, 1, 'line 1, column 1'],
    ['an unclosed string', ' "a\nb', 1, 2, 'a string is never closed'],
    ['an unclosed symbol', ' |a\nb', 1, 2, 'a symbol is never closed'],
    ['an unclosed block comment', 'a\n  #| x', 2, 3, 'a comment is never closed'],
    ['an unclosed nested block comment', '#| #| |#', 1, 1, 'a comment is never closed'],
    ['a quotation at the end', "a '", 1, 3, 'a quotation without a datum'],
    ['a quotation before a parenthesis', "(a ')", 1, 4, 'a quotation without a datum'],
    ['a datum comment at the end', '1 #;', 1, 5, "'#;' without a datum"],
    ['a datum comment before a parenthesis', '(1 #;)', 1, 6, "'#;' without a datum"],
    ['an unknown escape', '"ab\\q"', 1, 4, "unknown escape '\\q'"],
    ['an escape at the end', '"ab\\', 1, 4, 'escape'],
    ['a code that is no character', '"\\x110000;"', 1, 2, 'no character'],
    ['an escape without its semicolon', '"\\x41"', 1, 2, 'unknown escape'],
    ['an unknown notation', '(a #foo)', 1, 4, "unknown notation '#foo'"],
    ['digits of another base', '#b102', 1, 1, "unknown notation '#b102'"],
    ['a vector', '#(1)', 1, 1, 'unknown notation'],
    ['a dot at top level', ' . a', 1, 2, 'a dot stands'],
    ['a dot before everything', '( . a)', 1, 3, 'a dot stands'],
    ['a second dot', '(a . b . c)', 1, 8, 'a dot stands'],
    ['two data after the dot', '(a . b c)', 1, 8, 'more than one datum'],
    ['no datum after the dot', '(a . )', 1, 6, 'no datum after the dot'],
    ['a quoted dot', "'.", 1, 2, 'a dot stands'],
  ])('%s', (_name, text, line, column, detail) => {
    expect(failure(text)).toMatchObject({
      code: 'read-error',
      line,
      column,
      message: expect.stringContaining(detail) as string,
    });
  });

  it('is a misuse when the source is no string', () => {
    expect(() => read(5 as unknown as string)).toThrow(expect.objectContaining({ code: 'misuse' }));
  });
});

describe('size', () => {
  it('may be a hundred thousand levels', () => {
    let value = read(`${'('.repeat(100_000)}${')'.repeat(100_000)}`)[0] as Value;
    let depth = 0;
    for (; value instanceof Pair; value = value.car) depth += 1;
    expect(depth).toBe(99_999);
    expect(read("'".repeat(100_000) + 'a')).toHaveLength(1);
  });

  it('may be a hundred thousand levels that are never closed', () => {
    expect(failure('('.repeat(100_000))).toMatchObject({ code: 'read-error', column: 100_000 });
    expect(failure("'".repeat(100_000))).toMatchObject({ code: 'read-error', column: 100_000 });
    expect(failure('#;'.repeat(100_000))).toMatchObject({ code: 'read-error' });
  });

  it.each([
    ['blanks', ' '.repeat(3_000_000), 0],
    ['lines', '\n'.repeat(1_000_000), 0],
    ['comment lines', ';\n'.repeat(3_000_000), 0],
    ['a symbol', 'a'.repeat(3_000_000), 1],
    ['a symbol beyond the basic plane', '😀'.repeat(1_000_000), 1],
    ['a string', `"${'a'.repeat(3_000_000)}"`, 1],
    ['data', '1 '.repeat(500_000), 500_000],
  ])('may be millions: %s', (_name, text, count) => {
    expect(read(text)).toHaveLength(count);
  });

  it.each([
    ['nested block comments', '#| '.repeat(20_000) + '|# '.repeat(20_000), 0],
    ['digits that make no number', `${'1'.repeat(30_000)}x`, 1],
  ])('costs a time in proportion: %s', (_name, text, count) => {
    const started = performance.now();
    expect(read(text)).toHaveLength(count);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
