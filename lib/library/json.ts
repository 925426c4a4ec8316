import { VMError } from '../data/error.js';
import { fromHost } from '../data/host-data.js';
import { type Entries, HashTable } from '../data/tables.js';
import { isList, SymbolValue, type Value } from '../data/values.js';
import { Vector } from '../data/vectors.js';
import { withRoom } from '../machine/room.js';
import { type Definition } from '../machine/library.js';
import { type Access } from '../machine/store-primitive.js';
import { defineStored as define, unfit } from './define.js';
import { itemsOf } from './vectors.js';

// JSON as programs read and write it: an object is a hash table, an array a vector, null is nil. A list is written as an
// array too, and a symbol as a string.

const read = (access: Access, text: string): Value => {
  access.charge(2 * text.length);
  let data: unknown;
  try {
    data = JSON.parse(text);
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

const atomText = (value: Value): string => {
  const atom = value instanceof SymbolValue ? value.name : value;
  if (typeof atom === 'bigint') return String(atom);
  if (typeof atom === 'number' ? Number.isFinite(atom) : atom === null || typeof atom !== 'object')
    return JSON.stringify(atom);
  throw unfit('what has a form in JSON', value);
};

const keyText = (key: Value): string => {
  if (typeof key === 'string' || key instanceof SymbolValue) return `${atomText(key)}:`;
  throw unfit('strings and symbols as keys', key);
};

type Part = readonly [item: Value, key?: string];

// What an array or an object is written as; undefined for anything else.
const partsOf = (access: Access, value: Value): readonly [brackets: string, parts: readonly Part[]] | undefined => {
  if (value instanceof HashTable) {
    const { pairs } = access.contentOf(value) as Entries;
    return ['{}', pairs.map(([key, item]) => [item, keyText(key)])];
  }
  const items = value instanceof Vector ? itemsOf(access, value).parts : isList(value) ? [...value] : undefined;
  return items && ['[]', items.map((item) => [item])];
};

// Every value is paid for before it is written: shared structure may be written any number of times.
const write = (access: Access, root: Value): Value => {
  const texts: string[] = [];
  const open = new Set<Value>();
  // Values, and what is to be done between them.
  const pending: (Value | (() => void))[] = [root];
  const put = (text: string): void => {
    access.charge(4 + (text.length >> 2));
    texts.push(text);
  };
  while (pending.length > 0) {
    const next = pending.pop() as Value | (() => void);
    if (typeof next === 'function') {
      next();
      continue;
    }
    const [brackets = '', parts] = partsOf(access, next) ?? [];
    if (parts === undefined) {
      put(atomText(next));
      continue;
    }
    if (open.has(next)) throw unfit('what does not contain itself', next);
    open.add(next);
    access.charge(8 * parts.length);
    put(brackets.charAt(0));
    pending.push(() => {
      open.delete(next);
      put(brackets.charAt(1));
    });
    for (let i = parts.length - 1; i >= 0; i -= 1) {
      const [item, key] = parts[i] as Part;
      pending.push(item, () => {
        if (i > 0) put(',');
        if (key !== undefined) put(key);
      });
    }
  }
  return texts.join('');
};

export const jsonPrimitives: readonly Definition[] = [
  define('json->datum', 's', read),
  define('datum->json', 'v', write),
];
