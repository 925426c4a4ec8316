import { setImmediate as turn } from 'node:timers/promises';
import { median } from '../measure.js';

// How the lines are timed: who takes part takes turns, so that a machine that slows down slows all of them, and every
// result is checked. Whoever is slow runs a smaller size, fewer times, and its time is scaled.

/** Milliseconds of a run that are too many. */
export const slow = 2000;
export const rounds = { fast: 7, slow: 3 };
const enough = { fast: 50, slow: 200 };

/** Milliseconds of one run: the mean of as many as take long enough. */
const timed = async (run, size, expected, enough) => {
  globalThis.gc({ type: 'minor' });
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  while (elapsed < enough) {
    const outcome = run(size);
    const result = outcome instanceof Promise ? await outcome : outcome;
    if (result !== expected) throw new Error(`it gives ${String(result)} where ${expected} is right`);
    runs += 1;
    elapsed = performance.now() - start;
  }
  await turn();
  return elapsed / runs;
};

// Prepares and warms up; what the small size takes tells whether the full one takes too long.
const enter = async (entrant, line) => {
  const { run, stop } = await entrant.contestant[line.prepare](line.name);
  const full = () => timed(run, line.size, line.result(line.size), enough.fast);
  const scale = line.work(line.size) / line.work(line.small);
  const small = async () => scale * (await timed(run, line.small, line.result(line.small), enough.slow));
  Object.assign(entrant, { stop, once: full });
  if (Math.min(await small(), await small()) > slow)
    Object.assign(entrant, { once: small, size: line.small, left: rounds.slow });
  else await full();
};

const round = async (entrant) => {
  if (entrant.left === 0) return;
  entrant.left -= 1;
  entrant.times.push(await entrant.once());
};

// Whoever fails is left out of what follows, and says why.
const attempt = async (entrant, act) => {
  if (entrant.reason !== undefined) return;
  try {
    await act();
  } catch (thrown) {
    entrant.reason = thrown.message;
  }
};

const figureOf = ({ contestant, reason, times, size }) =>
  reason === undefined
    ? { contestant, median: median(times), least: Math.min(...times), most: Math.max(...times), size }
    : { contestant, reason };

/** The figures of each contestant of a line, in milliseconds, or the reason why there are none. */
export const figures = async (contestants, line) => {
  const entrants = contestants.map((contestant) => {
    const reason = contestant.cannot?.[line.name];
    return { contestant, reason, size: line.size, left: rounds.fast, times: [] };
  });
  for (const entrant of entrants) await attempt(entrant, () => enter(entrant, line));
  for (let i = 0; i < rounds.fast; i += 1) {
    for (const entrant of entrants) await attempt(entrant, () => round(entrant));
  }
  for (const { stop } of entrants) stop?.();
  return entrants.map(figureOf);
};
