import { bottomUp, type Opened } from './bottom-up.js';
import { Cell, outside } from './cells.js';
import { Character } from './character.js';
import { isVMError, VMError } from './error.js';
import { isRecord } from './json.js';
import { normal } from './numbers.js';
import { summary } from './printer.js';
import { Entries, HashTable } from './tables.js';
import { isList, isValue, type List, ObjectValue, SymbolValue, type Value } from './values.js';
import { Bytevector, Items, Vector } from './vectors.js';

// Data of JavaScript and values of the language, one made of the other. Both are copied; what occurs twice is copied
// once. Nothing recurs, and nobody's prototype is asked.

/** How a whole is made, and what its parts are called in it. */
interface Whole<From, To> extends Opened<From, To> {
  readonly keys: readonly (string | number)[];
}

/** Where a part stands: what it is inside of, the outermost first. */
type Path = readonly { readonly opened: object; readonly made: readonly unknown[] }[];

// The fault says where in the whole of it something is no data.
const refuse = (detail: string, path: Path): never => {
  const keys = path.slice(1).map(({ opened, made }) => (opened as Whole<never, never>).keys[made.length]);
  const where = keys.map((key) => `[${JSON.stringify(key)}]`).join('');
  throw new VMError('type-error', where === '' ? detail : `${detail}, at ${where}`);
};

const circular = (path: Path): never => refuse('what contains itself is not data', path);

const holding = <C extends Cell>(cell: C, content: Value): C => {
  cell.content = content;
  return cell;
};

const keysOf = (parts: readonly unknown[]): readonly number[] => [...parts.keys()];

const table = (keys: readonly string[], values: readonly Value[]): HashTable =>
  holding(
    new HashTable(outside, null),
    Entries.none(false).withAll(keys.flatMap((key, i) => [key, values[i] as Value])),
  );

const vector = (values: readonly Value[]): Vector => holding(new Vector(outside, null), Items.of(values));

// A getter or a proxy may throw whatever it likes.
const readable = <T>(path: Path, read: () => T): T => {
  try {
    return read();
  } catch (thrown) {
    if (isVMError(thrown)) throw thrown;
    return refuse('what cannot be read is not data', path);
  }
};

const isOwn = (data: unknown): data is ObjectValue => {
  try {
    return data instanceof ObjectValue;
  } catch {
    return false;
  }
};

/**
 * JavaScript data as a value: an array as a vector, a plain object as a hash table of its own enumerable string keys,
 * a Uint8Array as a bytevector, undefined as nil; values stay as they are. Faults: `type-error` for what is not data,
 * with the place it was found at.
 *
 * @example
 * fromHost({ price: 12, tags: ['a', 'b'] }); // a hash table
 */
export const fromHost = (data: unknown): Value => {
  // Here there is one zero.
  if (typeof data === 'number') return data === 0 ? 0 : data;
  if (typeof data === 'string' || typeof data === 'boolean' || isOwn(data)) return data;
  return bottomUp<unknown, Value>(
    data,
    (item, path) =>
      readable(path, () => {
        if (item === undefined) return null;
        if (typeof item === 'bigint') return normal(item);
        if (item === 0) return 0;
        if (isValue(item)) return item;
        if (item instanceof Uint8Array) return holding(new Bytevector(outside, null), Items.of(Array.from(item)));
        return typeof item === 'object' ? undefined : refuse(`a ${typeof item} is not data`, path);
      }),
    (item, path) =>
      readable(path, (): Whole<unknown, Value> => {
        if (Array.isArray(item)) return { keys: keysOf(item), parts: [...(item as unknown[])], make: vector };
        if (!isRecord(item)) return refuse('an instance of a class is not data', path);
        const keys = Object.keys(item);
        return { keys, parts: keys.map((key) => item[key]), make: (values) => table(keys, values) };
      }),
    circular,
  );
};

// An object of its own keys alone, `__proto__` among them.
const record = (keys: readonly string[], values: readonly unknown[]): object =>
  Object.fromEntries(keys.map((key, i) => [key, values[i]]));

const keyOf = (key: Value, path: Path): string => {
  if (typeof key === 'string') return key;
  return key instanceof SymbolValue ? key.name : refuse(`the key ${summary(key)} has no form in JavaScript`, path);
};

// What stands in the store of an actor has its content there.
const filled = (cell: Cell, path: Path): Items | Entries =>
  (cell.content as Items | Entries | undefined) ?? refuse(`${summary(cell)} stands in an actor`, path);

const containerOf = (value: Value, path: Path): Whole<Value, unknown> => {
  const content = value instanceof Cell ? filled(value, path) : undefined;
  if (!(content instanceof Entries)) {
    const parts = content?.parts ?? [...(value as List)];
    return { keys: keysOf(parts), parts, make: (items) => items };
  }
  const pairs = content.pairs();
  const keys = pairs.map(([key]) => keyOf(key, path));
  if (new Set(keys).size < keys.length) return refuse('two keys are the same in JavaScript', path);
  return { keys, parts: pairs.map(([, inner]) => inner), make: (values) => record(keys, values) };
};

// What has a form in JavaScript that is no value is copied; what is left tells the rest.
const outward = (root: Value, left: (value: Value, path: Path) => unknown): unknown =>
  bottomUp<Value, unknown>(
    root,
    (value, path) => {
      if (value instanceof Bytevector) return Uint8Array.from(filled(value, path).parts as readonly number[]);
      return value instanceof Vector || value instanceof HashTable ? undefined : left(value, path);
    },
    containerOf,
    circular,
  );

/**
 * A value as JavaScript data: a vector or a list as an array, a hash table as a plain object, a bytevector as a
 * Uint8Array, a symbol or a character as a string. Faults: `type-error` for what has no such form (a procedure, a
 * record, a pair that is no list, what contains itself), with the place it was found at.
 *
 * @example
 * toHost(await vm.evaluate('(vector 1 (list 2 3))')); // [1, [2, 3]]
 */
export const toHost = (root: Value): unknown =>
  outward(root, (value, path) => {
    if (!(value instanceof ObjectValue)) return value;
    if (value instanceof SymbolValue) return value.name;
    if (value instanceof Character) return value.text;
    return isList(value) ? undefined : refuse(`${summary(value)} has no form in JavaScript`, path);
  });

/** The same for the argument of a host function: what is no vector, bytevector or hash table stays a value. */
export const toArgument = (root: Value): unknown => (root instanceof Cell ? outward(root, (value) => value) : root);
