import { type ContentOf } from '../data/cells.js';
import { VMError } from '../data/error.js';
import { type Store } from './store.js';

/** What cells hold, for those that walk through values. Faults: `type-error` for a cell of another actor. */
export const contentsOf =
  (store: Store): ContentOf =>
  (cell) => {
    if (store.owns(cell)) return store.read(cell.address);
    if (cell.address < 0) return cell.content;
    throw new VMError('type-error', 'a value belongs to another actor');
  };
