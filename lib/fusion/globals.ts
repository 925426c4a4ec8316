import { type Value } from '../data/values.js';
import { Closure } from '../machine/procedures.js';
import { type World } from '../machine/state.js';
import { type VariableReference } from '../machine/variables.js';
import { Entry, type Run } from './entry.js';

/** A global variable that fused code reads. */
export interface Global {
  readonly reference: VariableReference;
  /** The value it was made for; undefined where any will do. */
  readonly expected: Value | undefined;
  /** How many arguments it is called with. */
  readonly argc: number;
}

// The global variables that a fused procedure reads: their values `v0`, `v1` …, the code of those
// that are closures, `c0`, `c1` …, and how they are called, `r0`, `r1` … They are what the variables hold while the stamp is that of the variables.
export interface Globals {
  stamp: object | null;
  find(world: World): boolean;
}

/** Looks up all of them, and says whether they are what the code was made for. */
export const globalsOf = (globals: readonly Global[], callBy: Run): Globals => {
  const found: Globals & Record<string, unknown> = {
    stamp: null,
    find: ({ variables }) => {
      for (const [i, { reference, expected, argc }] of globals.entries()) {
        const value = variables.at(reference.slotIn(variables.names));
        if (value === undefined || (expected !== undefined && value !== expected)) return false;
        found[`v${i}`] = value;
        found[`c${i}`] = value instanceof Closure ? value.code : null;
        found[`r${i}`] = runOf(value, argc) ?? callBy;
      }
      return true;
    },
  };
  return found;
};

/** How a value is called with so many arguments; null for what is not fused, or takes another number. */
export const runOf = (value: Value, argc: number): Run | null => {
  if (!(value instanceof Closure) || value.code.rest !== null) return null;
  const entry = (value.code.fused as { readonly entry: unknown } | null)?.entry;
  return entry instanceof Entry && entry.arity === argc && value.code.instructions === entry.code.instructions
    ? entry.run
    : null;
};
