import { VMError } from '../data/error.js';
import { ErrorObject } from '../data/objects.js';
import { summary } from '../data/printer.js';
import { emptyList, isList, list, Pair, Procedure, type Value } from '../data/values.js';
import { Dynamic } from '../machine/dynamic.js';
import { Closure, Operation, Primitive } from '../machine/procedures.js';
import { elementsOf, indexOf, pairsIn, primitive, stringOf, wrongType } from './define.js';
import { Parameter } from './parameters.js';

// What control.scm is written with: the dynamic environment taken apart and put together, parameters, case-lambda.

const empty = new Dynamic(null, emptyList, emptyList, emptyList, false);

const dynamicOf = (value: Value): Dynamic => (value instanceof Dynamic ? value : empty);

const procedureOf = (name: string, value: Value): Procedure => {
  if (!(value instanceof Procedure)) throw wrongType(name, 'a procedure', value);
  return value;
};

const parameterOf = (value: Value): Parameter => {
  if (!(value instanceof Parameter)) throw wrongType('parameterize', 'a parameter', value);
  return value;
};

const withHandlers = (value: Value, handlers: Value, catcher: Value): Dynamic => {
  const { winds, parameters, isHandling } = dynamicOf(value);
  if (!(catcher instanceof Closure)) throw wrongType('with-exception-handler', 'a procedure of the language', catcher);
  return new Dynamic(handlers === emptyList ? null : catcher, handlers, winds, parameters, isHandling);
};

// The winds that two continuations have in common: the longest tail of both.
const common = (a: Value, b: Value): Value => {
  const [long, short] = [pairsIn(a), pairsIn(b)];
  const drop = (rest: Value, count: number): Value => {
    let from = rest;
    for (let i = 0; i < count; i += 1) from = (from as Pair).cdr;
    return from;
  };
  let left = drop(a, Math.max(0, long - short));
  let right = drop(b, Math.max(0, short - long));
  while (left !== right && left instanceof Pair && right instanceof Pair) {
    left = left.cdr;
    right = right.cdr;
  }
  return left === right ? left : emptyList;
};

// Whether a procedure takes so many arguments.
const takes = (procedure: Value, count: number): boolean => {
  if (procedure instanceof Closure) {
    const { params, rest } = procedure.code;
    return rest === null ? count === params.length : count >= params.length;
  }
  if (procedure instanceof Primitive) return count >= procedure.least && count <= procedure.most;
  return procedure instanceof Operation;
};

const clauseFor = (clauses: Value, argc: Value): Value => {
  const count = indexOf('case-lambda', argc);
  for (let rest = clauses; rest instanceof Pair; rest = rest.cdr) if (takes(rest.car, count)) return rest.car;
  throw new VMError('arity-error', `case-lambda has no clause for ${count} arguments`);
};

// (a b (c d)) to (a b c d): the arguments of apply, the last of which is a list.
const spread = (args: Value): Value => {
  if (!(args instanceof Pair)) return args;
  const all = [...args];
  return list(all.slice(0, -1), all.at(-1));
};

const returned = (raised: Value): never => {
  const what = raised instanceof ErrorObject ? summary(raised.message) : summary(raised);
  throw new VMError('user-raised', `the handler returned, and what was raised cannot be continued: ${what}`);
};

export const controlPrimitives: readonly (Primitive | Operation)[] = [
  primitive('%handlers', 1, (dynamic: Value) => dynamicOf(dynamic).handlers),
  primitive('%with-handlers', 3, withHandlers),
  primitive('%winds', 1, (dynamic: Value) => dynamicOf(dynamic).winds),
  primitive('%with-winds', 2, (dynamic: Value, winds: Value) => {
    const { catcher, handlers, parameters, isHandling } = dynamicOf(dynamic);
    return new Dynamic(catcher, handlers, winds, parameters, isHandling);
  }),
  primitive('%common', 2, common, (a: Value, b: Value) => pairsIn(a) + pairsIn(b)),
  primitive('%with-parameters', 2, (dynamic: Value, bindings: Value) => {
    const { catcher, handlers, winds, parameters, isHandling } = dynamicOf(dynamic);
    return new Dynamic(catcher, handlers, winds, list(elementsOf('parameterize', bindings), parameters), isHandling);
  }),
  primitive('%parameter', 2, (initial: Value, converter: Value) => new Parameter(initial, converter)),
  primitive('%converter', 1, (parameter: Value) => parameterOf(parameter).converter),
  primitive('%procedure', 2, (name: Value, value: Value) => procedureOf(stringOf('%procedure', name), value)),
  primitive(
    '%list',
    2,
    (name: Value, value: Value) => {
      if (!isList(value)) throw wrongType(stringOf('%list', name), 'a list', value);
      return value;
    },
    (_name: Value, value: Value) => pairsIn(value),
  ),
  primitive('%clause', 2, clauseFor, pairsIn),
  primitive('%spread', 1, spread, pairsIn),
  primitive('%returned', 1, returned),
];
