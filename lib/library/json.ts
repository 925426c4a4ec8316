import { bottomUp, type Opened } from '../data/bottom-up.js';
import { VMError } from '../data/error.js';
import { fromHost } from '../data/host-data.js';
import { type Entries, HashTable } from '../data/tables.js';
import { emptyList, Pair, SymbolValue, type Value } from '../data/values.js';
import { Vector } from '../data/vectors.js';
import { withRoom } from '../machine/room.js';
import { type Definition } from '../machine/library.js';
import { type Access } from '../machine/store-primitive.js';
import { sizeOf } from './costs.js';
import { defineStored as define, kinds, unfit } from './define.js';
import { sized } from './text.js';
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

// What text a value of no parts is. It is paid for before it is written.
const atomText = (access: Access, value: Value): string => {
  const atom = value instanceof SymbolValue ? value.name : value;
  access.charge(4 + 2 * sizeOf(atom));
  if (typeof atom === 'bigint') return String(atom);
  if (typeof atom === 'number' ? Number.isFinite(atom) : atom === null || typeof atom !== 'object')
    return JSON.stringify(atom);
  throw unfit('what has a form in JSON', value);
};

const keyText = (access: Access, key: Value): string => {
  if (typeof key === 'string' || key instanceof SymbolValue) return `${atomText(access, key)}:`;
  throw unfit('strings and symbols as keys', key);
};

const hasParts = (value: Value): boolean =>
  value instanceof Vector || value instanceof HashTable || value instanceof Pair || value === emptyList;

const wholeOf = (access: Access, value: Value): Opened<Value, string> => {
  if (value instanceof HashTable) {
    const entries = access.contentOf(value) as Entries;
    access.charge(4 * entries.weight);
    const pairs = entries.pairs();
    const keys = pairs.map(([key]) => keyText(access, key));
    return { parts: pairs.map(([, item]) => item), make: (texts) => `{${listed(texts, keys)}}` };
  }
  const parts = value instanceof Vector ? itemsOf(access, value).parts : kinds.l(value);
  return { parts, make: (texts) => `[${listed(texts)}]` };
};

// Put together piece by piece, nothing is copied before the whole is paid for: what is shared may be long.
const listed = (texts: readonly string[], keys?: readonly string[]): string => {
  let all = '';
  for (const [i, text] of texts.entries()) all += (i > 0 ? ',' : '') + (keys?.[i] ?? '') + text;
  sized(all.length);
  return all;
};

const write = (access: Access, root: Value): Value => {
  const text = bottomUp<Value, string>(
    root,
    (value) => (hasParts(value) ? undefined : atomText(access, value)),
    (value) => {
      const whole = wholeOf(access, value);
      access.charge(8 * (1 + whole.parts.length));
      return whole;
    },
    () => {
      throw unfit('what does not contain itself', root);
    },
  );
  access.charge(text.length >> 2);
  return text;
};

export const jsonPrimitives: readonly Definition[] = [
  define('json->datum', 's', read),
  define('datum->json', 'v', write),
];
