import { Cell, Content, outside } from '../data/cells.js';
import { ObjectValue, type Value } from '../data/values.js';

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
