import { Cell, literal } from '../data/cells.js';
import { VMError } from '../data/error.js';
import { fromJson } from '../data/json.js';
import { isNumeric, normal } from '../data/numbers.js';
import { Owner } from '../data/pages.js';
import { isValue, list, ObjectValue, type Value } from '../data/values.js';
import { Code } from '../machine/code.js';
import { link, readBody } from '../machine/decode.js';
import { type Effect, withEffect } from '../machine/effects.js';
import { type Instruction } from '../machine/instruction.js';
import { type InstructionSet, type OperandKind } from '../machine/instruction-set.js';
import { type Limits } from '../machine/limits.js';
import { Closure, type Primitive } from '../machine/procedures.js';
import { stackLimit } from '../machine/return.js';
import { withinLimit } from '../machine/room.js';
import { pushAll, Stack } from '../machine/stack.js';
import { Frame, seal, VMState, World } from '../machine/state.js';
import { Store } from '../machine/store.js';
import { type Variables } from '../machine/variables.js';
import { Dynamic } from '../machine/dynamic.js';
import { checkCells, checkContent } from './check-cells.js';
import { cellKinds, codecs } from './codecs.js';
import {
  addressesIn,
  formatVersion,
  type Reader,
  refuse,
  type Restored,
  type Snapshot,
  type StoredCode,
  type StoredState,
  type StoredStore,
} from './format.js';

// Reading a snapshot. It comes from anywhere, so nothing in it is believed: every part is checked for being what it
// should be, and an entry can refer to none but those before it.

/** What a snapshot is read into. */
export interface Ground {
  readonly instructions: InstructionSet;
  readonly variables: Variables;
  /** Every value of the library, by name. */
  readonly library: ReadonlyMap<string, Value>;
  readonly limits: Limits;
  /** Functions of the host, by name. */
  readonly functions: ReadonlyMap<string, Primitive>;
}

/** The states of a snapshot. Faults: `misuse` for what is none, `unknown-instruction` for code of another machine. */
export const readSnapshot = (json: unknown, ground: Ground): Restored => {
  const { format, instructions, position, received, entries, contents, state, base } = recordOf<Snapshot>(
    json,
    'the whole',
  );
  if (format !== formatVersion) refuse(`its format is ${String(format)}, and this is format ${formatVersion}`);
  checkInstructions(recordOf<Record<string, string>>(instructions, 'instructions'), ground.instructions);
  const table = new Table(ground);
  table.read(listOf(entries), listOf(contents));
  const current = stateOf(recordOf<StoredState>(state, 'state'), table, ground, countOf(position));
  const before = base === null ? null : stateOf(recordOf<StoredState>(base, 'base'), table, ground, countOf(position));
  if ((current.control === null) !== (before === null)) refuse('a message runs if there is a state before it');
  if (before !== null && before.control !== null) refuse('the state before a message is in the middle of one');
  return { state: current, base: before, received: countOf(received) };
};

/** Something of which no part is known to be what it should. */
type Untrusted<T> = Readonly<Partial<Record<keyof T, unknown>>>;

// A copy of its own properties, and of nobody's prototype.
const recordOf = <T>(json: unknown, what: string): Untrusted<T> =>
  Object.assign(Object.create(null) as object, objectOf(json, what)) as Untrusted<T>;

const objectOf = (json: unknown, what: string): object =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? json : refuse(`${what} is not an object`);

/** What an entry, or a reference to one, may consist of. */
type Entry = Untrusted<Record<'ref' | 'library' | 'host' | 'hex' | 'list' | 'tail' | 'cell' | 'at' | 'code', unknown>>;

// Keys are asked for by name, so that these need no copy.
const has = (entry: Entry, key: keyof Entry): boolean => Object.hasOwn(entry, key);

// A copy, in which a hole is undefined.
const listOf = (json: unknown): readonly unknown[] =>
  Array.isArray(json) ? [...(json as unknown[])] : refuse('a list is not an array');

// What is counted goes on being counted, so there is room above.
const mostCounted = 2 ** 50;

const countOf = (json: unknown): number =>
  typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= mostCounted
    ? json
    : refuse('a number is not one');

const textOf = (json: unknown): string => (typeof json === 'string' ? json : refuse('a text is not one'));

const flagOf = (json: unknown): boolean =>
  typeof json === 'boolean' ? json : refuse('a flag is neither true nor false');

