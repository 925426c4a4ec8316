import { type Place } from '../data/reader.js';
import { binding, Constant, type Node, operation, reading } from './node.js';
import { LocalVariable } from './variable.js';

// The operators of the instruction table: calls of these names become instructions, unless the name is lexically bound.

type Build = (args: readonly Node[], place: Place | undefined) => Node | undefined;

const exactly =
  (opcode: string, count: number): Build =>
  (args, place) =>
    args.length === count ? operation(opcode, args, place) : undefined;

// (+ a b c) is ((a + b) + c); (+ a) is (0 + a), and (+) is 0 where nothing is allowed.
const chain =
  (opcode: string, unit: number, least: number): Build =>
  (args, place) => {
    if (args.length < least) return undefined;
    if (args.length > 1) return operation(opcode, args, place);
    const alone = new Constant(unit);
    return args.length === 0 ? alone : operation(opcode, [alone, ...args], place);
  };

const negate = exactly('OP_NEGATE', 1);
const subtract = chain('OP_SUBTRACT', 0, 2);

// (< a b c) computes its operands once, then compares all neighbours.
const comparison =
  (opcode: string): Build =>
  (args, place) => {
    if (args.length < 3) return exactly(opcode, 2)(args, place);
    const variables = args.map(() => new LocalVariable('operand'));
    const [first, ...others] = variables.map((variable) => reading(variable)) as [Node, ...Node[]];
    const tests = others.map((right, i) => operation(opcode, [others[i - 1] ?? first, right], place));
    return binding(variables, args, operation('OP_AND', tests, place));
  };

/** How a call of an operator is built; undefined where it is an ordinary call, for the procedure to judge its arguments. */
export const operators: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['+', chain('OP_ADD', 0, 0)],
  ['-', (args, place) => negate(args, place) ?? subtract(args, place)],
  ['*', chain('OP_MULTIPLY', 1, 0)],
  ['/', chain('OP_DIVIDE', 1, 1)],
  ['%', exactly('OP_MODULO', 2)],
  ['**', exactly('OP_POWER', 2)],
  ['>', comparison('OP_GREATER')],
  ['<', comparison('OP_LESS')],
  ['=', comparison('OP_EQUAL')],
  ['>=', comparison('OP_GREATER_EQUAL')],
  ['<=', comparison('OP_LESS_EQUAL')],
  ['!=', exactly('OP_NOT_EQUAL', 2)],
  ['not', exactly('OP_NOT', 1)],
]);
