import { VMError } from '../data/error.js';
import { type Page, pageMask } from '../data/pages.js';
import { type Value } from '../data/values.js';
import { withRoom, written } from '../machine/room.js';
import { afford } from '../machine/execute.js';
import { unbound } from '../machine/helpers.js';
import { type Execute, type Instruction } from '../machine/instruction.js';
import { type Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { give, go, need } from '../machine/step.js';
import { Box, type Store } from '../machine/store.js';
import { type VariableReference } from '../machine/variables.js';
import { type Rows, step } from './row.js';

// Variables, locals, captured values and boxes. Variables and boxes are written in place while no state that could see
// it has left the machine.

const defineVariable: Execute = (state, { next, operand }) => {
  const stack = need(state, 1);
  const defined = assigned(state, operand as VariableReference, stack.top as Value);
  return go(withRoom(defined, 0), next, stack.below as Stack);
};

const assigned = (state: VMState, reference: VariableReference, value: Value): VMState => {
  const { variables, store } = state.world;
  const writable = variables.writable();
  writable.defineReferred(reference, value);
  return written(state, store, writable);
};

const getVariable: Execute = (state, { next, operand }) => {
  const reference = operand as VariableReference;
  const { variables } = state.world;
  const value = variables.at(reference.slotIn(variables.names));
  if (value === undefined) throw unbound(reference.name);
  return give(state, next, state.stack, value);
};

const setVariable: Execute = (state, { next, operand }) => {
  const stack = need(state, 1);
  const reference = operand as VariableReference;
  const { variables } = state;
  if (variables.at(reference.slotIn(variables.names)) === undefined) throw unbound(reference.name);
  return go(assigned(state, reference, stack.top as Value), next, stack.below as Stack);
};

/** The value that lies somewhere. Faults: `unbound-variable` where it is not there yet. */
export const initialised = (value: Value | undefined, place: string, index?: number): Value => {
  if (value === undefined)
    throw new VMError('unbound-variable', `${place} ${index ?? ''} is read before it has a value`);
  return value;
};

const getLocal: Execute = (state, { next, operand }) => {
  const index = operand as number;
  const { locals } = state;
  const value = index < locals.length ? locals[index] : undefined;
  return give(state, next, state.stack, initialised(value, 'local', index));
};

// Most are few. An array that is written to behind its end takes room for sixteen more.
export const copied = (locals: readonly Value[], length: number): Value[] => {
  const a = locals[0] as Value;
  if (length === 1) return [a];
  const b = locals[1] as Value;
  if (length === 2) return [a, b];
  const c = locals[2] as Value;
  if (length === 3) return [a, b, c];
  return length === 4 ? [a, b, c, locals[3] as Value] : locals.slice();
};

const setLocal: Execute = (state, { next, operand }) => {
  const stack = need(state, 1);
  const index = operand as number;
  const { closure, frame } = state;
  if (index > state.locals.length) throw new VMError('bad-operand', `local ${index} too early`);
  const { length } = state.locals;
  const { gas, world } = length < 8 ? state : afford(state, length >> 3);
  const locals = copied(state.locals, Math.max(length, index + 1));
  locals[index] = stack.top as Value;
  return new VMState(next, stack.below as Stack, locals, closure, frame, gas - 1, world);
};

const getCaptured: Execute = (state, { next, operand }) => {
  const index = operand as number;
  return give(state, next, state.stack, initialised(state.closure?.captured[index], 'captured', index));
};

const getCallee: Execute = (state, { next }) =>
  give(state, next, state.stack, initialised(state.closure ?? undefined, 'callee'));

const boxCost = 3;

const makeBox = (state: VMState, content: Value | undefined, below: Stack, next: Instruction | null): VMState => {
  const roomy = withRoom(state, 1);
  const store = roomy.world.store.writable();
  const made = store.box(content);
  return give(written(roomy, store), next, below, made, boxCost);
};

const box: Execute = (state, { next }) => {
  const stack = need(state, 1);
  return makeBox(state, stack.top, stack.below as Stack, next);
};

const emptyBox: Execute = (state, { next }) => makeBox(state, undefined, state.stack, next);

export const own = ({ world }: VMState, value: Value): Box => {
  if (!(value instanceof Box) || !world.store.owns(value)) {
    throw new VMError('type-error', 'a value belongs to another actor');
  }
  return value;
};

// The page of a box, where it may be written in place; it is looked up once for each run of writes.
const pageFor = ({ page }: Box, { owner }: Store): Page | null => (page?.owner === owner ? page : null);

/** The value of a box; undefined where it has none yet. */
export const contentOf = (box: Box, store: Store): Value | undefined => {
  const page = pageFor(box, store);
  return page === null ? store.read(box.address) : (page.items[box.address & pageMask] as Value | undefined);
};

const unbox: Execute = (state, { next }) => {
  const stack = need(state, 1);
  const content = contentOf(own(state, stack.top as Value), state.world.store);
  return give(state, next, stack.below as Stack, initialised(content, 'variable'));
};

/** The state with a value in a box; so much fuel is spent. */
export const assign = (
  state: VMState,
  next: Instruction | null,
  below: Stack,
  box: Box,
  value: Value,
  cost: number,
): VMState => {
  const store = state.world.store.writable();
  const page = pageFor(box, store);
  if (page !== null) page.items[box.address & pageMask] = value;
  else {
    store.write(box.address, value);
    box.page = store.pageOf(box.address);
  }
  return go(written(state, store), next, below, cost);
};

const setBox: Execute = (state, { next }) => {
  const stack = need(state, 2);
  const below = stack.below as Stack;
  return assign(state, next, below.below as Stack, own(state, stack.top as Value), below.top as Value, 1);
};

export const variableRows = (): Rows => ({
  OP_DEFINE_VARIABLE: step(1, 0, defineVariable, 'name'),
  OP_GET_VARIABLE: step(0, 1, getVariable, 'name'),
  OP_SET_VARIABLE: step(1, 0, setVariable, 'name'),
});

export const localRows = (): Rows => ({
  OP_GET_LOCAL: step(0, 1, getLocal, 'index'),
  OP_SET_LOCAL: step(1, 0, setLocal, 'index'),
  OP_GET_CAPTURED: step(0, 1, getCaptured, 'index'),
  OP_GET_CALLEE: step(0, 1, getCallee),
  OP_BOX: step(1, 1, box),
  OP_EMPTY_BOX: step(0, 1, emptyBox),
  OP_UNBOX: step(1, 1, unbox),
  OP_SET_BOX: step(2, 0, setBox),
});
