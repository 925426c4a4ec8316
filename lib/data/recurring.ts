import { type Value } from './values.js';

// What is met more than once on the way through a value: what is shared, or, of that, what contains itself.

/**
 * The values that are met again: anywhere, or inside of themselves. Every cycle goes through one of the latter. It stops
 * after so many parts.
 */
export const recurring = (
  root: Value,
  partsOf: (value: Value) => readonly Value[],
  where: 'shared' | 'cycles',
  most: number = Infinity,
): Set<Value> => {
  const found = new Set<Value>();
  // What was met, and whether to meet it again counts: where cycles are wanted, only until its parts are done.
  const counts = new Map<Value, boolean>();
  const pending: (Value | (() => void))[] = [root];
  for (let met = 0; pending.length > 0 && met <= most;) {
    const next = pending.pop() as Value | (() => void);
    if (typeof next === 'function') next();
    else if (counts.get(next) === true) found.add(next);
    else if (!counts.has(next)) {
      const parts = partsOf(next);
      if (parts.length === 0) continue;
      met += parts.length;
      counts.set(next, true);
      if (where === 'cycles') pending.push(() => counts.set(next, false));
      for (let i = parts.length - 1; i >= 0; i -= 1) pending.push(parts[i] as Value);
    }
  }
  return found;
};
