import { emptyList, isList, isTrue, isValue, list, Pair, SymbolValue } from '../../lib/data/values.js';

it('takes numbers, bigints, strings, booleans, null and its own objects for values', () => {
  for (const value of [0, NaN, 1n, '', true, null, emptyList, new Pair(1, 2), new SymbolValue('a')])
    expect(isValue(value)).toBe(true);
});

it('takes nothing else for a value', () => {
  const lookalike = { car: 1, cdr: emptyList };
  const foreign = Object.assign(Object.create(Object.getPrototypeOf({ name: 'a' }) as object) as object, { name: 'a' });
  for (const other of [undefined, {}, [], [1], () => 1, Symbol('s'), new Date(0), lookalike, foreign])
    expect(isValue(other)).toBe(false);
});

it('holds false, and nothing else, for false', () => {
  expect(isTrue(false)).toBe(false);
  for (const value of [0, '', null, NaN, emptyList, 0n]) expect(isTrue(value)).toBe(true);
});

describe('a list', () => {
  it('ends in the empty list, which is not nil', () => {
    expect(list([])).toBe(emptyList);
    expect(emptyList).not.toBeNull();
    expect((list([1]) as Pair).cdr).toBe(emptyList);
  });

  it('is told from a dotted one', () => {
    expect(isList(list([1, 2]))).toBe(true);
    expect(isList(emptyList)).toBe(true);
    expect(isList(list([1, 2], 3))).toBe(false);
    expect(isList(null)).toBe(false);
  });

  it('gives its elements in order, and leaves out a last cdr that is no list', () => {
    expect([...(list([1, 'b', null]) as Pair)]).toEqual([1, 'b', null]);
    expect([...(list([1, 2], 3) as Pair)]).toEqual([1, 2]);
    expect([...emptyList]).toEqual([]);
  });

  it('of a million elements is made, tested and walked', () => {
    const long = list(new Array<number>(1_000_000).fill(7));
    expect(isList(long)).toBe(true);
    let count = 0;
    for (const element of long as Pair) count += element === 7 ? 1 : 0;
    expect(count).toBe(1_000_000);
  });
});

it('keeps the one empty list from being changed', () => {
  expect(Object.isFrozen(emptyList)).toBe(true);
});
