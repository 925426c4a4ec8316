import { SymbolValue, type Value } from '../data/values.js';
import { type Lifted } from '../machine/instruction.js';
import { type Bytecode, Message } from '../machine/message.js';
import { drop, Stack } from '../machine/stack.js';
import { Identity, type Pid } from './identity.js';
import { type Kernel } from './kernel.js';
import { performAll } from './perform.js';
import { knownAs } from './post.js';
import { type Posted, type Process } from './process.js';
import { actsOf, Reaction, type Reduce } from './reducer.js';

// A message of one instruction that computes a value, which is what a message to a small actor often is, changes the
// stack and nothing else. It can be run without a state for it; whatever is out of the ordinary is left to the machine,
// which says why.

/** Runs such a message of an actor at rest, and says whether it did. */
export const runQuickly = (kernel: Kernel, process: Process, posted: Posted): boolean => {
  if (posted instanceof Message || process.states !== null || process.isBrief) return false;
  const known = knownAs(process, posted);
  if (known === undefined) return false;
  const { limits } = process.restingWorld;
  if (process.stack.length >= limits.stack || !(limits.fuel >= 1)) return false;
  if (known.reduce !== null) return runReducer(kernel, process, posted, known.reduce, limits.outbox);
  return known.lifted !== null && runLifted(kernel, process, known.lifted);
};

const runLifted = (kernel: Kernel, process: Process, lifted: Lifted): boolean => {
  const { stack } = process;
  if (stack.length < lifted.arity) return false;
  const result = computed(lifted, stack);
  if (!isSimple(result)) return false;
  const below = drop(stack, lifted.arity);
  process.quick(new Stack(result, below, below.length + 1));
  kernel.handled += 1;
  return true;
};

// What it gives; undefined where it fails.
const computed = ({ arity, apply }: Lifted, { top, below }: Stack): unknown => {
  try {
    if (arity === 1) return apply(top as Value);
    return arity === 0 ? apply() : apply((below as Stack).top as Value, top as Value);
  } catch {
    return undefined;
  }
};

const runReducer = (kernel: Kernel, process: Process, words: Bytecode, reduce: Reduce, most: number): boolean => {
  const { stack, pid } = process;
  for (let i = 1; i < words.length; i += 1) if (!isSimple(words[i])) return false;
  if (stack.length === 0) return false;
  const result = reduced(reduce, stack.top as Value, pid, words);
  const reaction = result instanceof Reaction ? result : null;
  const value = reaction === null ? result : reaction.value;
  if (!isSimple(value) || !isSendable(reaction, most)) return false;
  process.quick(new Stack(value, stack.below, stack.length));
  kernel.handled += 1;
  if (reaction !== null) performAll(kernel, process, actsOf(reaction));
  return true;
};

const reduced = (reduce: Reduce, top: Value, self: Pid, words: Bytecode): unknown => {
  try {
    if (words.length === 1) return reduce(top as never, self);
    if (words.length === 2) return reduce(top as never, self, words[1] as never);
    return reduce(top as never, self, ...(words.slice(1) as never[]));
  } catch {
    return undefined;
  }
};

// Whether nothing that is sent brings variables of its own.
const isSendable = (reaction: Reaction | null, most: number): boolean => {
  let count = 0;
  for (let each = reaction; each !== null; each = each.earlier) {
    const { act } = each;
    if (act?.type === 'post' && !(isSimple(act.to) && act.words.every(isSimple))) return false;
    if (act?.type === 'tell' && !(isSimple(act.to) && isSimple(act.value))) return false;
    if (act !== null) count += 1;
  }
  return count <= most;
};

const isSimple = (value: unknown): value is Value => {
  if (typeof value === 'object') return value === null || value instanceof SymbolValue || value instanceof Identity;
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
};
