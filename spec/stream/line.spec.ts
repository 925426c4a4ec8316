import * as fc from 'fast-check';
import { Line } from '../../lib/stream/line.js';

const drained = <T>(line: Line<T>): T[] => {
  const items: T[] = [];
  for (let item = line.shift(); item !== undefined; item = line.shift()) items.push(item);
  return items;
};

describe('a line', () => {
  it('serves in the order of arrival', () => {
    const line = new Line<number>(Infinity, 'dropNewest');
    for (let i = 0; i < 5_000; i += 1) line.push(i, 0);
    expect(drained(line)).toEqual(Array.from({ length: 5_000 }, (_, i) => i));
  });

  it('serves higher priorities first and keeps the order within one', () => {
    const line = new Line<string>(Infinity, 'dropNewest');
    for (const [item, priority] of [
      ['a', 0],
      ['b', 5],
      ['c', -1],
      ['d', 5],
      ['e', 0],
    ] as const)
      line.push(item, priority);
    expect(drained(line)).toEqual(['b', 'd', 'a', 'e', 'c']);
  });

  it('serves the oldest of the lowest priority at least once in sixteen', () => {
    const line = new Line<string>(Infinity, 'dropNewest');
    for (let i = 0; i < 3; i += 1) line.push(`low ${i}`, -1);
    for (let i = 0; i < 60; i += 1) line.push(`high ${i}`, 1);
    const served = drained(line);
    expect([15, 31, 47].map((i) => served[i])).toEqual(['low 0', 'low 1', 'low 2']);
  });

  it('refuses the newest when it is full', () => {
    const line = new Line<number>(2, 'dropNewest');
    expect([1, 2, 3].map((item) => line.push(item, 9 - item))).toEqual([undefined, undefined, 3]);
    expect(drained(line)).toEqual([1, 2]);
  });

  it('lets the oldest of the lowest priority go when it is full', () => {
    const line = new Line<string>(3, 'dropOldest');
    for (const item of ['a', 'b']) line.push(item, 0);
    line.push('urgent', 1);
    expect(line.push('c', 0)).toBe('a');
    expect(drained(line)).toEqual(['urgent', 'b', 'c']);
  });

  it('holds nothing when its capacity is 0', () => {
    expect(new Line<number>(0, 'dropOldest').push(1, 0)).toBe(1);
    expect(new Line<number>(0, 'dropNewest').push(1, 0)).toBe(1);
  });

  it('gives every item back exactly once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { maxLength: 200 }),
        fc.nat({ max: 20 }),
        fc.constantFrom('dropNewest' as const, 'dropOldest' as const),
        (moves, capacity, overflow) => {
          const line = new Line<number>(capacity, overflow);
          const out: (number | undefined)[] = [];
          let sent = 0;
          for (const priority of moves) {
            if (priority === null) out.push(line.shift());
            else {
              out.push(line.push(sent, priority));
              sent += 1;
            }
            expect(line.length).toBeLessThanOrEqual(capacity);
          }
          const all = [...out.filter((item) => item !== undefined), ...drained(line)];
          expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: sent }, (_, i) => i));
        },
      ),
    );
  });
});
