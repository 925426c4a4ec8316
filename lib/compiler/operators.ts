import { type Place } from '../data/placed.js';
import { binding } from './control.js';
import { Constant, type Node, operation, reading } from './node.js';
import { LocalVariable } from './variable.js';

// The operators of the instruction table: calls of these names become instructions, unless the name is lexically bound.

/** The instruction of an operator, how many operands it may have, and what stands for those that are missing. */
export type Operator = readonly [opcode: string, least: number, most: number, unit?: number];

export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['+', ['OP_ADD', 0, Infinity, 0]],
  ['-', ['OP_SUBTRACT', 2, Infinity, 0]],
  ['*', ['OP_MULTIPLY', 0, Infinity, 1]],
  ['/', ['OP_DIVIDE', 1, Infinity, 1]],
  ['%', ['OP_MODULO', 2, 2]],
  ['**', ['OP_POWER', 2, 2]],
  ['>', ['OP_GREATER', 2, Infinity]],
  ['<', ['OP_LESS', 2, Infinity]],
  ['=', ['OP_EQUAL', 2, Infinity]],
  ['>=', ['OP_GREATER_EQUAL', 2, Infinity]],
  ['<=', ['OP_LESS_EQUAL', 2, Infinity]],
  ['!=', ['OP_NOT_EQUAL', 2, 2]],
  ['not', ['OP_NOT', 1, 1]],
]);

const negation: Operator = ['OP_NEGATE', 1, 1];

/** The operator of a name; undefined where a call is an ordinary one, for the procedure to judge its arguments. */
export const operatorOf = (name: string, length: number): Operator | undefined => {
  const operator = operators.get(name);
  if (operator === undefined) return undefined;
  if (length >= operator[1] && length <= operator[2]) return operator;
  return name === '-' && length === 1 ? negation : undefined;
};

/** The call of an operator with arguments of which it may have so many. */
export const operatorCall = (operator: Operator, args: readonly Node[], place: Place | undefined): Node => {
  const { length } = args;
  const opcode = operator[0];
  const unit = operator[3];
  if (length === 2) return operation(opcode, args, place);
  if (unit === undefined) return length < 3 ? operation(opcode, args, place) : comparison(opcode, args, place);
  // (+ a) is (0 + a), and (+) is 0.
  return inRow(opcode, length > 1 ? args : [new Constant(unit), ...args], place);
};

// (+ a b c) is ((a + b) + c).
const inRow = (opcode: string, args: readonly Node[], place: Place | undefined): Node =>
  args.reduce((left, right) => operation(opcode, [left, right], place));

// (< a b c) computes its operands once, then compares all neighbours.
const comparison = (opcode: string, args: readonly Node[], place: Place | undefined): Node => {
  const variables = args.map(() => new LocalVariable('operand'));
  const [first, ...others] = variables.map((variable) => reading(variable)) as [Node, ...Node[]];
  const tests = others.map((right, i) => operation(opcode, [others[i - 1] ?? first, right], place));
  return binding(variables, args, inRow('OP_AND', tests, place));
};
