import { isEqual } from '../../lib/data/equal.js';
import { Character } from '../../lib/data/character.js';
import { type VMError } from '../../lib/data/error.js';
import { print } from '../../lib/data/printer.js';
import { type Place, PlacedPair } from '../../lib/data/placed.js';
import { parse, read, readOne } from '../../lib/data/reader.js';
import { emptyList, list, Pair, SymbolValue, type Value } from '../../lib/data/values.js';
import { hasPlaces } from './placed.js';

const printed = (text: string): string => read(text).map(print).join(' ');

const placeOf = ({ line, column }: Place): Place => ({ line, column });

/** The places of the elements of a list. */
const placesOf = (value: Value | undefined): Place[] => {
  const places: Place[] = [];
  for (let rest = value; rest instanceof PlacedPair; rest = rest.cdr) places.push(placeOf(rest));
  return places;
};

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
    ['#e#x10', 16],
    ['#X#I10', 16],
    ['#i5', 5],
    ['#e1.50e1', 15],
    ['#e-1200e-2', -12],
    ['#xff.8', 255.5],
    ['#b-.01', -0.25],
    ['+INF.0', Infinity],
    ['+inf.0', Infinity],
    ['-inf.0', -Infinity],
    ['#t', true],
    ['#true', true],
    ['true', true],
    ['#TRUE', true],
    ['#F', false],
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

  it('joins what stands between bars to what stands beside it', () => {
    expect(read('foo|bar baz| |1|2 a||b #t||')).toEqual(
      ['foobar baz', '12', 'ab', '#t'].map((name) => new SymbolValue(name)),
    );
  });

  it.each([
    ['#\\a', 0x61],
    ['#\\A', 0x41],
    ['#\\space', 0x20],
    ['#\\newline', 0x0a],
    ['#\\null', 0],
    ['#\\x', 0x78],
    ['#\\x41', 0x41],
    ['#\\x1F600', 0x1f600],
    ['#\\😀', 0x1f600],
    ['#\\(', 0x28],
    ['#\\;', 0x3b],
    ['#\\"', 0x22],
    ['#\\ ', 0x20],
    ['#\\#', 0x23],
  ])('reads the character %s', (text, point) => {
    expect(read(text)).toEqual([new Character(point)]);
    expect(printed(`(${text} a)`).endsWith(' a)')).toBe(true);
  });

  it('folds case where it is told to', () => {
    expect(printed('AB #!fold-case AB |AB| #\\SPACE #\\A "AB" #!no-fold-case AB')).toBe(
      'AB ab AB #\\space #\\A "AB" AB',
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

describe('vectors', () => {
  it.each([
    ['#()', '#()'],
    ['#(1 #(2) (3 . 4))', '#(1 #(2) (3 . 4))'],
    ["'#(a b)", "'#(a b)"],
    ['#(1 #;2 3)', '#(1 3)'],
    ['#u8()', '#u8()'],
    ['#U8(0 #xff)', '#u8(0 255)'],
  ])('%s reads as %s', (text, data) => {
    expect(printed(text)).toBe(data);
  });

  it('are literal constants', () => {
    expect(read('#(1)')[0]).toMatchObject({ address: -2, space: null });
  });
});

describe('labels', () => {
  it('make of what is named twice one datum', () => {
    const [, first, second] = [...(read('(0 #0=(a) #0#)')[0] as Pair)];
    expect(first).toBe(second);
    const [list] = read('#1=(#0=(#(#1#)) #0#)') as [Pair];
    expect(list.car).toBe((list.cdr as Pair).car);
  });

  it.each(['#0=#(1 #0#)', '#0=(1 . #(#0#))', '#0=#(#1=(#0# . #(#1#)))', '#0=(a #((b . #0#) (c . #0#)))', "#0=#('#0#)"])(
    'may close a circle through a vector: %s',
    (text) => {
      expect(printed(text)).toBe(text);
    },
  );

  it('keep the places of the elements', () => {
    expect(placesOf(parse('#0=(a\n #(#0#))').forms[0]?.car)).toEqual([
      { line: 1, column: 5 },
      { line: 2, column: 2 },
    ]);
  });

  it('are those of one datum alone', () => {
    expect(printed('(#0=a #0#) (#0=b #0#)')).toBe('(a a) (b b)');
    expect(failure('#0=a #0#')).toMatchObject({ code: 'read-error' });
  });

  it('may stand for what stands for another', () => {
    expect(printed('#0=#(#1=#0# #1#)')).toBe('#0=#(#0# #0#)');
    expect(printed('(#0=nil #0#)')).toBe('(nil nil)');
  });
});

describe('one datum of a text', () => {
  it('is read from an offset on, and ends behind itself', () => {
    const text = ' (a b) ; c\n "d"e ';
    expect(readOne(text, 0)).toMatchObject({ end: 6 });
    expect(readOne(text, 6)).toEqual({ datum: 'd', end: 15, isFolding: false });
    expect(readOne(text, 15)).toMatchObject({ datum: new SymbolValue('e'), end: 16 });
    expect(readOne(text, 16)).toBeNull();
    expect(readOne('', 0)).toBeNull();
    expect(readOne('#;a b', 0)).toMatchObject({ datum: new SymbolValue('b'), end: 5 });
  });

  it('is a fault when it is not closed', () => {
    expect(() => readOne('(a', 0)).toThrow(expect.objectContaining({ code: 'read-error' }));
  });

  it('folds case when the one before it ended so', () => {
    expect(readOne('#!fold-case A B', 0)).toMatchObject({ datum: new SymbolValue('a'), end: 13, isFolding: true });
    expect(readOne('#!fold-case A B', 13, Infinity, true)).toMatchObject({ datum: new SymbolValue('b') });
  });

  it('is not read beyond a budget', () => {
    expect(readOne('(a b)', 0, 5)).toMatchObject({ end: 5 });
    expect(() => readOne('(a b)', 0, 3)).toThrow(expect.objectContaining({ code: 'out-of-fuel' }));
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
    const { forms } = parse('a\n (b\r\n  "x\ny" c) \'d');
    expect(forms.map(placeOf)).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 2 },
      { line: 4, column: 7 },
    ]);
    expect(placesOf(forms[1]?.car)).toEqual([
      { line: 2, column: 3 },
      { line: 3, column: 3 },
      { line: 4, column: 4 },
    ]);
  });

  it('are right behind comments of several lines, joined lines and block comments', () => {
    const places = (text: string): Place[] => parse(text).forms.map(placeOf);
    expect(places(';x\n#| a\n b |# c')).toEqual([{ line: 3, column: 7 }]);
    expect(places('"a\\\n  b" c')[1]).toEqual({ line: 2, column: 6 });
    expect(places('|a\nb| c')[1]).toEqual({ line: 2, column: 4 });
  });

  it('of a quoted datum are that of the quote, and of what it quotes', () => {
    const { forms } = parse("  '(a)");
    expect(forms.map(placeOf)).toEqual([{ line: 1, column: 3 }]);
    expect(placesOf(forms[0]?.car)).toEqual([
      { line: 1, column: 3 },
      { line: 1, column: 4 },
    ]);
  });

  it('are in no pair of what is read as data', () => {
    const text = "(a #(b (c)) . d) '(e #0=(f) #0#) #(g #1=(h #(#1#)))";
    expect(read(text).map((value) => hasPlaces(value))).toEqual([false, false, false]);
    expect(hasPlaces(readOne(text, 0)?.datum as Value)).toBe(false);
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
    ['an unclosed symbol behind a line end in it', ' |a\nb\\n', 1, 2, 'a symbol is never closed'],
    ['an unclosed block comment', 'a\n  #| x', 2, 3, 'a comment is never closed'],
    ['an unclosed nested block comment', '#| #| |#', 1, 1, 'a comment is never closed'],
    ['a quotation at the end', "a '", 1, 3, "''' without a datum"],
    ['a quotation before a parenthesis', "(a ')", 1, 4, "''' without a datum"],
    ['a datum comment at the end', '1 #;', 1, 5, "'#;' without a datum"],
    ['a datum comment before a parenthesis', '(1 #;)', 1, 6, "'#;' without a datum"],
    ['an unknown escape', '"ab\\q"', 1, 4, "unknown escape '\\q'"],
    ['an escape at the end', '"ab\\', 1, 4, 'escape'],
    ['a code that is no character', '"\\x110000;"', 1, 2, 'unknown escape'],
    ['an escape without its semicolon', '"\\x41"', 1, 2, 'unknown escape'],
    ['an unknown notation', '(a #foo)', 1, 4, "unknown notation '#foo'"],
    ['digits of another base', '#b102', 1, 1, "unknown notation '#b102'"],
    ['an unclosed vector', ' #(1', 1, 2, "'#(' is never closed"],
    ['a dot in a vector', '#(1 . 2)', 1, 5, "'.' cannot stand here"],
    ['what is no byte', '#u8(1 256)', 1, 7, 'from 0 to 255'],
    ['an unknown character', '#\\foo', 1, 1, 'unknown character'],
    ['a character that is no code point', '#\\xd800', 1, 1, 'unknown character'],
    ['a directive that is unknown', '#!foo', 1, 1, 'unknown notation'],
    ['half a character in a string', '"\\xd800;"', 1, 2, 'unknown escape'],
    ['a fraction', '(1 1/2)', 1, 4, 'no fractions'],
    ['a complex number', '-1.5e3+2i', 1, 1, 'no complex numbers'],
    ['an imaginary unit', '+i', 1, 1, 'no complex numbers'],
    ['a polar number', '1@-2', 1, 1, 'no complex numbers'],
    ['an exact number that is none', '#e1.5', 1, 1, 'unknown notation'],
    ['a prefix that is there twice', '#x#b1', 1, 1, 'unknown notation'],
    ['a label that is unknown', '(a #1#)', 1, 4, "unknown label '#1#'"],
    ['a label that is there twice', '(#1=a #1=b)', 1, 7, 'twice'],
    ['a label of itself', '(#1=#1#)', 1, 2, "'#1=' contains itself"],
    ['a label without a datum', '(#1=)', 1, 2, "'#1=' without a datum"],
    ['a pair that contains itself', '#1=(a . #1#)', 1, 9, 'a pair contains itself'],
    ['a quotation of itself', "#1='#1#", 1, 5, 'a pair contains itself'],
    ['a dot at top level', ' . a', 1, 2, "'.' cannot stand here"],
    ['a dot before everything', '( . a)', 1, 3, "'.' cannot stand here"],
    ['a second dot', '(a . b . c)', 1, 8, "'.' cannot stand here"],
    ['two data after the dot', '(a . b c)', 1, 8, "'.' cannot stand here"],
    ['no datum after the dot', '(a . )', 1, 6, "'.' without a datum"],
    ['a quoted dot', "'.", 1, 2, "'.' cannot stand here"],
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

  it('may be 300,000 levels of vectors, also of such as contain themselves', () => {
    const [open, close] = ['#('.repeat(300_000), ')'.repeat(300_000)];
    expect(read(`${open}${close}`)).toHaveLength(1);
    expect(read(`#0=${open}#0#${close}`)).toHaveLength(1);
    expect(read(`#0=#(${'('.repeat(300_000)}#0#${close})`)).toHaveLength(1);
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
