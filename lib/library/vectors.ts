import { list, type Value } from '../data/values.js';
import { Bytevector, Items, Vector } from '../data/vectors.js';
import { type Definition } from '../machine/library.js';
import { type Access } from '../machine/store-primitive.js';
import { pairsIn } from './costs.js';
import { atMost, defineStored as define, kinds, outOfRange, rangeOf } from './define.js';
import { partOf } from './text.js';

// Vectors and bytevectors: in the store, changed in place as the program sees it. What makes one costs four for each
// item, what walks one costs one.

const perItem = 4;
const most = 2 ** 21;

/** The items of a vector or a bytevector. */
export const itemsOf = (access: Access, vector: Vector | Bytevector): Items => access.contentOf(vector) as Items;

/** A new vector of the values. */
export const newVector = (
  access: Access,
  Kind: typeof Vector | typeof Bytevector,
  values: readonly Value[],
): Vector | Bytevector => access.allocate<Vector | Bytevector>(Kind, Items.of(values), values.length);

/** The items of a range, for which so much is paid each. */
export const part = (
  access: Access,
  vector: Vector | Bytevector,
  start?: number,
  end?: number,
  cost: number = perItem,
): Value[] => {
  const items = itemsOf(access, vector);
  const [from, to] = rangeOf(items.length, start, end);
  access.charge(cost * (to - from));
  return items.slice(from, to);
};

/** Puts values in the places from a start on. */
export const write = (access: Access, vector: Vector | Bytevector, start: number, values: readonly Value[]): null => {
  access.update(vector, (content, owner) =>
    values.reduce<Items>((items, value, i) => items.with(start + i, value, owner), content as Items),
  );
  return null;
};

const itemAt = (items: Items, index: number): Value => items.at(placeIn(items, index));

const placeIn = ({ length }: Items, index: number): number => {
  if (index >= length) throw outOfRange(`${index} is not below the length, ${length}`);
  return index;
};

// What vectors and bytevectors have in common, under their own names: `own` is their letter in a signature, `item` that
// of what they hold.
const family = (
  Kind: typeof Vector | typeof Bytevector,
  name: string,
  prefix: string,
  own: 'V' | 'B',
  item: 'v' | 'u',
  filler: Value,
): Definition[] => [
  define(`${name}?`, 'v', (_access, value) => value instanceof Kind),
  define(name, `${item}*`, (access, values) => {
    access.charge(perItem * values.length);
    return newVector(access, Kind, values);
  }),
  define(`make-${name}`, `i?${item}`, (access, size, fill = filler) => {
    atMost(most, size, 'items');
    access.charge(perItem * size);
    return newVector(access, Kind, new Array<Value>(size).fill(fill));
  }),
  define(`${name}-length`, own, (access, vector) => itemsOf(access, vector).length),
  define(`${name}-${prefix}ref`, `${own}i`, (access, vector, index) => itemAt(itemsOf(access, vector), index)),
  define(`${name}-${prefix}set!`, `${own}i${item}`, (access, vector, index, value) =>
    write(access, vector, placeIn(itemsOf(access, vector), index), [value]),
  ),
  define(`${name}-copy`, `${own}?ii`, (access, vector, start?: number, end?: number) =>
    newVector(access, Kind, part(access, vector, start, end)),
  ),
  define(`${name}-append`, `${own}*`, (access, vectors) => {
    access.charge(vectors.length);
    const all = vectors.flatMap((vector) => part(access, vector));
    atMost(most, all.length, 'items');
    return newVector(access, Kind, all);
  }),
  define(`${name}-fill!`, `${own}${item}?ii`, (access, vector, fill, start?: number, end?: number) => {
    const [from, to] = rangeOf(itemsOf(access, vector).length, start, end);
    access.charge(to - from);
    return write(access, vector, from, new Array<Value>(to - from).fill(fill));
  }),
  define(`${name}-copy!`, `${own}i${own}?ii`, (access, to, place, from, start?: number, end?: number) => {
    const values = part(access, from, start, end, 2);
    rangeOf(itemsOf(access, to).length, place, place + values.length);
    return write(access, to, place, values);
  }),
];

export const vectorPrimitives: readonly Definition[] = [
  ...family(Vector, 'vector', '', 'V', 'v', null),
  define('vector->list', 'V?ii', (access, vector, start, end) => list(part(access, vector, start, end))),
  define('list->vector %list->vector', 'v', (access, values) => {
    access.charge(perItem * pairsIn(values, access.state.fuel));
    return newVector(access, Vector, kinds.l(values));
  }),
];

export const bytevectorPrimitives: readonly Definition[] = [
  ...family(Bytevector, 'bytevector', 'u8-', 'B', 'u', 0),
  define('utf8->string', 'B?ii', (access, bytes, start, end) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(part(access, bytes, start, end) as number[])),
  ),
  define('string->utf8', 's?ii', (access, text, start, end) => {
    access.charge(perItem * text.length);
    return newVector(access, Bytevector, [...new TextEncoder().encode(partOf(text, start, end))]);
  }),
];
