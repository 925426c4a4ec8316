import { Pair, type Value } from '../data/values.js';
import { Closure } from './procedures.js';
import { withinLimit, withRoom, written } from './room.js';
import { Box, DetachedBox, type Store } from './store.js';
import { type VMState } from './state.js';

// Values that leave or enter an actor. What refers to the store is copied with the cells it reaches, so that a raw
// address is never seen outside; everything else is the same value inside and out.

/** The value as it may leave: boxes carry their contents instead of addresses. */
export const detach = (value: Value, store: Store): Value => {
  if (store.size === 0 || !mayRefer(value)) return value;
  return copyBoxes([value], (box, pending) => {
    if (box.address < 0) return box;
    const outside = new DetachedBox();
    const content = store.read(box.address);
    if (content !== undefined)
      pending(content, (copy) => {
        outside.content = copy;
      });
    return outside;
  })[0] as Value;
};

/** Values from outside, and the state whose store has room for what they carry. */
export const attach = (
  state: VMState,
  values: readonly Value[],
): { readonly state: VMState; readonly values: readonly Value[] } => {
  if (!values.some((value) => refersToBox(value))) return { state, values };
  const roomy = withRoom(state, 1);
  const store = roomy.world.store.writable();
  const inside = copyBoxes(values, (box, pending) => {
    if (!(box instanceof DetachedBox)) return box;
    const cell = store.allocate(undefined);
    if (box.content !== undefined)
      pending(box.content, (copy) => {
        store.write(cell.address, copy);
      });
    return cell;
  });
  return { state: withinLimit(written(roomy, roomy.world.variables, store)), values: inside };
};

const mayRefer = (value: Value): boolean => value instanceof Pair || value instanceof Closure || value instanceof Box;

/** Whether a box can be reached through a value. */
export const refersToBox = (value: Value): boolean => {
  if (!mayRefer(value) || (value instanceof Closure && value.captured.length === 0)) return false;
  const seen = new Set<Value>();
  const pending = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next instanceof Box) return true;
    if (!mayRefer(next) || seen.has(next)) continue;
    seen.add(next);
    for (const part of partsOf(next)) pending.push(part);
  }
  return false;
};

/** How many values a copy of these would look at, no more than `most` and one. */
export const reach = (values: readonly Value[], most: number): number => {
  const seen = new Set<Value>();
  const pending = [...values];
  for (let next = pending.pop(); next !== undefined && seen.size <= most; next = pending.pop()) {
    if (!mayRefer(next) || seen.has(next)) continue;
    seen.add(next);
    for (const part of partsOf(next)) pending.push(part);
  }
  return seen.size;
};

type Later = (value: Value, use: (copy: Value) => void) => void;

// Copies values with their boxes replaced, over a list of work. A value is copied when its parts are; a box closes a
// circle, so its content is copied after it. What holds no box stays the same object.
const copyBoxes = (values: readonly Value[], replace: (box: Box, later: Later) => Box): Value[] => {
  const copies = new Map<Value, Value>();
  const contents: { readonly value: Value; readonly use: (copy: Value) => void }[] = [];
  const later: Later = (value, use) => {
    contents.push({ value, use });
  };
  const copyOf = (value: Value): Value => (mayRefer(value) ? (copies.get(value) as Value) : value);
  const copyAll = (root: Value): Value => {
    const pending: Value[] = [root];
    while (pending.length > 0) {
      const value = pending.at(-1) as Value;
      const open = partsOf(value).filter((part) => mayRefer(part) && !copies.has(part));
      if (open.length > 0) for (const part of open) pending.push(part);
      else {
        if (mayRefer(value) && !copies.has(value)) copies.set(value, copyOne(value, copyOf, replace, later));
        pending.pop();
      }
    }
    return copyOf(root);
  };
  const result = values.map(copyAll);
  for (let next = contents.pop(); next !== undefined; next = contents.pop()) next.use(copyAll(next.value));
  return result;
};

const partsOf = (value: Value): readonly Value[] =>
  value instanceof Pair ? [value.car, value.cdr] : value instanceof Closure ? value.captured : [];

const copyOne = (
  value: Value,
  copyOf: (part: Value) => Value,
  replace: (box: Box, later: Later) => Box,
  later: Later,
): Value => {
  if (value instanceof Box) return replace(value, later);
  const parts = partsOf(value);
  const copied = parts.map(copyOf);
  if (copied.every((part, i) => part === parts[i])) return value;
  if (value instanceof Pair) return new Pair(copied[0] as Value, copied[1] as Value);
  return new Closure((value as Closure).code, copied);
};
