import { compareStructure, identityCost, isSame } from '../data/equal.js';
import { VMError } from '../data/error.js';
import { Entries, hashCost, HashTable, type SameKey } from '../data/tables.js';
import { list, Pair, type Procedure, type Value } from '../data/values.js';
import { type Access, StorePrimitive } from '../machine/store-primitive.js';
import { elementsOf, pairsIn, wrongType } from './define.js';

// Hash tables, under the names of SRFI 69. Keys are the same by structure, or by identity where the table was made so;
// entries keep the order in which their keys came. Finding a key costs what comparing it takes.

const perEntry = 8;
const most = 2 ** 20;

const entriesOf = (access: Access, name: string, value: Value): Entries => {
  if (!(value instanceof HashTable)) throw wrongType(name, 'a hash table', value);
  return access.contentOf(value) as Entries;
};

// Pays for looking at a key, then for every comparison.
const comparing = (access: Access, { isByIdentity }: Entries, key: Value): SameKey => {
  access.charge(3 + hashCost(key));
  return (a, b) => {
    if (a === b || (typeof a === 'number' && typeof b === 'number')) return a === b;
    if (isByIdentity) {
      access.charge(1 + identityCost(a, b));
      return isSame(a, b);
    }
    const { equal, steps } = compareStructure(a, b, access.state.fuel, access.contentOf);
    access.charge(1 + steps);
    return equal === true;
  };
};

const listed = (access: Access, name: string, table: Value): readonly Value[] => {
  const entries = entriesOf(access, name, table);
  access.charge(perEntry * entries.size);
  return entries.parts;
};

const create = (access: Access, entries: Entries): HashTable => access.allocate(HashTable, entries, entries.weight);

const byIdentity = new Set(['eq?', 'eqv?']);

const change = (access: Access, table: Value, growth: number, make: (entries: Entries) => Entries): null => {
  access.update(table as HashTable, (content) => make(content as Entries), growth);
  return null;
};

const set = (access: Access, table: Value, key: Value, value: Value): null => {
  const entries = entriesOf(access, 'hash-table-set!', table);
  if (entries.size >= most) throw new VMError('out-of-range', `a hash table of more than ${most} entries`);
  const same = comparing(access, entries, key);
  return change(access, table, 2, (before) => before.with(key, value, same));
};

// Keys or values, by turns.
const everySecond = (parts: readonly Value[], first: 0 | 1): Value => list(parts.filter((_, i) => i % 2 === first));

const define = (
  name: string,
  least: number,
  arity: number,
  apply: (access: Access, ...args: never[]) => Value,
): StorePrimitive => new StorePrimitive(name, least, arity, apply);

export const tablePrimitives: readonly StorePrimitive[] = [
  define('make-hash-table', 0, 3, (access, same?: Procedure) =>
    create(access, Entries.none(byIdentity.has(same?.name ?? ''))),
  ),
  define('hash-table?', 1, 1, (_access, value: Value) => value instanceof HashTable),
  define('hash-table-size', 1, 1, (access, table: Value) => entriesOf(access, 'hash-table-size', table).size),
  define('%hash-table-find', 2, 2, (access, table: Value, key: Value) => {
    const entries = entriesOf(access, 'hash-table-ref', table);
    const found = entries.find(key, comparing(access, entries, key));
    return found === undefined ? false : new Pair(found.key, found.value);
  }),
  define('hash-table-ref/default', 3, 3, (access, table: Value, key: Value, otherwise: Value) => {
    const entries = entriesOf(access, 'hash-table-ref/default', table);
    const found = entries.find(key, comparing(access, entries, key));
    return found === undefined ? otherwise : found.value;
  }),
  define('hash-table-exists?', 2, 2, (access, table: Value, key: Value) => {
    const entries = entriesOf(access, 'hash-table-exists?', table);
    return entries.find(key, comparing(access, entries, key)) !== undefined;
  }),
  define('hash-table-set!', 3, 3, set),
  define('hash-table-delete!', 2, 2, (access, table: Value, key: Value) => {
    const same = comparing(access, entriesOf(access, 'hash-table-delete!', table), key);
    return change(access, table, 0, (entries) => entries.without(key, same));
  }),
  define('hash-table-clear!', 1, 1, (access, table: Value) => {
    const { isByIdentity } = entriesOf(access, 'hash-table-clear!', table);
    return change(access, table, 0, () => Entries.none(isByIdentity));
  }),
  define('hash-table-copy', 1, 2, (access, table: Value) =>
    create(access, entriesOf(access, 'hash-table-copy', table)),
  ),
  define('hash-table-keys', 1, 1, (access, table: Value) => everySecond(listed(access, 'hash-table-keys', table), 0)),
  define('hash-table-values', 1, 1, (access, table: Value) =>
    everySecond(listed(access, 'hash-table-values', table), 1),
  ),
  define('hash-table->alist', 1, 1, (access, table: Value) => {
    const parts = listed(access, 'hash-table->alist', table);
    const pairs: Value[] = [];
    for (let i = 0; i < parts.length; i += 2) pairs.push(new Pair(parts[i] as Value, parts[i + 1] as Value));
    return list(pairs);
  }),
  define('alist->hash-table', 1, 3, (access, alist: Value, same?: Procedure) => {
    access.charge(perEntry * pairsIn(alist, access.state.fuel));
    let entries = Entries.none(byIdentity.has(same?.name ?? ''));
    for (const pair of elementsOf('alist->hash-table', alist)) {
      if (!(pair instanceof Pair)) throw wrongType('alist->hash-table', 'a list of pairs', pair);
      const isKey = comparing(access, entries, pair.car);
      // The first of several pairs for one key counts, as in an association list.
      if (entries.find(pair.car, isKey) === undefined) entries = entries.with(pair.car, pair.cdr, isKey);
    }
    return create(access, entries);
  }),
];
