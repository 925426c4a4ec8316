import { digits, ratioOf } from './results.js';
import { plain } from './javascript.js';
import { fused, interpreted } from './vmactor.js';

// The picture docs/performance.svg: a bar for each contestant of each line, on a logarithmic scale. What a line holds the
// others against has no bar: it is where bars begin.

const column = { width: 550, names: 165, bars: 320 };
const height = { top: 60, title: 22, row: 14, gap: 14 };

const style = `
  text { font: 11px system-ui, sans-serif; fill: #57606a; stroke: #ffffff; stroke-width: 3; paint-order: stroke }
  .page { fill: #ffffff } .grid { stroke: #d8dee4 } .one { stroke: #57606a; stroke-width: 1.5 }
  .heading { font-size: 16px; font-weight: 600; fill: #1f2328 } .title { font-weight: 600; fill: #1f2328 }
  .other { fill: #afb8c1 } .interpreted { fill: #f0a35e } .fused { fill: #d9480f }
  .goal { stroke: #1f2328; stroke-width: 2 } .end { text-anchor: end } .middle { text-anchor: middle }
  text.fused { font-weight: 700 } text.interpreted, text.other { fill: #57606a }
  @media (prefers-color-scheme: dark) {
    text, text.interpreted, text.other { fill: #9198a1; stroke: #0d1117 }
    .page { fill: #0d1117 } .grid { stroke: #2a313c } .one { stroke: #9198a1 } .goal { stroke: #f0f6fc }
    text.heading, text.title { fill: #f0f6fc } .other { fill: #545d68 } .interpreted { fill: #a9642a }
    .fused, text.fused { fill: #ff8a4c }
  }`;

const kinds = new Map([
  [fused, 'fused'],
  [interpreted, 'interpreted'],
]);

const text = (x, y, kind, words) => `<text x="${x}" y="${y}" class="${kind}">${words}</text>`;
const upright = (x, y1, y2, kind) => `<line x1="${x}" x2="${x}" y1="${y1}" y2="${y2}" class="${kind}"/>`;

const rowsOf = ({ figures }) => (figures.length - 1) * height.row;
const total = (results) => results.reduce((sum, result) => sum + height.title + rowsOf(result) + height.gap, 0);

const powersOf = (results) => {
  const ratios = results.flatMap((result) => result.figures.map(({ contestant }) => ratioOf(result, contestant) ?? 1));
  const least = Math.floor(Math.log10(Math.min(...ratios)));
  const most = Math.ceil(Math.log10(Math.max(...ratios)));
  return Array.from({ length: most - least + 1 }, (_, i) => least + i);
};

const placeOf = (left, powers) => (ratio) => {
  const share = (Math.log10(ratio) - powers[0]) / (powers.at(-1) - powers[0]);
  return Number((left + column.names + share * column.bars).toFixed(1));
};

const bar = (result, contestant, { place, left }, y) => {
  const kind = kinds.get(contestant) ?? 'other';
  const name = text(left + column.names - 8, y + 10, `${kind} end`, contestant.name);
  const ratio = ratioOf(result, contestant);
  if (ratio === undefined) return name + text(place(1) + 5, y + 10, 'other', 'cannot');
  const [from, to] = [1, ratio].map(place).sort((one, other) => one - other);
  const width = Math.max(1, to - from).toFixed(1);
  const shape = `<rect x="${from}" y="${y + 1}" width="${width}" height="11" rx="1" class="${kind}"/>`;
  const goal = contestant === fused ? place(result.line.goal) : 0;
  const mark = goal === 0 ? '' : upright(goal, y - 1, y + 14, 'goal');
  return name + shape + mark + text(Math.max(to, goal) + 5, y + 10, kind, `${digits(ratio)} ×`);
};

const group = (result, axis, top) => {
  const [{ contestant }, ...others] = result.figures;
  const against = contestant === plain ? '' : `, against ${contestant.name}`;
  const first = top + height.title;
  const grid = axis.powers.map((power) =>
    upright(axis.place(10 ** power), first, first + rowsOf(result), power === 0 ? 'one' : 'grid'),
  );
  const bars = others.map(({ contestant }, i) => bar(result, contestant, axis, first + i * height.row));
  return [text(axis.left + 8, top + 14, 'title', `${result.line.title}${against}`), ...grid, ...bars];
};

const scale = ({ place, powers }, y) =>
  powers.map((power) =>
    text(place(10 ** power), y, 'middle', (10 ** power).toLocaleString('en', { notation: 'compact' })),
  );

// One column, and how far down it reaches.
const columnOf = (members, left, powers) => {
  const axis = { left, powers, place: placeOf(left, powers) };
  const groups = members.flatMap((result, at) => group(result, axis, height.top + total(members.slice(0, at))));
  const bottom = height.top + total(members);
  return { bottom, parts: [...groups, ...scale(axis, bottom + 4)] };
};

/** The picture, of two columns. */
export const chart = (results) => {
  const powers = powersOf(results);
  const half = results.findIndex((_, i) => total(results.slice(0, i + 1)) >= total(results) / 2) + 1;
  const columns = [columnOf(results.slice(0, half), 0, powers), columnOf(results.slice(half), column.width, powers)];
  const width = 2 * column.width;
  const all = Math.max(...columns.map(({ bottom }) => bottom)) + 16;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${all}" width="${width}" height="${all}">
<style>${style}
</style>
<rect class="page" width="${width}" height="${all}"/>
${text(8, 26, 'heading', 'How many times as long as plain JavaScript')}
${text(8, 46, 'other', 'Logarithmic; less is better. The upright mark is the goal of vmactor.')}
${columns.flatMap(({ parts }) => parts).join('\n')}
</svg>
`;
};
