import { emptyList, SymbolValue } from '../data/values.js';
import { Primitive } from '../machine/procedures.js';
import { StorePrimitive } from '../machine/store-primitive.js';
import { type Context } from './context.js';
import { decide, learnNumbers, notNumbers } from './emit-values.js';
import { type Point } from './flow.js';
import { type Item, type Source } from './source.js';

// How primitives are written that need no call.

// What is compared with a constant, whose text is short enough to cost nothing.
const sameAs = (source: Source, args: readonly Item[]): string | undefined => {
  const [a, b] = args as readonly [Item, Item];
  const [one, other] = b.value === undefined ? [b, a] : [a, b];
  const { value } = other;
  if (value instanceof SymbolValue && value.name.length < 8) {
    const { text } = one;
    return `${text} === ${other.text} || (${text} instanceof Y && ${text}.name === ${source.constant(value.name)})`;
  }
  const isPlain = typeof value === 'boolean' || value === null || value === emptyList || typeof value === 'number';
  return isPlain ? `${one.text} === ${other.text}` : undefined;
};

// A primitive that needs no call. What is common is written out, where the arguments are such as it takes; others are
// computed in place. False where it is called.
export const inlined = (context: Context, point: Point, argc: number, isTail: boolean): boolean => {
  const { source, inlines } = context;
  const { value } = source.stack.at(-1 - argc) as Item;
  if (!(value instanceof Primitive || value instanceof StorePrimitive)) return false;
  if (argc < value.least || argc > value.most) return false;
  const inline = inlines.get(value);
  if (inline !== undefined && inline.isTried !== true && (inline.argc ?? argc) === argc) {
    source.charge(1 + (inline.cost?.(argc) ?? 0));
    const operands = source.popAll(argc + 1);
    const args = operands.slice(1);
    const texts = args.map(({ text }) => text);
    const pairs = (inline.pairs?.(...texts) ?? []).filter((each) => !source.known.is(each, 'pair'));
    const numbers = inline.isNumeric === true ? notNumbers(source, ...args) : [];
    const tests = [...numbers, ...pairs.map((each) => `!(${each} instanceof P)`)];
    if (tests.length > 0) source.quitIf(tests.join(' || '), ...operands);
    for (const each of pairs) source.known.learn(each, 'pair');
    if (inline.isNumeric === true) learnNumbers(source, args);
    const same = value.name === 'eq?' || value.name === 'eqv?' ? sameAs(source, args) : undefined;
    const text = same ?? inline.write(...texts);
    if (same === undefined && inline.mayStop === true) {
      source.give(source.call(text, operands));
    } else if (same !== undefined || inline.isTest === true) decide(context, point, text);
    else source.give(text);
    return true;
  }
  const isPlain = value instanceof Primitive && value.cost === undefined && !value.isHost && value.passing === 'each';
  const isHost = value instanceof Primitive && value.isHost;
  if (isHost || (isTail && !isPlain)) return false;
  source.charge(1);
  const operands = source.popAll(argc + 1);
  const texts = operands.slice(1).map(({ text }) => text);
  if (isPlain && argc <= 3) {
    const r = source.variable('r');
    source.write(`${r} = m.compute(${[source.constant(value.apply), ...texts].join()});`);
    source.exitIf(`${r} === X`, ...operands);
    source.give(r);
  } else {
    const { charged } = source;
    const at = source.constant(value);
    const tried = inline?.argc === argc ? `(r = ${inline.write(...texts)}) !== X ? r : ` : '';
    source.give(source.call(() => `${tried}m.apply(${at}, ${charged()}, 1, [${texts.join()}])`, operands));
  }
  return true;
};
