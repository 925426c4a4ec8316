import { bottomUp } from '../data/bottom-up.js';
import { Cell } from '../data/cells.js';
import { type Json, toJson } from '../data/json.js';
import { words } from '../data/numbers.js';
import { type Owner } from '../data/pages.js';
import { Pair, SymbolValue, ObjectValue, partsOf, emptyList, isValue, type Value } from '../data/values.js';
import { Character } from '../data/character.js';
import { VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
import { Code } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { effectsOf, type Effect } from '../machine/effects.js';
import { type Instruction } from '../machine/instruction.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { Closure, Primitive } from '../machine/procedures.js';
import { Frame, type VMState } from '../machine/state.js';
import { type Store } from '../machine/store.js';
import { codecs } from './codecs.js';
import {
  addressesIn,
  formatVersion,
  type Restored,
  type Snapshot,
  type StoredState,
  type StoredStore,
  type Tagged,
  type Writer,
} from './format.js';

// Writing a snapshot. First everything is counted, for a pair that is referred to once is written within its list; then
// every value and code becomes an entry, after what it is made of. Both go over lists of work.

type Node = Value | Code;

/** The state, and the one before its message where it is in the middle of one, as plain JSON. Faults: `misuse`. */
export const writeSnapshot = ({ state, base, received }: Restored, library: ReadonlyMap<string, Value>): Snapshot => {
  const roots = [...rootsOf(state), ...(base === null ? [] : rootsOf(base))];
  const table = new Table(roots, namesOf(library), state.world.store.space);
  const stored = storedState(state, table);
  return {
    format: formatVersion,
    instructions: table.instructions,
    position: state.position,
    received,
    entries: table.entries,
    contents: table.contents,
    state: stored,
    base: base === null ? null : storedState(base, table),
  };
};

// The first name of each value.
const namesOf = (library: ReadonlyMap<string, Value>): ReadonlyMap<unknown, string> =>
  new Map([...library].reverse().map(([name, value]) => [value, name]));

const cellsOf = (store: Store): (Value | undefined)[] =>
  [...addressesIn(store.inventory)].map((address) => store.read(address));

const rootsOf = (state: VMState): Node[] => [
  ...[...state.stack],
  ...state.locals,
  ...[state.closure, state.frame, state.world.dynamic],
  ...[...state.variables].map(([, value]) => value),
  ...cellsOf(state.world.store).filter((content) => content !== undefined),
  ...effectsOf(state.world.outbox).flatMap((effect) => (effect.type === 'send' ? effect.message.filter(isValue) : [])),
  ...(state.control === null ? [] : [state.control.code]),
];

const storedState = (state: VMState, table: Table): StoredState => {
  const { stack, locals, closure, frame, control, fuel } = state;
  const { store, outbox, dynamic } = state.world;
  return {
    control: table.control(control),
    stack: table.values([...stack]),
    locals: table.values(locals),
    closure: table.value(closure),
    frame: table.value(frame),
    dynamic: table.value(dynamic),
    fuel: toJson(fuel),
    outbox: effectsOf(outbox).map((effect) => storedEffect(effect, table)),
    variables: [...state.variables].map(([name, value]) => [name, table.value(value)] as const),
    store: storedStore(store, table),
  };
};

const storedEffect = (effect: Effect, table: Table): Json => {
  if (effect.type === 'print') return effect.text;
  return effect.message.map((word) => (isValue(word) ? table.value(word) : { words: plain(word) }));
};

// Words that are no values are code bodies and constants in the tagged form; a sender may have put in anything.
const plain = (word: unknown): Json =>
  bottomUp<unknown, Json>(
    word,
    (part) => (isAtom(part) ? part : undefined),
    (part) => {
      if (Array.isArray(part)) return { parts: part as unknown[], make: (items) => items };
      if (typeof part !== 'object' || part instanceof ObjectValue || part instanceof Code) return notPlain();
      const keys = Object.keys(part as object);
      return {
        parts: Object.values(part as object),
        make: (values) => Object.fromEntries(keys.map((key, i) => [key, values[i] as Json])),
      };
    },
    notPlain,
  );

const isAtom = (part: unknown): part is Json & (string | number | boolean | null) =>
  typeof part === 'string' || typeof part === 'boolean' || part === null || Number.isFinite(part);

const notPlain = (): never => {
  throw new VMError('misuse', 'the state cannot be written down: a message it sends is no bytecode');
};

const storedStore = (store: Store, table: Table): StoredStore => ({
  ...store.inventory,
  cells: cellsOf(store).map((content) => table.value(content)),
});

// What a node refers to, entries of which come before its own. What a cell holds is written apart.
const childrenOf = (node: Node): readonly Node[] => {
  if (node instanceof Code)
    return linked(node).words.filter((word): word is Node => word instanceof Code || isCompound(word));
  if (node instanceof Closure) return [node.code, ...node.captured];
  if (node instanceof Frame) return node.control === null ? node.parts : [node.control.code, ...node.parts];
  return partsOf(node);
};

// Code of the library is linked when it first runs.
const linked = (code: Code): Code => {
  if (code.words.some((word) => typeof word === 'object' && word !== null && 'body' in word)) link(code);
  return code;
};

const isCompound = (word: unknown): word is ObjectValue =>
  word instanceof ObjectValue && !(word instanceof SymbolValue || word instanceof Character || word === emptyList);

const codecFor = new Map<unknown, (typeof codecs)[number]>(codecs.map((codec) => [codec.Kind, codec]));

class Table implements Writer {
  readonly entries: Tagged[] = [];
  readonly contents: (readonly [number, Json])[] = [];
  readonly instructions: Record<string, string> = {};
  private readonly index = new Map<Node, Json>();
  /** How often each node is referred to. */
  private readonly counts = new Map<Node, number>();
  /** Cells that carry their contents with them. */
  private readonly carrying: Cell[] = [];

  constructor(
    roots: readonly Node[],
    private readonly library: ReadonlyMap<unknown, string>,
    private readonly space: Owner | null,
  ) {
    const all = roots.filter((root) => root instanceof Code || isCompound(root));
    this.count(all);
    for (const root of [...all, ...this.carrying.map(({ content }) => content as Node)]) this.enter(root);
    for (const cell of this.carrying) {
      const { ref } = this.index.get(cell) as { readonly ref: number };
      this.contents.push([ref, this.value(cell.content)]);
    }
  }

  value = (value: Value | undefined): Json => {
    if (value === undefined) return { empty: true };
    if (typeof value === 'bigint' && words(value) > mostWords) return { hex: value.toString(16) };
    if (!isCompound(value)) return toJson(value);
    return this.index.get(value) as Json;
  };

  values = (values: readonly Value[]): readonly Json[] => values.map(this.value);

  code(code: Code): Json {
    return this.index.get(code) as Json;
  }

  control(instruction: Instruction | null): Json {
    return instruction === null ? null : [this.code(instruction.code), instruction.offset];
  }

  private count(roots: readonly Node[]): void {
    const pending: Node[] = [...roots];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const count = this.counts.get(node) ?? 0;
      this.counts.set(node, count + 1);
      if (count > 0) continue;
      if (node instanceof Cell && node.content !== undefined) {
        this.carrying.push(node);
        if (isCompound(node.content)) pending.push(node.content);
      }
      for (const child of childrenOf(node)) if (child instanceof Code || isCompound(child)) pending.push(child);
    }
  }

  // Enters a node after its children.
  private enter(root: Node): void {
    const pending: { readonly node: Node; isOpen: boolean }[] = [{ node: root, isOpen: false }];
    for (let top = pending.at(-1); top !== undefined; top = pending.at(-1)) {
      const { node } = top;
      if (this.index.has(node)) pending.pop();
      else if (top.isOpen) {
        pending.pop();
        this.index.set(node, this.named(node) ?? { ref: this.entries.push(this.entryOf(node)) - 1 });
      } else {
        top.isOpen = true;
        if (this.named(node) !== undefined) continue;
        for (const child of this.childrenOf(node)) {
          if ((child instanceof Code || isCompound(child)) && !this.index.has(child))
            pending.push({ node: child, isOpen: false });
        }
      }
    }
  }

  // A list is written as one entry, as far as nobody else refers to the rest of it.
  private elementsOf(list: Pair): { readonly elements: readonly Value[]; readonly tail: Value } {
    const elements = [list.car];
    let tail = list.cdr;
    for (; tail instanceof Pair && this.counts.get(tail) === 1; tail = tail.cdr) elements.push(tail.car);
    return { elements, tail };
  }

  private childrenOf(node: Node): readonly Node[] {
    if (!(node instanceof Pair)) return childrenOf(node);
    const { elements, tail } = this.elementsOf(node);
    return [...elements, tail];
  }

  // The library is referred to by name, and so are the functions of the host.
  private named(node: Node): Json | undefined {
    const name = this.library.get(node);
    if (name !== undefined) return { library: name };
    return node instanceof Primitive && node.isHost ? { host: node.name } : undefined;
  }

  private entryOf(node: Node): Tagged {
    if (node instanceof Code) return { code: this.codeEntry(node) };
    if (node instanceof Pair) {
      const { elements, tail } = this.elementsOf(node);
      return { list: this.values(elements), ...(tail === emptyList ? {} : { tail: this.value(tail) }) };
    }
    if (node instanceof Cell) {
      if (node.address >= 0 && node.space !== this.space)
        throw new VMError('misuse', `the state cannot be written down: a ${node.kind} belongs to another actor`);
      return { cell: node.kind, at: node.address };
    }
    const codec = codecFor.get((node as object).constructor);
    if (codec === undefined)
      throw new VMError('misuse', `the state cannot be written down: ${summary(node)} has no form for it`);
    return { [codec.key]: codec.write(node as never, this) };
  }

  private codeEntry(code: Code): Json {
    const { name, params, rest, locals, captures, positions, isBody, words, instructions } = code;
    const written: Json[] = [];
    for (let offset = 0; offset < words.length;) {
      const opcode = words[offset] as string;
      const kinds = operandsOf(instructions, opcode);
      this.instructions[opcode] = kinds.join(' ');
      written.push(opcode);
      for (const [i, kind] of kinds.entries()) {
        const word = words[offset + 1 + i];
        if (word instanceof Code) written.push(this.code(word));
        else written.push(kind === 'value' && isValue(word) ? this.value(word) : (word as Json));
      }
      offset += 1 + kinds.length;
    }
    const shape = { name, params: [...params], rest, locals, captures: captures.map((capture) => [...capture]) };
    // Whoever sent a body may have put any numbers there.
    const places = positions.map((number) => (Number.isFinite(number) ? number : 0));
    return { ...shape, positions: places, isBody, words: written };
  }
}

// Digits of a longer integer take too long to read.
const mostWords = 1000;

const operandsOf = (set: InstructionSet, opcode: string): readonly string[] => set.get(opcode)?.operands ?? [];
