import { collect } from './collect.js';
import { afford, frameless } from './execute.js';
import { beyond } from './host.js';
import { offstage, type VMState } from './state.js';
import { type Store } from './store.js';
import { type Variables } from './variables.js';

// Room in the store: what has to be so before cells and variables are made.

/** The state with what was written in place; the same one when nothing had to be copied for it. */
export const written = (state: VMState, store: Store, variables: Variables = state.world.variables): VMState => {
  const { world } = state;
  if (variables === world.variables && store === world.store) return state;
  return state.inWorld(world.withStored(variables, store));
};

/** Whether more is alive than the limit allows, with so many cells to come. */
const isOver = ({ world: { variables, store, limits } }: VMState, cells: number): boolean =>
  variables.size + store.size + cells > limits.store;

/** The state as it is, when it is within its limit. Faults: `store-limit`. */
export const withinLimit = (state: VMState, cells = 0): VMState => {
  if (!isOver(state, cells)) return state;
  const { store } = state.world.limits;
  throw beyond('store-limit', store, 'variables and cells');
};

/**
 * The state with room for so many more cells. Where there is none, what nobody can reach is collected, which costs fuel
 * when it is done before it is due; else a program could make the machine collect for every cell. Faults: `store-limit`.
 */
export const withRoom = (state: VMState, cells: number): VMState => {
  const { store } = state.world;
  const isFull = isOver(state, cells);
  if (!isFull && (cells === 0 || !store.isCollectionDue)) return state;
  if (state.frame === offstage) throw frameless;
  if (store.allocated === 0) return withinLimit(state, cells);
  const collected = collect(state);
  const paid = isFull ? afford(state, collected.earlyCost(store.allocated)) : state;
  return withinLimit(written(paid, collected), cells);
};
