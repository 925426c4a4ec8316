import { identityCost, isSame } from '../data/equal.js';
import { add, multiply } from '../data/numbers.js';
import { emptyList, isList, list, Pair, type Value } from '../data/values.js';
import { type Definition } from '../machine/library.js';
import { allCost, countCost, firstCost, pairsIn, sizeOf } from './costs.js';
import { atMost, define, kinds, outOfRange, predicate, primitive, unchangeable } from './define.js';

// Pairs and lists. What walks a list costs its length; what makes pairs costs four for each.

/** What making a pair costs, where many are made. */
export const perPair = 4;

const walksTo = (value: Value, count: Value): number => pairsIn(value, countCost(count));
const copies = firstCost(perPair);
const copiesTo = (value: Value, count: Value): number => perPair * walksTo(value, count);
const copiesAll = allCost(perPair);
const copiesAllButLast = (lists: readonly Value[], budget: number): number => copiesAll(lists.slice(0, -1), budget);
const makes = (values: readonly Value[]): number => perPair * values.length;

// car and cdr, and their combinations: cadr is the car of the cdr.
const accessor = (path: string): Definition => {
  const steps = [...path].reverse();
  return define(`c${path}r`, 'v', (value) => {
    let result = value;
    for (const step of steps) {
      const pair = kinds.p(result);
      result = step === 'a' ? pair.car : pair.cdr;
    }
    return result;
  });
};

// The paths of so many steps.
const paths = (steps: number): string[] =>
  steps === 0 ? [''] : paths(steps - 1).flatMap((path) => [`a${path}`, `d${path}`]);

/** What is left of a list without so many elements. */
export const tail = (value: Value, count: number): Value => {
  let rest = value;
  for (let i = 0; i < count; i += 1) {
    if (!(rest instanceof Pair)) throw tooShort(count);
    rest = rest.cdr;
  }
  return rest;
};

/** The values in front of the last one, which is the rest. */
export const allInFront = (values: readonly Value[]): Value => list(values.slice(0, -1), values.at(-1));

const head = (value: Value, count: number): Value => {
  const elements: Value[] = [];
  for (let rest = value; elements.length < count; rest = rest.cdr) {
    if (!(rest instanceof Pair)) throw tooShort(count);
    elements.push(rest.car);
  }
  return list(elements);
};

const tooShort = (count: number): Error => outOfRange(`the list is shorter than ${count}`);

// How much of a list is left when so many are taken from its end.
const allBut = (value: Value, count: number): number => {
  const left = pairsIn(value) - count;
  if (left < 0) throw tooShort(count);
  return left;
};

const elementAt = (value: Value, index: number): Value => {
  const rest = tail(value, index);
  if (!(rest instanceof Pair)) throw tooShort(index + 1);
  return rest.car;
};

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

const lastPair = (first: Pair): Pair => {
  let pair = first;
  while (pair.cdr instanceof Pair) pair = pair.cdr;
  return pair;
};

const find = (start: Value, isFound: (car: Value) => boolean): Pair | undefined => {
  for (let rest = start; rest instanceof Pair; rest = rest.cdr) if (isFound(rest.car)) return rest;
  return undefined;
};

// A search looks at every element, and may compare texts.
const searchCost = (key: Value, values: Value): number => sizeOf(values) * (1 + identityCost(key, key));

const joined = (lists: readonly Value[]): Value =>
  lists.slice(0, -1).reduceRight((rest, each) => list(kinds.l(each), rest), lists.at(-1) ?? emptyList);

// Up to the end of the shortest.
const zipped = (lists: readonly Value[]): Value => {
  const rows: Value[] = [];
  for (let rest = lists; rest.every(isPair); rest = rest.map(({ cdr }) => cdr))
    rows.push(list(rest.map(({ car }) => car)));
  return list(rows);
};

const isPair = (value: Value): value is Pair => value instanceof Pair;

const most = 2 ** 21;

const made = (length: number, element: (index: number) => Value): Value => {
  atMost(most, length, 'elements');
  return list(Array.from({ length }, (_, i) => element(i)));
};

export const listPrimitives: readonly Definition[] = [
  primitive('cons', 2, (car: Value, cdr: Value) => new Pair(car, cdr)),
  ...[1, 2, 3, 4].flatMap(paths).map(accessor),
  define('list', 'v*', (values) => list(values), makes),
  define('cons*', 'v+', allInFront, makes),
  define(
    'make-list',
    'i?v',
    (count, value = null) => made(count, () => value),
    (count: Value) => perPair * countCost(count),
  ),
  define(
    'iota',
    'i?nn',
    (count, start = 0, step = 1) => made(count, (i) => add(start, multiply(i, step))),
    (count: Value, start: Value, step: Value) => perPair * countCost(count) * (1 + sizeOf(start) + sizeOf(step)),
  ),
  define('length', 'l', ({ length }) => length, sizeOf),
  define('append %append', 'v*', joined, copiesAllButLast),
  define('reverse', 'l', (elements) => list(elements.reverse()), copies),
  define('append-reverse', 'lv', (elements, rest) => list(elements.reverse(), rest), copies),
  define('zip', 'v+', zipped, copiesAll),
  // What has no need of a copy where nothing changes.
  define('list-copy', 'v', (value) => value),
  define('list-tail drop', 'vi', tail, walksTo),
  define('take', 'vi', head, copiesTo),
  define('take-right', 'vi', (value, count) => tail(value, allBut(value, count)), firstCost(2)),
  define('drop-right', 'vi', (value, count) => head(value, allBut(value, count)), copies),
  define('list-ref', 'vi', elementAt, walksTo),
  ...ordinals.map((name, i) => define(name, 'v', (value) => elementAt(value, i))),
  define('last', 'p', (pair) => lastPair(pair).car, sizeOf),
  define('last-pair', 'p', lastPair, sizeOf),
  define('memq memv', 'vv', (key, values) => find(values, (car) => isSame(car, key)) ?? false, searchCost),
  define(
    'assq assv',
    'vv',
    (key, pairs) => find(pairs, (pair) => isSame(kinds.p(pair).car, key))?.car ?? false,
    searchCost,
  ),
  predicate('pair?', isPair),
  predicate('null?', (value) => value === emptyList),
  predicate('list?', isList, sizeOf),
  unchangeable('set-car! set-cdr!', 'vv', 'pairs'),
  unchangeable('list-set!', 'vvv', 'pairs'),
];
