// Measuring. Contestants take turns, so that a machine that slows down slows all of them; what counts is the best of
// many rounds, and ratios of those.

/** Nanoseconds an operation of each contestant, `{ name: () => operations }`: the least of the rounds. */
export const contest = (contestants, rounds = 12) => {
  const best = Object.fromEntries(Object.keys(contestants).map((name) => [name, Infinity]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contestants)) {
      const start = process.hrtime.bigint();
      const operations = run();
      const nanoseconds = Number(process.hrtime.bigint() - start) / operations;
      best[name] = Math.min(best[name], nanoseconds);
    }
  }
  return best;
};

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
};

/** Bytes that are in use when all garbage is collected. */
export const heap = () => {
  for (let i = 0; i < 4; i += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

export const ns = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ns`;
export const times = (value) => `${value.toFixed(2)} ×`;

const verdictOn = (figure, { value, text, within = `within ${text}`, over = `OVER ${text}` }) =>
  `  ${figure.value <= value ? within : over}`;

/** A row of the report: what, how much, and the bar it is held against, if there is one. */
export const report = (what, figure, bar) => {
  const verdict = bar === undefined ? '' : verdictOn(figure, bar);
  console.log(`  ${what.padEnd(58)} ${figure.text.padStart(12)}${verdict}`);
};

export const ratio = (value) => ({ value, text: times(value) });
export const heading = (text) => {
  console.log(`\n${text}\n`);
};
