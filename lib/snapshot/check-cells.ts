import { Cell } from '../data/cells.js';
import { noParts, ObjectValue, partsOf, type Value } from '../data/values.js';
import { type VMState } from '../machine/state.js';
import { cellKinds } from './codecs.js';
import { addressesIn, refuse } from './format.js';

// A state that was read reaches none but cells that are in use, each as one kind, and each with what its kind holds: else
// a cell could be given out twice, and be taken for what it is not.

/** Faults: `misuse` for a state that reaches what it should not. */
export const checkCells = (state: VMState): void => {
  const { store, dynamic } = state.world;
  const inUse = new Set(addressesIn(store.inventory));
  const kinds = new Map<number, string>();
  const seen = new Set<Value>();
  const pending: Value[] = [];
  const visit = (value: Value | undefined): void => {
    if (value instanceof ObjectValue) pending.push(value);
  };
  for (const [, value] of state.variables) visit(value);
  for (const values of [state.stack, state.locals]) for (const value of values) visit(value);
  for (const value of [state.closure, state.frame, dynamic]) visit(value);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next instanceof Cell && next.address >= 0) {
      const { address, kind } = next;
      const known = kinds.get(address);
      if (known === kind) continue;
      if (known !== undefined || !inUse.has(address)) refuse(`a ${kind} stands where none is`);
      kinds.set(address, kind);
      const content = store.read(address);
      checkContent(next, content);
      visit(content);
    } else if (!seen.has(next)) {
      const parts = partsOf(next);
      if (parts === noParts) continue;
      seen.add(next);
      parts.forEach(visit);
    }
  }
};

/** Faults: `misuse` for a cell that cannot hold this. */
export const checkContent = ({ kind }: Cell, content: Value | undefined): void => {
  if (cellKinds.get(kind)?.holds(content) !== true) refuse(`a ${kind} holds something else`);
};
