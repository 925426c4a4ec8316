import { Character } from '../data/character.js';
import { VMError } from '../data/error.js';
import { list, type Value } from '../data/values.js';
import { Bytevector, Items, Vector } from '../data/vectors.js';
import { type Access, StorePrimitive } from '../machine/store-primitive.js';
import { elementsOf, indexOf, pairsIn, stringOf, wrongType } from './define.js';

// Vectors and bytevectors: in the store, changed in place as the program sees it. What makes one costs four for each
// item, what walks one costs one.

const perItem = 4;
const most = 2 ** 21;

type Kind = typeof Vector | typeof Bytevector;

const nameOf = (Kind: Kind): string => (Kind === Vector ? 'a vector' : 'a bytevector');

const itemsOf = (access: Access, name: string, Kind: Kind, value: Value): Items => {
  if (!(value instanceof Kind)) throw wrongType(name, nameOf(Kind), value);
  return access.contentOf(value) as Items;
};

const itemOf = (name: string, Kind: Kind, value: Value): Value => {
  const isByte = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
  if (Kind === Bytevector && !isByte) throw wrongType(name, 'a byte', value);
  return value;
};

/** A new vector of the values. */
export const newVector = (access: Access, Kind: Kind, values: readonly Value[]): Vector | Bytevector =>
  access.allocate<Vector | Bytevector>(Kind, Items.of(values), values.length);

const sized = (name: string, value: Value): number => {
  const size = indexOf(name, value);
  if (size > most) throw new VMError('out-of-range', `${name}: ${size} items are too many`);
  return size;
};

const at = (name: string, items: Items, index: Value): number => {
  const place = indexOf(name, index);
  if (place >= items.length)
    throw new VMError('out-of-range', `${name}: ${place} is not below the length, ${items.length}`);
  return place;
};

/** The part that two optional arguments mean: from a start to an end, of so many. Faults: `out-of-range`. */
export const rangeOf = (
  name: string,
  length: number,
  start: Value | undefined,
  end: Value | undefined,
): readonly [start: number, end: number] => {
  const to = end === undefined ? length : indexOf(name, end);
  const from = start === undefined ? 0 : indexOf(name, start);
  if (from > to || to > length)
    throw new VMError('out-of-range', `${name}: ${from} to ${to} is not a part of ${length} items`);
  return [from, to];
};

/** The items of a range, for which so much is paid each. */
const part = (
  access: Access,
  name: string,
  Kind: Kind,
  [vector, start, end]: readonly [Value, Value?, Value?],
  cost = perItem,
): Value[] => {
  const items = itemsOf(access, name, Kind, vector);
  const [from, to] = rangeOf(name, items.length, start, end);
  access.charge(cost * (to - from));
  return items.slice(from, to);
};

const write = (access: Access, vector: Vector | Bytevector, start: number, values: readonly Value[]): void => {
  access.update(vector, (content, owner) => {
    let items = content as Items;
    for (const [i, value] of values.entries()) items = items.with(start + i, value, owner);
    return items;
  });
};

type Arguments = readonly [Value, ...Value[]];

const define = (
  name: string,
  least: number,
  arity: number,
  apply: (access: Access, args: Arguments) => Value,
): StorePrimitive =>
  new StorePrimitive(name, least, arity, (access, ...args: readonly Value[]) => apply(access, args as Arguments));

