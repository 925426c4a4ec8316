import { type Value } from '../data/values.js';
import { type Lifted } from '../machine/instruction.js';
import { drop, Stack } from '../machine/stack.js';
import { knownAs } from './post.js';
import { type Posted, type Process } from './process.js';

// A message of one lifted instruction, which is what a message to a small actor often is, changes the stack and nothing
// else. It can be run without a state for it; whatever is out of the ordinary is left to the machine, which says why.

/** Runs such a message of an actor at rest, and says whether it did. */
export const runQuickly = (process: Process, posted: Posted): boolean => {
  const lifted = knownAs(process, posted)?.lifted;
  if (lifted == null || process.states !== null || process.isBrief) return false;
  const { limits } = process.restingWorld;
  const { stack } = process;
  if (stack.length < lifted.arity || stack.length >= limits.stack || !(limits.fuel >= 1)) return false;
  const result = resultOf(lifted, stack);
  if (result === undefined) return false;
  const below = drop(stack, lifted.arity);
  process.quick(new Stack(result, below, below.length + 1));
  return true;
};

// What it computes where that is a plain value; undefined where it is not, or where it fails.
const resultOf = ({ arity, apply }: Lifted, { top, below }: Stack): Value | undefined => {
  try {
    const result: unknown =
      arity === 1 ? apply(top as Value) : arity === 0 ? apply() : apply((below as Stack).top as Value, top as Value);
    return typeof result === 'number' || typeof result === 'string' || typeof result === 'boolean' || result === null
      ? result
      : undefined;
  } catch {
    return undefined;
  }
};
