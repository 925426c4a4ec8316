import { Cell } from '../data/cells.js';
import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Effect, withEffect } from '../machine/effects.js';
import { stackLimit } from '../machine/return.js';
import { withinLimit } from '../machine/room.js';
import { Frame, seal, VMState, World } from '../machine/state.js';
import { Store } from '../machine/store.js';
import { variablesOn } from '../machine/variables.js';
import { checkCells, checkConstants, checkContent } from './check-cells.js';
import {
  any,
  count,
  each,
  type Field,
  type Ground,
  list,
  object,
  one,
  orNull,
  record,
  Source,
  text,
  value,
} from './fields.js';
import { formatVersion, refuse, refuseOther, type Restored } from './format.js';
import { dynamic, shapes } from './shapes.js';

// Reading a snapshot. It comes from anywhere, so nothing in it is believed: every part is checked for being what it
// should be, and an entry can refer to none but those before it.

/** The states of a snapshot. Faults: `misuse` for what is none, `unknown-instruction` for code of another machine. */
export const readSnapshot = (json: unknown, ground: Ground): Restored => {
  const source = new Source(ground);
  const { format } = record({ format: any })(json, source);
  if (format !== formatVersion) refuse(`its format is ${String(format)}, not ${formatVersion}`);
  const { state, base, received } = record({
    instructions,
    entries,
    contents,
    state: stateOf,
    base: orNull(stateOf),
    received: count,
  })(json, source);
  if ((state.control === null) !== (base === null) || (base?.control ?? null) !== null) refuseOther('base');
  return { state, base, received };
};

const instructions: Field<void> = (json, source) => {
  for (const [opcode, needed] of Object.entries(object(json, source))) {
    const operands = source.ground.instructions.get(opcode)?.operands.join(' ');
    if (operands !== needed)
      throw new VMError('unknown-instruction', `it needs ${opcode} with operands of "${String(needed)}"`);
  }
};

const entries: Field<void> = (json, source) => {
  const readers = new Map(shapes().map(({ key, read }) => [key, read]));
  for (const entry of list(json, source)) {
    const [[key, fields] = ['']] = Object.entries(object(entry, source));
    const read = readers.get(key) ?? refuseOther(key);
    source.made.push(read(fields, source));
  }
};

const contents: Field<void> = (json, source) => {
  for (const each of list(json, source)) {
    const [of, content] = list(each, source);
    const cell = one('a cell', Cell)(of, source);
    if (cell.address >= 0) refuseOther('a content');
    cell.content = value(content, source);
  }
  const { made, constants } = source;
  for (const cell of made) {
    if (!(cell instanceof Cell) || cell.address >= 0) continue;
    checkContent(cell, cell.content);
    constants.push(cell.content as Value);
  }
  checkConstants(constants);
};

const pair: Field<readonly [string, Value]> = (json, source) => {
  const [name, content] = list(json, source);
  return [text(name, source), value(content, source)];
};

const fuel: Field<number> = (json, source) => {
  const left = value(json, source);
  return typeof left === 'number' && left >= 0 ? left : refuseOther('fuel');
};

// A print is its text, a message its words.
const effect: Field<Effect> = (json, source) =>
  typeof json === 'string'
    ? { type: 'print', text: json }
    : {
        type: 'send',
        message: list(json, source).map((word) => (Array.isArray(word) ? parsed(word[0]) : value(word, source))),
      };

const parsed = (json: unknown): unknown => {
  try {
    return JSON.parse(json as string);
  } catch {
    return refuseOther('a word');
  }
};

interface StoredCells {
  readonly end: number;
  readonly free: readonly (readonly [from: number, to: number])[];
  readonly contents: ReadonlyMap<number, Value | undefined>;
}

// More than can be in use, and few enough to be numbered.
const mostCells = 2 ** 28;

const cells: Field<StoredCells> = (json, source) => {
  const contents = new Map<number, Value | undefined>();
  const free: [number, number][] = [];
  let end = 0;
  for (const cell of list(json, source)) {
    const from = end;
    const [size = 0] = Array.isArray(cell) ? each(count)(cell, source) : [];
    if (size > 0) free.push([from, (end += size)]);
    else contents.set(end++, Array.isArray(cell) ? undefined : value(cell, source));
    if (end > mostCells) refuseOther('cells');
  }
  return { end, free, contents };
};

const stored = (json: unknown, source: Source) =>
  record({
    frame: one('a frame', Frame),
    dynamic,
    fuel,
    position: count,
    outbox: each(effect),
    variables: each(pair),
    cells,
    allocated: count,
    visited: count,
  })(json, source);

const stateOf: Field<VMState> = (json, source) => {
  const { frame, dynamic, fuel, position, outbox, variables: named, cells, allocated, visited } = stored(json, source);
  const { library, instructions, limits } = source.ground;
  const variables = variablesOn(library).writable();
  for (const [name, content] of named) variables.define(name, content);
  const store = Store.of({ ...cells, allocated, visited }, cells.contents, source.space);
  const reserve = Math.min(fuel, limits.fuel);
  const world = new World(instructions, variables, store, null, limits, reserve, position, undefined, dynamic);
  const { control, stack, locals, closure, below, size } = frame;
  const state = seal(new VMState(control, stack, locals, closure, below, 0, outbox.reduce(withEffect, world)));
  if (size > limits.stack + 1001) throw stackLimit(state);
  checkCells(state, cells.contents);
  return withinLimit(state);
};
