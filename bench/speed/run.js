import { writeFileSync } from 'node:fs';
import { chart } from './chart.js';
import { contestants, peers } from './contestants.js';
import { lines } from './lines.js';
import { page } from './page.js';
import { printLine, printSummary } from './print.js';
import { figures } from './rounds.js';

// All lines, one after the other. With `--write`, the page and its picture are made of the figures, if the
// others took part.

const results = [];
for (const line of lines) {
  const entrants = contestants.filter((contestant) => contestant[line.prepare] !== undefined);
  const result = { line, figures: await figures(entrants, line) };
  printLine(result);
  results.push(result);
}
printSummary(results);

if (process.argv.includes('--write') && peers.length > 0) {
  const docs = `${import.meta.dirname}/../../docs`;
  writeFileSync(`${docs}/performance.md`, page(results));
  writeFileSync(`${docs}/performance.svg`, chart(results));
  console.log('\nWritten: docs/performance.md, docs/performance.svg');
}
