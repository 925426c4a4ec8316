// Something made of something else from the leaves upwards, over a stack of what is open, so that depth is bounded by
// memory alone. What is met again is made once.

/** How what has parts is made: from its parts, when each of them is made. */
export interface Opened<From, To> {
  readonly parts: readonly From[];
  readonly make: (made: To[]) => To;
}

/** What is open: the part that is looked at is the one behind those that are made. */
export interface Level<From, To> {
  readonly from: From;
  readonly opened: Opened<From, To>;
  readonly made: To[];
}

/** `leaf` gives undefined for what has parts; `circular` is called for what contains itself. All are told what is open. */
export const bottomUp = <From, To>(
  root: From,
  leaf: (from: From, open: readonly Level<From, To>[]) => To | undefined,
  enter: (from: From, open: readonly Level<From, To>[]) => Opened<From, To>,
  circular: (open: readonly Level<From, To>[]) => never,
  known: Map<From, To | undefined> = new Map(),
): To => {
  let top: Level<From, To> = { from: root, opened: { parts: [root], make: ([whole]) => whole as To }, made: [] };
  const open = [top];
  for (;;) {
    const { from, opened, made } = top;
    if (made.length < opened.parts.length) {
      const part = opened.parts[made.length] as From;
      let to = leaf(part, open);
      if (to === undefined) to = known.get(part);
      if (to !== undefined) made.push(to);
      else if (known.has(part)) return circular(open);
      else {
        known.set(part, undefined);
        top = { from: part, opened: enter(part, open), made: [] };
        open.push(top);
      }
    } else {
      const whole = opened.make(made);
      open.pop();
      const outer = open.at(-1);
      if (outer === undefined) return whole;
      known.set(from, whole);
      top = outer;
    }
  }
};
