import { contestants } from './contestants.js';
import { goalOfMean } from './lines.js';
import { digits, figureOf, meanOf, ratioOf, scaledOf, timesOf } from './results.js';
import { fused } from './vmactor.js';

// The tables and lists of docs/performance.md.

export const times = (ratio) => `${digits(ratio)} ×`;
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
export const list = (items) => items.map((item) => `- ${item}`).join('\n');
const emphasised = (contestant, text) => (contestant === fused ? `**${text}**` : text);

const cell = (result, contestant) => {
  const ratio = ratioOf(result, contestant);
  if (ratio === undefined) return '–';
  const { unit, inUnit } = timesOf(result.line);
  const mark = scaledOf(result).includes(contestant) ? '\\*' : '';
  const time = `${inUnit(figureOf(result, contestant).median)} ${unit}`;
  return `${emphasised(contestant, times(ratio))}${mark} (${time})`;
};

const meanCell = (results, contestant) => {
  const { value, count } = meanOf(results, contestant);
  if (count === 0) return '–';
  return emphasised(contestant, times(value)) + (count < results.length ? ` of ${count} lines` : '');
};

/** A row for each line, a column for each contestant. */
export const programTable = (results) => {
  const able = contestants.filter((contestant) => contestant.program !== undefined);
  const cells = (result) => able.map((contestant) => cell(result, contestant));
  const head = ['', ...able.map((contestant) => emphasised(contestant, contestant.name)), 'goal'];
  const rows = results.map((result) => [result.line.title, ...cells(result), times(result.line.goal)]);
  const means = able.map((contestant) => meanCell(results, contestant));
  return table(head, [...rows, ['geometric mean', ...means, times(goalOfMean)]]);
};

/** A row for each contestant of one line. */
export const lineTable = (result) => {
  const { unit, inUnit } = timesOf(result.line);
  const rows = result.figures.map(({ contestant, least, most, reason }) => [
    emphasised(contestant, contestant.name),
    cell(result, contestant),
    reason ?? `${inUnit(least)} to ${inUnit(most)} ${unit}`,
  ]);
  return table(['', `median of ${result.line.each}`, 'least to most'], rows);
};

/** Who takes no part in which line, and why. */
export const excluded = (results) =>
  results.flatMap(({ line, figures }) =>
    figures
      .filter(({ reason }) => reason !== undefined)
      .map(({ contestant, reason }) => `${contestant.name}, ${line.title}: ${reason}.`),
  );

/** Who ran how little of which line. */
export const scaled = (results) =>
  results
    .filter((result) => scaledOf(result).length > 0)
    .map((result) => {
      const names = scaledOf(result).map(({ name }) => name);
      return `${result.line.title}, from a size of ${result.line.small.toLocaleString('en')}: ${names.join(', ')}.`;
    });
