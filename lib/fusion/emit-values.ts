import { type Value } from '../data/values.js';
import { type Context, type Emit } from './context.js';
import { type Point } from './flow.js';
import { type Item, type Source } from './source.js';

// How constants, arithmetic and comparison are written. Numbers are worked on in place; for other operands the instruction
// is left to the interpreter, or where they are common done in the registers.

const most = Number.MAX_SAFE_INTEGER;

export const constantItem = (source: Source, value: Value): Item => ({
  text: source.constant(value),
  value,
  isNumber: typeof value === 'number',
  isBoolean: typeof value === 'boolean',
});

// What is to be tested for its operands to be numbers; none where they are known to be.
export const notNumbers = ({ known }: Source, ...items: readonly Item[]): string[] =>
  items
    .filter(({ text, isNumber }) => isNumber !== true && !known.is(text, 'number'))
    .map(({ text }) => `typeof ${text} !== 'number'`);

/** Notes that these have turned out to be numbers. */
export const learnNumbers = ({ known }: Source, items: readonly Item[]): void => {
  for (const { text } of items) known.learn(text, 'number');
};

/** Does the instruction in the registers. */
const step = ({ source }: Context, { instruction, row }: Point, cost: number, operands: readonly Item[]): void => {
  const { charged } = source;
  const at = source.constant(instruction);
  const values = operands.map(({ text }) => text).join();
  const r = source.call(() => `m.step(${at}, ${charged()}, ${cost}, [${values}])`, operands);
  if (row.effect?.pushes === 1) source.give(r);
};

export const stepping =
  (pops: number, cost = 1): Emit =>
  (context, point) => {
    const { source } = context;
    source.rescueGlobals();
    source.charge(cost);
    step(context, point, cost, source.popAll(pops));
    source.known.isChecked = false;
  };

// Numbers whose result is in range are done in place: `test` is what has to hold of them beside.
export const arithmetic =
  (write: (a: string, b: string) => string, test?: (a: string, b: string) => string): Emit =>
  (context, point) => {
    const { source } = context;
    source.charge(1);
    const [a, b] = source.popAll(2) as [Item, Item];
    numeric(context, point, [a, b], write(a.text, b.text), test?.(a.text, b.text));
  };

const numeric = (context: Context, point: Point, operands: readonly Item[], text: string, test?: string): void => {
  const { source, isGeneral } = context;
  const n = source.variable('n');
  const inRange = `(${n} = ${text}) <= ${most} && ${n} >= ${-most}`;
  const fits = test === undefined ? inRange : `${test} && ${inRange}`;
  const fails = [...notNumbers(source, ...operands), `!(${fits})`].join(' || ');
  if (!isGeneral) {
    source.quitIf(fails, ...operands);
    learnNumbers(source, operands);
    source.give(n, { isNumber: true });
    return;
  }
  const { charged } = source;
  const at = source.constant(point.instruction);
  const values = operands.map((each) => each.text).join();
  source.write(`if (${fails}) {`);
  const r = source.call(() => `m.step(${at}, ${charged()}, 1, [${values}])`, operands);
  source.write(`} else ${r} = ${n};`);
  source.give(r);
};

export const negate: Emit = (context, point) => {
  const { source } = context;
  source.charge(1);
  const a = source.pop();
  numeric(context, point, [a], `0 - ${a.text}`);
};

export const compared =
  (sign: string): Emit =>
  (context, point) => {
    const { source, isGeneral } = context;
    source.charge(1);
    const operands = source.popAll(2) as [Item, Item];
    const [a, b] = operands;
    const tests = notNumbers(source, a, b);
    const relation = `${a.text} ${sign} ${b.text}`;
    if (!isGeneral || tests.length === 0) {
      if (tests.length > 0) source.quitIf(tests.join(' || '), ...operands);
      learnNumbers(source, operands);
      decide(context, point, relation);
      return;
    }
    const { charged } = source;
    const at = source.constant(point.instruction);
    source.write(`if (${tests.join(' || ')}) {`);
    const r = source.call(() => `m.step(${at}, ${charged()}, 1, [${a.text}, ${b.text}])`, operands);
    source.write(`} else ${r} = ${relation};`);
    source.give(r, { isBoolean: true });
  };

// A boolean that only the next instruction looks at is not put anywhere.
export const decide = ({ source }: Context, { index }: Point, text: string): void => {
  const { points, labels } = source.flow;
  const next = points[index + 1];
  const isAlone = next?.instruction.opcode === 'OP_JUMP_IF_FALSE' && !labels.some(({ to }) => to === index + 1);
  if (isAlone) source.push({ text: `(${text})`, isBoolean: true });
  else source.give(text, { isBoolean: true });
};

export const deciding =
  (write: (a: string) => string): Emit =>
  (context, point) => {
    const { source } = context;
    source.charge(1);
    const { text } = source.pop();
    decide(context, point, write(text));
  };

export const constant =
  (value?: Value): Emit =>
  ({ source, constants }, { instruction }) => {
    source.charge(1);
    const text = constants.get(instruction);
    if (text !== undefined) source.push({ text });
    else source.push(constantItem(source, value === undefined ? (instruction.operand as Value) : value));
  };

export const choose =
  (write: (a: string, b: string) => string): Emit =>
  ({ source }) => {
    source.charge(1);
    const [a, b] = source.popAll(2) as [Item, Item];
    source.give(write(a.text, b.text));
  };
