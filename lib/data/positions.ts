// Source positions of bytecode travel beside it: in `positions` of a body, and in this property of a message's array,
// which copies and JSON leave behind.

/** Word offsets and the places they come from, flat: offset, line, column, offset, … */
export type Positions = readonly number[];

/** The key of an array's positions. */
export const positionsKey: unique symbol = Symbol('vmactor.positions');
