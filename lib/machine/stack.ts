import { type Value } from '../data/values.js';

// The operand stack: a cons list that knows its length. Push, pop and snapshot are O(1); every version shares the rest.

/** An immutable stack of values. Iterating goes from the bottom to the top. */
export class Stack implements Iterable<Value> {
  static readonly empty: Stack = new Stack(undefined, null, 0);

  constructor(
    /** The value on top; undefined when the stack is empty. */
    readonly top: Value | undefined,
    readonly below: Stack | null,
    readonly length: number,
  ) {}

  /** The value at an index from the bottom, or from the top when negative: `at(-1)` is the top. */
  at(index: number): Value | undefined {
    const depth = index < 0 ? -1 - index : this.length - 1 - index;
    if (!Number.isInteger(depth) || depth < 0 || depth >= this.length) return undefined;
    return drop(this, depth).top;
  }

  /** The values from the bottom to the top. */
  toArray(): Value[] {
    return topmost(this, this.length);
  }

  [Symbol.iterator](): IterableIterator<Value> {
    return this.toArray()[Symbol.iterator]();
  }
}

/** The topmost values in the order they were pushed. The stack holds at least `count`. */
export const topmost = (stack: Stack, count: number): Value[] => {
  if (count === 1) return [stack.top as Value];
  if (count === 2) return [(stack.below as Stack).top as Value, stack.top as Value];
  const values = new Array<Value>(count);
  let cell = stack;
  for (let i = count - 1; i >= 0; i -= 1) {
    values[i] = cell.top as Value;
    cell = cell.below as Stack;
  }
  return values;
};

/** The stack without its topmost values. The stack holds at least `count`. */
export const drop = (stack: Stack, count: number): Stack => {
  let cell = stack;
  for (let i = count; i > 0; i -= 1) cell = cell.below as Stack;
  return cell;
};

export const pushAll = (stack: Stack, values: readonly Value[]): Stack => {
  let cell = stack;
  for (const value of values) cell = new Stack(value, cell, cell.length + 1);
  return cell;
};
