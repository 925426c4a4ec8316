import { Cell, Content } from '../data/cells.js';
import { Owner, type Page, pageBits, pageMask, Pages } from '../data/pages.js';
import { type Value } from '../data/values.js';

// The store: the cells of whatever the language can mutate, addressed by number. It is persistent, so that a state keeps
// the cells it saw; it is written in place only between two moments at which a state leaves the machine.

/** A reference to a store cell that holds one assigned variable. */
export class Box extends Cell {
  #page: Page | null = null;

  /** The page that it was found on last: it still is there while the page has the same owner. */
  get page(): Page | null {
    return this.#page;
  }

  set page(page: Page | null) {
    this.#page = page;
  }

  override get kind(): string {
    return 'box';
  }
}

// A cell that holds several values counts for each of them.
const weightOf = (content: Value | undefined): number => (content instanceof Content ? 1 + content.weight : 1);

// Addresses that were collected, to be given out again: ranges, lowest first.
interface Free {
  readonly from: number;
  readonly to: number;
  readonly next: Free | null;
}

/** Which cells of a store are in use, and when it is collected next. */
export interface Inventory {
  /** Cells from here on were never used. */
  readonly end: number;
  /** Ranges of cells that can be used again, in the order in which they will be. */
  readonly free: readonly (readonly [from: number, to: number])[];
  readonly allocated: number;
  readonly visited: number;
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
  /** The page that was written last for a variable, and its number. */
  #page: Page | null = null;
  #pageNumber = 0;

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

  /** What a collection before it is due costs: what it visited beyond what the allocations since the last one allow. */
  earlyCost(allocated: number): number {
    return Math.max(0, this.#visited - allocated) >> 3;
  }

  /** How many cells were allocated since the last collection; if none were, another could free nothing. */
  get allocated(): number {
    return this.#allocated;
  }

  /** The content of a cell; undefined when it was never filled. */
  read(address: number): Value | undefined {
    return this.#cells.get(address);
  }

  /** The page of a cell that was filled. */
  pageOf(address: number): Page {
    return this.#cells.page(address);
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

  /** Whether a cell is one of this store, and of none else. */
  owns(cell: Cell): boolean {
    return cell.space === this.#space && cell.space !== null;
  }

  get space(): Owner | null {
    return this.#space;
  }

  /** Who may write pages of this store in place; null where it is not writable. */
  get owner(): Owner | null {
    return this.#owner;
  }

  /** Takes a cell in place, on a writable store only, and gives its address. */
  allocate(content: Value | undefined): number {
    const address = this.#nextAddress();
    const weight = weightOf(content);
    this.#live += weight;
    this.#allocated += weight;
    this.write(address, content);
    return address;
  }

  /** Writes a cell that may hold several values, whose number may have changed. */
  replace(address: number, content: Value): void {
    const growth = weightOf(content) - weightOf(this.read(address));
    this.#live += growth;
    this.#allocated += Math.max(0, growth);
    this.write(address, content);
  }

  /** Takes a cell for a variable in place, on a writable store only. */
  box(content: Value | undefined): Box {
    const address = this.#nextAddress();
    this.#live += 1;
    this.#allocated += 1;
    // One is mostly taken behind the other.
    let page = this.#page;
    if (page?.owner === this.#owner && address >> pageBits === this.#pageNumber)
      page.items[address & pageMask] = content;
    else {
      this.write(address, content);
      page = this.#page = this.pageOf(address);
      this.#pageNumber = address >> pageBits;
    }
    const box = new Box(address, this.#space);
    box.page = page;
    return box;
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

  /** All there is to say of this store, for it to be written down; `of` gives the store again. */
  get inventory(): Inventory {
    const free: [number, number][] = [[this.#reuse, this.#reuseEnd]];
    for (let range = this.#free; range !== null; range = range.next) free.push([range.from, range.to]);
    return { end: this.#end, free, allocated: this.#allocated, visited: this.#visited };
  }

  static of(
    { end, free, allocated, visited }: Inventory,
    cells: Iterable<readonly [address: number, content: Value | undefined]>,
    space: Owner | null,
  ): Store {
    const store = new Store();
    store.#space = space;
    store.#owner = new Owner();
    store.#end = end;
    [store.#reuse, store.#reuseEnd] = free[0] ?? [0, 0];
    for (const [from, to] of free.slice(1).reverse()) store.#free = { from, to, next: store.#free };
    for (const [address, content] of cells) {
      store.#live += weightOf(content);
      store.write(address, content);
    }
    store.#allocated = allocated;
    store.#visited = visited;
    return store;
  }

  /** The store with only the marked cells in use; `visited` is how many values marking looked at. */
  retain(marked: ReadonlySet<number>, visited: number): Store {
    const kept = [...marked].sort((a, b) => a - b);
    const free: [from: number, to: number][] = [];
    let end = 0;
    for (const address of kept) {
      if (end < address) free.push([end, address]);
      end = address + 1;
    }
    const cells = kept.map((address) => [address, this.read(address)] as const);
    return Store.of({ end, free, allocated: 0, visited }, cells, this.#space);
  }
}
