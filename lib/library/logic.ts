import { identityCost, isSame } from '../data/equal.js';
import { VMError } from '../data/error.js';
import { features } from '../data/features.js';
import { EndOfFile, endOfFile, ErrorObject, MultipleValues } from '../data/objects.js';
import { summary } from '../data/printer.js';
import { isTrue, list, Procedure, SymbolValue, type Value } from '../data/values.js';
import { type Definition } from '../machine/library.js';
import { allCost, pairsIn, sizeOf, total } from './costs.js';
import { define, kinds, pairwise, predicate, primitive } from './define.js';

// Booleans, identity, errors, several values, and what is left.

const perIrritant = 16;

// An error as text: the message, then what it is about.
const errorText = (message: Value, irritants: readonly Value[]): string =>
  [typeof message === 'string' ? message : summary(message), ...irritants.map((each) => summary(each))].join(' ');

const raised = (cause: Value): VMError => {
  if (!(cause instanceof ErrorObject)) return new VMError('user-raised', `raised: ${summary(cause)}`, {}, { cause });
  const { code, message, irritants, place } = cause;
  return new VMError(code, errorText(message, kinds.l(irritants)), place, { cause });
};

export const logicPrimitives: readonly Definition[] = [
  predicate('not', (value) => !isTrue(value)),
  predicate('boolean?', (value) => typeof value === 'boolean'),
  predicate('nil?', (value) => value === null),
  predicate('procedure?', (value) => value instanceof Procedure),
  predicate('eof-object?', (value) => value instanceof EndOfFile),
  define('boolean=?', 'b+', pairwise(Object.is), allCost(1)),
  primitive('eq? eqv?', 2, isSame, identityCost),
  define('eof-object', '', () => endOfFile),
  define('features', '', () => list(features.map((name) => new SymbolValue(name)))),
  define(
    'values %values',
    'v*',
    (values) => (values.length === 1 ? (values[0] as Value) : new MultipleValues(values)),
    (values: readonly Value[]) => values.length,
  ),
  define(
    '%values->list',
    'v',
    (value) => list(value instanceof MultipleValues ? value.values : [value]),
    (value: Value) => (value instanceof MultipleValues ? 4 * value.values.length : 0),
  ),
  define(
    'error',
    'v+',
    ([message = '', ...irritants]) => {
      throw raised(new ErrorObject('user-raised', message, list(irritants)));
    },
    (args: readonly Value[], budget: number) => total(args, (each) => perIrritant + sizeOf(each), budget),
  ),
  // What is raised again keeps its code and its words.
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
  define('error-object-message', 'e', ({ message }) => message),
  define('error-object-irritants', 'e', ({ irritants }) => irritants),
  define('error-object-code', 'e', ({ code }) => new SymbolValue(code)),
];
