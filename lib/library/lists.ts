import { identityCost, isSame } from '../data/equal.js';
import { VMError } from '../data/error.js';
import { add, multiply, words } from '../data/numbers.js';
import { summary } from '../data/printer.js';
import { emptyList, isList, list, Pair, type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import { elementsOf, indexOf, numberOf, pairOf, pairsIn, primitive, variadic, wrongType } from './define.js';

// Pairs and lists. What walks a list costs its length; what makes pairs costs four for each.

const perPair = 4;

const walks = (value: Value | undefined): number => pairsIn(value);
const walksTo = (value: Value, count: Value): number => pairsIn(value, isCount(count));
const copy = (value: Value): number => perPair * pairsIn(value);
// What is sure to be too much is not counted to its end.
const copies = (lists: readonly Value[], budget: number): number => {
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
  return primitive(name, 1, docOf(path), (value: Value) => {
    let result = value;
    for (const step of steps) {
      const pair = pairOf(name, result);
      result = step === 'a' ? pair.car : pair.cdr;
    }
    return result;
  });
};

const docOf = (path: string): string => {
  if (path === 'a') return 'what a pair holds first';
  if (path === 'd') return 'what a pair holds second; of a list, the rest';
  return `the ${[...path].map((step) => (step === 'a' ? 'car' : 'cdr')).join(' of the ')}`;
};

const paths = [
  'a',
  'd',
  'aa',
  'ad',
  'da',
  'dd',
  'aaa',
  'aad',
  'ada',
  'add',
  'daa',
  'dad',
  'dda',
  'ddd',
  'addd',
  'dddd',
];

const tail = (name: string, value: Value, count: number): Value => {
  let rest = value;
  for (let i = 0; i < count; i += 1) {
    if (!(rest instanceof Pair)) throw new VMError('out-of-range', `${name}: the list is shorter than ${count}`);
    rest = rest.cdr;
  }
  return rest;
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

const searching = (name: string, doc: string): Primitive =>
  primitive(
    name,
    2,
    doc,
    (key: Value, values: Value) => find(values, ({ car }) => isSame(car, key)),
    (key: Value, values: Value) => searchCost(key, values, (car) => car),
  );

const associating = (name: string, doc: string): Primitive =>
  primitive(
    name,
    2,
    doc,
    (key: Value, pairs: Value) => {
      const found = find(pairs, ({ car }) => isSame(pairOf(name, car).car, key));
      return found === false ? false : found.car;
    },
    (key: Value, pairs: Value) => searchCost(key, pairs, (car) => (car instanceof Pair ? car.car : null)),
  );

const joined = (lists: readonly Value[]): Value =>
  lists.slice(0, -1).reduceRight((rest, each) => list(elementsOf('append', each), rest), lists.at(-1) ?? emptyList);

const isCount = (value: Value | undefined): number => (typeof value === 'number' && value > 0 ? value : 0);

const most = 2 ** 21;

const countOf = (name: string, value: Value): number => {
  const count = indexOf(name, value);
  if (count > most) throw new VMError('out-of-range', `${name}: a list of ${count} elements is too long`);
  return count;
};

export const listPrimitives: readonly Primitive[] = [
  primitive('cons', 2, 'a new pair', (car: Value, cdr: Value) => new Pair(car, cdr)),
  ...paths.map(accessor),
  variadic('list', 0, 'a list of its arguments', (values) => list(values), makes),
  variadic(
    'cons*',
    1,
    'its arguments, the last being the rest of the list',
    (values) => list(values.slice(0, -1), values.at(-1)),
    makes,
  ),
  primitive(
    'make-list',
    [1, 2],
    'a list of so many times a value',
    (count: Value, value: Value = null) => list(new Array<Value>(countOf('make-list', count)).fill(value)),
    (count: Value) => perPair * isCount(count),
  ),
  primitive(
    'iota',
    [1, 3],
    'so many numbers, from a start by a step',
    (count: Value, start: Value = 0, step: Value = 1) => {
      const [from, by] = [numberOf('iota', start), numberOf('iota', step)];
      return list(Array.from({ length: countOf('iota', count) }, (_, i) => add(from, multiply(i, by))));
    },
    (count: Value, start: Value = 0, step: Value = 1) => perPair * isCount(count) * (words(start) + words(step)),
  ),
  primitive(
    'length',
    1,
    'the number of elements',
    (value: Value) => {
      if (!isList(value)) throw wrongType('length', 'a list', value);
      return pairsIn(value);
    },
    walks,
  ),
  variadic('append', 0, 'the elements of its arguments in one list', joined, (lists, budget) =>
    copies(lists.slice(0, -1), budget),
  ),
  primitive(
    'reverse',
    1,
    'the elements in the other order',
    (value: Value) => list(elementsOf('reverse', value).reverse()),
    copy,
  ),
  primitive('list-copy', 1, 'a list of the same elements', (value: Value) => value),
  primitive(
    'list-tail',
    2,
    'the list without so many first elements',
    (value: Value, count: Value) => tail('list-tail', value, indexOf('list-tail', count)),
    walksTo,
  ),
  primitive(
    'list-ref',
    2,
    'the element at an index from 0',
    (value: Value, index: Value) => {
      const rest = tail('list-ref', value, indexOf('list-ref', index));
      if (!(rest instanceof Pair))
        throw new VMError('out-of-range', `list-ref: the list has no element ${summary(index)}`);
      return rest.car;
    },
    walksTo,
  ),
  searching('memq', 'the rest of the list that starts with the same value, #f if none'),
  searching('memv', 'the rest of the list that starts with the same value, #f if none'),
  associating('assq', 'the pair whose car is the same value, #f if none'),
  associating('assv', 'the pair whose car is the same value, #f if none'),
  primitive('null?', 1, 'whether it is the empty list', (value: Value) => value === emptyList),
  primitive('pair?', 1, 'whether it is a pair', (value: Value) => value instanceof Pair),
  primitive('list?', 1, 'whether it is a proper list', (value: Value) => isList(value), walks),
];
