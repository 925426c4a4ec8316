// A persistent vector: a 32-way tree of pages. Every version stays as it was, and a write shares all pages but one path.
//
// Writes are made cheap by ownership. A page carries the token of the run that created it; whoever holds the same token
// may write it in place, because nobody else has seen it yet. Dropping the token makes every page immutable for good.

/** What of an index is the number of its page, and what the place on it. */
export const pageBits = 5;
const width = 1 << pageBits;
export const pageMask: number = width - 1;

/** The right to write pages in place; a new object for each run of writes. */
export class Owner {
  declare private readonly brand: 'owner';
}

export class Page {
  constructor(
    readonly owner: Owner | null,
    readonly items: unknown[],
  ) {}
}

/** The tree: `shift` is the height in bits. What was never written is undefined. */
export class Pages<T> {
  static readonly empty: Pages<never> = new Pages(0, new Page(null, []));

  constructor(
    private readonly shift: number,
    private readonly root: Page,
  ) {}

  get(index: number): T | undefined {
    let page = this.root;
    if (index < 0 || index >= width << this.shift) return undefined;
    for (let level = this.shift; level > 0; level -= pageBits) {
      const next = page.items[(index >>> level) & pageMask] as Page | undefined;
      if (next === undefined) return undefined;
      page = next;
    }
    return page.items[index & pageMask] as T | undefined;
  }

  /** The page of what was written. */
  page(index: number): Page {
    let page = this.root;
    for (let level = this.shift; level > 0; level -= pageBits) page = page.items[(index >>> level) & pageMask] as Page;
    return page;
  }

  /** Writes in place where `owner` owns the path, and gives the tree to go on with. */
  set(index: number, value: T, owner: Owner): Pages<T> {
    let root = this.root;
    let shift = this.shift;
    while (index >= width << shift) {
      root = new Page(owner, [root]);
      shift += pageBits;
    }
    const written = writable(root, owner);
    let page = written;
    for (let level = shift; level > 0; level -= pageBits) {
      const at = (index >>> level) & pageMask;
      const next = writable(page.items[at] as Page | undefined, owner);
      page.items[at] = next;
      page = next;
    }
    page.items[index & pageMask] = value;
    return written === this.root && shift === this.shift ? this : new Pages<T>(shift, written);
  }
}

// Pages are copies even where they are new: V8 makes what a literal holds among the old as soon as much of it stays, and
// then whatever is written into it has to outlive the next collections.
const blank: unknown[] = [...new Array<unknown>(width)];

const writable = (page: Page | undefined, owner: Owner): Page =>
  page?.owner === owner ? page : new Page(owner, (page?.items ?? blank).slice());

/** The tree of the values, numbered from 0. */
export const pagesOf = <T>(values: readonly T[]): Pages<T> => {
  let shift = -pageBits;
  let level: readonly unknown[] = values;
  do {
    const pages: Page[] = [];
    for (let i = 0; i < level.length; i += width) pages.push(new Page(null, level.slice(i, i + width)));
    level = pages;
    shift += pageBits;
  } while (level.length > 1);
  return new Pages<T>(shift, (level[0] as Page | undefined) ?? new Page(null, []));
};
