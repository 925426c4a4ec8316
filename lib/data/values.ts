// The values a program computes with. Numbers, strings, booleans and nil are JavaScript's; the rest are small
// immutable objects of ours, told from foreign objects by their common ancestor.

/** The ancestor of every value that is not a JavaScript primitive. */
export abstract class ObjectValue {
  // Keeps foreign objects from being taken for values by structure.
  declare protected readonly brand: 'value';

  /** What it is called where it has no notation. */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a field would be one in every pair
  get kind(): string {
    return 'value';
  }

  /** The values it is made of. What a cell holds is elsewhere, and no part of the reference to it. */
  get parts(): readonly Value[] {
    return noParts;
  }

  /** The same value, made of other parts. */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/prefer-return-this-type -- what has no parts stays itself; the others make another
  withParts(_parts: readonly Value[]): ObjectValue {
    return this;
  }
}

/** Of what is not made of others; one array, so that it can be told. */
export const noParts: readonly Value[] = Object.freeze([]);

/** The values that a value is made of. */
export const partsOf = (value: Value): readonly Value[] => (value instanceof ObjectValue ? value.parts : noParts);

/** A symbol; two symbols of one name are the same symbol. */
export class SymbolValue extends ObjectValue {
  constructor(readonly name: string) {
    super();
  }
}

/** An immutable pair. Iterating gives the elements of the list it starts; a last cdr that is no list is left out. */
export class Pair extends ObjectValue {
  constructor(
    readonly car: Value,
    readonly cdr: Value,
  ) {
    super();
  }

  override get parts(): readonly Value[] {
    return [this.car, this.cdr];
  }

  override withParts([car, cdr]: readonly [Value, Value]): Pair {
    return new Pair(car, cdr);
  }

  *[Symbol.iterator](): Generator<Value, void> {
    yield this.car;
    for (let rest = this.cdr; rest instanceof Pair; rest = rest.cdr) yield rest.car;
  }
}

/** The empty list: not nil, and not false. There is one; see `emptyList`. */
export class EmptyList extends ObjectValue {
  *[Symbol.iterator](): Generator<Value, void> {
    // Nothing to give.
  }
}

export const emptyList: EmptyList = new EmptyList();
Object.freeze(emptyList);

/** What can be called. Kinds: closures of the machine, primitives of the library and the host. */
export abstract class Procedure extends ObjectValue {
  override get kind(): string {
    return 'procedure';
  }

  abstract readonly name: string;
}

/** Whatever a program can hold. `null` is nil. */
export type Value = number | bigint | string | boolean | null | ObjectValue;

export type List = Pair | EmptyList;

export const isValue = (candidate: unknown): candidate is Value =>
  candidate === null ||
  candidate instanceof ObjectValue ||
  ['number', 'string', 'boolean', 'bigint'].includes(typeof candidate);

export const isList = (value: Value): value is List => {
  let rest = value;
  while (rest instanceof Pair) rest = rest.cdr;
  return rest === emptyList;
};

/** A list of the values, ending in `tail`. */
export const list = (values: readonly Value[], tail: Value = emptyList): Value => {
  let result = tail;
  for (let i = values.length - 1; i >= 0; i -= 1) result = new Pair(values[i] as Value, result);
  return result;
};

/** Only `false` is false. */
export const isTrue = (value: Value): boolean => value !== false;
