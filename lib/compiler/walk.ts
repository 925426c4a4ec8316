// Recursion without the JavaScript stack. A step yields the steps it depends on, and is resumed with their results; so
// a source may be nested as deep as memory allows.

/** A computation of a `T` that yields the computations it needs. */
export type Step<T> = Generator<Step<T>, T, T>;

/** Runs a step with all it depends on. */
export const walk = <T>(root: Step<T>): T => {
  const stack: Step<T>[] = [root];
  let current = root;
  let result = current.next();
  for (;;) {
    if (result.done !== true) {
      current = result.value;
      stack.push(current);
      result = current.next();
    } else {
      stack.pop();
      const outer = stack.at(-1);
      if (outer === undefined) return result.value;
      current = outer;
      result = current.next(result.value);
    }
  }
};
