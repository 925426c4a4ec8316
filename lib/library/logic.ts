import { identityCost, isSame } from '../data/equal.js';
import { isTrue, Procedure, type Value } from '../data/values.js';
import { type Primitive } from '../machine/procedures.js';
import { primitive } from './define.js';

// Booleans, identity, and what is left.

export const logicPrimitives: readonly Primitive[] = [
  primitive('not', 1, 'whether it is false', (value: Value) => !isTrue(value)),
  primitive('boolean?', 1, 'whether it is a boolean', (value: Value) => typeof value === 'boolean'),
  primitive('nil?', 1, 'whether it is nil', (value: Value) => value === null),
  primitive('procedure?', 1, 'whether it can be called', (value: Value) => value instanceof Procedure),
  primitive('eq?', 2, 'whether they are the same value', isSame, identityCost),
  primitive('eqv?', 2, 'whether they are the same value', isSame, identityCost),
];
