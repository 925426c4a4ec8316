// Something made of something else from the leaves upwards, over a stack of what is open, so that depth is bounded by
// memory alone. What is met again is made once.

/** How what has parts is made: from its parts, when each of them is made. */
export interface Opened<From, To> {
  readonly parts: readonly From[];
  readonly make: (made: To[]) => To;
}

/** `leaf` gives undefined for what has parts; `circular` is called for what contains itself. */
export const bottomUp = <From, To>(
  root: From,
  leaf: (from: From) => To | undefined,
  enter: (from: From) => Opened<From, To>,
  circular: () => never,
  known: Map<From, To | undefined> = new Map(),
): To => {
  const open: { readonly from: From; readonly opened: Opened<From, To>; readonly made: To[] }[] = [];
  let from = root;
  let opened: Opened<From, To> = { parts: [root], make: ([whole]) => whole as To };
  let made: To[] = [];
  for (;;) {
    if (made.length < opened.parts.length) {
      const part = opened.parts[made.length] as From;
      let to = leaf(part);
      if (to === undefined) to = known.get(part);
      if (to !== undefined) made.push(to);
      else if (known.has(part)) return circular();
      else {
        known.set(part, undefined);
        open.push({ from, opened, made });
        from = part;
        opened = enter(part);
        made = [];
      }
    } else {
      const whole = opened.make(made);
      const outer = open.pop();
      if (outer === undefined) return whole;
      known.set(from, whole);
      ({ from, opened, made } = outer);
    }
  }
};
