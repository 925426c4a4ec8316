import { heading, median, ns, ratio, report } from '../measure.js';
import { handlers } from './handlers.js';
import { lines, longQueues, manyActors } from './lines.js';
import { peers } from './peers.js';
import { programs } from './programs.js';
import { rounds } from './rounds.js';
import { runQueue } from './run-queue.js';
import { bareSubject, rxjs } from './rxjs.js';

// The contest: the figures of all who take part in a line, and ours against the others; then whether ours grow.

const ours = [handlers, programs];
const all = [runQueue, bareSubject, rxjs, ...(await peers()), ...ours];

const times = (figures) => figures.map(({ nanoseconds }) => nanoseconds);

const verdicts = (medians) => {
  const mine = ours.filter((one) => medians.has(one)).sort((a, b) => medians.get(a) - medians.get(b));
  const [best] = mine;
  for (const one of mine) {
    const bar = one === best ? { value: 3, text: '3 ×' } : undefined;
    report(`${one.name} : ${runQueue.name}`, ratio(medians.get(one) / medians.get(runQueue)), bar);
  }
  for (const [other, nanoseconds] of medians) {
    if ([runQueue, bareSubject, ...ours].includes(other)) continue;
    const bar = { value: 1, within: 'ahead', over: 'BEHIND' };
    report(`${best.name} : ${other.name}`, ratio(medians.get(best) / nanoseconds), bar);
  }
};

// Whoever can be reached without a handle is left without one.
const memory = (entrants, figures) => {
  heading('Memory of an idle actor that has handled one message');
  for (const [i, { contestant }] of entrants.entries()) {
    const value = figures[i].at(-1).bytes;
    const bar = ours.includes(contestant) ? { value: 1500, text: '1.5 kB' } : undefined;
    report(contestant.name, { value, text: `${value.toFixed(0)} B` }, bar);
  }
};

for (const line of lines) {
  heading(`${line.name}; medians (least to most)`);
  const entrants = all
    .filter((contestant) => contestant[line.prepare] !== undefined)
    .map((contestant) => ({ contestant, line }));
  const figures = await rounds(entrants, line.rounds);
  const medians = new Map();
  for (const [i, { contestant }] of entrants.entries()) {
    const nanoseconds = times(figures[i]);
    medians.set(contestant, median(nanoseconds));
    const range = `${ns(Math.min(...nanoseconds))} to ${ns(Math.max(...nanoseconds))}`;
    report(`${contestant.name} (${range})`, { text: ns(median(nanoseconds)) });
  }
  verdicts(medians);
  if (line.isKept) memory(entrants, figures);
}

// The least of the rounds: figures of different lines are held against each other.
const growth = async (series) => {
  const contestants = [runQueue, ...ours];
  const entrants = contestants.flatMap((contestant) => series.map((line) => ({ contestant, line })));
  const figures = await rounds(entrants, { warmups: 0, count: 3 });
  const least = figures.map((each) => Math.min(...times(each)));
  for (const contestant of contestants) {
    const own = least.filter((_, i) => entrants[i].contestant === contestant);
    for (const [i, { name }] of series.entries()) report(`${contestant.name}, ${name}`, { text: ns(own[i]) });
    const bar = contestant === runQueue ? undefined : { value: 2, text: '2 ×' };
    report(`${contestant.name}, the most : the first`, ratio(Math.max(...own) / own[0]), bar);
  }
};

heading('A message to each of so many actors in turn');
await growth(manyActors);
heading('A message behind those that wait');
await growth(longQueues);
