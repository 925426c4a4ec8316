import { fromJson, isRecord } from '../data/json.js';
import { Owner } from '../data/pages.js';
import { isValue, ObjectValue, type Value } from '../data/values.js';
import { Code } from '../machine/code.js';
import { type Instruction } from '../machine/instruction.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Library } from '../machine/library.js';
import { type Limits } from '../machine/limits.js';
import { type Primitive } from '../machine/procedures.js';
import { refuse, refuseOther } from './format.js';

// How each kind of field is read. Nothing is believed: a field is what it should be, or it is refused, and it can refer
// to none but the entries before it.

/** What a snapshot is read into. */
export interface Ground {
  readonly instructions: InstructionSet;
  /** Every value of the library, by name. */
  readonly library: Library;
  readonly limits: Limits;
  /** Functions of the host, by name. */
  readonly functions: ReadonlyMap<string, Primitive>;
}

/** A snapshot that is being read, and what it has given so far. */
export class Source {
  /** The store of what is read; the state before a message and the one in it are versions of it. */
  readonly space: Owner = new Owner();
  readonly made: (Value | Code)[] = [];
  /** Values that belong to no state: they may not refer to a store. */
  readonly constants: Value[] = [];
  /** The instructions of each code into which control goes, by their offsets. */
  readonly places: Map<Code, ReadonlyMap<number, Instruction>> = new Map();

  constructor(readonly ground: Ground) {}
}

export type Field<T> = (json: unknown, source: Source) => T;

export type Fields<T> = { readonly [name in keyof T]: Field<T[name]> };

// What is counted goes on being counted, so there is room above.
const mostCounted = 2 ** 50;

export const text: Field<string> = (json) => (typeof json === 'string' ? json : refuseOther('a text'));
export const flag: Field<boolean> = (json) => (typeof json === 'boolean' ? json : refuseOther('a flag'));
export const count: Field<number> = (json) => {
  const isCount = typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= mostCounted;
  return isCount ? json : refuseOther('a number');
};
export const object: Field<Readonly<Record<string, unknown>>> = (json) =>
  isRecord(json) ? json : refuseOther('an object');

// A copy, in which a hole is undefined.
export const list: Field<readonly unknown[]> = (json) =>
  Array.isArray(json) ? [...(json as unknown[])] : refuseOther('a list');

export const any: Field<unknown> = (json) => json;

export const each =
  <T>(field: Field<T>): Field<T[]> =>
  (json, source) =>
    list(json, source).map((item) => field(item, source));

export const orNull =
  <T>(field: Field<T>): Field<T | null> =>
  (json, source) =>
    json === null ? null : field(json, source);

export const optional =
  <T>(field: Field<T>): Field<T | undefined> =>
  (json, source) =>
    orNull(field)(json, source) ?? undefined;

/** An object with these fields, read in the order in which they stand here. */
export const record =
  <T>(fields: Fields<T>): Field<T> =>
  (json, source) => {
    const given = object(json, source);
    const read = Object.entries<Field<unknown>>(fields).map(([name, field]) => [name, field(given[name], source)]);
    return Object.fromEntries(read) as T;
  };

const found: Field<Value | Code> = (json, source) => {
  if (isValue(json) && !(json instanceof ObjectValue)) return json;
  const { ref, library, host } = object(json, source);
  const { ground, made } = source;
  if (ref !== undefined) return made[count(ref, source)] ?? refuseOther('a reference');
  if (library !== undefined)
    return ground.library.get(text(library, source)) ?? refuse(`it needs ${library as string} of the library`);
  if (host === undefined) return fromJson(json);
  const name = text(host, source);
  return ground.functions.get(name) ?? refuse(`it needs the host function ${name}: give it in \`functions\``);
};

/** A value of a class, or code. */
export const one =
  <T extends object>(what: string, Kind: abstract new (...args: never[]) => T): Field<T> =>
  (json, source) => {
    const made: unknown = found(json, source);
    return made instanceof Kind ? made : refuseOther(what);
  };

export const value: Field<Value> = (json, source) => {
  const made = found(json, source);
  return isValue(made) ? made : refuseOther('a value');
};
export const values: Field<Value[]> = (json, source) => list(json, source).map((item) => value(item, source));

/** The code of a procedure. */
export const body: Field<Code> = (json, source) => {
  const made = found(json, source);
  return made instanceof Code && made.isBody ? made : refuseOther('a procedure');
};

/** A word of code, which is verified when the code is linked. */
export const word: Field<unknown> = (json, source) => {
  const word = found(json, source);
  if (word instanceof Code) return body(json, source);
  source.constants.push(word);
  return word;
};

const placesIn = (code: Code, { places }: Source): ReadonlyMap<number, Instruction> => {
  const known = places.get(code);
  if (known !== undefined) return known;
  const offsets = new Map<number, Instruction>();
  for (let next = code.entry; next !== null; next = next.next) offsets.set(next.offset, next);
  places.set(code, offsets);
  return offsets;
};

/** A code, and an offset in it. */
export const control: Field<Instruction> = (json, source) => {
  const [of, offset] = list(json, source);
  return placesIn(one('code', Code)(of, source), source).get(count(offset, source)) ?? refuseOther('control');
};
