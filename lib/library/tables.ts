import { compareStructure, identityCost, isSame } from '../data/equal.js';
import { Entries, hashCost, HashTable, type SameKey } from '../data/tables.js';
import { list, Pair, Procedure, type Value } from '../data/values.js';
import { type Definition } from '../machine/library.js';
import { type Access } from '../machine/store-primitive.js';
import { atMost, defineStored as define } from './define.js';

// Hash tables, under the names of SRFI 69. Keys are the same by structure, or by identity where the table was made so;
// entries keep the order in which their keys came. Finding a key costs what comparing it takes.

const perEntry = 8;
const most = 2 ** 20;

const entriesOf = (access: Access, table: HashTable): Entries => access.contentOf(table) as Entries;

// Pays for looking at a key, then for every comparison.
const comparing = (access: Access, { isByIdentity }: Entries, key: Value): SameKey => {
  access.charge(7 + hashCost(key));
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

const find = (access: Access, table: HashTable, key: Value): Found => {
  const entries = entriesOf(access, table);
  return entries.find(key, comparing(access, entries, key));
};

type Found = ReturnType<Entries['find']>;

const listed = (
  access: Access,
  table: HashTable,
  listing: (entry: readonly [key: Value, value: Value]) => Value,
): Value => {
  const entries = entriesOf(access, table);
  access.charge(perEntry * entries.size);
  return list(entries.pairs().map(listing));
};

const create = (access: Access, entries: Entries): HashTable => access.allocate(HashTable, entries, entries.weight);

// An empty table for a procedure that says which keys are the same.
const emptyFor = (same: Value = null): Entries =>
  Entries.none(same instanceof Procedure && ['eq?', 'eqv?'].includes(same.name));

const change = (access: Access, table: HashTable, make: (entries: Entries) => Entries, growth = 0): null => {
  access.update(table, (content) => make(content as Entries), growth);
  return null;
};

export const tablePrimitives: readonly Definition[] = [
  define('make-hash-table', '?vvv', (access, same) => create(access, emptyFor(same))),
  define('hash-table?', 'v', (_access, value) => value instanceof HashTable),
  define('hash-table-size', 'H', (access, table) => entriesOf(access, table).size),
  define('%hash-table-ref', 'Hv', (access, table, key) => {
    const found = find(access, table, key);
    return found !== undefined && new Pair(found.key, found.value);
  }),
  define('hash-table-ref/default', 'Hvv', (access, table, key, otherwise) => {
    const found = find(access, table, key);
    return found === undefined ? otherwise : found.value;
  }),
  define('hash-table-exists?', 'Hv', (access, table, key) => find(access, table, key) !== undefined),
  define('hash-table-set!', 'Hvv', (access, table, key, value) => {
    const entries = entriesOf(access, table);
    atMost(most, entries.size + 1, 'entries');
    const same = comparing(access, entries, key);
    return change(access, table, (before) => before.with(key, value, same), 2);
  }),
  define('hash-table-delete!', 'Hv', (access, table, key) => {
    const same = comparing(access, entriesOf(access, table), key);
    return change(access, table, (entries) => entries.without(key, same));
  }),
  define('hash-table-clear!', 'H', (access, table) =>
    change(access, table, ({ isByIdentity }) => Entries.none(isByIdentity)),
  ),
  define('hash-table-copy', 'H?v', (access, table) => create(access, entriesOf(access, table))),
  define('hash-table-keys', 'H', (access, table) => listed(access, table, ([key]) => key)),
  define('hash-table-values', 'H', (access, table) => listed(access, table, ([, value]) => value)),
  define('hash-table->alist', 'H', (access, table) => listed(access, table, ([key, value]) => new Pair(key, value))),
];
