import { ObjectValue, type Value } from '../data/values.js';
import { Owner, Pages } from './pages.js';

// The store: the cells of whatever the language can mutate, addressed by number. It is persistent, so that a state keeps
// the cells it saw; it is written in place only between two moments at which a state leaves the machine.

/** A reference to a store cell that holds one assigned variable. Outside an actor it carries its content instead. */
export class Box extends ObjectValue {
  #content: Value | undefined;

  constructor(readonly address: number) {
    super();
  }

  /** A box that has left its actor: `address` is -1, and the content travels with it. */
  static detached(): Box {
    return new Box(-1);
  }

  get content(): Value | undefined {
    return this.#content;
  }

  /** Fills a box that was just made by `detached`; contents may be circular. */
  fill(content: Value | undefined): void {
    this.#content ??= content;
  }
}

// Addresses that were collected, to be given out again, lowest first.
interface Free {
  readonly address: number;
  readonly next: Free | null;
}

const leastThreshold = 10_000;

export class Store {
  static readonly empty: Store = new Store();

  #cells: Pages<Value | null> = Pages.empty;
  #end = 0;
  #live = 0;
  #free: Free | null = null;
  #allocated = 0;
  #visited = 0;
  #owner: Owner | null = null;

  /** How many cells are in use, collectable ones included. */
  get size(): number {
    return this.#live;
  }

  /**
   * Whether a collection is due: when as many cells were allocated since the last one as that one visited values, or an
   * eighth of that when the store is full. So collecting costs a constant time per cell, and depends on nothing but the
   * program.
   */
  isCollectionDue(limit: number): boolean {
    if (this.#live >= limit) return this.#allocated * 8 >= this.#visited;
    return this.#allocated >= leastThreshold && this.#allocated >= this.#visited;
  }

  /** The content of a cell; undefined when it was never filled. */
  read(address: number): Value | undefined {
    return this.#cells.get(address);
  }

  /** This store, to be written in place until `seal`. */
  writable(): Store {
    if (this.#owner !== null) return this;
    const copy = new Store();
    copy.#cells = this.#cells;
    copy.#end = this.#end;
    copy.#live = this.#live;
    copy.#free = this.#free;
    copy.#allocated = this.#allocated;
    copy.#visited = this.#visited;
    copy.#owner = new Owner();
    return copy;
  }

  /** From here on nobody writes in place what this state can see. */
  seal(): void {
    this.#owner = null;
  }

  /** Takes a cell in place, on a writable store only, and gives its address. */
  allocate(content: Value | undefined): number {
    const free = this.#free;
    const address = free === null ? this.#end : free.address;
    if (free === null) this.#end += 1;
    else this.#free = free.next;
    this.#live += 1;
    this.#allocated += 1;
    this.write(address, content);
    return address;
  }

  /** Writes a cell in place, on a writable store only. */
  write(address: number, content: Value | undefined): void {
    this.#cells = this.#cells.set(address, content as Value, this.#owner as Owner);
  }

  /** The store with only the marked cells in use; `visited` is how many values marking looked at. */
  retain(marked: ReadonlySet<number>, visited: number): Store {
    const store = this.writable();
    let free: Free | null = null;
    for (let address = store.#end - 1; address >= 0; address -= 1) {
      if (marked.has(address)) continue;
      store.write(address, undefined);
      free = { address, next: free };
    }
    store.#free = free;
    store.#live = marked.size;
    store.#allocated = 0;
    store.#visited = visited;
    return store;
  }
}
