import { heading, ratio, report } from '../measure.js';
import { interpreters, peers } from './contestants.js';
import { goalOfMean } from './lines.js';
import { fastestOf, meanOf, programsOf, ratioOf, scaledOf, timesOf } from './results.js';
import { fused, interpreted } from './vmactor.js';

// What is shown on the console: all figures, and ours against the goals and against the others.

const row = ({ line, figures: [first] }, { contestant, median, least, most, reason }) => {
  if (reason !== undefined) return report(`${contestant.name}: ${reason}`, { text: 'cannot' });
  const { unit, inUnit } = timesOf(line);
  const range = `${inUnit(least)} to ${inUnit(most)}`;
  report(`${contestant.name}, ${inUnit(median)} ${unit} (${range})`, ratio(median / first.median));
};

const scaled = (result) => {
  const names = scaledOf(result).map(({ name }) => name);
  const size = result.line.small.toLocaleString('en');
  if (names.length > 0) console.log(`  scaled from a size of ${size}: ${names.join(', ')}`);
};

const ahead = { value: 1, within: 'ahead', over: 'BEHIND' };

// How one stands to the fastest of others: below 1 it is ahead of all of them.
const standing = (result, one, others) => {
  const fastest = fastestOf(result, others);
  const [own, theirs] = [ratioOf(result, one), fastest && ratioOf(result, fastest)];
  return { fastest, value: own === undefined || theirs === undefined ? undefined : own / theirs };
};

const against = (result, one, others) => {
  const { fastest, value } = standing(result, one, others);
  if (value !== undefined) report(`${one.name} : the fastest, ${fastest.name}`, ratio(value), ahead);
};

export const printLine = (result) => {
  const { line, figures } = result;
  heading(`${line.title}; medians${line.each ? ` of ${line.each}` : ''} (least to most)`);
  for (const figure of figures) row(result, figure);
  scaled(result);
  const value = ratioOf(result, fused);
  const bar = { value: line.goal, text: `${line.goal} ×` };
  if (value !== undefined) report(`${fused.name} : ${figures[0].contestant.name}`, ratio(value), bar);
  against(result, fused, peers);
  against(result, interpreted, interpreters);
};

const means = (programs) => {
  heading('Programs, the geometric mean against plain JavaScript');
  const bar = { value: goalOfMean, text: `${goalOfMean} ×` };
  for (const contestant of [fused, interpreted, ...peers]) {
    const { value, count } = meanOf(programs, contestant);
    const name = count < programs.length ? `${contestant.name}, of ${count} lines` : contestant.name;
    if (count > 0) report(name, ratio(value), contestant === fused ? bar : undefined);
  }
};

export const printSummary = (results) => {
  means(programsOf(results));
  heading('Lines');
  const count = (what, holds) => report(what, { text: `${results.filter(holds).length} of ${results.length}` });
  count(`${fused.name}: the goal is kept`, (result) => ratioOf(result, fused) <= result.line.goal);
  if (peers.length === 0) return;
  count(`${fused.name}: ahead of all peers`, (result) => standing(result, fused, peers).value <= 1);
  const names = interpreters.map(({ name }) => name).join(' and ');
  count(`${interpreted.name}: ahead of ${names}`, (result) => standing(result, interpreted, interpreters).value <= 1);
};
