import { VMError } from '../data/error.js';
import { ErrorObject } from '../data/objects.js';
import { summary } from '../data/printer.js';
import { emptyList, isList, list, Pair, Procedure, type Value } from '../data/values.js';
import { Dynamic } from '../machine/dynamic.js';
import { type Definition } from '../machine/library.js';
import { Closure } from '../machine/procedures.js';
import { pairsIn, sizeOf } from './costs.js';
import { define, kinds, primitive, wrongType } from './define.js';
import { allInFront, tail } from './lists.js';
import { Parameter } from './parameters.js';

// What control.scm is written with: the dynamic environment taken apart and put together, parameters, case-lambda.

const empty = new Dynamic(null, emptyList, emptyList, emptyList, false, null);

const dynamicOf = (value: Value): Dynamic => (value instanceof Dynamic ? value : empty);

const withHandlers = (value: Value, handlers: Value, catcher: Value): Dynamic => {
  if (!(catcher instanceof Closure)) throw wrongType('with-exception-handler', 'a procedure of the language', catcher);
  const { winds, parameters, isHandling, rewinder } = dynamicOf(value);
  return new Dynamic(handlers === emptyList ? null : catcher, handlers, winds, parameters, isHandling, rewinder);
};

const withWinds = (value: Value, winds: Value, rewinder: Value): Dynamic => {
  if (!(rewinder instanceof Closure)) throw wrongType('dynamic-wind', 'a procedure of the language', rewinder);
  const { catcher, handlers, parameters, isHandling } = dynamicOf(value);
  return new Dynamic(catcher, handlers, winds, parameters, isHandling, rewinder);
};

const withParameters = (value: Value, bindings: readonly Value[]): Dynamic => {
  const { catcher, handlers, winds, parameters, isHandling, rewinder } = dynamicOf(value);
  return new Dynamic(catcher, handlers, winds, list(bindings, parameters), isHandling, rewinder);
};

const converterOf = (value: Value): Value => {
  if (!(value instanceof Parameter)) throw wrongType('parameterize', 'a parameter', value);
  return value.converter;
};

// The winds that two continuations have in common: the longest tail of both.
const common = (a: Value, b: Value): Value => {
  const longer = pairsIn(a) - pairsIn(b);
  let left = tail(a, Math.max(0, longer));
  let right = tail(b, Math.max(0, -longer));
  while (left !== right && left instanceof Pair && right instanceof Pair) {
    left = left.cdr;
    right = right.cdr;
  }
  return left === right ? left : emptyList;
};

// Whether a clause of case-lambda takes so many arguments.
const takes = (clause: Value, count: number): boolean => {
  if (!(clause instanceof Closure)) return true;
  const { params, rest } = clause.code;
  return rest === null ? count === params.length : count >= params.length;
};

const clauseFor = (clauses: Value, count: number): Value => {
  for (let rest = clauses; rest instanceof Pair; rest = rest.cdr) if (takes(rest.car, count)) return rest.car;
  throw new VMError('arity-error', `case-lambda has no clause for ${count} arguments`);
};

// (a b (c d)) to (a b c d): the arguments of apply, the last of which is a list.
const spread = (args: Value): Value => (args instanceof Pair ? allInFront([...args]) : args);

const returned = (raised: Value): never => {
  const what = raised instanceof ErrorObject ? summary(raised.message) : summary(raised);
  throw new VMError('user-raised', `a handler returned from what cannot be continued: ${what}`);
};

// A check in the name of a procedure of the library that is given a value.
const checking = (
  name: string,
  wanted: string,
  test: (value: Value) => boolean,
  fuel?: (name: Value, value: Value) => number,
): Definition =>
  primitive(
    name,
    2,
    (user: Value, value: Value) => {
      if (!test(value)) throw wrongType(kinds.s(user), wanted, value);
      return value;
    },
    fuel,
  );

export const controlPrimitives: readonly Definition[] = [
  primitive('%handlers', 1, (dynamic: Value) => dynamicOf(dynamic).handlers),
  primitive('%with-handlers', 3, withHandlers),
  primitive('%winds', 1, (dynamic: Value) => dynamicOf(dynamic).winds),
  primitive('%with-winds', 3, withWinds),
  primitive('%common', 2, common, (a: Value, b: Value) => pairsIn(a) + pairsIn(b)),
  define('%with-parameters', 'vl', withParameters),
  primitive('%parameter', 2, (initial: Value, converter: Value) => new Parameter(initial, converter)),
  primitive('%converter', 1, converterOf),
  checking('%procedure', 'a procedure', (value) => value instanceof Procedure),
  checking('%list', 'a list', isList, (_name, value) => sizeOf(value)),
  define('%clause', 'vi', clauseFor, sizeOf),
  primitive('%spread', 1, spread, sizeOf),
  primitive('%returned', 1, returned),
];
