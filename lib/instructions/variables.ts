import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { underflow } from '../machine/call.js';
import { collect } from '../machine/collect.js';
import { unbound } from '../machine/helpers.js';
import { type Execute } from '../machine/instruction.js';
import { Stack } from '../machine/stack.js';
import { VMState, type World } from '../machine/state.js';
import { Box, type Store } from '../machine/store.js';
import { type VariableReference, type Variables } from '../machine/variables.js';
import { type Row, step } from './row.js';

// Variables, locals, captured values and boxes. Variables and boxes are written in place while no state that could see
// it has left the machine.

const storeLimit = (world: World): VMError =>
  new VMError('store-limit', `more than ${world.limits.store} variables and cells are alive`);

const replaceWorld = (world: World, variables: Variables, store: Store): World =>
  variables === world.variables && store === world.store ? world : world.with({ variables, store });

const defineVariable: Execute = ({ stack, locals, closure, frame, gas, world }, { next, operand }) => {
  if (stack.length < 1) throw underflow(1, stack);
  const variables = world.variables.writable();
  variables.define((operand as VariableReference).name, stack.top as Value);
  if (variables.size + world.store.size > world.limits.store) throw storeLimit(world);
  const changed = replaceWorld(world, variables, world.store);
  return new VMState(next, stack.below as Stack, locals, closure, frame, gas - 1, changed);
};

const getVariable: Execute = ({ stack, locals, closure, frame, gas, world }, { next, operand }) => {
  const reference = operand as VariableReference;
  const { variables } = world;
  const value = variables.at(reference.slotIn(variables.names));
  if (value === undefined) throw unbound(reference.name);
  return new VMState(next, new Stack(value, stack, stack.length + 1), locals, closure, frame, gas - 1, world);
};

const setVariable: Execute = ({ stack, locals, closure, frame, gas, world }, { next, operand }) => {
  if (stack.length < 1) throw underflow(1, stack);
  const reference = operand as VariableReference;
  const slot = reference.slotIn(world.variables.names);
  if (world.variables.at(slot) === undefined) throw unbound(reference.name);
  const variables = world.variables.writable();
  variables.write(slot, stack.top as Value);
  const changed = replaceWorld(world, variables, world.store);
  return new VMState(next, stack.below as Stack, locals, closure, frame, gas - 1, changed);
};

const uninitialised = (kind: string, index: number): VMError =>
  new VMError('unbound-variable', `${kind} ${index} is read before it has a value`);

const getLocal: Execute = ({ stack, locals, closure, frame, gas, world }, { next, operand }) => {
  const index = operand as number;
  const value = index < locals.length ? locals[index] : undefined;
  if (value === undefined) throw uninitialised('local', index);
  return new VMState(next, new Stack(value, stack, stack.length + 1), locals, closure, frame, gas - 1, world);
};

const setLocal: Execute = ({ stack, locals, closure, frame, gas, world }, { next, operand }) => {
  if (stack.length < 1) throw underflow(1, stack);
  const index = operand as number;
  if (index > locals.length) throw new VMError('bad-operand', `local ${index} is set before local ${locals.length}`);
  const changed = locals.slice();
  changed[index] = stack.top as Value;
  return new VMState(next, stack.below as Stack, changed, closure, frame, gas - 1, world);
};

const getCaptured: Execute = ({ stack, locals, closure, frame, gas, world }, { next, operand }) => {
  const index = operand as number;
  const value = closure?.captured[index];
  if (value === undefined) throw uninitialised('captured value', index);
  return new VMState(next, new Stack(value, stack, stack.length + 1), locals, closure, frame, gas - 1, world);
};

const getCallee: Execute = ({ stack, locals, closure, frame, gas, world }, { next }) => {
  if (closure === null) throw uninitialised('callee at top level,', 0);
  return new VMState(next, new Stack(closure, stack, stack.length + 1), locals, closure, frame, gas - 1, world);
};

// A cell for the new box; what nobody can reach is collected first when that is due.
const makeBox = (state: VMState, content: Value | undefined, below: Stack, next: VMState['control']): VMState => {
  const { locals, closure, frame, gas, world } = state;
  const { limits, variables } = world;
  const cells = limits.store - variables.size;
  const store = world.store.isCollectionDue(cells) ? collect(state) : world.store.writable();
  if (store.size >= cells) throw storeLimit(world);
  const box = new Box(store.allocate(content));
  const changed = replaceWorld(world, variables, store);
  return new VMState(next, new Stack(box, below, below.length + 1), locals, closure, frame, gas - 1, changed);
};

const box: Execute = (state, { next }) => {
  const { stack } = state;
  if (stack.length < 1) throw underflow(1, stack);
  return makeBox(state, stack.top as Value, stack.below as Stack, next);
};

const emptyBox: Execute = (state, { next }) => makeBox(state, undefined, state.stack, next);

const asBox = (value: Value): Box => {
  if (!(value instanceof Box)) throw new VMError('type-error', 'the value is not a box');
  return value;
};

const unbox: Execute = ({ stack, locals, closure, frame, gas, world }, { next }) => {
  if (stack.length < 1) throw underflow(1, stack);
  const content = world.store.read(asBox(stack.top as Value).address);
  if (content === undefined) throw new VMError('unbound-variable', 'a variable is read before it has a value');
  return new VMState(next, new Stack(content, stack.below, stack.length), locals, closure, frame, gas - 1, world);
};

const setBox: Execute = ({ stack, locals, closure, frame, gas, world }, { next }) => {
  if (stack.length < 2) throw underflow(2, stack);
  const below = stack.below as Stack;
  const { address } = asBox(stack.top as Value);
  if (address < 0) throw new VMError('type-error', 'the box belongs to no actor');
  const store = world.store.writable();
  store.write(address, below.top as Value);
  const changed = replaceWorld(world, world.variables, store);
  return new VMState(next, below.below as Stack, locals, closure, frame, gas - 1, changed);
};

const push = { pops: 0, pushes: 1 } as const;
const take = { pops: 1, pushes: 0 } as const;

export const variableRows: Readonly<Record<string, Row>> = {
  OP_DEFINE_VARIABLE: step('defines a variable as the top', defineVariable, take, ['name']),
  OP_GET_VARIABLE: step('pushes the value of a variable', getVariable, push, ['name']),
  OP_SET_VARIABLE: step('assigns the top to a variable that is defined', setVariable, take, ['name']),
};

export const localRows: Readonly<Record<string, Row>> = {
  OP_GET_LOCAL: step('pushes a local', getLocal, push, ['index']),
  OP_SET_LOCAL: step('initialises a local with the top', setLocal, take, ['index']),
  OP_GET_CAPTURED: step('pushes a value the running closure captured', getCaptured, push, ['index']),
  OP_GET_CALLEE: step('pushes the running closure', getCallee, push),
  OP_BOX: step('puts the top in a box: a cell of the store', box, { pops: 1, pushes: 1 }),
  OP_EMPTY_BOX: step('pushes a box that has no value yet', emptyBox, push),
  OP_UNBOX: step('the content of the box on top', unbox, { pops: 1, pushes: 1 }),
  OP_SET_BOX: step('puts a into the box b', setBox, { pops: 2, pushes: 0 }),
};
