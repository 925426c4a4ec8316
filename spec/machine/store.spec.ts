import { Entries } from '../../lib/data/tables.js';
import { type Value } from '../../lib/data/values.js';
import { Items } from '../../lib/data/vectors.js';
import { collect } from '../../lib/machine/collect.js';
import { Box, Store } from '../../lib/machine/store.js';
import { VMState } from '../../lib/machine/state.js';

// The store by itself: persistent, written in place only between two seals.

const filled = (contents: readonly Value[]): Store => {
  const store = Store.empty.writable();
  for (const content of contents) store.allocate(content);
  return store;
};

const contentsOf = (store: Store, count: number): (Value | undefined)[] =>
  Array.from({ length: count }, (_, address) => store.read(address));

describe('a store', () => {
  it('is empty at first, and read anywhere', () => {
    expect([Store.empty.size, Store.empty.read(0), Store.empty.read(1e9), Store.empty.read(-1)]).toEqual([
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('stays as it was once it is sealed', () => {
    const before = filled([1, 2, 3]);
    before.seal();
    const after = before.writable();
    after.write(1, 'changed');
    after.allocate('new');
    expect([contentsOf(before, 4), before.size]).toEqual([[1, 2, 3, undefined], 3]);
    expect([contentsOf(after, 4), after.size]).toEqual([[1, 'changed', 3, 'new'], 4]);
  });

  it('is written in place until then', () => {
    const store = filled([1]);
    expect(store.writable()).toBe(store);
    store.seal();
    expect(store.writable()).not.toBe(store);
  });

  it('counts what a cell holds', () => {
    const store = filled([Items.of([1, 2, 3]), Entries.none(false).withAll([1, 2, 3, 4]), 5]);
    expect([store.size, store.allocated]).toEqual([1 + 3 + 1 + 4 + 1, 10]);
    store.replace(0, Items.of([1]));
    store.replace(1, Entries.none(false).withAll([1, 2, 3, 4, 5, 6]));
    // What shrinks is free again, and was allocated all the same.
    expect([store.size, store.allocated]).toEqual([1 + 1 + 1 + 6 + 1, 12]);
  });

  it('gives out the places that a collection freed, the lowest first', () => {
    const store = filled(Array.from({ length: 10 }, (_, i) => i));
    const kept = store.retain(new Set([0, 3, 4, 8]), 20);
    expect([kept.size, kept.allocated]).toEqual([4, 0]);
    const addresses = Array.from({ length: 7 }, () => kept.allocate('new'));
    expect(addresses).toEqual([1, 2, 5, 6, 7, 9, 10]);
    expect([0, 3, 4, 8].map((address) => kept.read(address))).toEqual([0, 3, 4, 8]);
  });

  it('is due for a collection when as much was allocated as the last one looked at', () => {
    const store = filled([]).retain(new Set(), 12_000);
    const due: boolean[] = [];
    for (let i = 1; i <= 12_000; i += 1) {
      store.allocate(i);
      if (i % 1999 === 0 || i === 12_000) due.push(store.isCollectionDue);
    }
    expect(due).toEqual([false, false, false, false, false, false, true]);
  });

  it('is the same store again, made of its inventory', () => {
    const store = filled(Array.from({ length: 10 }, (_, i) => i)).retain(new Set([1, 5, 9]), 77);
    store.allocate('a');
    store.allocate('b');
    const cells = [...Array.from({ length: 10 }, (_, at) => at)].filter((at) => [0, 1, 2, 5, 9].includes(at));
    const again = Store.of(
      store.inventory,
      cells.map((at) => [at, store.read(at)]),
      store.space,
    );
    expect(again.inventory).toEqual(store.inventory);
    expect([again.size, again.allocated]).toEqual([store.size, store.allocated]);
    const take = (each: Store): number[] => Array.from({ length: 8 }, () => each.allocate(0));
    expect(take(again)).toEqual(take(store));
  });

  it('owns its cells, through all its versions, and nobody else does', () => {
    const store = filled([1]);
    const box = new Box(0, store.space);
    store.seal();
    const later = store.writable();
    expect([store.owns(box), later.owns(box), later.retain(new Set([0]), 1).owns(box)]).toEqual([true, true, true]);
    expect([filled([1]).owns(box), Store.empty.owns(new Box(0, null))]).toEqual([false, false]);
  });
});

describe('a collection', () => {
  it('keeps what can be reached, through circles, and frees what only reaches itself', () => {
    const store = Store.empty.writable();
    const boxes = Array.from({ length: 4 }, () => new Box(store.allocate(null), store.space));
    const [a, b, c, d] = boxes as [Box, Box, Box, Box];
    store.write(a.address, b);
    store.write(b.address, a);
    store.write(c.address, d);
    store.write(d.address, c);
    const state = VMState.initial();
    const { variables } = state;
    const writable = variables.copy();
    writable.define('x', a);
    const kept = collect(state.withWorld({ store, variables: writable }));
    expect([kept.size, kept.read(a.address), kept.read(c.address)]).toEqual([2, b, undefined]);
  });
});
