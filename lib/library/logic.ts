import { identityCost, isSame } from '../data/equal.js';
import { VMError } from '../data/error.js';
import { features } from '../data/features.js';
import { EndOfFile, endOfFile, ErrorObject, MultipleValues } from '../data/objects.js';
import { summary } from '../data/printer.js';
import { isTrue, list, Procedure, SymbolValue, type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import { comparing, elementsOf, pairsIn, predicate, primitive, textsCost, variadic, wrongType } from './define.js';

// Booleans, identity, errors, several values, and what is left.

const booleanOf = (name: string, value: Value): boolean => {
  if (typeof value !== 'boolean') throw wrongType(name, 'a boolean', value);
  return value;
};

const identity = (name: string): Primitive => primitive(name, 2, isSame, identityCost);

const perIrritant = 16;

// An error as text: the message, then what it is about.
const errorText = (message: Value, irritants: readonly Value[]): string =>
  [typeof message === 'string' ? message : summary(message), ...irritants.map((each) => summary(each))].join(' ');

const raised = (cause: Value): VMError => {
  if (!(cause instanceof ErrorObject)) return new VMError('user-raised', `raised: ${summary(cause)}`, {}, { cause });
  const { code, message, irritants, place } = cause;
  return new VMError(code, errorText(message, elementsOf('raise', irritants)), place, { cause });
};

const errorPart = (name: string, part: (error: ErrorObject) => Value): Primitive =>
  primitive(name, 1, (value: Value) => {
    if (!(value instanceof ErrorObject)) throw wrongType(name, 'an error object', value);
    return part(value);
  });

export const logicPrimitives: readonly Primitive[] = [
  predicate('not', (value) => !isTrue(value)),
  predicate('boolean?', (value) => typeof value === 'boolean'),
  predicate('nil?', (value) => value === null),
  predicate('procedure?', (value) => value instanceof Procedure),
  predicate('eof-object?', (value) => value instanceof EndOfFile),
  comparing('boolean=?', booleanOf, Object.is, (args) => args.length >> 2),
  identity('eq?'),
  identity('eqv?'),
  primitive('eof-object', 0, () => endOfFile),
  primitive('features', 0, () => list(features.map((name) => new SymbolValue(name)))),
  variadic(
    'values',
    0,
    (args) => (args.length === 1 ? (args[0] as Value) : new MultipleValues([...args])),
    (args) => args.length,
  ),
  primitive(
    '%values->list',
    1,
    (value: Value) => list(value instanceof MultipleValues ? value.values : [value]),
    (value: Value) => (value instanceof MultipleValues ? 4 * value.values.length : 0),
  ),
  variadic(
    'error',
    1,
    ([message = '', ...irritants]) => {
      throw raised(new ErrorObject('user-raised', message, list(irritants)));
    },
    (args) => textsCost(args) + perIrritant * args.length,
  ),
  primitive(
    'raise',
    1,
    (value: Value) => {
      throw raised(value);
    },
    (value: Value) => (value instanceof ErrorObject ? perIrritant * pairsIn(value.irritants) : 0),
  ),
  predicate('error-object?', (value) => value instanceof ErrorObject),
  predicate('read-error?', (value) => value instanceof ErrorObject && value.code === 'read-error'),
  predicate('file-error?', () => false),
  errorPart('error-object-message', ({ message }) => message),
  errorPart('error-object-irritants', ({ irritants }) => irritants),
  errorPart('error-object-code', ({ code }) => new SymbolValue(code)),
];
