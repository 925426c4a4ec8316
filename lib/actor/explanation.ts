import { located, type VMError } from '../data/error.js';
import { type Closure } from '../machine/procedures.js';
import { isRaised } from '../machine/dynamic.js';
import { detach } from '../machine/transfer.js';
import { type VMState } from '../machine/state.js';

// What is added to a fault for whoever reads it: which procedures were at work, and which name may have been meant.

const mostCalls = 20;

/** The fault with the procedures that were running, and near names where one is not bound. */
export const explain = (fault: VMError, state: VMState, library: Iterable<string>): VMError => {
  const near = fault.code === 'unbound-variable' ? nearest(nameIn(fault.detail), namesIn(state, library)) : undefined;
  const detail = near === undefined ? fault.detail : `${fault.detail}; did you mean ${near}?`;
  const cause = isRaised(fault) ? detach(fault.cause, state.world.store) : fault.cause;
  return located(fault, { calls: callsIn(state) }, { detail, cause });
};

// Innermost first. A procedure that made a tail call has left no frame.
const callsIn = ({ closure, frame }: VMState): readonly string[] => {
  const calls: string[] = [];
  const add = (each: Closure | null): void => {
    if (each !== null && !each.name.startsWith('%')) calls.push(each.name);
  };
  add(closure);
  for (let below = frame; below !== null && calls.length < mostCalls; below = below.below) add(below.closure);
  return calls;
};

const nameIn = (detail: string): string => /^variable (\S+) is not defined/.exec(detail)?.[1] ?? '';

const longestName = 40;

function* namesIn({ variables }: VMState, library: Iterable<string>): Iterable<string> {
  for (const [name] of variables) yield name;
  yield* library;
}

const nearest = (name: string, names: Iterable<string>): string | undefined => {
  const most = name.length > 5 ? 2 : 1;
  if (name.length < 2 || name.length > longestName) return undefined;
  let best: { readonly near: string; readonly distance: number } | undefined;
  for (const near of names) {
    if (Math.abs(near.length - name.length) > most || near.startsWith('%')) continue;
    const distance = distanceOf(name, near);
    if (distance <= most && distance < (best?.distance ?? Infinity)) best = { near, distance };
  }
  return best?.near;
};

// How many letters have to be added, left out, replaced or exchanged with the next one (Damerau, Levenshtein; optimal
// string alignment).
const distanceOf = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? Infinity) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? Infinity;
};
