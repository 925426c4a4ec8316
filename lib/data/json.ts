import { bottomUp, type Opened } from './bottom-up.js';
import { Character } from './character.js';
import { VMError } from './error.js';
import { normal } from './numbers.js';
import { endOfFile, Macro } from './objects.js';
import { recurring } from './recurring.js';
import { emptyList, isValue, list, noParts, Pair, partsOf, SymbolValue, type Value } from './values.js';
import { Bytevector, isByte, itemsOf, literalOf, Vector } from './vectors.js';

// The tagged JSON form of a value, used wherever a value is written down: in bytecode files and in code bodies.
// Numbers, strings, booleans and nil stand for themselves; everything else is an object with one telling key.
//
//   'a → {"symbol":"a"}      (1 2 . 3) → {"list":[1,2],"tail":3}      10^30 → {"integer":"1000…"}

export type Json = number | string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const refuse = (detail = 'not a value, nor the tagged form of one'): never => {
  throw new VMError('bad-operand', detail);
};

const circular = (): never => refuse('a value contains itself');

type Maker = (parts: readonly Value[]) => Value | undefined;

const text =
  (form: RegExp, make: (text: string) => Value): Maker =>
  ([content]) =>
    typeof content === 'string' && form.test(content) ? make(content) : undefined;

// What stands under a key, to a value: undefined when it is not the form of one. Reading an integer takes the square of
// its length, and is done before there is fuel, so there is a longest one.
const makers: Readonly<Record<string, Maker>> = {
  symbol: text(/^/, (name) => new SymbolValue(name)),
  integer: text(/^-?\d{1,100000}$/, (digits) => normal(BigInt(digits))),
  number: text(/^(NaN|-?Infinity)$/, Number),
  char: text(/^[^\ud800-\udfff]$/u, (char) => new Character(char.codePointAt(0) as number)),
  eof: ([is]) => (is === true ? endOfFile : undefined),
  list: (parts) => list(parts.slice(0, -1), parts.at(-1)),
  vector: (items) => literalOf(Vector, items),
  bytes: (items) => (items.every(isByte) ? literalOf(Bytevector, items) : undefined),
  macro: (parts) => (parts.length === 2 ? new Macro(parts[0] as Value, parts[1]) : undefined),
};
/** Reads the tagged form, and leaves values as they are. Anything else is a `bad-operand` fault. */
export const fromJson = (root: unknown): Value =>
  bottomUp<unknown, Value>(root, (json) => (isValue(json) ? json : undefined), opened, circular);

const opened = (json: unknown): Opened<unknown, Value> => {
  const { tail = emptyList, ...tagged } = isRecord(json) ? json : refuse();
  const [tag = '', ...others] = Object.keys(tagged);
  const content = tagged[tag];
  const isPlural = /^(list|vector|bytes|macro)$/.test(tag);
  if (others.length > 0 || !Object.hasOwn(makers, tag) || isPlural !== Array.isArray(content)) refuse();
  const parts: unknown[] = isPlural ? [...(content as unknown[])] : [content];
  if (tail !== emptyList && (tag !== 'list' || parts.length === 0)) refuse();
  if (tag === 'list') parts.push(tail);
  return { parts, make: (values) => makers[tag]?.(values) ?? refuse() };
};

// Only plain objects are written down; an instance of a class is something else, whatever it looks like.
const isRecord = (json: unknown): json is Record<string, unknown> => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const prototype: unknown = Object.getPrototypeOf(json);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const tagged = (tag: string, content: Json, more?: { readonly tail: Json }): Json =>
  Object.freeze({ [tag]: Object.freeze(content), ...more });

/** A value in the tagged form, frozen. What cannot be written (a procedure) is a `bad-operand` fault. */
export const toJson = (root: Value): Json => {
  // A list that is shared is written once, also where it is the rest of another.
  const shared = recurring(root, innerOf, 'shared');
  const enter = (value: Value): Opened<Value, Json> => {
    if (!(value instanceof Pair)) {
      const tag = value instanceof Vector ? 'vector' : value instanceof Bytevector ? 'bytes' : 'macro';
      return { parts: innerOf(value), make: (parts) => tagged(tag, parts) };
    }
    const parts = [value.car];
    let rest = value.cdr;
    for (; rest instanceof Pair && !shared.has(rest); rest = rest.cdr) parts.push(rest.car);
    if (rest === emptyList) return { parts, make: (elements) => tagged('list', elements) };
    parts.push(rest);
    return { parts, make: (elements) => tagged('list', elements.slice(0, -1), { tail: elements.at(-1) as Json }) };
  };
  return bottomUp(root, atomToJson, enter, circular);
};

const innerOf = (value: Value): readonly Value[] =>
  value instanceof Vector || value instanceof Bytevector ? (itemsOf(value)?.parts ?? noParts) : partsOf(value);

// Undefined for what is made of parts.
const atomToJson = (value: Value): Json | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : tagged('number', String(value));
  if (typeof value === 'bigint') return tagged('integer', String(value));
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof SymbolValue) return tagged('symbol', value.name);
  if (value instanceof Character) return tagged('char', value.text);
  if (value === emptyList) return tagged('list', []);
  if (value === endOfFile) return tagged('eof', true);
  if (value instanceof Pair || value instanceof Macro || itemsOf(value) !== undefined) return undefined;
  return refuse(`a ${value.kind} cannot be written down as a constant`);
};
