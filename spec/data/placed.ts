import { PlacedPair } from '../../lib/data/placed.js';
import { partsOf, type Value } from '../../lib/data/values.js';
import { itemsOf } from '../../lib/data/vectors.js';

/** Whether a value holds pairs with places, which no value of a program does. */
export const hasPlaces = (value: Value, met = new Set<Value>()): boolean => {
  if (met.has(value)) return false;
  met.add(value);
  const parts = itemsOf(value)?.parts ?? partsOf(value);
  return value instanceof PlacedPair || parts.some((part) => hasPlaces(part, met));
};
