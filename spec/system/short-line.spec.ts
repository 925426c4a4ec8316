import * as fc from 'fast-check';
import { Line } from '../../lib/stream/line.js';
import { ShortLine } from '../../lib/system/short-line.js';

// A short line does what a line does, whatever it counts and however it keeps it.

type Move =
  | { readonly type: 'push' | 'pushBehind'; readonly item: string; readonly priority: number }
  | { readonly type: 'shift' };

const items = fc.constantFrom('a', 'b', 'c');
const priorities = fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1);

const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ type: fc.constantFrom('push' as const, 'pushBehind' as const), item: items, priority: fc.constant(0) }),
  fc.record({ type: fc.constant('push' as const), item: items, priority: priorities }),
  fc.constant({ type: 'shift' as const }),
);

describe('a short line', () => {
  it('does what a line does', () => {
    fc.assert(
      fc.property(
        fc.array(moves, { maxLength: 300 }),
        fc.constantFrom(0, 3, 10, Infinity),
        fc.constantFrom('dropNewest' as const, 'dropOldest' as const),
        (all, capacity, overflow) => {
          const short = new ShortLine<string>(capacity, overflow);
          const line = new Line<string>(capacity, overflow);
          for (const move of all) {
            if (move.type === 'shift') expect(short.shift()).toBe(line.shift());
            else if (move.type === 'push')
              expect(short.push(move.item, move.priority)).toBe(line.push(move.item, move.priority));
            else if (short.pushBehind(move.item)) expect(line.push(move.item, 0)).toBeUndefined();
            const { next } = short;
            expect(short.length).toBe(line.length);
            if (next !== undefined) {
              expect(short.shift()).toBe(next);
              expect(line.shift()).toBe(next);
            }
          }
          while (line.length > 0) expect(short.shift()).toBe(line.shift());
          expect(short.shift()).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('adds behind others where there is room', () => {
    const line = new ShortLine<string>(3, 'dropNewest');
    expect(line.pushBehind('a')).toBe(false);
    line.push('a', 0);
    expect([line.pushBehind('a'), line.pushBehind('b'), line.pushBehind('c')]).toEqual([true, true, false]);
    expect([line.length, line.shift(), line.shift(), line.next, line.shift(), line.shift()]).toEqual([
      3,
      'a',
      'a',
      'b',
      'b',
      undefined,
    ]);
  });

  it('leaves it to priorities who is next where they count', () => {
    const line = new ShortLine<string>(Infinity, 'dropNewest');
    line.push('a', 0);
    line.push('b', 1);
    expect([line.pushBehind('c'), line.next, line.shift(), line.shift()]).toEqual([false, undefined, 'b', 'a']);
  });

  it('keeps the order of a hundred thousand that are not the same', () => {
    const line = new ShortLine<number>(Infinity, 'dropNewest');
    const out: (number | undefined)[] = [];
    for (let i = 0; i < 100_000; i += 1) {
      line.push(i, 0);
      if (i % 3 === 0) out.push(line.shift());
    }
    while (line.length > 0) out.push(line.shift());
    expect(out.every((item, i) => item === i)).toBe(true);
    expect(out.length).toBe(100_000);
  });
});
