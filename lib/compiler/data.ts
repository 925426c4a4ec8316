import { bottomUp, type Opened } from '../data/bottom-up.js';
import { Cell, type ContentOf } from '../data/cells.js';
import { VMError } from '../data/error.js';
import { PlacedPair } from '../data/placed.js';
import { list, noParts, Pair, SymbolValue, type Value } from '../data/values.js';
import { Bytevector, type Items, itemsOf, literalOf, Vector } from '../data/vectors.js';
import type { Compilation } from './compilation.js';
import { fail, type Form } from './form.js';
import { Alias } from './scope.js';

// The data that forms are made of: vectors as lists, and what macros made as plain data again.

/** A literal vector as the list of its elements; undefined for anything else, also for a vector of a store. */
export const listOf = ({ datum, place }: Form): Form | undefined => {
  const items = datum instanceof Vector ? itemsOf(datum) : undefined;
  return items && { datum: list(items.parts), place };
};

/** The vector of the elements of a list. */
export const vectorOf = (elements: Value): Vector => literalOf(Vector, [...(elements as Iterable<Value>)]);

/**
 * The datum of a form with other symbols, without places, and with literals for the vectors of a store; what holds none
 * that changes stays as it is.
 */
export const withSymbols = (
  form: Form,
  change: (symbol: SymbolValue) => SymbolValue,
  unit: Compilation,
  contentOf?: ContentOf,
): Value => {
  const leaf = (value: Value): Value | undefined => {
    if (value instanceof SymbolValue) return change(value);
    return value instanceof Pair || itemsOf(value, contentOf) !== undefined ? undefined : value;
  };
  const enter = (value: Value): Opened<Value, Value> => {
    const { parts } = value instanceof Pair ? value : (itemsOf(value, contentOf) as Items);
    unit.spend(1 + parts.length, form);
    return {
      parts,
      make: (made) => {
        const isChanged = value instanceof PlacedPair || (value instanceof Cell && value.address >= 0);
        if (!isChanged && made.every((part, i) => part === parts[i])) return value;
        if (value instanceof Pair) return new Pair(made[0] as Value, made[1] as Value);
        return literalOf(value instanceof Vector ? Vector : Bytevector, made);
      },
    };
  };
  return bottomUp(form.datum, leaf, enter, () => fail('a literal contains itself', form));
};

/** The datum of a form without aliases: the symbols they stand for are in their places. */
export const plainSymbols = (form: Form, unit: Compilation): Value =>
  withSymbols(form, (symbol) => (symbol instanceof Alias ? new SymbolValue(symbol.name) : symbol), unit);

/** A datum as a value of programs, whose pairs have no places. */
export const withoutPlaces = (datum: Value): Value => {
  const leaf = (value: Value): Value | undefined =>
    value instanceof Pair || value instanceof Vector ? undefined : value;
  const enter = (value: Value): Opened<Value, Value> => {
    const parts = value instanceof Pair ? value.parts : (itemsOf(value)?.parts ?? noParts);
    const make = (made: Value[]): Value => {
      if (!(value instanceof PlacedPair) && made.every((part, i) => part === parts[i])) return value;
      return value instanceof Pair ? new Pair(made[0] as Value, made[1] as Value) : literalOf(Vector, made);
    };
    return { parts, make };
  };
  return bottomUp(datum, leaf, enter, neverCircular);
};

// What contains itself is found before anything is made of it.
const neverCircular = (): never => {
  throw new VMError('syntax-error', 'a literal contains itself');
};
