// The values a program computes with. Numbers, strings, booleans and nil are JavaScript's; the rest are small
// immutable objects of ours, told from foreign objects by their common ancestor.

/** The ancestor of every value that is not a JavaScript primitive. */
export abstract class ObjectValue {
  // Keeps foreign objects from being taken for values by structure.
  declare protected readonly brand: 'value';
}

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
  abstract readonly name: string;
}

/** Whatever a program can hold. `null` is nil. */
export type Value = number | bigint | string | boolean | null | ObjectValue;

export type List = Pair | EmptyList;

export const isValue = (candidate: unknown): candidate is Value => {
  switch (typeof candidate) {
    case 'number':
    case 'string':
    case 'boolean':
    case 'bigint':
      return true;
    case 'object':
      return candidate === null || candidate instanceof ObjectValue;
    default:
      return false;
  }
};

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
