import fc from 'fast-check';
import { drop, pushAll, Stack, topmost } from '../../lib/machine/stack.js';

describe('a stack', () => {
  it('gives its values from the bottom to the top', () => {
    const stack = pushAll(Stack.empty, [1, 'b', null]);
    expect([...stack]).toEqual([1, 'b', null]);
    expect(stack.toArray()).toEqual([1, 'b', null]);
    expect(stack).toMatchObject({ length: 3, top: null });
  });

  it('is empty to begin with', () => {
    expect(Stack.empty).toMatchObject({ length: 0, top: undefined });
    expect([...Stack.empty]).toEqual([]);
  });

  it('is indexed from the bottom, or from the top when negative, as arrays are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: -12, max: 12 }), (values, index) => {
        expect(pushAll(Stack.empty, values).at(index)).toBe(values.at(index));
      }),
    );
    expect(pushAll(Stack.empty, [1, 2]).at(0.5)).toBeUndefined();
    expect(pushAll(Stack.empty, [1, 2]).at(NaN)).toBeUndefined();
  });

  it('gives its topmost values in the order they were pushed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (values, n) => {
        const count = n % (values.length + 1);
        const stack = pushAll(Stack.empty, values);
        expect(topmost(stack, count)).toEqual(values.slice(values.length - count));
        expect(drop(stack, count).toArray()).toEqual(values.slice(0, values.length - count));
      }),
    );
  });

  it('shares what lies below with the versions made from it, and never changes', () => {
    const below = pushAll(Stack.empty, [1, 2]);
    const left = pushAll(below, [3]);
    const right = pushAll(below, [4, 5]);
    expect([below.toArray(), left.toArray(), right.toArray()]).toEqual([
      [1, 2],
      [1, 2, 3],
      [1, 2, 4, 5],
    ]);
    expect(left.below).toBe(below);
  });

  it('of a million values is read without recursion', () => {
    const stack = pushAll(Stack.empty, new Array<number>(1_000_000).fill(3));
    expect(stack.toArray()).toHaveLength(1_000_000);
    expect(stack.at(0)).toBe(3);
  });
});
