import { Character } from '../data/character.js';
import { VMError } from '../data/error.js';
import { isExact, isInteger, isNumeric, type Numeric, words } from '../data/numbers.js';
import { ErrorObject } from '../data/objects.js';
import { summary } from '../data/printer.js';
import { emptyList, Pair, SymbolValue, type Value } from '../data/values.js';
import { Primitive } from '../machine/procedures.js';

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
  /** An exact integer, as a bigint. */
  readonly x: bigint;
  /** An index or a count. */
  readonly i: number;
  /** The base of a notation. */
  readonly r: number;
  readonly s: string;
  readonly c: Character;
  /** The name of a symbol. */
  readonly y: string;
  readonly p: Pair;
  /** The elements of a proper list. */
  readonly l: Value[];
  readonly b: boolean;
  readonly e: ErrorObject;
}

/** The arguments of a signature; behind `?` they may be missing. A letter before `*`, `+` or `1` stands for an array. */
type Arguments<S extends string> = S extends `${infer K extends keyof Kinds}${infer Rest}`
  ? Rest extends '*' | '+' | '1'
    ? [readonly Kinds[K][]]
    : [Kinds[K], ...Arguments<Rest>]
  : S extends `?${infer Rest}`
    ? Partial<Arguments<Rest>>
    : [];

/** What a primitive takes, and what it was given instead. */
export const unfit = (wanted: string, value: Value): VMError =>
  new VMError('type-error', `takes ${wanted}, not ${summary(value)}`);

export const outOfRange = (detail: string): VMError => new VMError('out-of-range', detail);

const named = (name: string, thrown: unknown): Error => {
  const { code, detail } = thrown as VMError;
  if (code === 'type-error') return new VMError(code, `${name} ${detail}`);
  return code === 'out-of-range' ? outOfRange(`${name}: ${detail}`) : (thrown as Error);
};

type Check<T> = (value: Value) => T;

const is =
  <T extends Value>(wanted: string, test: (value: Value) => value is T) =>
  (value: Value): T => {
    if (!test(value)) throw unfit(wanted, value);
    return value;
  };

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

const symbol = is('a symbol', (value) => value instanceof SymbolValue);
const exact = is('an exact integer', (value): value is Numeric => isNumeric(value) && isExact(value));

export const kinds: { readonly [K in keyof Kinds]: Check<Kinds[K]> } = {
  v: (value) => value,
  n: is('a number', isNumeric),
  z: is('an integer', isInteger),
  x: (value) => BigInt(exact(value)),
  i: index,
  r: (value) => {
    const base = index(value);
    if (![2, 8, 10, 16].includes(base)) throw outOfRange(`the base is 2, 8, 10 or 16, not ${base}`);
    return base;
  },
  s: is('a string', (value) => typeof value === 'string'),
  c: is('a character', (value) => value instanceof Character),
  y: (value) => symbol(value).name,
  p: is('a pair', (value) => value instanceof Pair),
  l: elements,
  b: is('a boolean', (value) => typeof value === 'boolean'),
  e: is('an error object', (value) => value instanceof ErrorObject),
};

/** Primitives of several names and one meaning, whose arguments are checked. Faults: `type-error`, `out-of-range`. */
export const define = <S extends string>(
  names: string,
  signature: S,
  apply: (...args: Arguments<S>) => Value,
  fuel?: Cost,
): Primitive[] => {
  const compute = apply as (...args: readonly unknown[]) => Value;
  const letters = signature.replace('?', '');
  const [first, second, third] = Array.from(letters, (letter) => kinds[letter as keyof Kinds] as Check<unknown>);
  const many = /[*+1]/.exec(signature)?.[0];
  const least = many === undefined ? `${signature}?`.indexOf('?') : Number(many !== '*');
  const most = many === undefined ? letters.length : many === '1' ? 1 : Infinity;
  const checked = (a: Value, b?: Value, c?: Value): Value =>
    many === undefined
      ? compute(given(first, a), given(second, b), given(third, c))
      : compute((a as unknown as readonly Value[]).map((each) => given(first, each)));
  return names.split(' ').map((name) => {
    const run = (a: Value, b?: Value, c?: Value): Value => {
      try {
        return checked(a, b, c);
      } catch (thrown) {
        throw named(name, thrown);
      }
    };
    return new Primitive(name, run, fuel, { arity: [least, most] }, many === undefined ? 'each' : 'all');
  });
};