const integerOf = (hex: string): Value => {
  if (!/^-?[0-9a-f]+$/.test(hex) || hex.length > 2 ** 26) return refuse('an integer is not one');
  return normal(hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`));
};

const checkInstructions = (needed: Untrusted<Record<string, string>>, set: InstructionSet): void => {
  for (const opcode of Object.keys(needed)) {
    const operands = set.get(opcode)?.operands.join(' ');
    if (operands !== needed[opcode]) {
      throw new VMError(
        'unknown-instruction',
        operands === undefined
          ? `the snapshot needs ${opcode}, which is not among the instructions`
          : `the snapshot has other operands for ${opcode}: "${textOf(needed[opcode])}", not "${operands}"`,
      );
    }
  }
};

const readers = new Map(codecs.map(({ key, read }) => [key, read]));

class Table implements Reader {
  /** The store of what is read; the state before a message and the one in it are versions of it. */
  readonly space: Owner = new Owner();
  private readonly made: (Value | Code)[] = [];
  private readonly codes: Code[] = [];
  /** What refers to the store, and how often something referred to that. */
  private readonly stored = new Set<unknown>();
  private met = 0;

  readonly list = listOf;
  readonly count = countOf;
  readonly text = textOf;
  readonly flag = flagOf;

  constructor(private readonly ground: Ground) {}

  read(entries: readonly unknown[], contents: readonly unknown[]): void {
    for (const entry of entries) {
      const { met } = this;
      const made = this.entry(objectOf(entry, 'an entry'));
      if (this.met > met || (made instanceof Cell && made.address >= 0)) this.stored.add(made);
      this.made.push(made);
    }
    const carrying = this.made.filter((made) => made instanceof Cell).filter(({ address }) => address < 0);
    for (const content of contents) {
      const [index, held] = listOf(content);
      const cell = this.made[countOf(index)];
      if (!(cell instanceof Cell) || cell.address >= 0) return refuse('a content belongs to no cell');
      cell.content = this.constant(held);
    }
    for (const cell of carrying) checkContent(cell, cell.content);
    for (const code of this.codes) if (!this.places.has(code)) link(code);
  }

  readonly value = (json: unknown): Value => {
    const found = this.find(json);
    return found instanceof Code ? refuse('a value is code') : found;
  };

  readonly values = (json: unknown): Value[] => listOf(json).map(this.value);

  readonly code = (json: unknown): Code => {
    const found = this.find(json);
    return found instanceof Code ? found : refuse('code is something else');
  };

  readonly body = (json: unknown): Code => {
    const code = this.code(json);
    return code.isBody ? code : refuse('a message is no procedure');
  };

  one<T>(Kind: abstract new (...args: never[]) => T, json: unknown): T {
    const value: unknown = this.value(json);
    return value instanceof Kind ? value : refuse(`a ${Kind.name} is something else`);
  }

  control(json: unknown): Instruction | null {
    if (json === null) return null;
    const [code, at] = listOf(json);
    const { entry, offsets } = this.linked(this.code(code));
    const offset = countOf(at);
    return entry === null || !offsets.has(offset) ? refuse('control is nowhere') : (offsets.get(offset) as Instruction);
  }

  // Code is linked when control first goes into it, or at the end.
  private linked(code: Code): {
    readonly entry: Instruction | null;
    readonly offsets: ReadonlyMap<number, Instruction>;
  } {
    const known = this.places.get(code);
    if (known !== undefined) return { entry: code.entry, offsets: known };
    link(code);
    const offsets = new Map<number, Instruction>();
    for (let each = code.entry; each !== null; each = each.next) offsets.set(each.offset, each);
    this.places.set(code, offsets);
    return { entry: code.entry, offsets };
  }

  private readonly places = new Map<Code, ReadonlyMap<number, Instruction>>();

  private find(json: unknown): Value | Code {
    if (isValue(json) && !(json instanceof ObjectValue)) return json;
    const tagged: Entry = objectOf(json, 'a value');
    if (has(tagged, 'ref')) {
      const made = this.made[countOf(tagged.ref)] ?? refuse('an entry refers to one behind it');
      if (this.stored.has(made)) this.met += 1;
      return made;
    }
    if (has(tagged, 'library')) {
      const name = textOf(tagged.library);
      return this.ground.library.get(name) ?? refuse(`it needs ${name} of the library, which is not there`);
    }
    if (has(tagged, 'host')) {
      const name = textOf(tagged.host);
      return this.ground.functions.get(name) ?? refuse(`it needs the host function ${name}: give it in \`functions\``);
    }
    return has(tagged, 'hex') ? integerOf(textOf(tagged.hex)) : fromJson(json);
  }

  private entry(entry: Entry): Value | Code {
    if (has(entry, 'list'))
      return list(this.values(entry.list), has(entry, 'tail') ? this.value(entry.tail) : undefined);
    if (has(entry, 'cell')) return this.cell(textOf(entry.cell), has(entry, 'at') ? entry.at : undefined);
    if (has(entry, 'code')) return this.codeOf(recordOf<StoredCode>(entry.code, 'code'));
    const [key = ''] = Object.keys(entry);
    const read = readers.get(key) ?? refuse(`an entry is of the unknown kind "${key}"`);
    return read(listOf(entry[key as keyof Entry]), this);
  }

  private cell(kind: string, at: unknown): Cell {
    const { Kind } = cellKinds.get(kind) ?? refuse(`a cell is of the unknown kind "${kind}"`);
    if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < literal) return refuse('a cell has no address');
    return new Kind(at, at < 0 ? null : this.space);
  }

  /** A value that belongs to no state. */
  private constant(json: unknown): Value {
    const { met } = this;
    const value = this.value(json);
    return this.met > met ? refuse('a constant refers to the store') : value;
  }

  private codeOf(json: Untrusted<StoredCode>): Code {
    const { instructions } = this.ground;
    const given = listOf(json.words);
    const words: unknown[] = [];
    while (words.length < given.length) {
      const opcode = given[words.length];
      const kinds = instructions.get(opcode as string)?.operands ?? refuse('code is made of something else');
      words.push(opcode);
      for (const kind of kinds) words.push(this.operand(kind, given[words.length]));
    }
    const { name, params, rest, locals, captures, positions } = readBody(
      {
        ...json,
        params: listOf(json.params),
        captures: listOf(json.captures),
        positions: listOf(json.positions),
        body: words,
      },
      instructions,
      (wanted) => refuse(`an entry is not ${wanted}`),
    );
    const isBody = flagOf(json.isBody);
    const code = new Code(name, params, rest, locals, captures, words, positions, instructions, isBody);
    this.codes.push(code);
    return code;
  }

  private operand(kind: OperandKind, word: unknown): unknown {
    if (kind === 'code') return this.body(word);
    return kind === 'value' ? this.constant(word) : word;
  }
}

