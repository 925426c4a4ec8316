import { type ObjectValue, type Value } from '../data/values.js';
import { type Code } from '../machine/code.js';
import { type Field, type Fields, list, type Source } from './fields.js';
import { refuseOther } from './format.js';

// How objects of a class are entries: their fields, in the order in which they are written, and in which the constructor
// takes them.

/** How one kind of object is written and read. */
export interface Shape {
  readonly key: string;
  readonly Kind: unknown;
  /** Its fields. A list goes on up to a pair that is shared. */
  readonly take: (object: Value | Code, shared: ReadonlySet<unknown>) => readonly unknown[];
  readonly read: Field<Value | Code>;
}

interface Making<T, Parts> {
  /** What has its fields, where they are not its properties. The last one may be left out. */
  readonly view?: (object: T, shared: ReadonlySet<unknown>) => object;
  /** The object of fields, where it is not what its constructor makes of them. */
  readonly make?: (parts: Parts, source: Source) => T;
  /** Whether its fields fit each other. */
  readonly isSound?: (object: T) => boolean;
}

/** The shape of a class of objects. */
export const shape = <T extends ObjectValue | Code, Parts extends Readonly<Record<string, unknown>>>(
  key: string,
  Kind: abstract new (...args: never[]) => T,
  fields: Fields<Parts>,
  making: Making<T, Parts> = {},
): Shape => {
  const names = Object.keys(fields) as (keyof Parts)[];
  const construct = (parts: Parts): T =>
    new (Kind as unknown as new (...parts: unknown[]) => T)(...names.map((name) => parts[name]));
  const { view = (object: T) => object, make = construct, isSound = () => true } = making;
  return {
    key,
    Kind,
    take: (object, shared) => {
      const viewed = view(object as T, shared) as Parts;
      return names.map((name) => viewed[name]).filter((part) => part !== undefined);
    },
    read: (json, source) => {
      const given = list(json, source);
      const parts = names.map((name, i) => [name, fields[name](given[i], source)]);
      const made = make(Object.fromEntries(parts) as Parts, source);
      return isSound(made) ? made : refuseOther(`a ${key}`);
    },
  };
};
