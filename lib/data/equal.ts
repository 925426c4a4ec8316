import { isNumeric } from './numbers.js';
import { Pair, SymbolValue, type Value } from './values.js';

// Equality. `isSame` is identity as a program sees it (eq?, eqv?); `isEqual` compares structure (equal?, OP_EQUAL).
// Neither recurs on the JavaScript stack, so data of any depth can be compared.

/** Numbers numerically, symbols by name, strings by content, everything else by identity. */
export const isSame = (a: Value, b: Value): boolean =>
  a === b || (a instanceof SymbolValue && b instanceof SymbolValue && a.name === b.name);

/**
 * Compares structure, and counts the steps it takes. It gives up (undefined) when the steps go over `budget`,
 * so that a shared structure of exponential size cannot hold the machine.
 */
export const compareStructure = (
  a: Value,
  b: Value,
  budget: number,
): { readonly equal: boolean | undefined; readonly steps: number } => {
  const pending: Value[] = [a, b];
  let steps = 0;
  while (pending.length > 0) {
    let right = pending.pop() as Value;
    let left = pending.pop() as Value;
    while (left instanceof Pair && right instanceof Pair && left !== right) {
      steps += 1;
      if (steps > budget) return { equal: undefined, steps };
      if (left.cdr instanceof Pair || right.cdr instanceof Pair) pending.push(left.cdr, right.cdr);
      else if (!isSame(left.cdr, right.cdr)) return { equal: false, steps };
      left = left.car;
      right = right.car;
    }
    if (typeof left === 'string' && typeof right === 'string') steps += left.length >> 3;
    if (!isSame(left, right)) return { equal: false, steps };
  }
  return { equal: true, steps };
};

/** Structural equality; NaN is not equal to itself. */
export const isEqual = (a: Value, b: Value): boolean =>
  isNumeric(a) || isNumeric(b) ? a === b : compareStructure(a, b, Infinity).equal === true;
