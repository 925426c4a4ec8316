// What is met more than once on the way through a value: what is shared, or, of that, what contains itself.

/**
 * The values that are met again: anywhere, or inside of themselves. Every cycle goes through one of the latter. It stops
 * after so many parts.
 */
export const recurring = <T>(
  roots: readonly T[],
  partsOf: (value: T) => readonly T[],
  where: 'shared' | 'cycles',
  most: number = Infinity,
): Set<T> => {
  const found = new Set<T>();
  // What was met, and whether to meet it again counts: where cycles are wanted, only until its parts are done.
  const counts = new Map<T, boolean>();
  const pending: unknown[] = [...roots];
  for (let met = 0; pending.length > 0 && met <= most;) {
    const next = pending.pop() as T;
    if (typeof next === 'function') (next as () => void)();
    else if (counts.get(next) === true) found.add(next);
    else if (!counts.has(next)) {
      const parts = partsOf(next);
      if (parts.length === 0) continue;
      met += parts.length;
      counts.set(next, true);
      if (where === 'cycles') pending.push(() => counts.set(next, false));
      for (let i = parts.length - 1; i >= 0; i -= 1) pending.push(parts[i]);
    }
  }
  return found;
};
