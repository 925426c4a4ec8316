import { bottomUp, type Opened } from './bottom-up.js';
import { Character } from './character.js';
import { VMError } from './error.js';
import { normal, words } from './numbers.js';
import { endOfFile, Macro } from './objects.js';
import { recurring } from './recurring.js';
import { emptyList, isValue, list, noParts, ObjectValue, Pair, partsOf, SymbolValue, type Value } from './values.js';
import { Bytevector, isByte, itemsOf, literalOf, Vector } from './vectors.js';

// The tagged JSON form of a value, used wherever a value is written down: in bytecode files and in code bodies.
// Numbers, strings, booleans and nil stand for themselves; everything else is an object with one telling key.
//
//   'a → {"symbol":"a"}      (1 2 . 3) → {"list":[1,2],"tail":3}      10^30 → {"integer":"1000…"}

export type Json = number | string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const refuse = (detail = 'not a value'): never => {
  throw new VMError('bad-operand', detail);
};

const circular = (): never => refuse('a value contains itself');

type Maker = (parts: readonly Value[]) => Value | undefined;

const text =
  (form: RegExp, make: (text: string) => Value): Maker =>
  ([content]) =>
    typeof content === 'string' && form.test(content) ? make(content) : undefined;

// Reading digits takes the square of their number, and is done before there is fuel, so an integer of many is written in
// base 16.
const mostWords = 1000;

const digitsOf = (value: bigint): string => {
  if (words(value) <= mostWords) return String(value);
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
};

const integerOf = (digits: string): Value => normal(digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits));

// What stands under a key, to a value: undefined when it is not the form of one.
const makers: Readonly<Record<string, Maker>> = {
  symbol: /* @__PURE__ */ text(/^/, (name) => new SymbolValue(name)),
  integer: /* @__PURE__ */ text(/^-?(\d{1,100000}|0x[\da-f]{1,67108864})$/, integerOf),
  number: /* @__PURE__ */ text(/^(NaN|-?Infinity)$/, Number),
  char: /* @__PURE__ */ text(/^[^\ud800-\udfff]$/u, (char) => new Character(char.codePointAt(0) as number)),
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

/** Whether it is a plain object; an instance of a class is something else, whatever it looks like. */
export const isRecord = (json: unknown): json is Record<string, unknown> => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const prototype: unknown = Object.getPrototypeOf(json);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const tagged = (tag: string, content: Json, more?: { readonly tail: Json }): Json =>
  Object.freeze({ [tag]: Object.freeze(content), ...more });

/** A value in the tagged form, frozen. What cannot be written (a procedure) is a `bad-operand` fault. */
export const toJson = (root: Value): Json => atomToJson(root) ?? wholeToJson(root);

const wholeToJson = (root: Value): Json => {
  // A list that is shared is written once, also where it is the rest of another.
  const shared = recurring([root], innerOf, 'shared');
  const enter = (value: Value): Opened<Value, Json> => {
    if (!(value instanceof Pair)) {
      const tag = value instanceof Macro ? 'macro' : value instanceof Vector ? 'vector' : 'bytes';
      if (tag !== 'macro' && itemsOf(value) === undefined)
        refuse(`a ${(value as ObjectValue).kind} cannot be a constant`);
      return { parts: innerOf(value), make: (parts) => tagged(tag, parts) };
    }
    const { elements, tail } = elementsOf(value, shared);
    if (tail === emptyList) return { parts: elements, make: (parts) => tagged('list', parts) };
    return {
      parts: [...elements, tail],
      make: (parts) => tagged('list', parts.slice(0, -1), { tail: parts.at(-1) as Json }),
    };
  };
  return bottomUp(root, atomToJson, enter, circular);
};

/** What stands in a list up to a pair that is shared, and what comes then. */
export const elementsOf = (
  { car, cdr }: Pair,
  shared: ReadonlySet<unknown>,
): { readonly elements: readonly Value[]; readonly tail: Value } => {
  const elements = [car];
  let tail = cdr;
  for (; tail instanceof Pair && !shared.has(tail); tail = tail.cdr) elements.push(tail.car);
  return { elements, tail };
};

const innerOf = (value: Value): readonly Value[] =>
  value instanceof Vector || value instanceof Bytevector ? (itemsOf(value)?.parts ?? noParts) : partsOf(value);

/** What is not made of others, in the tagged form; undefined for anything else. */
export const atomToJson = (value: Value): Json | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : tagged('number', String(value));
  if (typeof value === 'bigint') return tagged('integer', digitsOf(value));
  if (!(value instanceof ObjectValue)) return value;
  if (value instanceof SymbolValue) return tagged('symbol', value.name);
  if (value instanceof Character) return tagged('char', value.text);
  if (value === emptyList) return tagged('list', []);
  return value === endOfFile ? tagged('eof', true) : undefined;
};
