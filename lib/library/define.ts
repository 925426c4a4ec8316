import { Character } from '../data/character.js';
import { VMError } from '../data/error.js';
import { isInteger, isNumeric, type Numeric } from '../data/numbers.js';
import { ErrorObject } from '../data/objects.js';
import { summary } from '../data/printer.js';
import { HashTable } from '../data/tables.js';
import { emptyList, Pair, SymbolValue, type Value } from '../data/values.js';
import { Bytevector, isByte, Vector } from '../data/vectors.js';
import { type Definition } from '../machine/library.js';
import { type Arity, Primitive } from '../machine/procedures.js';
import { type Access, StorePrimitive } from '../machine/store-primitive.js';

// How primitives are written: names, a signature, a function of what the signature says, and what it costs. What is thrown
// in one knows no name; the primitive puts its own before it. The manual says what each is.

/** What a call costs beyond one unit. Of what takes all its arguments in an array, the cost sees the fuel left, too. */
export type Cost = (...args: never[]) => number;

/** What the letters of a signature stand for. */
interface Kinds {
  /** Any value. */
  readonly v: Value;
  readonly n: Numeric;
  /** An integer, exact or not. */
  readonly z: Numeric;
  /** An index or a count. */
  readonly i: number;
  /** The base of a notation. */
  readonly r: number;
  /** A byte. */
  readonly u: number;
  readonly s: string;
  readonly c: Character;
  /** The name of a symbol. */
  readonly y: string;
  readonly p: Pair;
  /** The elements of a proper list. */
  readonly l: Value[];
  readonly b: boolean;
  readonly e: ErrorObject;
  readonly V: Vector;
  readonly B: Bytevector;
  readonly H: HashTable;
}

/** The arguments of a signature; behind `?` they may be missing. A letter before `*` or `+` stands for an array. */
type Arguments<S extends string> = S extends `${infer K extends keyof Kinds}${infer Rest}`
  ? Rest extends '*' | '+'
    ? [readonly Kinds[K][]]
    : [Kinds[K], ...Arguments<Rest>]
  : S extends `?${infer Rest}`
    ? Partial<Arguments<Rest>>
    : [];

/** What a primitive takes, and what it was given instead. */
export const unfit = (wanted: string, value: Value): VMError =>
  new VMError('type-error', `takes ${wanted}, not ${summary(value)}`);

export const outOfRange = (detail: string): VMError => new VMError('out-of-range', detail);

/** Faults: `out-of-range` for more than there may be. */
export const atMost = (most: number, count: number, what: string): void => {
  if (count > most) throw outOfRange(`more than ${most} ${what}`);
};

/** The part that two optional arguments mean: from a start to an end. Faults: `out-of-range`. */
export const rangeOf = (length: number, start = 0, end: number = length): readonly [start: number, end: number] => {
  if (start > end || end > length) throw outOfRange(`${start} to ${end} is not a part of 0 to ${length}`);
  return [start, end];
};

// What is internal speaks for the procedure that it is a part of.
const named = (internal: string, thrown: unknown): Error => {
  const { code, detail } = thrown as VMError;
  const name = internal.replace(/^%(?=.)/, '');
  if (code === 'type-error') return new VMError(code, `${name} ${detail}`);
  return code === 'out-of-range' || code === 'misuse' ? new VMError(code, `${name}: ${detail}`) : (thrown as Error);
};

export const wrongType = (name: string, wanted: string, value: Value): Error => named(name, unfit(wanted, value));

type Check<T> = (value: Value) => T;

const is =
  <T extends Value>(wanted: string, test: (value: Value) => value is T): Check<T> =>
  (value) => {
    if (!test(value)) throw unfit(wanted, value);
    return value;
  };

const one = <T extends Value>(wanted: string, Kind: abstract new (...args: never[]) => T): Check<T> =>
  is(wanted, (value): value is T => value instanceof Kind);

const index = (value: Value): number => {
  if (!Number.isSafeInteger(value)) throw unfit('an integer', value);
  if ((value as number) < 0) throw outOfRange(`${value as number} is below 0`);
  return value as number;
};

const elements = (value: Value): Value[] => {
  const all: Value[] = [];
  let rest = value;
  for (; rest instanceof Pair; rest = rest.cdr) all.push(rest.car);
  if (rest !== emptyList) throw unfit('a list', value);
  return all;
};

const symbol = one('a symbol', SymbolValue);

export const kinds: { readonly [K in keyof Kinds]: Check<Kinds[K]> } = {
  v: (value) => value,
  n: is('a number', isNumeric),
  z: is('an integer', isInteger),
  i: index,
  r: (value) => {
    const base = index(value);
    if (![2, 8, 10, 16].includes(base)) throw outOfRange('the base is 2, 8, 10 or 16');
    return base;
  },
  u: is('a byte', isByte),
  s: is('a string', (value) => typeof value === 'string'),
  c: one('a character', Character),
  y: (value) => symbol(value).name,
  p: one('a pair', Pair),
  l: elements,
  b: is('a boolean', (value) => typeof value === 'boolean'),
  e: one('an error object', ErrorObject),
  V: one('a vector', Vector),
  B: one('a bytevector', Bytevector),
  H: one('a hash table', HashTable),
};

