import { type Value } from '../data/values.js';
import { type Capture, type Code } from '../machine/code.js';
import { Continuation } from '../machine/continuation.js';
import { Closure, Primitive } from '../machine/procedures.js';
import { drop } from '../machine/stack.js';
import { noLocals, type VMState } from '../machine/state.js';
import { Box } from '../machine/store.js';
import { type VariableReference } from '../machine/variables.js';
import { contentOf } from './variables.js';

// What instructions put on the stack, as functions of the state before them. Nothing is changed by reading, so what
// cannot be read is left to the instructions themselves, which know what to say of it.

/** Reads a value of a state; undefined where the instructions have to be run one by one. */
export type Read = (state: VMState) => Value | undefined;

/** What an instruction puts on the stack that takes nothing from it, by its opcode. */
export const sources: Readonly<Record<string, (operand: unknown) => Read>> = {
  OP_NIL: () => () => null,
  OP_TRUE: () => () => true,
  OP_FALSE: () => () => false,
  OP_CONSTANT: (operand) => () => operand as Value,
  OP_GET_LOCAL: (operand) => {
    const index = operand as number;
    return ({ locals }) => (index < locals.length ? locals[index] : undefined);
  },
  OP_GET_CAPTURED: (operand) => {
    const index = operand as number;
    return ({ closure }) => closure?.captured[index];
  },
  OP_GET_CALLEE:
    () =>
    ({ closure }) =>
      closure ?? undefined,
  OP_GET_VARIABLE: (operand) => {
    const reference = operand as VariableReference;
    return ({ world: { variables } }) => variables.at(reference.slotIn(variables.names));
  },
  OP_CLOSURE: (operand) => closureOf(operand as Code),
  OP_CAPTURE:
    () =>
    ({ frame, world }) =>
      new Continuation(frame, world.dynamic),
};

/** The values of several; few are put into a literal, which the engine makes at once, and with elements of any kind. */
export const readAll = (reads: readonly Read[], state: VMState): Value[] | undefined => {
  const { length } = reads;
  if (length === 0) return noLocals as Value[];
  const a = (reads[0] as Read)(state);
  if (a === undefined) return undefined;
  if (length === 1) return [a];
  const b = (reads[1] as Read)(state);
  if (b === undefined) return undefined;
  if (length === 2) return [a, b];
  const c = (reads[2] as Read)(state);
  if (c === undefined) return undefined;
  const values = [a, b, c];
  for (let i = 3; i < length; i += 1) {
    const value = (reads[i] as Read)(state);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
};

const closureOf = (code: Code): Read => {
  const captures = code.captures.map(capturedBy);
  return (state) => {
    const values = readAll(captures, state);
    return values && new Closure(code, values);
  };
};

const capturedBy = ([kind, index]: Capture): Read =>
  (sources[kind === 'callee' ? 'OP_GET_CALLEE' : kind === 'local' ? 'OP_GET_LOCAL' : 'OP_GET_CAPTURED'] as Source)(
    index,
  );

type Source = (operand: unknown) => Read;

/** The value at a depth of the stack, 0 being the top. */
export const atDepth = (depth: number): Read => {
  if (depth === 0) return ({ stack }) => stack.top;
  if (depth === 1) return ({ stack }) => stack.below?.top;
  return ({ stack }) => (depth < stack.length ? drop(stack, depth).top : undefined);
};

/** The box that a value is, where it is one of this actor. */
export const boxOf = (value: Value | undefined, { world }: VMState): Box | undefined =>
  value instanceof Box && world.store.owns(value) ? value : undefined;

/** What an instruction makes of the top, by its opcode. */
export const unary: Readonly<Record<string, (read: Read) => Read>> = {
  OP_UNBOX: (read) => (state) => {
    const box = boxOf(read(state), state);
    return box && contentOf(box, state.world.store);
  },
  OP_NOT: (read) => (state) => {
    const value = read(state);
    return value === undefined ? undefined : value === false;
  },
};

const limit = Number.MAX_SAFE_INTEGER;

// Each is written out, so that the engine fits it to what it is used for.
const inRange = (result: number): number | undefined => (result <= limit && result >= -limit ? result + 0 : undefined);

/** What an instruction makes of the two topmost values, by its opcode: of numbers whose result is in range. */
export const binary: Readonly<Record<string, (left: Read, right: Read) => Read>> = {
  OP_ADD: (left, right) => (state) => {
    const a = left(state);
    const b = right(state);
    return typeof a === 'number' && typeof b === 'number' ? inRange(a + b) : undefined;
  },
  OP_SUBTRACT: (left, right) => (state) => {
    const a = left(state);
    const b = right(state);
    return typeof a === 'number' && typeof b === 'number' ? inRange(a - b) : undefined;
  },
  OP_MULTIPLY: (left, right) => (state) => {
    const a = left(state);
    const b = right(state);
    return typeof a === 'number' && typeof b === 'number' ? inRange(a * b) : undefined;
  },
  OP_EQUAL: (left, right) => (state) => {
    const a = left(state);
    const b = right(state);
    return typeof a === 'number' && typeof b === 'number' ? a === b : undefined;
  },
  OP_LESS: (left, right) => (state) => {
    const a = left(state);
    const b = right(state);
    return typeof a === 'number' && typeof b === 'number' ? a < b : undefined;
  },
  OP_GREATER: (left, right) => (state) => {
    const a = left(state);
    const b = right(state);
    return typeof a === 'number' && typeof b === 'number' ? a > b : undefined;
  },
  OP_LESS_EQUAL: (left, right) => (state) => {
    const a = left(state);
    const b = right(state);
    return typeof a === 'number' && typeof b === 'number' ? a <= b : undefined;
  },
  OP_GREATER_EQUAL: (left, right) => (state) => {
    const a = left(state);
    const b = right(state);
    return typeof a === 'number' && typeof b === 'number' ? a >= b : undefined;
  },
};

/** Whether a procedure computes a value of one or two others, and that is all. */
export const isPlainPrimitive = (procedure: Value | undefined, count: number): procedure is Primitive =>
  procedure instanceof Primitive &&
  !procedure.isHost &&
  procedure.cost === undefined &&
  procedure.passing === 'each' &&
  count >= Math.max(1, procedure.least) &&
  count <= Math.min(2, procedure.most);

/** What a primitive makes of values, for as long as it is what is called. */
export const primitiveCall = (primitive: Primitive, callee: Read, [first, second]: readonly Read[]): Read => {
  const apply = primitive.apply as (...args: readonly Value[]) => Value;
  return (state) => {
    const a = (first as Read)(state);
    const b = second?.(state);
    if (callee(state) !== primitive || a === undefined || (second !== undefined && b === undefined)) return undefined;
    try {
      return second === undefined ? apply(a) : apply(a, b as Value);
    } catch {
      return undefined;
    }
  };
};
