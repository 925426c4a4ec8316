import fc from 'fast-check';
import { compareStructure, isEqual, isSame } from '../../lib/data/equal.js';
import { fromJson, toJson } from '../../lib/data/json.js';
import { type Cell } from '../../lib/data/cells.js';
import { Character } from '../../lib/data/character.js';
import { read } from '../../lib/data/reader.js';
import { emptyList, list, Pair, SymbolValue, type Value } from '../../lib/data/values.js';
import { Bytevector, Items, literalOf, Vector } from '../../lib/data/vectors.js';
import { data, nested, nestedVectors, shared } from './random-data.js';

const copy = (value: Value): Value => fromJson(JSON.parse(JSON.stringify(toJson(value))));

describe('identity', () => {
  it('compares symbols by name, numbers by value, strings by content', () => {
    expect(isSame(new SymbolValue('a'), new SymbolValue('a'))).toBe(true);
    expect(isSame(new SymbolValue('a'), new SymbolValue('b'))).toBe(false);
    expect(isSame(2n ** 64n, 2n ** 64n)).toBe(true);
    expect(isSame('a', 'a')).toBe(true);
    expect(isSame(new Character(97), new Character(97))).toBe(true);
    expect(isSame(new Character(97), new Character(98))).toBe(false);
  });

  it('tells pairs of the same content apart', () => {
    const pair = new Pair(1, 2);
    expect(isSame(pair, pair)).toBe(true);
    expect(isSame(pair, new Pair(1, 2))).toBe(false);
  });

  it('tells values of different kinds apart', () => {
    const different: Value[] = [0, '', false, null, emptyList, 'a', new SymbolValue('a'), '0'];
    for (const a of different) for (const b of different) expect(isSame(a, b)).toBe(a === b);
  });
});

describe('structure', () => {
  it('is equal in a value and its copy', () => {
    fc.assert(fc.property(data, (value) => isEqual(value, copy(value))));
  });

  it('differs as soon as one leaf differs', () => {
    fc.assert(
      fc.property(
        data,
        (value) =>
          !isEqual(new Pair(value, 'a'), new Pair(value, 'b')) && !isEqual(list([value, 1]), list([value, 1, 1])),
      ),
    );
  });

  it('compares numbers numerically, be they numbers or bigints', () => {
    expect(isEqual(2n ** 53n, 2 ** 53)).toBe(true);
    expect(isEqual(list([2n ** 60n]), list([2 ** 60]))).toBe(true);
    expect(isEqual(2n ** 53n + 1n, 2 ** 53)).toBe(false);
  });

  it('holds NaN unequal to itself, also inside of data', () => {
    expect(isEqual(NaN, NaN)).toBe(false);
    expect(isEqual(list([NaN]), list([NaN]))).toBe(false);
  });

  it.each([
    [list([1]), list([1], 2)],
    [list([1, 2]), new Pair(1, 2)],
    [emptyList, null],
    ['a', new SymbolValue('a')],
    [1, '1'],
    [list([]), false],
    [new Character(97), 'a'],
    [literalOf(Vector, [1]), literalOf(Bytevector, [1])],
    [literalOf(Vector, [1]), list([1])],
    [literalOf(Vector, [1]), literalOf(Vector, [1, 2])],
    [literalOf(Vector, [1, 2]), literalOf(Vector, [1, 3])],
    [literalOf(Bytevector, [1]), literalOf(Bytevector, [2])],
  ])('tells %p from %p', (a, b) => {
    expect(isEqual(a, b)).toBe(false);
    expect(isEqual(b, a)).toBe(false);
  });

  it('is compared a hundred thousand levels deep', () => {
    expect(isEqual(nested(100_000), nested(100_000))).toBe(true);
    expect(isEqual(nested(100_000, 1), nested(100_000, 2))).toBe(false);
  });

  it('of a million elements is compared', () => {
    const long = (last: Value): Value => list([...new Array<number>(999_999).fill(1), last]);
    expect(isEqual(long(1), long(1))).toBe(true);
    expect(isEqual(long(1), long(2))).toBe(false);
  });
});

describe('vectors', () => {
  const datum = (text: string): Value => read(text)[0] as Value;

  it('that contain themselves are equal when no difference is found', () => {
    expect(isEqual(datum('#0=#(1 #0#)'), datum('#0=#(1 #0#)'))).toBe(true);
    expect(isEqual(datum('#0=#(1 #0#)'), datum('#0=#(1 #(1 #0#))'))).toBe(true);
    expect(isEqual(datum('#0=#(1 #0#)'), datum('#0=#(1 #(2 #0#))'))).toBe(false);
    expect(isEqual(datum('#0=(1 . #(#0#))'), datum('#0=(1 . #((1 . #(#0#))))'))).toBe(true);
  });

  it('are compared 300,000 levels deep', () => {
    expect(isEqual(nestedVectors(300_000), nestedVectors(300_000))).toBe(true);
    expect(isEqual(nestedVectors(300_000, 1), nestedVectors(300_000, 2))).toBe(false);
  });

  it('in a store have the content that the store says', () => {
    const contents = [Items.of([1, 2]), Items.of([1, 2]), Items.of([2])];
    const contentOf = ({ address }: Cell): Value | undefined => contents[address];
    const equal = (a: number, b: number): boolean | undefined =>
      compareStructure(new Vector(a, null), new Vector(b, null), Infinity, contentOf).equal;
    expect([equal(0, 1), equal(0, 2)]).toEqual([true, false]);
    expect(isEqual(new Vector(0, null), new Vector(1, null))).toBe(false);
  });

  it('cost their items before they are looked at', () => {
    const long = (): Value => literalOf(Vector, new Array<number>(1000).fill(1));
    expect(compareStructure(long(), long(), Infinity).steps).toBe(1001);
    expect(compareStructure(long(), long(), 1000)).toEqual({ equal: undefined, steps: 1001 });
  });

  it('that are shared are compared once', () => {
    const twice = (depth: number): Value => {
      let value: Value = 1;
      for (let i = 0; i < depth; i += 1) value = literalOf(Vector, [value, value]);
      return value;
    };
    expect(compareStructure(twice(60), twice(60), 1000).equal).toBe(true);
  });
});

describe('a budget', () => {
  it('bounds the steps of a comparison of exponential size', () => {
    const { equal, steps } = compareStructure(shared(60), shared(60), 1000);
    expect(equal).toBeUndefined();
    expect(steps).toBe(1001);
  });

  it('is not touched by what is the same object', () => {
    const value = shared(60);
    expect(compareStructure(value, value, 1)).toEqual({ equal: true, steps: 0 });
  });

  it('of exactly the pairs is enough', () => {
    expect(compareStructure(list([1, 2, 3]), list([1, 2, 3]), 3)).toEqual({ equal: true, steps: 3 });
    expect(compareStructure(list([1, 2, 3]), list([1, 2, 3]), 2).equal).toBeUndefined();
  });

  it('counts the length of strings, wherever they stand', () => {
    const text = 'x'.repeat(8000);
    expect(compareStructure(text, text, Infinity).steps).toBe(1000);
    expect(compareStructure(new Pair(text, 1), new Pair(text, 1), Infinity).steps).toBe(1001);
    expect(compareStructure(new Pair(1, text), new Pair(1, text), Infinity).steps).toBe(1001);
  });
});
