import { type Cell, type ContentOf, literal } from '../data/cells.js';
import { VMError } from '../data/error.js';
import { type Owner } from '../data/pages.js';
import { summary } from '../data/printer.js';
import { type Value } from '../data/values.js';
import { answer, checkArity } from './call.js';
import { contentsOf } from './contents.js';
import { afford, Failed } from './execute.js';
import { type Call, Operation } from './procedures.js';
import { withinLimit, withRoom, written } from './room.js';
import { type VMState } from './state.js';
import { attach } from './transfer.js';
import { type Store } from './store.js';

// Primitives that read or write the store.

// What a cell costs, beyond what it holds.
const perCell = 10;

/** The machine during one call of such a primitive. */
export class Access {
  #hasAllocated = false;

  constructor(public state: VMState) {}

  /** Pays for work that is to be done. Faults: `out-of-fuel`. */
  charge(cost: number): void {
    this.state = afford(this.state, cost);
  }

  /** What a cell holds: a function, since it is given to printing and comparing. Faults: `type-error` for a foreign cell. */
  readonly contentOf: ContentOf = (cell) => contentsOf(this.state.world.store)(cell);

  /** A new cell that counts for so many. Faults: `store-limit`. */
  allocate<C extends Cell>(Kind: new (address: number, space: Owner | null) => C, content: Value, weight: number): C {
    this.charge(perCell);
    this.#makeRoom(1 + weight);
    const store = this.#writable();
    this.#hasAllocated = true;
    return new Kind(store.allocate(content), store.space);
  }

  /** A value from outside, with what it carries in the store. Faults: `store-limit`. */
  attach(value: Value): Value {
    const entered = attach(this.state, [value]);
    this.state = entered.state;
    return entered.values[0] as Value;
  }

  /** Gives a cell another content, which may be written in place for its owner. Faults: `type-error` for a constant. */
  update(cell: Cell, change: (content: Value, owner: Owner) => Value, growth = 0): void {
    const content = this.contentOf(cell) as Value;
    if (cell.address < 0) {
      const place = cell.address === literal ? 'a constant of the program' : 'outside';
      throw new VMError('type-error', `cannot change ${summary(cell)}, which is ${place}`);
    }
    if (growth > 0) this.#makeRoom(growth);
    const store = this.#writable();
    const changed = change(content, store.owner as Owner);
    if (changed !== content) store.replace(cell.address, changed);
  }

  // A cell made in this call is not yet known to the state, so nothing is collected from then on.
  #makeRoom(cells: number): void {
    this.state = this.#hasAllocated ? withinLimit(this.state, cells) : withRoom(this.state, cells);
  }

  #writable(): Store {
    const writable = this.state.world.store.writable();
    this.state = written(this.state, writable);
    return writable;
  }
}

/** A procedure written in TypeScript that is given the machine beside its arguments. */
export class StorePrimitive extends Operation {
  constructor(
    readonly name: string,
    readonly least: number,
    readonly most: number,
    readonly apply: (access: Access, ...args: never[]) => Value,
  ) {
    super();
  }

  enter(call: Call): VMState {
    checkArity(this, call.args.length);
    const access = new Access(call.state);
    let result: Value;
    try {
      result = this.apply(access, ...(call.args as never[]));
    } catch (thrown) {
      throw new Failed(access.state, thrown);
    }
    return answer({ ...call, state: access.state }, result);
  }
}
