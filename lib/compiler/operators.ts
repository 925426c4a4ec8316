import { type Place } from '../data/reader.js';
import { binding, Constant, type Node, operation, reading } from './node.js';
import { LocalVariable } from './variable.js';

// The operators of the instruction table: calls of these names become instructions, unless the name is lexically bound.

/** The instruction of an operator, how many operands it may have, and what stands for those that are missing. */
type Operator = readonly [opcode: string, least: number, most: number, unit?: number];

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

/** The call of an operator; undefined where it is an ordinary call, for the procedure to judge its arguments. */
export const operatorCall = (name: string, args: readonly Node[], place: Place | undefined): Node | undefined => {
  const { length } = args;
  if (name === '-' && length === 1) return operation('OP_NEGATE', args, place);
  const [opcode = '', least = Infinity, most = 0, unit] = operators.get(name) ?? [];
  if (length < least || length > most) return undefined;
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
