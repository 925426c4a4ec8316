import { setImmediate as turn } from 'node:timers/promises';
import { heap } from '../measure.js';

// How the lines of the contest are timed: entrants take turns, so that a machine that slows down slows all of them, and
// every result is checked.

/**
 * Times what a contestant prepares, without the preparation. A line says of how many messages or actors one figure is
 * wanted, and what has to come out; a result that takes long to find out is a function. Weighing is slow, and always gives
 * the same.
 */
const once = async ({ contestant, line }, isWeighed) => {
  const before = isWeighed ? heap() : 0;
  const { run, stop } = await contestant[line.prepare](...line.sizes);
  // A full collection has the engine forget how it runs what is to be timed; some lines leave it too much otherwise.
  globalThis.gc(line.isLarge ? undefined : { type: 'minor' });
  if (line.warmth !== undefined) await run(line.warmth);
  const start = performance.now();
  const outcome = await run(line.count);
  const nanoseconds = ((performance.now() - start) * 1e6) / line.count;
  const result = typeof outcome === 'function' ? outcome() : outcome;
  if (result !== line.result) throw new Error(`${contestant.name}, ${line.name}: ${String(result)}`);
  const bytes = isWeighed ? (heap() - before) / line.count : 0;
  await stop?.();
  await turn();
  return { nanoseconds, bytes };
};

/**
 * The figures of each entrant, `{ contestant, line }`. Rounds to warm up come first and do not count; in the last, what
 * the line leaves behind is weighed.
 */
export const rounds = async (entrants, { warmups, count }) => {
  const figures = entrants.map(() => []);
  for (let round = -warmups; round < count; round += 1) {
    for (const [i, entrant] of entrants.entries()) {
      const figure = await once(entrant, entrant.line.isKept && round === count - 1);
      if (round >= 0) figures[i].push(figure);
    }
  }
  return figures;
};
