import { type Owner } from './pages.js';
import { ObjectValue, type Value } from './values.js';

// References to what the language can mutate. Inside an actor a reference is an address in its store; outside, and in a
// literal constant, it carries its content with it.

/** Where a reference points that has no address. */
export const outside = -1;
export const literal = -2;

/** A reference to a cell of a store. */
export abstract class Cell extends ObjectValue {
  /** What it refers to, where it has no address. Contents may be circular, so it is filled after it is made. */
  declare content?: Value | undefined;

  constructor(
    readonly address: number,
    /** The store it belongs to, through all its versions; null without an address. */
    readonly space: Owner | null,
  ) {
    super();
  }

  /** A reference of the same kind to another place. */
  moved(address: number, space: Owner | null): Cell {
    return new (this.constructor as new (address: number, space: Owner | null) => Cell)(address, space);
  }
}

/** How the content of a cell is found: in a store, by its address, or where the cell carries it. */
export type ContentOf = (cell: Cell) => Value | undefined;

export const carried: ContentOf = (cell) => cell.content;

/** What a cell of several values holds. */
export abstract class Content extends ObjectValue {
  /** How many cells it counts for. */
  abstract readonly weight: number;
}
