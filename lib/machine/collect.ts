import { Pair, type Value } from '../data/values.js';
import { Closure } from './procedures.js';
import { type Frame, type VMState } from './state.js';
import { Box, type Store } from './store.js';

// The collector: marks the cells a state can reach, and frees the others. It works over a list, not by recursion, and
// looks at every shared value once.

/** The store with only the cells that the state can reach. */
export const collect = (state: VMState): Store => {
  const marked = new Set<number>();
  const seen = new Set<object>();
  const pending: Value[] = [];
  let visited = 0;
  const visit = (value: Value | undefined): void => {
    visited += 1;
    if (value instanceof Pair || value instanceof Closure || value instanceof Box) pending.push(value);
  };
  visitRoots(state, visit);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (seen.has(value as object)) continue;
    seen.add(value as object);
    if (value instanceof Pair) {
      visit(value.car);
      visit(value.cdr);
    } else if (value instanceof Closure) value.captured.forEach(visit);
    else if (value instanceof Box && value.address >= 0) {
      marked.add(value.address);
      visit(state.world.store.read(value.address));
    }
  }
  return state.world.store.retain(marked, visited);
};

const visitRoots = (state: VMState, visit: (value: Value | undefined) => void): void => {
  for (const [, value] of state.variables.entries()) visit(value);
  visitProcedure(state, visit);
  for (let frame: Frame | null = state.frame; frame !== null; frame = frame.below) visitProcedure(frame, visit);
};

const visitProcedure = (
  { stack, locals, closure }: Pick<Frame, 'stack' | 'locals' | 'closure'>,
  visit: (value: Value | undefined) => void,
): void => {
  for (const value of stack) visit(value);
  locals.forEach(visit);
  visit(closure ?? undefined);
};
