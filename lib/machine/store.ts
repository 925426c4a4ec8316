import { ObjectValue, type Value } from '../data/values.js';
import { Owner, Pages } from './pages.js';

// The store: the cells of whatever the language can mutate, addressed by number. It is persistent, so that a state keeps
// the cells it saw; it is written in place only between two moments at which a state leaves the machine.

/** A reference to a store cell that holds one assigned variable. Outside an actor it carries its content instead. */
export class Box extends ObjectValue {
  constructor(
    readonly address: number,
    /** The store it belongs to, through all its versions; null outside. */
    readonly space: Owner | null,
  ) {
    super();
  }
}

/** A box outside its actor: the content travels with it. Contents may be circular, so it is filled after it is made. */
export class DetachedBox extends Box {
  content: Value | undefined = undefined;

  constructor() {
    super(-1, null);
  }
}

// Addresses that were collected, to be given out again: ranges, lowest first.
interface Free {
  readonly from: number;
  readonly to: number;
  readonly next: Free | null;
}

const leastThreshold = 10_000;

export class Store {
  static readonly empty: Store = new Store();

  #space: Owner | null = null;
  #cells: Pages<Value | null> = Pages.empty;
  #end = 0;
  #live = 0;
  /** The next address to give out again, and the first after it that is not free; then come the ranges of `#free`. */
  #reuse = 0;
  #reuseEnd = 0;
  #free: Free | null = null;
  #allocated = 0;
  #visited = 0;
  #owner: Owner | null = null;

  /** How many cells are in use, collectable ones included. */
  get size(): number {
    return this.#live;
  }

  /**
   * Whether a collection is due: when as many cells were allocated since the last one as that one visited values. So
   * collecting costs a constant time for each cell, and depends on nothing but the program.
   */
  get isCollectionDue(): boolean {
    return this.#allocated >= leastThreshold && this.#allocated >= this.#visited;
  }

  /** Whether collecting could free anything. */
  get mayHaveWaste(): boolean {
    return this.#allocated > 0;
  }

  /** What a collection before it is due costs: what it visited beyond what the allocations since the last one allow. */
  earlyCost(allocated: number): number {
    return Math.max(0, this.#visited - allocated) >> 3;
  }

  get allocated(): number {
    return this.#allocated;
  }

  /** The content of a cell; undefined when it was never filled. */
  read(address: number): Value | undefined {
    return this.#cells.get(address);
  }

  /** This store, to be written in place until `seal`. */
  writable(): Store {
    if (this.#owner !== null) return this;
    const copy = new Store();
    copy.#space = this.#space ?? new Owner();
    copy.#cells = this.#cells;
    copy.#end = this.#end;
    copy.#live = this.#live;
    copy.#reuse = this.#reuse;
    copy.#reuseEnd = this.#reuseEnd;
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

  /** Whether a box is one of this store, and of none else. */
  owns(box: Box): boolean {
    return box.space === this.#space && box.space !== null;
  }

  /** Takes a cell in place, on a writable store only, and gives the box for it. */
  allocate(content: Value | undefined): Box {
    const address = this.#nextAddress();
    this.#live += 1;
    this.#allocated += 1;
    this.write(address, content);
    return new Box(address, this.#space);
  }

  #nextAddress(): number {
    if (this.#reuse === this.#reuseEnd) {
      if (this.#free === null) return this.#end++;
      this.#reuse = this.#free.from;
      this.#reuseEnd = this.#free.to;
      this.#free = this.#free.next;
    }
    return this.#reuse++;
  }

  /** Writes a cell in place, on a writable store only. */
  write(address: number, content: Value | undefined): void {
    this.#cells = this.#cells.set(address, content as Value, this.#owner as Owner);
  }

  /** The store with only the marked cells in use; `visited` is how many values marking looked at. */
  retain(marked: ReadonlySet<number>, visited: number): Store {
    const store = new Store();
    store.#space = this.#space;
    store.#owner = new Owner();
    const kept = [...marked].sort((a, b) => a - b);
    for (const address of kept) store.write(address, this.read(address));
    store.#end = (kept.at(-1) ?? -1) + 1;
    for (let i = kept.length - 1; i >= 0; i -= 1) {
      const from = (kept[i - 1] ?? -1) + 1;
      const to = kept[i] as number;
      if (from < to) store.#free = { from, to, next: store.#free };
    }
    store.#live = marked.size;
    store.#visited = visited;
    return store;
  }
}
