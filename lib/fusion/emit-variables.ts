import { type Value } from '../data/values.js';
import { type Capture, type Code } from '../machine/code.js';
import { Primitive } from '../machine/procedures.js';
import { StorePrimitive } from '../machine/store-primitive.js';
import { type VariableReference } from '../machine/variables.js';
import { type Context, type Emit } from './context.js';
import { constantItem } from './emit-values.js';
import { type Item } from './source.js';

// How locals, captured values, globals, closures and boxes are written.

export const getLocal: Emit = ({ source }, { instruction, least, most }) => {
  const index = instruction.operand as number;
  source.charge(1);
  if (index >= most) {
    source.quit();
    return;
  }
  if (index >= least) source.quitIf(`l${index} === undefined`);
  source.push(source.local(index));
};

export const setLocal: Emit = ({ source }, { instruction, least, most }) => {
  // What copying many locals costs depends on how many there are.
  if (least >> 3 !== most >> 3) {
    source.charge(1);
    source.quit();
    return;
  }
  source.charge(1 + (least >> 3));
  const item = source.pop();
  const { text } = item;
  const local = `l${instruction.operand as number}`;
  source.assign(instruction.operand as number, item);
  if (text === local) return;
  source.rescue(local);
  source.write(`${local} = ${text};`);
  if (item.isNumber === true) source.known.learn(local, 'number');
};

export const getCaptured: Emit = ({ source, code }, { instruction }) => {
  const index = instruction.operand as number;
  source.charge(1);
  if (index >= code.captures.length) source.quit();
  else source.push({ text: source.captured(index) });
};

const indexOf = (context: Context, reference: VariableReference, expected: Value | undefined): number => {
  const { globals } = context;
  return globals.push({ reference, expected, argc: -1 }) - 1;
};

// What a global is worth now, if it is a primitive, it is taken to be worth from now on.
export const getVariable: Emit = (context, { instruction }) => {
  const { source, variables, globals } = context;
  const reference = instruction.operand as VariableReference;
  source.charge(1);
  const value = variables.at(reference.slotIn(variables.names));
  if (value === undefined) {
    source.quit();
    return;
  }
  const expected = value instanceof Primitive || value instanceof StorePrimitive ? value : undefined;
  const known = globals.findIndex((each) => each.reference.name === reference.name);
  const global = known < 0 ? indexOf(context, reference, expected) : known;
  if (!source.known.isChecked) {
    source.quitIf('G.stamp !== m.stamp && !m.refresh(G)');
    source.known.isChecked = true;
  }
  source.push(expected === undefined ? { text: `G.v${global}`, global } : constantItem(source, expected));
};

export const setVariable: Emit = ({ source }, { instruction }) => {
  source.rescueGlobals();
  source.charge(1);
  const item = source.pop();
  source.quitIf(`!m.setVariable(${source.constant(instruction.operand)}, ${item.text})`, item);
  source.known.isChecked = false;
};

const closureCost = 3;

export const makeClosure: Emit = ({ source, code: outer }, { instruction, least }) => {
  const code = instruction.operand as Code;
  const { captures } = code;
  source.charge(closureCost + (captures.length >> 3));
  const isThere = ([kind, index = 0]: Capture): boolean =>
    kind === 'local' ? index < least : outer.isBody && (kind === 'callee' || index < outer.captures.length);
  if (!captures.every(isThere)) {
    source.quit();
    return;
  }
  const values = captures.map(([kind, index]) =>
    kind === 'local' ? `l${index}` : kind === 'callee' ? 'self' : source.captured(index),
  );
  source.give(`new C(${source.constant(code)}, [${values.join()}])`);
};

const boxCost = 3;

export const makeBox =
  (pops: number): Emit =>
  ({ source }) => {
    source.charge(boxCost);
    const operands = source.popAll(pops);
    const r = source.variable('r');
    source.write(`${r} = m.box(${operands.map(({ text }) => text).join()});`);
    source.exitIf(`${r} === X`, ...operands);
    source.give(r);
  };

// A page that the run owns is read and written in place. Code that writes boxes takes the pages of those it reads, too.
const page = ({ source }: Context, box: string, ...operands: readonly Item[]): string => {
  const known = source.known.pages.get(box);
  if (known !== undefined) return known;
  const p = source.page;
  const isOwned = `${box} instanceof B && (${p} = ${box}.page) !== null && ${p}.owner === m.owner`;
  source.quitIf(`!(${isOwned}) && (${p} = m.page(${box})) === null`, ...operands);
  // A global may get another box.
  if (!box.startsWith('G')) source.known.pages.set(box, p);
  return p;
};

export const unbox: Emit = (context) => {
  const { source } = context;
  source.charge(1);
  const box = source.pop();
  const r = source.variable('r');
  if (source.flow.writesBoxes) {
    source.write(`${r} = ${page(context, box.text, box)}.items[${box.text}.address & 31];`);
    source.quitIf(`${r} === undefined`, box);
  } else source.quitIf(`(${r} = m.unbox(${box.text})) === X`, box);
  source.give(r);
};

export const setBox: Emit = (context) => {
  const { source } = context;
  source.charge(1);
  const [value, box] = source.popAll(2) as [Item, Item];
  source.write(`${page(context, box.text, value, box)}.items[${box.text}.address & 31] = ${value.text};`);
};
