import { carried, Cell, Content, type ContentOf, literal } from './cells.js';
import { type Owner, type Pages, pagesOf } from './pages.js';
import { type Value } from './values.js';

// Vectors and bytevectors: references to items that are numbered from 0.

/** The items of a vector: every version stays as it was, and shares all but one path of pages with the next. */
export class Items extends Content {
  constructor(
    private readonly pages: Pages<Value>,
    readonly length: number,
  ) {
    super();
  }

  static of(values: readonly Value[]): Items {
    return new Items(pagesOf(values), values.length);
  }

  get weight(): number {
    return this.length;
  }

  override get parts(): readonly Value[] {
    return this.slice(0, this.length);
  }

  override withParts(parts: readonly Value[]): Items {
    return Items.of(parts);
  }

  at(index: number): Value {
    return this.pages.get(index) as Value;
  }

  slice(start: number, end: number): Value[] {
    const values: Value[] = [];
    for (let i = start; i < end; i += 1) values.push(this.at(i));
    return values;
  }

  /** The items with another one in one place; pages of the owner are written in place. */
  with(index: number, value: Value, owner: Owner): Items {
    const pages = this.pages.set(index, value, owner);
    return pages === this.pages ? this : new Items(pages, this.length);
  }
}

export class Vector extends Cell {
  override get kind(): string {
    return 'vector';
  }
}

/** A vector whose items are integers from 0 to 255. */
export class Bytevector extends Cell {
  override get kind(): string {
    return 'bytevector';
  }
}

export const isByte = (value: Value): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 256;

/** The items of a vector or a bytevector; undefined for anything else, and where they cannot be seen. */
export const itemsOf = (value: Value, contentOf: ContentOf = carried): Items | undefined => {
  const content = value instanceof Vector || value instanceof Bytevector ? contentOf(value) : undefined;
  return content instanceof Items ? content : undefined;
};

/** A constant of a program: it never changes. */
export const literalOf = <C extends Vector | Bytevector>(
  Kind: new (address: number, space: null) => C,
  values: readonly Value[],
): C => {
  const vector = new Kind(literal, null);
  vector.content = Items.of(values);
  return vector;
};
