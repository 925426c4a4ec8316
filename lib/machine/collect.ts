import { Cell } from '../data/cells.js';
import { noParts, ObjectValue, partsOf, type Value } from '../data/values.js';
import { type VMState } from './state.js';
import { type Store } from './store.js';

// The collector: marks the cells a state can reach, and frees the others. It works over a list, not by recursion, and
// looks at every shared value once.

/** The store with only the cells that the state can reach. */
export const collect = (state: VMState): Store => {
  const { store } = state.world;
  const marked = new Set<number>();
  const visited = reach(rootsOf(state), ({ address }) => {
    if (marked.has(address)) return noParts;
    marked.add(address);
    return [store.read(address)];
  });
  return store.retain(marked, visited);
};

/** The values that a state holds itself. */
export const rootsOf = ({ variables, stack, locals, closure, frame, world }: VMState): Value[] => [
  ...Array.from(variables, ([, value]) => value),
  ...stack,
  ...locals,
  ...[closure, frame, world.dynamic],
];

/** Goes through what can be reached; `enter` gives what a cell of a store holds. It gives the number of values visited. */
export const reach = (roots: readonly Value[], enter: (cell: Cell) => readonly (Value | undefined)[]): number => {
  const seen = new Set<Value>();
  const pending: Value[] = [];
  let visited = 0;
  const visit = (value: Value | undefined): void => {
    visited += 1;
    if (value instanceof ObjectValue) pending.push(value);
  };
  roots.forEach(visit);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value instanceof Cell && value.address >= 0) {
      enter(value).forEach(visit);
      continue;
    }
    if (seen.has(value)) continue;
    const parts = partsOf(value);
    if (parts === noParts) continue;
    seen.add(value);
    parts.forEach(visit);
  }
  return visited;
};
