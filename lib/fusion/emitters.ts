import { emptyList, Pair, SymbolValue } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';
import { type InstructionSpec } from '../machine/instruction-set.js';
import { Closure } from '../machine/procedures.js';
import { Box } from '../machine/store.js';
import { type Emit } from './context.js';
import { call, tailCall } from './emit-calls.js';
import { jump, jumpIfFalse, returnTop } from './emit-control.js';
import { arithmetic, choose, compared, constant, deciding, negate, stepping } from './emit-values.js';
import {
  getCaptured,
  getLocal,
  getVariable,
  makeBox,
  makeClosure,
  setBox,
  setLocal,
  setVariable,
  unbox,
} from './emit-variables.js';
import { type Item } from './source.js';

// How each instruction is written.

const table: Readonly<Record<string, Emit>> = {
  OP_CONSTANT: constant(),
  OP_NIL: constant(null),
  OP_TRUE: constant(true),
  OP_FALSE: constant(false),
  OP_POP: ({ source }) => {
    source.charge(1);
    source.pop();
  },
  OP_DUP: ({ source }) => {
    source.charge(1);
    source.push(source.stack.at(-1) as Item);
  },
  OP_SWAP: ({ source }) => {
    source.charge(1);
    source.stack.push(...source.popAll(2).reverse());
  },
  OP_ADD: arithmetic((a, b) => `${a} + ${b} + 0`),
  OP_SUBTRACT: arithmetic((a, b) => `${a} - ${b} + 0`),
  OP_MULTIPLY: arithmetic((a, b) => `${a} * ${b} + 0`),
  OP_DIVIDE: arithmetic((a, b) => `${a} / ${b} + 0`),
  OP_MODULO: arithmetic(
    (a, b) => `${a} % ${b} + 0`,
    (a, b) => `${a} >= 0 && ${b} > 0`,
  ),
  OP_POWER: stepping(2),
  OP_NEGATE: negate,
  OP_GREATER: compared('>'),
  OP_LESS: compared('<'),
  OP_GREATER_EQUAL: compared('>='),
  OP_LESS_EQUAL: compared('<='),
  OP_EQUAL: compared('==='),
  OP_NOT_EQUAL: compared('!=='),
  OP_NOT: deciding((a) => `${a} === false`),
  OP_AND: choose((a, b) => `${a} === false ? ${a} : ${b}`),
  OP_OR: choose((a, b) => `${a} === false ? ${b} : ${a}`),
  OP_IS_NUMBER: deciding((a) => `typeof ${a} === 'number' || typeof ${a} === 'bigint'`),
  OP_IS_STRING: deciding((a) => `typeof ${a} === 'string'`),
  OP_IS_BOOL: deciding((a) => `typeof ${a} === 'boolean'`),
  OP_TO_STRING: stepping(1),
  OP_TO_NUMBER: stepping(1),
  OP_PRINT: stepping(1),
  OP_DISPLAY: stepping(1),
  OP_GET_DYNAMIC: stepping(0),
  OP_SET_DYNAMIC: stepping(1),
  OP_DEFINE_VARIABLE: stepping(1),
  OP_GET_VARIABLE: getVariable,
  OP_SET_VARIABLE: setVariable,
  OP_GET_LOCAL: getLocal,
  OP_SET_LOCAL: setLocal,
  OP_GET_CAPTURED: getCaptured,
  OP_GET_CALLEE: ({ source }) => {
    source.charge(1);
    source.push({ text: 'self' });
  },
  OP_CLOSURE: makeClosure,
  OP_BOX: makeBox(1),
  OP_EMPTY_BOX: makeBox(0),
  OP_UNBOX: unbox,
  OP_SET_BOX: setBox,
  OP_JUMP: jump,
  OP_LOOP: jump,
  OP_JUMP_IF_FALSE: jumpIfFalse,
  OP_RETURN: returnTop,
  OP_CALL: call,
  OP_TAIL_CALL: tailCall,
};

// A user's function of values is called as it is; one that costs more is done in the registers.
const lifted: Emit = (context, point) => {
  const { handler, fuel } = point.row;
  const { arity, apply } = handler.lifted as NonNullable<typeof handler.lifted>;
  const { source } = context;
  source.rescueGlobals();
  if (fuel !== 1) {
    stepping(arity, Math.ceil((fuel as number) - 1) + 1)(context, point);
    return;
  }
  source.charge(1);
  const operands = source.popAll(arity);
  const r = source.variable('r');
  source.write(`${r} = m.lifted(${[source.constant(apply), ...operands.map(({ text }) => text)].join()});`);
  source.exitIf(`${r} === X`, ...operands);
  source.give(r);
};

/** How an instruction is written; undefined for one that is the interpreter's. */
export const emitterOf = (opcode: string, row: InstructionSpec): Emit | undefined => {
  if (standardInstructions.get(opcode) === row) return table[opcode];
  return row.handler.lifted !== undefined && typeof row.fuel === 'number' ? lifted : undefined;
};

/** What the text calls by a name of its own. */
export const own: Readonly<Record<string, unknown>> = { C: Closure, B: Box, P: Pair, Y: SymbolValue, N: emptyList };
