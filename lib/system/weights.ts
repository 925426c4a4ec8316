import { Cell, Content, outside } from '../data/cells.js';
import { ObjectValue, Pair, type Value } from '../data/values.js';

// How long it takes to look at what comes in. A receive may look at a letter again and again and not take it; what is
// long is walked through once, and what that and each copy of it takes is counted as time of the actor that looks.

/** What has been found out about values. */
export class Weights {
  /** Of long ones: how many parts a copy has; 0 where none is needed, since nothing in it can be changed. */
  readonly #known = new WeakMap<ObjectValue, number>();

  /** How many parts a copy would have, and how many had to be looked at to find out. */
  of(value: Value): { readonly copied: number; readonly seen: number } {
    if (!(value instanceof ObjectValue)) return { copied: 0, seen: 0 };
    const known = this.#known.get(value);
    if (known !== undefined) return { copied: known, seen: 0 };
    const { hasCells, seen } = walked(value);
    const copied = hasCells ? seen : 0;
    if (seen > few) this.#known.set(value, copied);
    return { copied, seen };
  }
}

const few = 32;

/** Whether a value has so few parts that looking at it takes no time that counts. */
export const isShort = (value: Value): boolean => left(value, few) >= 0;

// How many more parts there may be behind it; negative where there are too many.
const left = (value: Value, most: number): number => {
  if (most < 0 || !(value instanceof ObjectValue)) return most;
  if (value instanceof Pair) return left(value.cdr, left(value.car, most - 1));
  if (value instanceof Cell) return left(value.content ?? null, most - 1);
  if (value instanceof Content && value.weight > most) return -1;
  let rest = most - 1;
  for (const part of value.parts) rest = left(part, rest);
  return rest;
};

const walked = (value: ObjectValue): { readonly hasCells: boolean; readonly seen: number } => {
  const known = new Set<ObjectValue>();
  const pending: Value[] = [value];
  let [hasCells, inside] = [false, 0];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!(next instanceof ObjectValue) || known.has(next)) continue;
    known.add(next);
    if (next instanceof Content) inside += next.weight;
    if (next instanceof Cell) {
      hasCells ||= next.address >= outside;
      pending.push(next.content ?? null);
    } else for (const part of next.parts) pending.push(part);
  }
  return { hasCells, seen: known.size + inside };
};