// What vectors and bytevectors have in common, under their own names.
const family = (Kind: Kind, prefix: string, item: string, filler: Value): StorePrimitive[] => {
  const named = (
    suffix: string,
    least: number,
    arity: number,
    apply: (access: Access, args: Arguments, name: string) => Value,
  ): StorePrimitive => {
    const name = suffix.replace('*', prefix);
    return define(name, least, arity, (access, args) => apply(access, args, name));
  };
  return [
    named('*?', 1, 1, (_access, [value]) => value instanceof Kind),
    named('*', 0, Infinity, (access, values, name) => {
      access.charge(perItem * values.length);
      return newVector(
        access,
        Kind,
        values.map((value) => itemOf(name, Kind, value)),
      );
    }),
    named('make-*', 1, 2, (access, [count, fill = filler], name) => {
      const size = sized(name, count);
      access.charge(perItem * size);
      return newVector(access, Kind, new Array<Value>(size).fill(itemOf(name, Kind, fill)));
    }),
    named('*-length', 1, 1, (access, [vector], name) => itemsOf(access, name, Kind, vector).length),
    named(`*-${item}ref`, 2, 2, (access, [vector, index], name) => {
      const items = itemsOf(access, name, Kind, vector);
      return items.at(at(name, items, index as Value));
    }),
    named(`*-${item}set!`, 3, 3, (access, [vector, index, value], name) => {
      const place = at(name, itemsOf(access, name, Kind, vector), index as Value);
      write(access, vector as Vector, place, [itemOf(name, Kind, value as Value)]);
      return null;
    }),
    named('*-copy', 1, 3, (access, args, name) => newVector(access, Kind, part(access, name, Kind, args as never))),
    named('*-append', 0, Infinity, (access, vectors, name) => {
      access.charge(vectors.length);
      const all = vectors.flatMap((vector) => part(access, name, Kind, [vector]));
      if (all.length > most) throw new VMError('out-of-range', `${name}: ${all.length} items are too many`);
      return newVector(access, Kind, all);
    }),
    named('*-fill!', 2, 4, (access, [vector, fill, start, end], name) => {
      const [from, to] = rangeOf(name, itemsOf(access, name, Kind, vector).length, start, end);
      access.charge(to - from);
      write(access, vector as Vector, from, new Array<Value>(to - from).fill(itemOf(name, Kind, fill as Value)));
      return null;
    }),
    named('*-copy!', 3, 5, (access, [to, place, from, start, end], name) => {
      const { length } = itemsOf(access, name, Kind, to);
      const first = indexOf(name, place as Value);
      const values = part(access, name, Kind, [from as Value, start as Value, end as Value], 2);
      rangeOf(name, length, first, first + values.length);
      write(access, to as Vector, first, values);
      return null;
    }),
  ];
};

const bytesOf = (values: readonly Value[]): Uint8Array => Uint8Array.from(values as readonly number[]);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

// What reads a text by character pays for all of it.
const characters = (
  access: Access,
  name: string,
  [text, start, end]: readonly [Value, Value?, Value?],
): readonly string[] => {
  const whole = stringOf(name, text);
  access.charge(perItem * whole.length);
  const all = [...whole];
  const [from, to] = rangeOf(name, all.length, start, end);
  return all.slice(from, to);
};

export const vectorPrimitives: readonly StorePrimitive[] = [
  ...family(Vector, 'vector', '', null),
  define('vector->list', 1, 3, (access, args) => list(part(access, 'vector->list', Vector, args as never))),
  ...['list->vector', '%list->vector'].map((name) =>
    define(name, 1, 1, (access, [values]) => {
      access.charge(perItem * pairsIn(values, access.state.fuel));
      return newVector(access, Vector, elementsOf('list->vector', values));
    }),
  ),
  define('vector->string', 1, 3, (access, args) =>
    part(access, 'vector->string', Vector, args as never)
      .map((value) => {
        if (!(value instanceof Character)) throw wrongType('vector->string', 'a vector of characters', value);
        return value.text;
      })
      .join(''),
  ),
  define('string->vector', 1, 3, (access, args) =>
    newVector(
      access,
      Vector,
      characters(access, 'string->vector', args as never).map((text) => new Character(text.codePointAt(0) as number)),
    ),
  ),
];

export const bytevectorPrimitives: readonly StorePrimitive[] = [
  ...family(Bytevector, 'bytevector', 'u8-', 0),
  define('utf8->string', 1, 3, (access, args) =>
    decoder.decode(bytesOf(part(access, 'utf8->string', Bytevector, args as never))),
  ),
  define('string->utf8', 1, 3, (access, args) => {
    const text = characters(access, 'string->utf8', args as never).join('');
    return newVector(access, Bytevector, [...encoder.encode(text)]);
  }),
];
