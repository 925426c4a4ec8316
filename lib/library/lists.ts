import { identityCost, isSame } from '../data/equal.js';
import { VMError } from '../data/error.js';
import { add, multiply, words } from '../data/numbers.js';
import { MultipleValues } from '../data/objects.js';
import { summary } from '../data/printer.js';
import { emptyList, isList, list, Pair, type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import {
  countCost,
  elementsOf,
  indexOf,
  numberOf,
  pairOf,
  pairsIn,
  predicate,
  primitive,
  unchangeable,
  variadic,
  wrongType,
} from './define.js';

// Pairs and lists. What walks a list costs its length; what makes pairs costs four for each.

const perPair = 4;

const walks = (value: Value | undefined): number => pairsIn(value);
const walksTo = (value: Value, count: Value): number => pairsIn(value, countCost(count));
const copies = (value: Value): number => perPair * pairsIn(value);
const copiesTo = (value: Value, count: Value): number => perPair * walksTo(value, count);
// What is sure to be too much is not counted to its end.
const copiesAll = (lists: readonly Value[], budget: number): number => {
  let pairs = lists.length;
  for (const each of lists) {
    if (pairs > budget) break;
    pairs += pairsIn(each, budget);
  }
  return perPair * pairs;
};
const makes = (values: readonly Value[]): number => perPair * values.length;

// car and cdr, and their combinations: cadr is the car of the cdr.
const accessor = (path: string): Primitive => {
  const name = `c${path}r`;
  const steps = [...path].reverse();
  return primitive(name, 1, (value: Value) => {
    let result = value;
    for (const step of steps) {
      const pair = pairOf(name, result);
      result = step === 'a' ? pair.car : pair.cdr;
    }
    return result;
  });
};

const longer = (paths: readonly string[]): string[] => paths.flatMap((path) => [`a${path}`, `d${path}`]);

const accessors = (): Primitive[] => {
  const [one, two] = [longer(['']), longer(longer(['']))];
  return [...one, ...two, ...longer(two), ...longer(longer(two))].map(accessor);
};

const tail = (name: string, value: Value, count: Value): Value => {
  const places = indexOf(name, count);
  let rest = value;
  for (let i = 0; i < places; i += 1) {
    if (!(rest instanceof Pair)) throw new VMError('out-of-range', `${name}: the list is shorter than ${places}`);
    rest = rest.cdr;
  }
  return rest;
};

const head = (name: string, value: Value, count: Value): Value[] => {
  const places = indexOf(name, count);
  const elements: Value[] = [];
  for (let rest = value; elements.length < places;) {
    if (!(rest instanceof Pair)) throw new VMError('out-of-range', `${name}: the list is shorter than ${places}`);
    elements.push(rest.car);
    rest = rest.cdr;
  }
  return elements;
};

// How much of a list is left when so many are taken from its end.
const allBut = (name: string, value: Value, count: Value): number => {
  const left = pairsIn(value) - indexOf(name, count);
  if (left < 0) throw new VMError('out-of-range', `${name}: the list is shorter than ${summary(count)}`);
  return left;
};

const elementAt = (name: string, value: Value, index: Value): Value => {
  const rest = tail(name, value, index);
  if (!(rest instanceof Pair)) throw new VMError('out-of-range', `${name}: the list has no element ${summary(index)}`);
  return rest.car;
};

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const lastPair = (name: string, value: Value): Pair => {
  let pair = pairOf(name, value);
  while (pair.cdr instanceof Pair) pair = pair.cdr;
  return pair;
};

const find = (start: Value, isFound: (pair: Pair) => boolean): Pair | false => {
  for (let rest = start; rest instanceof Pair; rest = rest.cdr) if (isFound(rest)) return rest;
  return false;
};

// A search looks at every element, and compares texts of one length.
const searchCost = (key: Value, values: Value, keyOf: (car: Value) => Value): number => {
  let cost = 0;
  for (let rest = values; rest instanceof Pair; rest = rest.cdr) cost += 1 + identityCost(key, keyOf(rest.car));
  return cost;
};

const searching = (name: string): Primitive =>
  primitive(
    name,
    2,
    (key: Value, values: Value) => find(values, ({ car }) => isSame(car, key)),
    (key: Value, values: Value) => searchCost(key, values, (car) => car),
  );

const associating = (name: string): Primitive =>
  primitive(
    name,
    2,
    (key: Value, pairs: Value) => {
      const found = find(pairs, ({ car }) => isSame(pairOf(name, car).car, key));
      return found === false ? false : found.car;
    },
    (key: Value, pairs: Value) => searchCost(key, pairs, (car) => (car instanceof Pair ? car.car : null)),
  );

const joined = (name: string, lists: readonly Value[]): Value =>
  lists.slice(0, -1).reduceRight((rest, each) => list(elementsOf(name, each), rest), lists.at(-1) ?? emptyList);

const reversed = (name: string, value: Value, rest: Value): Value => list(elementsOf(name, value).reverse(), rest);

// A list of lists flattened has an unknown number of elements: what is in its pairs is counted first, as far as is paid.
const flatCost = ([value]: readonly Value[], budget: number): number => {
  const pending = [value];
  let met = 0;
  for (; pending.length > 0 && met <= budget; met += 1) {
    const next = pending.pop();
    if (next instanceof Pair) pending.push(next.cdr, next.car);
  }
  return perPair * met;
};

const flat = ([value]: readonly Value[]): Value => {
  const elements: Value[] = [];
  const pending = [value as Value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next instanceof Pair) pending.push(next.cdr, next.car);
    else if (next !== emptyList) elements.push(next);
  }
  return list(elements);
};

