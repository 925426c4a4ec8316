// Recursion without the JavaScript stack. A step yields the steps it depends on, and is resumed with their results; so
// a source may be nested as deep as memory allows.

/** A computation of a `T` that yields the computations it needs. */
export type Step<T> = Generator<Made<T>, T, T>;

/** A result, or the step that gives it: what is at hand needs no generator. */
export type Made<T> = T | Step<T>;

// What all generators inherit from. To ask for it costs less than to look for what they have.
const { prototype: generators } = Object.getPrototypeOf(goOn) as { readonly prototype: object };

export const isStep = <T>(made: Made<T>): made is Step<T> =>
  typeof made === 'object' && Object.prototype.isPrototypeOf.call(generators, made as object);

/** Runs a step with all it depends on. */
export const walk = <T>(root: Made<T>): T => {
  if (!isStep(root)) return root;
  const waiting: Step<T>[] = [];
  let current = root;
  let result = current.next();
  for (;;) {
    const { done, value } = result;
    if (done === true) {
      const outer = waiting.pop();
      if (outer === undefined) return value;
      current = outer;
    } else if (isStep(value)) {
      waiting.push(current);
      current = value;
      result = current.next();
      continue;
    }
    result = current.next(value as T);
  }
};

/** How many computations are inside each other on the JavaScript stack. */
export interface Nesting {
  depth: number;
}

/** How deep that may be. */
export const deepest = 64;

/**
 * Makes something of each item in their order, then the end of it. It happens at once and without a generator, unless
 * one of them has to wait, or it is nested too deep for the JavaScript stack.
 */
export const inTurn = <Item, T>(
  items: readonly Item[],
  make: (item: Item, index: number) => Made<T>,
  end: (results: T[]) => T,
  nesting: Nesting,
): Made<T> => {
  const results: T[] = [];
  if (nesting.depth >= deepest) return goOn(results, items, make, end);
  nesting.depth += 1;
  while (results.length < items.length) {
    const made = make(items[results.length] as Item, results.length);
    if (isStep(made)) {
      nesting.depth -= 1;
      return goOn(results, items, make, end, made);
    }
    results.push(made);
  }
  nesting.depth -= 1;
  return end(results);
};

function* goOn<Item, T>(
  results: T[],
  items: readonly Item[],
  make: (item: Item, index: number) => Made<T>,
  end: (results: T[]) => T,
  first?: Step<T>,
): Step<T> {
  if (first !== undefined) results.push(yield first);
  while (results.length < items.length) results.push(yield make(items[results.length] as Item, results.length));
  return end(results);
}
