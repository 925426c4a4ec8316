import { bottomUp, type Opened } from '../data/bottom-up.js';
import { Cell } from '../data/cells.js';
import { VMError } from '../data/error.js';
import { atomToJson, isRecord, type Json } from '../data/json.js';
import { type Owner } from '../data/pages.js';
import { summary } from '../data/printer.js';
import { recurring } from '../data/recurring.js';
import { isValue, ObjectValue, Pair, type Value } from '../data/values.js';
import { Code } from '../machine/code.js';
import { type Effect, effectsOf } from '../machine/effects.js';
import { Primitive } from '../machine/procedures.js';
import { Frame, type VMState } from '../machine/state.js';
import { type Library } from '../machine/library.js';
import { type Store } from '../machine/store.js';
import { type Entry, formatVersion, type Restored, type Snapshot, type StoredState } from './format.js';
import { type Shape } from './shape.js';
import { shapes } from './shapes.js';

// Writing a snapshot. First it is found what is shared, for a pair that is referred to once is written within its list;
// then every value and code becomes an entry, after what it is made of. Both go over lists of work.

/** What has parts, and becomes an entry or is known by a name. */
type Node = ObjectValue | Code;

/** What a state is written as, before it is JSON. */
type Parts = Readonly<Record<keyof StoredState, unknown>>;

/** The state, and the one before its message where it is in the middle of one, as plain JSON. Faults: `misuse`. */
export const writeSnapshot = ({ state, base, received }: Restored, library: Library): Snapshot => {
  const current = partsOf(state);
  const before = base === null ? null : partsOf(base);
  const table = new Table([current, before ?? {}].map(Object.values), library, state.world.store.space);
  return {
    format: formatVersion,
    instructions: table.instructions,
    received,
    entries: table.entries,
    contents: table.contents,
    state: table.state(current),
    base: before === null ? null : table.state(before),
  };
};

const partsOf = (state: VMState): Parts => {
  const { control, stack, locals, closure, frame, fuel, position, variables, world } = state;
  const { allocated, visited } = world.store.inventory;
  return {
    frame: new Frame(control, stack, locals, closure, frame, 0),
    dynamic: world.dynamic,
    fuel,
    position,
    outbox: effectsOf(world.outbox).map(partsOfEffect),
    variables: [...variables],
    cells: cellsOf(world.store),
    allocated,
    visited,
  };
};

const cellsOf = (store: Store): unknown[] => {
  const { end, free } = store.inventory;
  const cells: unknown[] = [];
  let address = 0;
  for (const [from, to] of [...free, [end, end] as const]) {
    for (; address < from; address += 1) {
      const content = store.read(address);
      cells.push(content === undefined ? [] : content);
    }
    if (from < to) cells.push([to - from]);
    address = to;
  }
  return cells;
};

const partsOfEffect = (effect: Effect): unknown =>
  effect.type === 'print' ? effect.text : effect.message.map((word) => (isValue(word) ? word : [textOf(word)]));

// Words that are no values are code bodies and constants in the tagged form; a sender may have put in anything.
const textOf = (word: unknown): string => {
  try {
    return JSON.stringify(word, (_key, part: unknown) => (isPlain(part) ? part : unwritable('')));
  } catch {
    return unwritable('a message it sends is no bytecode');
  }
};

const isPlain = (part: unknown): boolean =>
  part === null ||
  typeof part === 'string' ||
  typeof part === 'boolean' ||
  Number.isFinite(part) ||
  Array.isArray(part) ||
  isRecord(part);

const unwritable = (detail: string): never => {
  throw new VMError('misuse', `the state cannot be written down: ${detail}`);
};

class Table {
  readonly entries: Entry[] = [];
  readonly contents: Json[] = [];
  readonly instructions: Record<string, string> = {};
  readonly #space: Owner | null;
  readonly #shapes = new Map(shapes().map((shape) => [shape.Kind, shape]));
  readonly #library: Library;
  readonly #shared: ReadonlySet<unknown>;
  readonly #references = new Map<Value | Code, Json | undefined>();
  /** Cells that bring what they hold. */
  readonly #carrying: Cell[] = [];

  constructor(parts: readonly unknown[], library: Library, space: Owner | null) {
    this.#space = space;
    this.#library = library;
    const referred = (part: unknown): unknown[] => (this.#isNode(part) ? this.#referredTo(part).flat(Infinity) : []);
    this.#shared = recurring(parts.flat(Infinity), referred, 'shared');
    this.#enter(parts);
    for (const cell of this.#carrying) {
      this.#enter([cell.content]);
      this.contents.push(this.#json([cell, cell.content]));
    }
  }

  /** The parts of a state as JSON. */
  state(parts: Parts): StoredState {
    const written = Object.entries(parts).map(([name, part]) => [name, this.#json(part)]);
    return Object.fromEntries(written) as StoredState;
  }

  readonly #json = (part: unknown): Json => {
    if (Array.isArray(part)) return part.map(this.#json);
    const leaf = this.#leaf(part as Value | Code);
    return leaf === undefined ? (this.#references.get(part as Node) as Json) : leaf;
  };

  // Undefined for what has an entry.
  readonly #leaf = (part: Value | Code): Json | undefined => {
    const library = this.#library.nameOf(part);
    if (library !== undefined) return { library };
    if (part instanceof Code) return undefined;
    return part instanceof Primitive && part.isHost ? { host: part.name } : atomToJson(part);
  };

  #isNode = (part: unknown): part is Node =>
    (part instanceof ObjectValue || part instanceof Code) && this.#leaf(part) === undefined;

  #nodesIn(parts: readonly unknown[]): Node[] {
    return parts.flat(Infinity).filter(this.#isNode);
  }

  // What a cell holds is written apart, since that may be circular.
  #referredTo(node: Node): readonly unknown[] {
    if (node instanceof Pair) return node.parts;
    return node instanceof Cell ? [node.content] : this.#shapeOf(node).take(node, this.#shared);
  }

  // Everything is entered after what it is made of.
  #enter(parts: readonly unknown[]): void {
    const circular = (): never => unwritable('a value contains itself');
    for (const node of this.#nodesIn(parts)) bottomUp(node, this.#leaf, this.#opened, circular, this.#references);
  }

  readonly #opened = (part: Value | Code): Opened<Value | Code, Json> => {
    const node = part as Node;
    const { key, take } = this.#shapeOf(node);
    const parts = take(node, this.#shared);
    if (node instanceof Cell) this.#carry(node);
    if (node instanceof Code) this.#require(node);
    return { parts: this.#nodesIn(parts), make: () => ({ ref: this.entries.push({ [key]: this.#json(parts) }) - 1 }) };
  };

  #shapeOf(node: Node): Shape {
    const shape = this.#shapes.get(node.constructor);
    return shape ?? unwritable(`${summary(node as Value)} has no form for it`);
  }

  #carry(cell: Cell): void {
    if (cell.content !== undefined) this.#carrying.push(cell);
    else if (cell.address >= 0 && cell.space !== this.#space) unwritable(`a ${cell.kind} belongs to another actor`);
  }

  #require({ words, instructions }: Code): void {
    for (let offset = 0; offset < words.length;) {
      const opcode = words[offset] as string;
      const operands = instructions.get(opcode)?.operands ?? [];
      this.instructions[opcode] = operands.join(' ');
      offset += 1 + operands.length;
    }
  }
}
