import { bottomUp, type Opened } from '../data/bottom-up.js';
import { Cell, Content, outside } from '../data/cells.js';
import { VMError } from '../data/error.js';
import { ObjectValue, partsOf, type Value } from '../data/values.js';
import { withinLimit, withRoom, written } from './room.js';
import { type Store } from './store.js';
import { type VMState } from './state.js';

// Values that leave or enter an actor. What refers to the store is copied with the cells it reaches, so that a raw
// address is never seen outside; everything else is the same value inside and out.

/** The value as it may leave: references carry their contents instead of addresses. */
export const detach = (value: Value, store: Store): Value => detached([value], store)[0] as Value;

/** Values as they may leave, and what copying them costs. Faults: `out-of-fuel` where that is more than there is. */
export const leave = (
  { world: { store }, fuel }: VMState,
  values: readonly Value[],
): { readonly values: readonly Value[]; readonly cost: number } => {
  let cost = 0;
  const copies = detached(values, store, (count) => {
    cost += perCopy * count;
    if (cost > fuel) throw new VMError('out-of-fuel', 'the copy is longer than the fuel left');
  });
  return { values: copies, cost };
};

const perCopy = 5;

const detached = (values: readonly Value[], store: Store, look?: Look): readonly Value[] => {
  if (store.size === 0 || !values.some(mayRefer)) return values;
  const replace: Replace = (cell, later) => {
    if (cell.address < 0) return cell;
    const copy = cell.moved(outside, null);
    const content = store.read(cell.address);
    if (content !== undefined)
      later(content, (inner) => {
        copy.content = inner;
      });
    return copy;
  };
  return copyCells(values, replace, look);
};

/** Values from outside, and the state whose store has room for what they carry. */
export const attach = (
  state: VMState,
  values: readonly Value[],
): { readonly state: VMState; readonly values: readonly Value[] } => {
  if (!values.some(refersToCell)) return { state, values };
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

const mayRefer = (value: Value): value is ObjectValue => value instanceof ObjectValue;

/** Whether a cell can be reached through a value. */
export const refersToCell = (value: Value): boolean => {
  if (!mayRefer(value)) return false;
  const seen = new Set<Value>();
  const pending: Value[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!mayRefer(next) || seen.has(next)) continue;
    if (next instanceof Cell && next.address >= outside) return true;
    seen.add(next);
    for (const part of next.parts) pending.push(part);
  }
  return false;
};

type Later = (value: Value, use: (copy: Value) => void) => void;
type Replace = (cell: Cell, later: Later) => Cell;

/** Told of everything that is copied how many parts it has, before they are looked at. */
type Look = (count: number) => void;

// Copies values with their cells replaced. A cell closes a circle, so its content is copied after it. What refers to no
// cell stays the same object.
const copyCells = (values: readonly Value[], replace: Replace, look?: Look): Value[] => {
  const copies = new Map<Value, Value | undefined>();
  const contents: { readonly value: Value; readonly use: (copy: Value) => void }[] = [];
  const later: Later = (value, use) => {
    contents.push({ value, use });
  };
  const enter = (value: Value): Opened<Value, Value> => {
    if (value instanceof Content) look?.(value.weight);
    const parts = partsOf(value);
    look?.(parts.length);
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
