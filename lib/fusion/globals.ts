import { type Value } from '../data/values.js';
import { type Code } from '../machine/code.js';
import { type InstructionSet } from '../machine/instruction-set.js';
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

/** As the text makes them: with all their fields, since the engine keeps an object that grows in another way. */
export const globalsText = ({ length }: readonly Global[]): string => {
  const fields = Array.from({ length }, (_, i) => `v${i}: null, c${i}: null, r${i}: null`);
  return `{ ${['stamp: null, find: null', ...fields].join(', ')} }`;
};

/** What looks up all of them, and says whether they are what the code was made for. */
export const finding = (globals: readonly Global[], callBy: Run): ((found: Globals) => Globals) => {
  const find = (found: Globals & Record<string, unknown>, { variables, instructions }: World): boolean => {
    // Where not all are what they were, those that were looked up first are of another time than the others.
    found.stamp = null;
    for (const [i, { reference, expected, argc }] of globals.entries()) {
      const value = variables.at(reference.slotIn(variables.names));
      if (value === undefined || (expected !== undefined && value !== expected)) return false;
      found[`v${i}`] = value;
      found[`c${i}`] = value instanceof Closure ? (codeIn(value, instructions) ?? value.code) : null;
      found[`r${i}`] = runOf(value, argc, instructions) ?? callBy;
    }
    return true;
  };
  return (found) => Object.assign(found, { find: (world: World) => find(found as never, world) });
};

/**
 * The code of a procedure for the instructions of the message that runs: that of the library, or of an earlier message,
 * may have been made for others. Undefined where the interpreter has not called it with them yet.
 */
export const codeIn = ({ code }: Closure, instructions: InstructionSet | null): Code | undefined =>
  code.instructions === instructions ? code : instructions?.linked.get(code);

/** How a value is called with so many arguments; null for what is not fused, or takes another number. */
export const runOf = (value: Value, argc: number, instructions: InstructionSet | null): Run | null => {
  const code = value instanceof Closure ? codeIn(value, instructions) : undefined;
  if (code?.rest !== null) return null;
  const entry = (code.fused as { readonly entry: unknown } | null)?.entry;
  return entry instanceof Entry && entry.arity === argc ? entry.run : null;
};