const zipped = (lists: readonly Value[]): Value => {
  const columns = lists.map((each) => elementsOf('zip', each));
  const length = columns.reduce((least, column) => Math.min(least, column.length), Infinity);
  return list(Array.from({ length }, (_, i) => list(columns.map((column) => column[i] as Value))));
};

const most = 2 ** 21;

const countOf = (name: string, value: Value): number => {
  const count = indexOf(name, value);
  if (count > most) throw new VMError('out-of-range', `${name}: a list of ${count} elements is too long`);
  return count;
};

const length = (name: string): Primitive =>
  primitive(
    name,
    1,
    (value: Value) => {
      if (!isList(value)) throw wrongType(name, 'a list', value);
      return pairsIn(value);
    },
    walks,
  );

const walking = (name: string, test: (value: Value) => boolean): Primitive => primitive(name, 1, test, walks);

// What has no need of a copy where nothing changes.
const itself = (name: string): Primitive => primitive(name, 1, (value: Value) => value);

export const listPrimitives: readonly Primitive[] = [
  primitive('cons', 2, (car: Value, cdr: Value) => new Pair(car, cdr)),
  primitive('xcons', 2, (cdr: Value, car: Value) => new Pair(car, cdr)),
  primitive('alist-cons', 3, (key: Value, value: Value, rest: Value) => new Pair(new Pair(key, value), rest)),
  ...accessors(),
  primitive('car+cdr', 1, (value: Value) => new MultipleValues(pairOf('car+cdr', value).parts)),
  variadic('list', 0, (values) => list(values), makes),
  variadic('cons*', 1, (values) => list(values.slice(0, -1), values.at(-1)), makes),
  primitive(
    'make-list',
    [1, 2],
    (count: Value, value: Value = null) => list(new Array<Value>(countOf('make-list', count)).fill(value)),
    (count: Value) => perPair * countCost(count),
  ),
  primitive(
    'iota',
    [1, 3],
    (count: Value, start: Value = 0, step: Value = 1) => {
      const [from, by] = [numberOf('iota', start), numberOf('iota', step)];
      return list(Array.from({ length: countOf('iota', count) }, (_, i) => add(from, multiply(i, by))));
    },
    (count: Value, start: Value = 0, step: Value = 1) => perPair * countCost(count) * (words(start) + words(step)),
  ),
  length('length'),
  length('length+'),
  variadic(
    'append',
    0,
    (lists) => joined('append', lists),
    (lists, budget) => copiesAll(lists.slice(0, -1), budget),
  ),
  variadic(
    'concatenate',
    [1, 1],
    ([lists]) => joined('concatenate', elementsOf('concatenate', lists as Value)),
    ([lists], budget) => {
      const walked = 2 * pairsIn(lists, budget);
      return walked > budget || !(lists instanceof Pair) ? walked : walked + copiesAll([...lists].slice(0, -1), budget);
    },
  ),
  primitive('reverse', 1, (value: Value) => reversed('reverse', value, emptyList), copies),
  primitive('append-reverse', 2, (value: Value, rest: Value) => reversed('append-reverse', value, rest), copies),
  variadic('flatten', [1, 1], flat, flatCost),
  variadic('zip', 1, zipped, copiesAll),
  itself('list-copy'),
  itself('alist-copy'),
  ...['list-tail', 'drop'].map((name) =>
    primitive(name, 2, (value: Value, count: Value) => tail(name, value, count), walksTo),
  ),
  primitive('take', 2, (value: Value, count: Value) => list(head('take', value, count)), copiesTo),
  primitive(
    'take-right',
    2,
    (value: Value, count: Value) => tail('take-right', value, allBut('take-right', value, count)),
    (value: Value) => 2 * walks(value),
  ),
  primitive(
    'drop-right',
    2,
    (value: Value, count: Value) => list(head('drop-right', value, allBut('drop-right', value, count))),
    copies,
  ),
  primitive(
    'split-at',
    2,
    (value: Value, count: Value) =>
      new MultipleValues([list(head('split-at', value, count)), tail('split-at', value, count)]),
    copiesTo,
  ),
  primitive('list-ref', 2, (value: Value, index: Value) => elementAt('list-ref', value, index), walksTo),
  ...ordinals.map((name, i) => primitive(name, 1, (value: Value) => elementAt(name, value, i))),
  primitive('last', 1, (value: Value) => lastPair('last', value).car, walks),
  primitive('last-pair', 1, (value: Value) => lastPair('last-pair', value), walks),
  searching('memq'),
  searching('memv'),
  associating('assq'),
  associating('assv'),
  predicate('pair?', (value) => value instanceof Pair),
  predicate('not-pair?', (value) => !(value instanceof Pair)),
  predicate('null?', (value) => value === emptyList),
  primitive('null-list?', 1, (value: Value) => {
    if (value !== emptyList && !(value instanceof Pair)) throw wrongType('null-list?', 'a list', value);
    return value === emptyList;
  }),
  walking('list?', isList),
  walking('proper-list?', isList),
  walking('dotted-list?', (value) => !isList(value)),
  predicate('circular-list?', () => false),
  unchangeable('set-car!', 2, 'pairs are immutable; make another one with cons'),
  unchangeable('set-cdr!', 2, 'pairs are immutable; make another one with cons'),
  unchangeable('list-set!', 3, 'pairs are immutable; use a vector, or append the parts around the element'),
];
