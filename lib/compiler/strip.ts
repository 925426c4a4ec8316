import { bottomUp, type Opened } from '../data/bottom-up.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { itemsOf, literalOf, Vector } from '../data/vectors.js';
import { syntaxError } from './form.js';
import { Alias } from './scope.js';

// The data that forms are made of: vectors as lists, and what macros made as plain data again.

/** The elements of a literal vector as a list; undefined for anything else, also for a vector of a store. */
export const asList = (datum: Value): Value | undefined => {
  const items = datum instanceof Vector ? itemsOf(datum) : undefined;
  return items && list(items.parts);
};

/** The vector of the elements of a list. */
export const asVector = (elements: Value): Vector => literalOf(Vector, [...(elements as Iterable<Value>)]);

/** A datum without aliases: the symbols they stand for are in their places. */
export const strip = (datum: Value, spend: (steps: number) => void): Value =>
  withSymbols(datum, (symbol) => (symbol instanceof Alias ? new SymbolValue(symbol.name) : symbol), spend);

/** A datum with other symbols; what holds none that changes stays as it is. */
export const withSymbols = (
  datum: Value,
  change: (symbol: SymbolValue) => SymbolValue,
  spend: (steps: number) => void,
): Value => {
  const leaf = (value: Value): Value | undefined => {
    if (value instanceof SymbolValue) return change(value);
    return value instanceof Pair || (value instanceof Vector && itemsOf(value)) ? undefined : value;
  };
  const enter = (value: Value): Opened<Value, Value> => {
    const parts = value instanceof Pair ? value.parts : (itemsOf(value)?.parts ?? []);
    spend(1 + parts.length);
    return {
      parts,
      make: (made) => {
        if (made.every((part, i) => part === parts[i])) return value;
        return value instanceof Pair ? value.withParts(made as [Value, Value]) : literalOf(Vector, made);
      },
    };
  };
  return bottomUp(datum, leaf, enter, circular);
};

const circular = (): never => {
  throw syntaxError('a vector that contains itself cannot be given to a macro', undefined);
};
