import { type Value } from '../data/values.js';
import { perPair } from '../library/lists.js';
import { type Library } from '../machine/library.js';

// Primitives that are written in place of a call.

export interface Inline {
  /** How many arguments it takes; undefined for any number. */
  readonly argc?: number;
  /** Whether its arguments have to be numbers. */
  readonly isNumeric?: boolean;
  /** What it costs beyond its call. */
  readonly cost?: (argc: number) => number;
  /** Whether it may find that it has to be left to the interpreter, after all. */
  readonly mayStop?: boolean;
  /** Whether it is called after all where what is written gives `stopped`. */
  readonly isTried?: boolean;
  /** Whether it gives a boolean. */
  readonly isTest?: boolean;
  /** What has to be pairs: the arguments, or what is found in them. */
  readonly pairs?: (...args: readonly string[]) => readonly string[];
  readonly write: (...args: readonly string[]) => string;
}

const table: Readonly<Record<string, Inline>> = {
  cons: { argc: 2, write: (a, b) => `new P(${a}, ${b})` },
  list: {
    cost: (argc) => perPair * argc,
    write: (...items) => items.reduceRight((rest, item) => `new P(${item}, ${rest})`, 'N'),
  },
  'eq?': { argc: 2, mayStop: true, write: (a, b) => `m.same(${a}, ${b})` },
  'eqv?': { argc: 2, mayStop: true, write: (a, b) => `m.same(${a}, ${b})` },
  car: { argc: 1, pairs: (a = '') => [a], write: (a) => `${a}.car` },
  cdr: { argc: 1, pairs: (a = '') => [a], write: (a) => `${a}.cdr` },
  cadr: { argc: 1, pairs: (a = '') => [a, `${a}.cdr`], write: (a) => `${a}.cdr.car` },
  cddr: { argc: 1, pairs: (a = '') => [a, `${a}.cdr`], write: (a) => `${a}.cdr.cdr` },
  caddr: {
    argc: 1,
    pairs: (a = '') => [a, `${a}.cdr`, `${a}.cdr.cdr`],
    write: (a) => `${a}.cdr.cdr.car`,
  },
  'null?': { argc: 1, isTest: true, write: (a) => `${a} === N` },
  'pair?': { argc: 1, isTest: true, write: (a) => `${a} instanceof P` },
  not: { argc: 1, isTest: true, write: (a) => `${a} === false` },
  'symbol?': { argc: 1, isTest: true, write: (a) => `${a} instanceof Y` },
  'string?': { argc: 1, isTest: true, write: (a) => `typeof ${a} === 'string'` },
  'boolean?': { argc: 1, isTest: true, write: (a) => `typeof ${a} === 'boolean'` },
  'number?': { argc: 1, isTest: true, write: (a) => `typeof ${a} === 'number' || typeof ${a} === 'bigint'` },
  'vector-ref': { argc: 2, isTried: true, write: (vector, index) => `m.item(${vector}, ${index})` },
  'vector-set!': { argc: 3, isTried: true, write: (vector, index, item) => `m.setItem(${vector}, ${index}, ${item})` },
  'zero?': { argc: 1, isNumeric: true, isTest: true, write: (a) => `${a} === 0` },
};

/** The primitives of a library that are written in place of a call. */
export const inlinesOf = (library: Pick<Library, 'get'>): ReadonlyMap<Value, Inline> =>
  new Map(Object.entries(table).map(([name, inline]) => [library.get(name) as Value, inline]));
