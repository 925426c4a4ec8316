import { frameCost } from '../machine/call.js';
import { type Context, type Emit } from './context.js';
import { inlined } from './emit-primitives.js';
import { type Global } from './globals.js';
import { type Item } from './source.js';

// How calls are written: of itself, of what a global names, of anything.

export const call: Emit = (context, point) => {
  const { source } = context;
  const argc = point.instruction.operand as number;
  if (inlined(context, point, argc, false)) return;
  source.charge(frameCost);
  const operands = source.popAll(argc + 1);
  source.rescueGlobals();
  const [procedure, ...args] = operands as [Item, ...Item[]];
  const texts = args.map(({ text }) => text);
  const all = (first: string): string => [first, ...texts].join();
  const r = source.call(calling(context, procedure, argc, all), operands, 'r === X && (r = m.go(e)) === X');
  source.part();
  source.give(r);
};

// What calls a procedure, given what passes the arguments behind it.
const calling = (
  { source, code, globals, isWhole }: Context,
  { text, global }: Item,
  argc: number,
  all: (first: string) => string,
): string => {
  if (global !== undefined) {
    const each = globals[global] as Global;
    const isFree = each.argc < 0 || each.argc === argc;
    const at = isFree ? global : globals.push({ ...each }) - 1;
    globals[at] = { ...each, argc };
    if (text.startsWith('G')) return `G.r${at}(m, e, ${all(`G.v${at}`)})`;
    return `(${text} === G.v${at} ? G.r${at} : m.runOf(${text}, ${argc}))(m, e, ${all(text)})`;
  }
  if (text === 'self' && isWhole && code.rest === null && code.params.length === argc)
    return `run(m, e, ${all('self')})`;
  const q = source.variable('q');
  const isFused = `${text} instanceof C && (${q} = ${text}.code.fused) !== null && q.arity === ${argc} && q.set === S`;
  return `${isFused} ? q.run(m, e, ${all(text)}) : m.call(e, ${text}, [${all('0').slice(2)}])`;
};

const isCode = ({ text, global }: Item, code: string): string =>
  global !== undefined && text.startsWith('G')
    ? `G.c${global} === ${code}`
    : `${text} instanceof C && ${text}.code === ${code}`;

export const tailCall: Emit = (context, point) => {
  const { source, code, isWhole } = context;
  const argc = point.instruction.operand as number;
  if (inlined(context, point, argc, true)) {
    source.write(`m.gas = g; return ${source.pop().text};`);
    source.isReached = false;
    return;
  }
  source.charge(1);
  const operands = source.popAll(argc + 1);
  const [procedure, ...args] = operands as [Item, ...Item[]];
  const texts = args.map(({ text }) => text);
  if (isWhole && code.rest === null && code.params.length === argc && procedure.value === undefined) {
    const own = source.constant(code);
    const { text } = procedure;
    if (text !== 'self') source.write(`if (${isCode(procedure, own)}) {`);
    for (const [i, item] of args.entries()) source.assign(i, item);
    source.write(...texts.map((each, i) => `${source.variable(`a${i}`)} = ${each};`));
    if (text !== 'self') source.write(() => `self = ${text};${source.loadCaptured}`);
    source.write(...texts.map((_each, i) => `l${i} = a${i};`));
    for (let i = argc; i < source.flow.locals; i += 1) source.write(`l${i} = undefined;`);
    source.write('continue T;');
    if (text === 'self') {
      source.isReached = false;
      return;
    }
    source.write('}');
  }
  const r = source.call(`m.tail(${procedure.text}, [${texts.join()}])`, operands, 'r === X && m.stays');
  source.write(`return ${r};`);
  source.isReached = false;
};
