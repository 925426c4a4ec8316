import { located, type VMError } from '../data/error.js';
import { type Closure } from '../machine/procedures.js';
import { causeOutside } from '../machine/dynamic.js';
import { type VMState } from '../machine/state.js';

// What is added to a fault for whoever reads it: which procedures were at work, and which name may have been meant.

const mostCalls = 20;

/** The fault with the procedures that were running, and near names where one is not bound. */
export const explain = (fault: VMError, state: VMState, library: Iterable<string>): VMError => {
  const near =
    fault.code === 'unbound-variable' ? nearest(nameIn(fault.detail), [...namesIn(state), ...library]) : undefined;
  const detail = near === undefined ? fault.detail : `${fault.detail}; did you mean ${near}?`;
  const cause = causeOutside(fault, state);
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

const namesIn = ({ variables }: VMState): string[] => [...variables].map(([name]) => name);

const nameIn = (detail: string): string => /^variable (\S+) is not defined/.exec(detail)?.[1] ?? '';

const longestName = 40;

// The first of those that the fewest edits make of the name.
const nearest = (name: string, names: readonly string[]): string | undefined => {
  const most = name.length > 5 ? 2 : 1;
  if (name.length < 2 || name.length > longestName) return undefined;
  for (let edits = 0; edits <= most; edits += 1) {
    const near = names.find((other) => !other.startsWith('%') && isNear(name, other, edits));
    if (near !== undefined) return near;
  }
  return undefined;
};

// Whether so many edits make one name of another: a letter is added, left out, replaced, or exchanged with the next one.
const isNear = (name: string, other: string, edits: number): boolean => {
  if (name === other) return true;
  if (Math.abs(name.length - other.length) > edits || edits === 0) return false;
  let i = 0;
  while (name[i] === other[i]) i += 1;
  const goesOn = (left: number, right: number): boolean => isNear(name.slice(left), other.slice(right), edits - 1);
  const isExchanged = name[i] === other[i + 1] && name[i + 1] === other[i];
  return goesOn(i + 1, i + 1) || goesOn(i + 1, i) || goesOn(i, i + 1) || (isExchanged && goesOn(i + 2, i + 2));
};
