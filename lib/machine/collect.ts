import { Cell } from '../data/cells.js';
import { noParts, ObjectValue, partsOf, type Value } from '../data/values.js';
import { type VMState } from './state.js';
import { type Store } from './store.js';

// The collector: marks the cells a state can reach, and frees the others. It works over a list, not by recursion, and
// looks at every shared value once.

/** The store with only the cells that the state can reach. */
export const collect = (state: VMState): Store => {
  const { store, dynamic } = state.world;
  const marked = new Set<number>();
  const seen = new Set<Value>();
  const pending: Value[] = [];
  let visited = 0;
  const visit = (value: Value | undefined): void => {
    visited += 1;
    if (value instanceof ObjectValue) pending.push(value);
  };
  for (const [, value] of state.variables.entries()) visit(value);
  for (const value of state.stack) visit(value);
  state.locals.forEach(visit);
  for (const value of [state.closure, state.frame, dynamic]) visit(value);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value instanceof Cell && value.address >= 0) {
      if (marked.has(value.address)) continue;
      marked.add(value.address);
      visit(store.read(value.address));
      continue;
    }
    if (seen.has(value)) continue;
    const parts = partsOf(value);
    if (parts === noParts) continue;
    seen.add(value);
    parts.forEach(visit);
  }
  return store.retain(marked, visited);
};