const given = (check: Check<unknown> | undefined, value: Value | undefined): unknown =>
  value === undefined ? value : check?.(value);

/** A primitive whose arguments are not checked. */
export const primitive = (
  name: string,
  arity: number | readonly [least: number, most: number],
  apply: (...args: never[]) => Value,
  fuel?: Cost,
): Primitive => new Primitive(name, apply, fuel, { arity: typeof arity === 'number' ? [arity, arity] : arity });

/** Primitives that say whether any value is of a kind. */
export const predicate = (names: string, test: (value: Value) => boolean, fuel?: Cost): Primitive[] =>
  names.split(' ').map((name) => primitive(name, 1, test, fuel));

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
): Primitive[] =>
  ['=', '<', '>', '<=', '>='].flatMap((sign) => {
    const test = pairwise<T>((a, b) => {
      const order = compare(a, b);
      return sign.includes(order === 0 ? '=' : order < 0 ? '<' : '>');
    });
    const compared = (values: readonly Kinds[K][]): boolean => test(values.map(keyOf));
    // What is known of the signature is more than its type can say.
    return define<string>(`${prefix}${sign}?`, `${kind}+`, compared as () => boolean, fuel);
  });

/** A primitive that would change what is immutable. */
export const unchangeable = (name: string, least: number, most: number, what: string): Primitive =>
  primitive(name, [least, most], () => {
    throw new VMError('type-error', `${name}: ${what} are immutable; make another one`);
  });

// Checks for what is no primitive of these, with the name to put before.

type Named<T> = (name: string, value: Value) => T;

const naming =
  <T>(check: Check<T>): Named<T> =>
  (name, value) => {
    try {
      return check(value);
    } catch (thrown) {
      throw named(name, thrown);
    }
  };

export const wrongType = (name: string, wanted: string, value: Value): Error => named(name, unfit(wanted, value));

export const stringOf: Named<string> = naming(kinds.s);

export const symbolOf: Named<string> = naming(kinds.y);

/** An index that is an integer, not negative. */
export const indexOf: Named<number> = naming(kinds.i);

/** The elements of a proper list. */
export const elementsOf: Named<Value[]> = naming(kinds.l);

// What things cost.

/**
 * What adding up costs: with each argument, the size of the sum so far. Safe integers and doubles cost a fourth. What is
 * sure to be too much is not counted to its end.
 */
export const sumCost = (args: readonly Value[], budget: number): number => {
  let cost = args.length >> 2;
  let size = 0;
  for (const arg of args) {
    if (cost > budget) break;
    if (typeof arg === 'bigint') size = Math.max(size, words(arg));
    cost += size;
  }
  return cost;
};

/** A sum over values. What is sure to be too much is not counted to its end. */
export const total = (values: Iterable<Value>, costOf: (value: Value) => number, budget: number = Infinity): number => {
  let sum = 0;
  for (const value of values) {
    if (sum > budget) break;
    sum += costOf(value);
  }
  return sum;
};

/** How many pairs a list starts with, up to a most: what walking it costs. */
export const pairsIn = (value: Value | undefined, most: number = Infinity): number => {
  let count = 0;
  for (let rest = value; rest instanceof Pair && count < most; rest = rest.cdr) count += 1;
  return count;
};

/** What a text costs: an eighth of its length. */
export const textCost = (...texts: readonly Value[]): number =>
  total(texts, (text) => (typeof text === 'string' ? text.length >> 3 : 0));

/** What any number of texts cost: a fourth for each, and what they cost themselves. */
export const textsCost = (texts: readonly Value[]): number =>
  total(texts, (text) => textCost(text)) + (texts.length >> 2);

/** A count as it enters into a cost, whatever it is. */
export const countCost = (value: Value | undefined): number => (typeof value === 'number' && value > 0 ? value : 0);
