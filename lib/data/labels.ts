import { bottomUp } from './bottom-up.js';
import { type Cell } from './cells.js';
import { ObjectValue, Pair, type Value } from './values.js';
import { Items, itemsOf } from './vectors.js';

// Data labels: `#0=(a)` names a datum, `#0#` is that datum again, also inside of it.

/** Stands where a datum refers to one that is not complete yet. */
export class Label extends ObjectValue {
  value: Value | undefined;
}

/**
 * The datum with what its labels stand for in their places. `circular` is called when a pair would contain itself without
 * a vector between, since pairs are immutable.
 */
export const untie = (datum: Value, circular: () => never): Value => {
  const known = new Map<Value, Value | undefined>();
  // Vectors close circles: their items are replaced in place, when what is around them is there.
  const cells = new Set<Cell>();
  const leaf = (value: Value): Value | undefined => {
    if (itemsOf(value) !== undefined) cells.add(value as Cell);
    return value instanceof Pair || value instanceof Label ? undefined : value;
  };
  const enter = (value: Value): { parts: readonly Value[]; make: (made: Value[]) => Value } => {
    if (value instanceof Label) return { parts: [value.value as Value], make: ([meant]) => meant as Value };
    const pair = value as Pair;
    return { parts: pair.parts, make: (made) => pair.withParts(made as [Value, Value]) };
  };
  const copyOf = (value: Value): Value => bottomUp(value, leaf, enter, circular, known);
  const copy = copyOf(datum);
  for (const cell of cells) cell.content = Items.of((itemsOf(cell) as Items).parts.map(copyOf));
  return copy;
};
