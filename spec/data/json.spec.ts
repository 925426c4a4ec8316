import fc from 'fast-check';
import { isEqual } from '../../lib/data/equal.js';
import { fromJson, type Json, toJson } from '../../lib/data/json.js';
import { Character } from '../../lib/data/character.js';
import { endOfFile, Macro } from '../../lib/data/objects.js';
import { print } from '../../lib/data/printer.js';
import { read } from '../../lib/data/reader.js';
import { emptyList, list, Pair, Procedure, SymbolValue, type Value } from '../../lib/data/values.js';
import { Bytevector, literalOf, Vector } from '../../lib/data/vectors.js';
import { data, nested, nestedVectors, shared } from './random-data.js';

const refused = expect.objectContaining({ code: 'bad-operand' });

class Sealed extends Procedure {
  readonly name = 'sealed';
}

describe('the tagged form', () => {
  it('reads back as the same data, through text', () => {
    fc.assert(
      fc.property(data, (value) => isEqual(fromJson(JSON.parse(JSON.stringify(toJson(value)))), value)),
      { numRuns: 1000 },
    );
  });

  it('leaves values as they are', () => {
    fc.assert(fc.property(data, (value) => fromJson(value) === value || Number.isNaN(value)));
  });

  it.each<[Value, Json]>([
    [1, 1],
    ['a', 'a'],
    [true, true],
    [null, null],
    [NaN, { number: 'NaN' }],
    [-Infinity, { number: '-Infinity' }],
    [2n ** 64n, { integer: '18446744073709551616' }],
    [new SymbolValue('a'), { symbol: 'a' }],
    [emptyList, { list: [] }],
    [list([1, 2]), { list: [1, 2] }],
    [list([1, 2], 3), { list: [1, 2], tail: 3 }],
    [new Character(0x1f600), { char: '😀' }],
    [new Character(10), { char: '\n' }],
    [endOfFile, { eof: true }],
    [literalOf(Vector, []), { vector: [] }],
    [literalOf(Vector, [1, list([2])]), { vector: [1, { list: [2] }] }],
    [literalOf(Bytevector, [0, 255]), { bytes: [0, 255] }],
    [new Pair(emptyList, new SymbolValue('b')), { list: [{ list: [] }], tail: { symbol: 'b' } }],
  ])('of %p is %j', (value, json) => {
    expect(toJson(value)).toEqual(json);
    expect(isEqual(fromJson(json), value) || Number.isNaN(value)).toBe(true);
  });

  it('is frozen at every level', () => {
    const json = toJson(list([list([1]), new SymbolValue('a'), 2n ** 64n])) as { readonly list: readonly Json[] };
    expect([json, json.list, ...json.list.slice(0, 3)].every(Object.isFrozen)).toBe(true);
  });

  it('of a macro has its rules and its library', () => {
    const macro = new Macro(read('(syntax-rules () ((_ a) a))')[0] as Value, new SymbolValue('lib'));
    expect(toJson(macro)).toEqual({ macro: [toJson(macro.rules), { symbol: 'lib' }] });
    const again = fromJson(toJson(macro)) as Macro;
    expect(again).toBeInstanceOf(Macro);
    expect([print(again.rules), print(again.library)]).toEqual(['(syntax-rules () ((_ a) a))', 'lib']);
  });

  it.each([
    ['lists', nested],
    ['vectors', nestedVectors],
  ])('of %s is written and read 300,000 levels deep', (_what, deep) => {
    const value = deep(300_000, 1);
    expect(isEqual(fromJson(toJson(value)), value)).toBe(true);
  });

  it('of what is shared is one object, read as one value', () => {
    const json = toJson(list([shared(1000), shared(1000)]));
    const [first] = [...(fromJson(json) as Pair)] as [Pair];
    expect(first.car).toBe(first.cdr);
    const vector = literalOf(Vector, [1]);
    const both = fromJson(toJson(list([vector, vector]))) as Pair;
    expect(both.car).toBe((both.cdr as Pair).car);
  });

  it('keeps the elements of a million', () => {
    const long = list(new Array<Value>(1_000_000).fill('x'));
    expect((toJson(long) as { readonly list: readonly Json[] }).list).toHaveLength(1_000_000);
    expect(isEqual(fromJson(toJson(long)), long)).toBe(true);
  });

  it('gives an integer its normal form', () => {
    expect(fromJson({ integer: '5' })).toBe(5);
    expect(fromJson({ integer: '-9007199254740991' })).toBe(-9007199254740991);
    expect(Object.is(fromJson({ integer: '-0' }), 0)).toBe(true);
  });
});

describe('what has no tagged form', () => {
  it('cannot be written', () => {
    expect(() => toJson(new Sealed())).toThrow(refused);
    expect(() => toJson(list([1, new Sealed()]))).toThrow(refused);
    expect(() => toJson(new Pair(1, new Sealed()))).toThrow(refused);
    expect(() => toJson(literalOf(Vector, [new Sealed()]))).toThrow(refused);
    expect(() => toJson(read('#0=(1 #(2 #0#))')[0] as Value)).toThrow(refused);
  });

  it('of a vector without its content cannot be written', () => {
    expect(() => toJson(new Vector(7, null))).toThrow(refused);
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a JavaScript symbol', Symbol('s')],
    ['an array', [1]],
    ['an empty object', {}],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['an unknown key', { table: [] }],
    ['a vector that is no array', { vector: 1 }],
    ['a symbol in an array', { symbol: ['a'] }],
    ['a vector with a tail', { vector: [1], tail: 2 }],
    ['bytes beyond 255', { bytes: [256] }],
    ['bytes that are no integers', { bytes: ['a'] }],
    ['a character that is two', { char: 'ab' }],
    ['a character that is none', { char: '' }],
    ['half a character', { char: '\ud800' }],
    ['an end that is none', { eof: 1 }],
    ['a macro without a library', { macro: [1] }],
    ['a macro with too much', { macro: [1, 2, 3] }],
    ['an integer of more digits than are read', { integer: '1'.repeat(100_001) }],
    ['__proto__ as a key', JSON.parse('{"__proto__":1}')],
    ['an extra key', { symbol: 'a', more: 1 }],
    ['an extra key beside a list', { list: [], more: 1 }],
    ['a list that is no array', { list: 'ab' }],
    ['a tail alone', { tail: 1 }],
    ['an undefined element', { list: [undefined] }],
    ['a hole', { list: new Array(2) }],
    ['a function deep inside', { list: [{ list: [1, () => 1] }] }],
    ['a tail that is no value', { list: [1], tail: [] }],
    ['a symbol without a name', { symbol: 1 }],
    ['an integer that is a number', { integer: 1 }],
    ['an integer with a fraction', { integer: '1.5' }],
    ['an integer with a space', { integer: ' 1' }],
    ['no digits', { integer: '' }],
    ['a finite number', { number: '1' }],
    ['a number', { number: NaN }],
    ['a tail without elements', { list: [], tail: 3 }],
  ])('is refused: %s', (_name, json) => {
    expect(() => fromJson(json)).toThrow(refused);
  });

  it('is refused also when it is an instance that looks like one', () => {
    class Lookalike {
      readonly symbol = 'a';
    }
    expect(() => fromJson(new Lookalike())).toThrow(refused);
  });

  it('is refused when it contains itself', () => {
    let looks = 0;
    const circle = {
      get list(): unknown[] {
        looks += 1;
        if (looks > 1000) throw new Error('it never ends');
        return [circle];
      },
    };
    expect(() => fromJson(circle)).toThrow(refused);
  });
});
