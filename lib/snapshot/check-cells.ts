import { type Cell } from '../data/cells.js';
import { type Value } from '../data/values.js';
import { reach, rootsOf } from '../machine/collect.js';
import { type VMState } from '../machine/state.js';
import { refuseOther } from './format.js';
import { cells } from './shapes.js';

// A state that was read reaches none but cells that are in use, each as one kind, and each with what its kind holds: else
// a cell could be given out twice, and be taken for what it is not.

/** Faults: `misuse` for a state that reaches what is not among its cells. */
export const checkCells = (state: VMState, contents: ReadonlyMap<number, Value | undefined>): void => {
  const kinds = new Map<number, string>();
  reach(rootsOf(state), (cell) => {
    const { address, kind } = cell;
    const known = kinds.get(address);
    if (known === kind) return [];
    if (known !== undefined || !contents.has(address)) refuseOther(`a ${kind}`);
    kinds.set(address, kind);
    const content = contents.get(address);
    checkContent(cell, content);
    return [content];
  });
};

/** Faults: `misuse` for a cell that cannot hold this. */
export const checkContent = (cell: Cell, content: Value | undefined): void => {
  if (cells.get(cell.constructor)?.(content) !== true) refuseOther(`the content of a ${cell.kind}`);
};

/** Faults: `misuse` for a constant, which belongs to no state, that refers to the store. */
export const checkConstants = (constants: readonly Value[]): void => {
  reach(constants, ({ kind }) => refuseOther(`a ${kind} of a constant`));
};