interface Signature {
  /** Whether all arguments come in an array. */
  readonly isMany: boolean;
  readonly arity: Arity;
  readonly checks: readonly Check<unknown>[];
}

const parsed = (signature: string): Signature => {
  const letters = signature.replace('?', '');
  const checks = Array.from(letters, (letter) => kinds[letter as keyof Kinds] as Check<unknown>);
  if (/[*+]/.test(signature)) return { isMany: true, arity: [signature.endsWith('*') ? 0 : 1, Infinity], checks };
  return { isMany: false, arity: [`${signature}?`.indexOf('?'), letters.length], checks };
};

/** Primitives of several names and one meaning, whose arguments are checked. Faults: `type-error`, `out-of-range`. */
export const define = <S extends string>(
  names: string,
  signature: S,
  apply: (...args: Arguments<S>) => Value,
  fuel?: Cost,
): Definition => [names, (name) => checking(name, parsed(signature), apply as Compute, fuel)];

type Compute = (...args: readonly unknown[]) => Value;

const checking = (
  name: string,
  { isMany, arity, checks }: Signature,
  compute: Compute,
  fuel: Cost | undefined,
): Primitive => {
  const [first, second, third] = checks;
  const checked = (a: Value, b?: Value, c?: Value): Value =>
    isMany
      ? compute((a as unknown as readonly Value[]).map((each) => given(first, each)))
      : compute(given(first, a), given(second, b), given(third, c));
  const run = (a: Value, b?: Value, c?: Value): Value => {
    try {
      return checked(a, b, c);
    } catch (thrown) {
      throw named(name, thrown);
    }
  };
  return new Primitive(name, run, fuel, arity, isMany ? 'all' : 'each');
};

const given = (check: Check<unknown> | undefined, value: Value | undefined): unknown =>
  value === undefined ? value : check?.(value);

/** The same for primitives that read or write the store, which pay for what they do themselves. */
export const defineStored = <S extends string>(
  names: string,
  signature: S,
  apply: (access: Access, ...args: Arguments<S>) => Value,
): Definition => [names, (name) => checkingStored(name, parsed(signature), apply as ComputeStored)];

type ComputeStored = (access: Access, ...args: readonly unknown[]) => Value;

const checkingStored = (name: string, { isMany, arity, checks }: Signature, compute: ComputeStored): StorePrimitive => {
  const run = (access: Access, ...args: readonly Value[]): Value => {
    try {
      const checked = args.map((each, i) => given(checks[isMany ? 0 : i], each));
      return isMany ? compute(access, checked) : compute(access, ...checked);
    } catch (thrown) {
      throw named(name, thrown);
    }
  };
  return new StorePrimitive(name, ...arity, run);
};

/** Primitives whose arguments are not checked. */
export const primitive = (
  names: string,
  arity: number,
  apply: (...args: never[]) => Value,
  fuel?: Cost,
): Definition => [names, (name) => new Primitive(name, apply, fuel, [arity, arity])];

/** Primitives that say whether any value is of a kind. */
export const predicate = (names: string, test: (value: Value) => boolean, fuel?: Cost): Definition =>
  primitive(names, 1, test, fuel);

/** Whether each value is in relation to the next. */
export const pairwise =
  <T>(relation: (a: T, b: T) => boolean) =>
  (values: readonly T[]): boolean =>
    values.every((right, i) => i === 0 || relation(values[i - 1] as T, right));

/** The five comparisons of a kind of values, by what they are compared as. */
export const comparisons = <K extends keyof Kinds, T>(
  prefix: string,
  kind: K,
  keyOf: (value: Kinds[K]) => T,
  compare: (a: T, b: T) => number,
  fuel: Cost,
): Definition[] =>
  ['=', '<', '>', '<=', '>='].map((sign) => {
    const test = pairwise<T>((a, b) => {
      const order = compare(a, b);
      return sign.includes(order === 0 ? '=' : order < 0 ? '<' : '>');
    });
    const compared = (values: readonly Kinds[K][]): boolean => test(values.map(keyOf));
    // What is known of the signature is more than its type can say.
    return define<string>(`${prefix}${sign}?`, `${kind}+`, compared as () => boolean, fuel);
  });

/** Primitives that would change what is immutable. */
export const unchangeable = (names: string, signature: string, what: string): Definition =>
  define(names, signature, () => {
    throw new VMError('type-error', `cannot change ${what}, which are immutable`);
  });
