import { VMError } from '../data/error.js';
import { fromHost } from '../data/host-data.js';
import { summary } from '../data/printer.js';
import { Entries, HashTable } from '../data/tables.js';
import { emptyList, isList, Pair, SymbolValue, type Value } from '../data/values.js';
import { Items, Vector } from '../data/vectors.js';
import { withRoom } from '../machine/room.js';
import { type Access, StorePrimitive } from '../machine/store-primitive.js';
import { stringOf } from './define.js';

// JSON as programs read and write it: an object is a hash table, an array a vector, null is nil. A list is written as an
// array too, and a symbol as a string.

const read = (access: Access, text: Value): Value => {
  const source = stringOf('json->datum', text);
  access.charge(2 * source.length);
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch (thrown) {
    throw new VMError('read-error', `json->datum: ${(thrown as Error).message}`);
  }
  access.state = withRoom(access.state, cellsFor(data));
  return access.attach(fromHost(data));
};

// How much of the store arrays and objects take, with what is in them.
const cellsFor = (root: unknown): number => {
  let cells = 0;
  const pending: unknown[] = [root];
  for (let data = pending.pop(); data !== undefined; data = pending.pop()) {
    if (typeof data !== 'object' || data === null) continue;
    const parts: unknown[] = Object.values(data);
    cells += 1 + (Array.isArray(data) ? 1 : 2) * parts.length;
    for (const part of parts) pending.push(part);
  }
  return cells;
};

/** Stands on the list of work behind what is inside of a vector or a table. */
class Close {
  constructor(
    readonly text: string,
    readonly value: Value,
  ) {}
}

/** What is written as it is: brackets, commas, keys. */
class Mark {
  constructor(readonly text: string) {}
}

const atomText = (value: Value): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof SymbolValue) return JSON.stringify(value.name);
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw new VMError('type-error', `datum->json: ${summary(value)} has no form in JSON`);
};

const keyText = (key: Value): string => {
  if (typeof key === 'string' || key instanceof SymbolValue) return `${atomText(key)}:`;
  throw new VMError('type-error', `datum->json: the key ${summary(key)} is neither a string nor a symbol`);
};

// What an array or an object is written as; undefined for anything else.
const partsOf = (
  access: Access,
  value: Value,
): { readonly brackets: string; readonly items: (Value | Mark)[][] } | undefined => {
  if (value instanceof HashTable) {
    const { parts } = access.contentOf(value) as Entries;
    const keys = parts.filter((_, i) => i % 2 === 0);
    return { brackets: '{}', items: keys.map((key, i) => [new Mark(keyText(key)), parts[2 * i + 1] as Value]) };
  }
  const isArray = value instanceof Vector || value === emptyList || (value instanceof Pair && isList(value));
  if (!isArray) return undefined;
  const items = value instanceof Vector ? (access.contentOf(value) as Items).parts : [...(value as Pair)];
  return { brackets: '[]', items: items.map((item) => [item]) };
};

// Every value is paid for before it is written: shared structure may be written any number of times.
const write = (access: Access, root: Value): Value => {
  const texts: string[] = [];
  const open = new Set<Value>();
  const pending: (Value | Mark | Close)[] = [root];
  const put = (text: string): void => {
    access.charge(1 + (text.length >> 2));
    texts.push(text);
  };
  while (pending.length > 0) {
    const next = pending.pop() as Value | Mark | Close;
    if (next instanceof Mark) put(next.text);
    else if (next instanceof Close) {
      open.delete(next.value);
      put(next.text);
    } else {
      const whole = partsOf(access, next);
      if (whole === undefined) put(atomText(next));
      else {
        if (open.has(next)) throw new VMError('type-error', 'datum->json: what contains itself has no form in JSON');
        open.add(next);
        access.charge(whole.items.length);
        put(whole.brackets.charAt(0));
        pending.push(new Close(whole.brackets.charAt(1), next));
        for (let i = whole.items.length - 1; i >= 0; i -= 1) {
          pending.push(...(whole.items[i] as (Value | Mark)[]).reverse());
          if (i > 0) pending.push(new Mark(','));
        }
      }
    }
  }
  return texts.join('');
};

export const jsonPrimitives: readonly StorePrimitive[] = [
  new StorePrimitive('json->datum', 1, 1, read),
  new StorePrimitive('datum->json', 1, 1, write),
];
