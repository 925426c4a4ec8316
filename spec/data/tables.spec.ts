import * as fc from 'fast-check';
import { isEqual, isSame } from '../../lib/data/equal.js';
import { Entries, hashCost } from '../../lib/data/tables.js';
import { list, Pair, SymbolValue, type Value } from '../../lib/data/values.js';
import { deepFreeze } from '../laws/machine.js';
import { atoms } from './random-data.js';

// A table against a plain list of entries, in the order in which their keys came.

const find = (entries: readonly (readonly [Value, Value])[], key: Value): number =>
  entries.findIndex(([other]) => isEqual(other, key));

const keys = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  atoms,
  fc.constantFrom<Value>('__proto__', new SymbolValue('constructor'), list([1, 2]), new Pair(1, 2)),
);
const steps = fc.array(fc.tuple(fc.constantFrom('set', 'set', 'set', 'delete'), keys, fc.nat(9)), { maxLength: 80 });

// The hash of texts, FNV-1a, goes from unit to unit; so where two pieces lead from one hash to one other, either may
// stand there, and seventeen such places give 2^17 texts of one hash.

const fnv = (text: string, from = 0x811c9dc5): number => {
  let hash = from;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

const pair = (from: number): readonly [string, string] => {
  const seen = new Map<number, string>();
  for (let i = 1; ; i = (i * 48_271) % 2_147_483_647) {
    const text = String.fromCharCode(i & 0x7fff, (i >>> 15) & 0x7fff, (i * 7) & 0x7fff);
    const hash = fnv(text, from);
    const known = seen.get(hash);
    if (known !== undefined && known !== text) return [known, text];
    seen.set(hash, text);
  }
};

const alike = (places: number): string[] => {
  let texts = [''];
  let hash = fnv('');
  for (let i = 0; i < places; i += 1) {
    const [a, b] = pair(hash);
    texts = texts.flatMap((text) => [text + a, text + b]);
    hash = fnv(a, hash);
  }
  return texts;
};

describe('the entries of a table', () => {
  it('are those of a list that is searched from its beginning', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let table = Entries.none(false);
        const model: [Value, Value][] = [];
        for (const [kind, key, value] of list) {
          // Not-a-number is not even itself.
          if (!isEqual(key, key)) continue;
          const at = find(model, key);
          if (kind === 'delete') {
            table = table.without(key, isEqual);
            if (at >= 0) model.splice(at, 1);
          } else {
            table = table.with(key, value, isEqual);
            if (at >= 0) model[at] = [(model[at] as [Value, Value])[0], value];
            else model.push([key, value]);
          }
        }
        expect(table.size).toBe(model.length);
        expect(table.parts).toEqual(model.flat());
        for (const [key, value] of model) expect(table.find(key, isEqual)?.value).toBe(value);
      }),
    );
  });

  it('stay as they were when others are made of them', () => {
    let table = Entries.none(false);
    const all: [Entries, readonly Value[]][] = [];
    for (let i = 0; i < 200; i += 1) {
      table = table.with(i % 70, i, isEqual);
      if (i % 3 === 0) table = table.without((i * 7) % 70, isEqual);
      deepFreeze(table);
      all.push([table, table.parts]);
    }
    for (const [each, parts] of all) expect(each.parts).toEqual(parts);
  });

  it('are told apart by identity where that is wanted', () => {
    const [a, b] = [list([1]), list([1])];
    const table = Entries.none(true).with(a, 1, isSame).with(b, 2, isSame);
    expect([table.find(a, isSame)?.value, table.find(b, isSame)?.value, table.find(list([1]), isSame)]).toEqual([
      1,
      2,
      undefined,
    ]);
    expect(table.without(a, isSame).parts).toEqual([b, 2]);
  });

  it('may all have one hash: each is found, replaced and taken out, and keeps its place', () => {
    const texts = alike(6);
    expect(new Set(texts.map((text) => fnv(text))).size).toBe(1);
    let table = Entries.none(false);
    for (const text of texts) table = table.with(text, 1, isEqual);
    table = table.with(texts[7] as string, 2, isEqual).without(texts[3] as string, isEqual);
    expect(table.parts.filter((_, i) => i % 2 === 0)).toEqual(texts.filter((_, i) => i !== 3));
    expect(table.find(texts[7] as string, isEqual)?.value).toBe(2);
    expect(table.find(texts[3] as string, isEqual)).toBeUndefined();
    for (const text of texts) table = table.without(text, isEqual);
    expect([table.size, table.parts]).toEqual([0, []]);
  });

  it('are read at once in time that grows with their number, also when all have one hash', () => {
    const parts = alike(17).flatMap((text): Value[] => [text, 1]);
    const start = performance.now();
    expect(Entries.none(false).withAll(parts).size).toBe(2 ** 17);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('what a key costs', () => {
  const long = 'a'.repeat(8000);

  it.each<[string, Value, number]>([
    ['a number', 5, 0],
    ['a text', long, 1000],
    ['a symbol', new SymbolValue(long), 1000],
    ['texts in a list', list([long, long]), 2000],
    ['no more of a list than enters into its hash', list([1, 2, 3, 4, 5, long]), 0],
  ])('%s', (_what, key, cost) => {
    expect(hashCost(key)).toBe(cost);
  });
});
