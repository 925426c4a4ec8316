import { type Place } from '../data/reader.js';
import { constant, LocalVariable, type Node } from './syntax.js';

// The operators of the instruction table: calls of these names become instructions, unless the name is lexically bound.

type Build = (args: readonly Node[], place: Place | undefined) => Node | undefined;

const operation = (opcode: string, args: readonly Node[], place: Place | undefined): Node => ({
  kind: 'operation',
  opcode,
  args,
  place,
});

// (+ a b c) is ((a + b) + c); with one operand, `alone` says what stands before it.
const chain =
  (opcode: string, unit: Node | undefined, alone: Build): Build =>
  (args, place) => {
    if (args.length === 0) return unit;
    if (args.length === 1) return alone(args, place);
    return args.reduce((left, right) => operation(opcode, [left, right], place));
  };

const after =
  (opcode: string, unit: number): Build =>
  (args, place) =>
    operation(opcode, [constant(unit), ...args], place);

// (< a b c) computes its operands once, then compares all neighbours.
const comparison =
  (opcode: string): Build =>
  (args, place) => {
    if (args.length < 2) return undefined;
    if (args.length === 2) return operation(opcode, args, place);
    const variables = args.map((_, i) => new LocalVariable(`operand ${i}`));
    const locals = variables.map((variable): Node => ({ kind: 'local', variable, place }));
    const tests = locals.slice(1).map((right, i) => operation(opcode, [locals[i] as Node, right], place));
    const all = tests.reduce((left, right) => operation('OP_AND', [left, right], place));
    return { kind: 'let', variables, values: args, body: all };
  };

const exactly =
  (opcode: string, count: number): Build =>
  (args, place) =>
    args.length === count ? operation(opcode, args, place) : undefined;

/** How a call of an operator is built; undefined where it is an ordinary call, for the procedure to judge its arguments. */
export const operators: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['+', chain('OP_ADD', constant(0), after('OP_ADD', 0))],
  ['-', chain('OP_SUBTRACT', undefined, exactly('OP_NEGATE', 1))],
  ['*', chain('OP_MULTIPLY', constant(1), after('OP_MULTIPLY', 1))],
  ['/', chain('OP_DIVIDE', undefined, after('OP_DIVIDE', 1))],
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
