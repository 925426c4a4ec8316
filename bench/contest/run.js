import { heading, median, ns, ratio, report } from '../measure.js';
import { handlers } from './handlers.js';
import { lines, longQueues, manyActors } from './lines.js';
import { peers } from './peers.js';
import { programs } from './programs.js';
import { rounds } from './rounds.js';
import { runQueue } from './run-queue.js';
import { bareSubject, rxjs } from './rxjs.js';

// The contest: the figures of all who take part in a line, and ours against the others; then whether ours grow. Actors as
// programs come when all others have had their turns: what an interpreter leaves in the heap and in the engine's mind
// slows whoever comes after it.

const peersOfOurs = [rxjs, ...(await peers())];

const times = (figures) => figures.map(({ nanoseconds }) => nanoseconds);

const verdicts = (one, medians) => {
  const bar = one === handlers ? { value: 3, text: '3 ×' } : undefined;
  report(`${one.name} : ${runQueue.name}`, ratio(medians.get(one) / medians.get(runQueue)), bar);
  for (const other of peersOfOurs.filter((each) => medians.has(each))) {
    const ahead = one === handlers ? { value: 1, within: 'ahead', over: 'BEHIND' } : undefined;
    report(`${one.name} : ${other.name}`, ratio(medians.get(one) / medians.get(other)), ahead);
  }
};

// Whoever can be reached without a handle is left without one.
const memory = (entrants, figures) => {
  heading('Memory of an idle actor that has handled one message');
  for (const [i, { contestant }] of entrants.entries()) {
    const value = figures[i].at(-1).bytes;
    const bar = contestant === handlers || contestant === programs ? { value: 1500, text: '1.5 kB' } : undefined;
    report(contestant.name, { value, text: `${value.toFixed(0)} B` }, bar);
  }
};

/** What all contestants of a line needed, ours being one of them; those of earlier sections are known. */
const contest = async (contestants, one, known = new Map()) => {
  const all = new Map();
  for (const line of lines) {
    heading(`${line.name}; medians (least to most)`);
    const entrants = contestants
      .filter((contestant) => contestant[line.prepare] !== undefined)
      .map((contestant) => ({ contestant, line }));
    const figures = await rounds(entrants, line.rounds);
    const medians = new Map(known.get(line));
    all.set(line, medians);
    for (const [i, { contestant }] of entrants.entries()) {
      const nanoseconds = times(figures[i]);
      medians.set(contestant, median(nanoseconds));
      const range = `${ns(Math.min(...nanoseconds))} to ${ns(Math.max(...nanoseconds))}`;
      report(`${contestant.name} (${range})`, { text: ns(median(nanoseconds)) });
    }
    verdicts(one, medians);
    if (line.isKept) memory(entrants, figures);
  }
  return all;
};

// The least of the rounds: figures of different lines are held against each other.
const growth = async (series, one) => {
  const contestants = [runQueue, one];
  const entrants = contestants.flatMap((contestant) => series.map((line) => ({ contestant, line })));
  const figures = await rounds(entrants, { warmups: 0, count: 5 });
  const least = figures.map((each) => Math.min(...times(each)));
  for (const contestant of contestants) {
    const own = least.filter((_, i) => entrants[i].contestant === contestant);
    for (const [i, { name }] of series.entries()) report(`${contestant.name}, ${name}`, { text: ns(own[i]) });
    const bar = contestant === runQueue ? undefined : { value: 2, text: '2 ×' };
    report(`${contestant.name}, the most : the first`, ratio(Math.max(...own) / own[0]), bar);
  }
};

const growths = async (one) => {
  heading('A message to each of so many actors in turn');
  await growth(manyActors, one);
  heading('A message behind those that wait');
  await growth(longQueues, one);
};

const known = await contest([runQueue, bareSubject, ...peersOfOurs, handlers], handlers);
await growths(handlers);
heading('Actors as programs');
await contest([runQueue, programs], programs, known);
await growths(programs);
