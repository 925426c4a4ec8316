import { bottomUp, type Opened } from '../data/bottom-up.js';
import { Cell, outside } from '../data/cells.js';
import { VMError } from '../data/error.js';
import { noParts, type ObjectValue, partsOf, type Value } from '../data/values.js';
import { withinLimit, withRoom, written } from './room.js';
import { type Store } from './store.js';
import { type VMState } from './state.js';

// Values that leave or enter an actor. What refers to the store is copied with the cells it reaches, so that a raw
// address is never seen outside; everything else is the same value inside and out.

/** The value as it may leave: references carry their contents instead of addresses. */
export const detach = (value: Value, store: Store): Value =>
  store.size === 0 || !mayRefer(value) ? value : detached(value, store);

const detached = (value: Value, store: Store): Value =>
  copyCells([value], (cell, later) => {
    if (cell.address < 0) return cell;
    const copy = cell.moved(outside, null);
    const content = store.read(cell.address);
    if (content !== undefined)
      later(content, (inner) => {
        copy.content = inner;
      });
    return copy;
  })[0] as Value;

/** Values from outside, and the state whose store has room for what they carry. */
export const attach = (
  state: VMState,
  values: readonly Value[],
): { readonly state: VMState; readonly values: readonly Value[] } => {
  if (!values.some((value) => refersToCell(value))) return { state, values };
  const roomy = withRoom(state, 1);
  const store = roomy.world.store.writable();
  const inside = copyCells(values, (cell, later) => {
    if (cell.address !== outside) return cell;
    const address = store.allocate(undefined);
    if (cell.content !== undefined)
      later(cell.content, (inner) => {
        store.replace(address, inner);
      });
    return cell.moved(address, store.space);
  });
  return { state: withinLimit(written(roomy, store)), values: inside };
};

const isReference = (value: Value): value is Cell => value instanceof Cell && value.address >= outside;

const mayRefer = (value: Value): boolean => isReference(value) || partsOf(value) !== noParts;

/** Whether a cell can be reached through a value. */
export const refersToCell = (value: Value): boolean => {
  let isFound = false;
  visitAll([value], (next) => !(isFound ||= isReference(next)));
  return isFound;
};

/** How many values a copy of these would look at, no more than `most` and one. */
export const reach = (values: readonly Value[], most: number): number => {
  let count = 0;
  visitAll(values, () => (count += 1) <= most);
  return count;
};

// Visits what can be reached without going through cells, each value once, while it is wanted.
const visitAll = (values: readonly Value[], visit: (value: Value) => boolean): void => {
  const seen = new Set<Value>();
  const pending = values.filter(mayRefer);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    if (!visit(next)) return;
    seen.add(next);
    for (const part of partsOf(next)) if (mayRefer(part)) pending.push(part);
  }
};

type Later = (value: Value, use: (copy: Value) => void) => void;

// Copies values with their cells replaced. A cell closes a circle, so its content is copied after it. What refers to no
// cell stays the same object.
const copyCells = (values: readonly Value[], replace: (cell: Cell, later: Later) => Cell): Value[] => {
  const copies = new Map<Value, Value | undefined>();
  const contents: { readonly value: Value; readonly use: (copy: Value) => void }[] = [];
  const later: Later = (value, use) => {
    contents.push({ value, use });
  };
  const enter = (value: Value): Opened<Value, Value> => {
    const parts = partsOf(value);
    const make = (copied: Value[]): Value => {
      if (value instanceof Cell) return replace(value, later);
      return copied.every((part, i) => part === parts[i]) ? value : (value as ObjectValue).withParts(copied);
    };
    return { parts, make };
  };
  const copy = (value: Value): Value => bottomUp(value, unmoved, enter, unreachable, copies);
  const result = values.map(copy);
  for (let next = contents.pop(); next !== undefined; next = contents.pop()) next.use(copy(next.value));
  return result;
};

const unmoved = (value: Value): Value | undefined => (mayRefer(value) ? undefined : value);

// Only cells close circles, and they have no parts.
const unreachable = (): never => {
  throw new VMError('misuse', 'a value contains itself');
};
