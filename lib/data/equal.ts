import { carried, type ContentOf } from './cells.js';
import { Character } from './character.js';
import { isNumeric } from './numbers.js';
import { Pair, SymbolValue, type Value } from './values.js';
import { itemsOf, Vector } from './vectors.js';

// Equality. `isSame` is identity as a program sees it (eq?, eqv?); `isEqual` compares structure (equal?, OP_EQUAL).
// Neither recurs on the JavaScript stack, so data of any depth can be compared.

/** Numbers numerically, symbols by name, characters by code point, strings by content, all else by identity. */
export const isSame = (a: Value, b: Value): boolean =>
  a === b ||
  (a instanceof SymbolValue && b instanceof SymbolValue && a.name === b.name) ||
  (a instanceof Character && b instanceof Character && a.point === b.point);

/** What finding out about identity costs: an eighth of the text, where two texts or names are of one length. */
export const identityCost = (a: Value, b: Value): number => {
  const [x, y] = a instanceof SymbolValue && b instanceof SymbolValue ? [a.name, b.name] : [a, b];
  return typeof x === 'string' && typeof y === 'string' && x.length === y.length ? x.length >> 3 : 0;
};

/**
 * Compares structure: pairs, vectors and bytevectors. It counts the steps it takes, and gives up (undefined) when they
 * go over `budget`, so that a shared structure of exponential size cannot hold the machine.
 */
export const compareStructure = (
  a: Value,
  b: Value,
  budget: number,
  contentOf: ContentOf = carried,
): { readonly equal: boolean | undefined; readonly steps: number } => {
  const pending: Value[] = [a, b];
  // Vectors that are being compared are taken for equal where they meet again, so that a circle ends.
  let assumed: Map<Value, Set<Value>> | undefined;
  let steps = 0;
  while (pending.length > 0) {
    const right = pending.pop() as Value;
    const left = pending.pop() as Value;
    const items = left === right ? undefined : itemsOf(left, contentOf);
    const others = items && itemsOf(right, contentOf);
    if (left instanceof Pair && right instanceof Pair && left !== right) {
      steps += 1;
      pending.push(left.cdr, right.cdr, left.car, right.car);
    } else if (items !== undefined && others !== undefined) {
      assumed ??= new Map();
      const met = assumed.get(left) ?? new Set();
      if (met.has(right)) continue;
      if (items.length !== others.length || left instanceof Vector !== right instanceof Vector)
        return { equal: false, steps };
      assumed.set(left, met.add(right));
      steps += 1 + items.length;
      for (let i = items.length - 1; i >= 0 && steps <= budget; i -= 1) pending.push(items.at(i), others.at(i));
    } else {
      steps += identityCost(left, right);
      if (!isSameAtom(left, right)) return { equal: false, steps };
    }
    if (steps > budget) return { equal: undefined, steps };
  }
  return { equal: true, steps };
};

// An exact integer and a double of the same value are numerically equal.
const isSameAtom = (a: Value, b: Value): boolean =>
  typeof a === 'bigint' || typeof b === 'bigint' ? isNumeric(a) && isNumeric(b) && a == b : isSame(a, b);

/** Structural equality; NaN is not equal to itself. */
export const isEqual = (a: Value, b: Value): boolean => compareStructure(a, b, Infinity).equal === true;