const stateOf = (
  stored: Untrusted<StoredState>,
  table: Table,
  { variables: base, limits, instructions }: Ground,
  position: number,
): VMState => {
  const variables = base.asBase().writable();
  for (const pair of listOf(stored.variables)) {
    const [name, value] = listOf(pair);
    variables.define(textOf(name), table.value(value));
  }
  const fuel = table.value(stored.fuel);
  if (!isNumeric(fuel) || !(fuel >= 0)) return refuse('fuel is not a number');
  const reserve = Math.min(Number(fuel), limits.fuel);
  const dynamic = stored.dynamic === null ? null : table.one(Dynamic, stored.dynamic);
  const store = storeOf(recordOf<StoredStore>(stored.store, 'store'), table);
  let world = new World(instructions, variables, store, null, limits, reserve, position, undefined, dynamic);
  for (const effect of listOf(stored.outbox)) world = withEffect(world, effectOf(effect, table));
  const closure = stored.closure === null ? null : table.one(Closure, stored.closure);
  const frame = stored.frame === null ? null : table.one(Frame, stored.frame);
  const stack = pushAll(Stack.empty, table.values(stored.stack));
  const control = table.control(stored.control);
  if (!(control?.code.isBody ?? false) && frame !== null) refuse('a message has a caller');
  const state = seal(new VMState(control, stack, table.values(stored.locals), closure, frame, 0, world));
  if (stack.length + (frame?.size ?? 0) > limits.stack + 1000) throw stackLimit(state);
  checkCells(state);
  return withinLimit(state);
};

// A print is its text, a message its words.
const effectOf = (json: unknown, table: Table): Effect => {
  if (typeof json === 'string') return { type: 'print', text: json };
  const message = listOf(json).map((word) =>
    typeof word === 'object' && word !== null && Object.hasOwn(word, 'words')
      ? (word as { readonly words: unknown }).words
      : table.value(word),
  );
  return { type: 'send', message };
};

// More than can be in use, and few enough to be numbered.
const mostCells = 2 ** 28;

const storeOf = (stored: Untrusted<StoredStore>, table: Table): Store => {
  const free = listOf(stored.free).map((range) => {
    const [from, to] = listOf(range);
    return [countOf(from), countOf(to)] as const;
  });
  const inventory = {
    end: countOf(stored.end),
    free,
    allocated: countOf(stored.allocated),
    visited: countOf(stored.visited),
  };
  const cells = listOf(stored.cells);
  if (inventory.end > mostCells) refuse('the store has more places than there can be');
  let last = 0;
  // Only the first range, from which cells are being taken, may have run out.
  for (const [i, [from, to]] of free.entries()) {
    if (from < last || to < from || (i > 0 && to === from) || to > inventory.end)
      refuse('the free cells of the store are not in order');
    last = to;
  }
  const inUse = free.reduce((count, [from, to]) => count - (to - from), inventory.end);
  if (inUse !== cells.length) refuse('the store has not as many cells as places for them');
  const addresses = [...addressesIn(inventory)];
  const filled = addresses.map((address, i): [number, Value | undefined] => {
    const cell = cells[i];
    const isEmpty = typeof cell === 'object' && cell !== null && Object.hasOwn(cell, 'empty');
    return [address, isEmpty ? undefined : table.value(cell)];
  });
  return Store.of(inventory, filled, table.space);
};
