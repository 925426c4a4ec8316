import { type Value } from './values.js';

// What is met more than once on the way through a value: what is shared, or, of that, what contains itself.

// Stands on the list of work behind the parts of a value.
class Leave {
  constructor(readonly value: Value) {}
}

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
  const isOpen = new Map<Value, boolean>();
  const pending: (Value | Leave)[] = [root];
  let met = 0;
  for (let next = pending.pop(); next !== undefined && met <= most; next = pending.pop()) {
    if (next instanceof Leave) {
      isOpen.set(next.value, false);
      continue;
    }
    const open = isOpen.get(next);
    if (open !== undefined) {
      if (open) found.add(next);
      continue;
    }
    const parts = partsOf(next);
    if (parts.length === 0) continue;
    met += parts.length;
    isOpen.set(next, true);
    if (where === 'cycles') pending.push(new Leave(next));
    for (let i = parts.length - 1; i >= 0; i -= 1) pending.push(parts[i] as Value);
  }
  return found;
};
