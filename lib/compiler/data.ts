import { bottomUp, type Opened } from '../data/bottom-up.js';
import { Cell, type ContentOf } from '../data/cells.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
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
 * The datum of a form with other symbols, and with literals for the vectors of a store; what holds none that changes stays
 * as it is.
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
        const isStored = value instanceof Cell && value.address >= 0;
        if (!isStored && made.every((part, i) => part === parts[i])) return value;
        if (value instanceof Pair) return value.withParts(made as [Value, Value]);
        return literalOf(value instanceof Vector ? Vector : Bytevector, made);
      },
    };
  };
  return bottomUp(form.datum, leaf, enter, () => fail('a literal contains itself', form));
};

/** The datum of a form without aliases: the symbols they stand for are in their places. */
export const plainSymbols = (form: Form, unit: Compilation): Value =>
  withSymbols(form, (symbol) => (symbol instanceof Alias ? new SymbolValue(symbol.name) : symbol), unit);
