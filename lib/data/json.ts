import { VMError } from './error.js';
import { normal } from './numbers.js';
import { emptyList, isValue, list, Pair, SymbolValue, type Value } from './values.js';

// The tagged JSON form of a value, used wherever a value is written down: in bytecode files and in code bodies.
// Numbers, strings, booleans and nil stand for themselves; everything else is an object with one telling key.
//
//   'a → {"symbol":"a"}      (1 2 . 3) → {"list":[1,2],"tail":3}      10^30 → {"integer":"1000…"}

export type Json = number | string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A value in the tagged form, frozen. What cannot be written (a procedure) is a `bad-operand` fault. */
export const toJson = (value: Value): Json => {
  if (!(value instanceof Pair)) return atomToJson(value);
  // Bottom-up over an explicit stack: `open` holds the lists whose elements are still being written.
  const open: { elements: Json[]; rest: Value; outer: Json[] | undefined }[] = [];
  const top: Json[] = [];
  let target = top;
  let next: Value | undefined = value;
  for (;;) {
    if (next instanceof Pair) {
      const elements: Json[] = [];
      open.push({ elements, rest: next, outer: target });
      target = elements;
    } else if (next !== undefined) target.push(atomToJson(next));
    const list = open.at(-1);
    if (list === undefined) return top[0] as Json;
    if (list.rest instanceof Pair) {
      next = list.rest.car;
      list.rest = list.rest.cdr;
    } else {
      open.pop();
      target = list.outer as Json[];
      Object.freeze(list.elements);
      const tail = list.rest === emptyList ? {} : { tail: atomToJson(list.rest) };
      target.push(Object.freeze({ list: list.elements, ...tail }));
      next = undefined;
    }
  }
};

const atomToJson = (value: Value): Json => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : Object.freeze({ number: String(value) });
  if (typeof value === 'bigint') return Object.freeze({ integer: value.toString() });
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof SymbolValue) return Object.freeze({ symbol: value.name });
  if (value === emptyList) return Object.freeze({ list: Object.freeze([]) });
  throw new VMError('bad-operand', `a ${value.constructor.name.toLowerCase()} cannot be written down as a constant`);
};

// Reading an integer takes the square of its length, and is done before there is fuel.
const mostDigits = 100_000;

const atoms: ReadonlyMap<string, (content: unknown) => Value | undefined> = new Map<
  string,
  (content: unknown) => Value | undefined
>([
  ['symbol', (name) => (typeof name === 'string' ? new SymbolValue(name) : undefined)],
  [
    'integer',
    (text) =>
      typeof text === 'string' && text.length <= mostDigits && /^-?\d+$/.test(text) ? normal(BigInt(text)) : undefined,
  ],
  ['number', (text) => (['NaN', 'Infinity', '-Infinity'].includes(text as string) ? Number(text) : undefined)],
]);

// Only plain objects are written down; an instance of a class is something else, whatever it looks like.
const isRecord = (json: unknown): json is Record<string, unknown> => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const prototype: unknown = Object.getPrototypeOf(json);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const refuse = (detail = 'not a value, nor the tagged form of one'): never => {
  throw new VMError('bad-operand', detail);
};

interface OpenList {
  readonly json: unknown;
  readonly parts: readonly unknown[];
  readonly values: Value[];
}

/** Reads the tagged form, and leaves values as they are. Anything else is a `bad-operand` fault. */
export const fromJson = (root: unknown): Value => {
  if (isValue(root)) return root;
  // Lists are read over a stack of open ones. One that is met again is the same list; one that is still open contains
  // itself.
  const open: OpenList[] = [];
  const entered = new Set<unknown>();
  const read = new Map<unknown, Value>();
  let json: unknown = root;
  for (;;) {
    let value = read.get(json);
    const parts = value === undefined ? listParts(json) : undefined;
    if (parts !== undefined) {
      if (entered.has(json)) return refuse('a list contains itself');
      entered.add(json);
      open.push({ json, parts, values: [] });
    } else {
      value ??= atomFromJson(json);
      open.at(-1)?.values.push(value);
    }
    let last = open.at(-1);
    while (last !== undefined && last.values.length === last.parts.length) {
      open.pop();
      value = list(last.values.slice(0, -1), last.values.at(-1));
      entered.delete(last.json);
      read.set(last.json, value);
      last = open.at(-1);
      last?.values.push(value);
    }
    if (last === undefined) return value as Value;
    json = last.parts[last.values.length];
  }
};

// The elements of a tagged list, and its tail; undefined for anything that is no list.
const listParts = (json: unknown): readonly unknown[] | undefined => {
  if (!isRecord(json) || !Object.hasOwn(json, 'list')) return undefined;
  const { list: elements, tail = emptyList, ...others } = json;
  if (!Array.isArray(elements) || Object.keys(others).length > 0) return refuse();
  if (elements.length === 0 && tail !== emptyList) return refuse();
  return [...(elements as unknown[]), tail];
};

const atomFromJson = (json: unknown): Value => {
  if (isValue(json)) return json;
  if (!isRecord(json)) return refuse();
  const [key, ...others] = Object.keys(json);
  if (key === undefined || others.length > 0) return refuse();
  return atoms.get(key)?.(json[key]) ?? refuse();
};
