import { type Value } from '../data/values.js';
import { type Code } from '../machine/code.js';
import { type Instruction } from '../machine/instruction.js';
import { type Variables } from '../machine/variables.js';
import { type Context } from './context.js';
import { finish } from './emit-control.js';
import { emitterOf, own as named } from './emitters.js';
import { type Run } from './entry.js';
import { type Flow, flowOf, type Point } from './flow.js';
import { finding, type Global, globalsText } from './globals.js';
import { type Inline } from './inlines.js';
import { callBy } from './registers.js';
import { isConstant } from './shapes.js';
import { stopped } from './stopped.js';
import { Source } from './source.js';

// From bytecode to a function of JavaScript, by going through it once with a stack of what the values are called.

export interface Fusing {
  readonly code: Code;
  readonly entry: Instruction;
  /** How many locals it starts with. */
  readonly locals: number;
  readonly variables: Variables;
  readonly inlines: ReadonlyMap<Value, Inline>;
  readonly isGeneral: boolean;
  /** Of a message: its instructions, where it is made for all that differ from it in their constants alone. */
  readonly shared?: readonly Instruction[];
}

export interface Made {
  readonly run: Run;
  readonly needs: number;
}

type MakeFunction = (parameters: readonly string[], text: string) => (...constants: readonly unknown[]) => Run;

/** Code from an entry on as a function; null for what cannot be fused. */
export const compileFused = (fusing: Fusing, make: MakeFunction): Made | null => {
  const { code, entry, locals, shared = [] } = fusing;
  const flow = flowOf(code, entry, locals, (row, opcode) => emitterOf(opcode, row) !== undefined);
  if (flow === null) return null;
  const isWhole = code.isBody && code.entry === entry;
  const { source, globals } = written(fusing, flow, isWhole);
  const { needs, deepest } = flow;
  const parameters = [
    ...Array.from({ length: locals }, (_, i) => `l${i}`),
    ...Array.from({ length: needs }, (_, i) => `s${i}`),
  ];
  const weight = 24 + 2 * (deepest + flow.locals);
  const first = source.constant(entry);
  const added = Array.from({ length: flow.locals - locals }, (_, i) => `l${i + locals}`);
  const constants = shared.filter(isConstant);
  const given = shared.length === 0 ? parameters : ['c', 'w', ...parameters];
  const text = [
    '"use strict";',
    `const G = find(${globalsText(globals)});`,
    `return function run(${['m', 'd', 'self', ...given].join()}) {`,
    `if (d < ${weight}) return m.pause(${first}, self, [${parameters.slice(0, locals).join()}], [${parameters.slice(locals).join()}]);`,
    `const e = d - ${weight};`,
    'let g = m.gas;',
    ...constants.map(({ offset }, i) => `const v${i} = w[${offset + 1}];`),
    ...added.map((name) => `let ${name};`),
    source.declarations(parameters),
    source.loadCaptured,
    source.text,
    '};',
  ].join('\n');
  const names = source.constants.map((_, i) => `k${i}`);
  const used = { ...named, X: stopped, S: code.instructions, find: finding(globals, callBy) };
  const factory = make([...Object.keys(used), ...names], text);
  return { run: factory(...Object.values(used), ...source.constants), needs };
};

// That locals are numbers throughout a loop is assumed of all that are given numbers in it, until it is seen which are not.
const written = (
  fusing: Fusing,
  flow: Flow,
  isWhole: boolean,
): { readonly source: Source; readonly globals: Global[] } => {
  const { locals, isGeneral, shared = [] } = fusing;
  const constants = new Map(shared.filter(isConstant).map((each, i) => [each, `v${i}`] as const));
  let numeric: ReadonlyMap<number, ReadonlySet<number>> = new Map();
  for (let round = 0; ; round += 1) {
    const source = new Source(flow, isWhole, numeric, shared);
    const globals: Global[] = [];
    write({ ...fusing, source, globals, isWhole, constants });
    const next = new Map<number, ReadonlySet<number>>();
    for (const [loop, { numbers, others }] of source.found) {
      const least = loop < 0 ? locals : (flow.points[loop]?.least ?? 0);
      const before = numeric.get(loop);
      const all = round === 0 ? new Set([...numbers, ...others]) : new Set(before);
      const kept = [...all].filter(
        (index) => index < least && (round === 0 || (numbers.has(index) && !others.has(index))),
      );
      if (kept.length > 0) next.set(loop, new Set(kept));
    }
    const isSame = round > 0 && [...numeric].every(([loop, all]) => next.get(loop)?.size === all.size);
    if (isGeneral || isSame || (next.size === 0 && numeric.size === 0)) return { source, globals };
    numeric = next;
  }
};

const write = (context: Context): void => {
  const { source, code, isWhole } = context;
  const { points, loops, labels, needs } = source.flow;
  source.loop(needs);
  const open = (from: number): void => {
    const here = labels.filter((label) => label.from === from).sort((a, b) => b.to - a.to);
    for (const { to } of here) source.write(`L${to}: {`);
  };
  source.point = points[0] as Point;
  if (isWhole) {
    source.enter(-1);
    source.write('T: for (;;) {');
  }
  open(-1);
  for (let i = 0; i <= points.length; i += 1) {
    const point = points[i] ?? null;
    for (const { to } of loops) if (to === i) source.write('}');
    const closing = labels.filter(({ to }) => to === i);
    const loop = loops.find(({ from }) => from === i);
    if (closing.length > 0 || loop !== undefined) {
      if (source.isReached) source.settle(i);
      source.write(...closing.map(() => '}'));
    }
    if (i === points.length) {
      if (closing.length > 0) source.meet(i, source.flow.last + needs);
      if (source.isReached && !code.isBody) finish(source);
      break;
    }
    if (point === null) {
      continue;
    }
    if (closing.length > 0) source.meet(i, point.depth + needs);
    if (loop !== undefined) {
      source.loop(point.depth + needs);
      source.point = point;
      source.enter(i);
      source.write(`H${i}: for (;;) {`);
      open(i);
    }
    if (!source.isReached) continue;
    source.point = point;
    const { instruction, row } = point;
    const emit = emitterOf(instruction.opcode, row);
    if (point.isForeign || emit === undefined) {
      source.charge(1);
      source.quit();
    } else emit(context, point);
  }
  if (isWhole) source.write('}');
};
