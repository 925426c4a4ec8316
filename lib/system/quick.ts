import { ObjectValue, Pair, type Value } from '../data/values.js';
import { type Effect } from '../machine/effects.js';
import { type Lifted } from '../machine/instruction.js';
import { type Bytecode } from '../machine/message.js';
import { type Stack } from '../machine/stack.js';
import { refersToCell } from '../machine/transfer.js';
import { type Act } from './effects.js';
import { Identity, type Pid } from './identity.js';
import { type Kernel } from './kernel.js';
import { perform, sendCode } from './perform.js';
import { knownAs, knownOf, post, queue } from './post.js';
import { Known } from './known.js';
import { type Posted, type Process } from './process.js';
import { Reaction, type Reduce } from './reducer.js';

// A message of one instruction that computes a value, which is what a message to a small actor often is, changes the
// stack and nothing else. It can be run without a state for it; whatever is out of the ordinary is left to the machine,
// which says why.

/** What taking up a message costs besides its instructions, in fuel. */
export const perMessage = 25;

/**
 * Runs such messages of an actor, for so much fuel at most, and says how much it was. The first that is no such message
 * is what the actor starts with next.
 */
export const runQuickly = (kernel: Kernel, process: Process, most: number): number => {
  const cost = perMessage + unitFor(process);
  let spent = 0;
  while (spent < most && process.hasMessage) {
    const posted = process.line.shift() as Posted;
    const count = isRoomy(process) ? runSome(kernel, process, posted, (most - spent) / cost) : 0;
    if (count === 0) process.opening = posted;
    else spent += cost * count;
  }
  return spent;
};

// Runs a message if it is such a one, with those like it, so many at most, and says how many they were.
const runSome = (kernel: Kernel, process: Process, posted: Posted, most: number): number => {
  const known = areWords(posted) ? knownAs(process, posted) : posted instanceof Known ? posted : undefined;
  if (known === undefined) return 0;
  const { lifted, reduce } = known;
  if (lifted !== null) return runAlike(kernel, process, known, most);
  return reduce !== null && runReducer(kernel, process, areWords(posted) ? posted : noWords, reduce, null) ? 1 : 0;
};

const areWords = (posted: Posted): posted is Bytecode => Array.isArray(posted);

// Runs a message and those like it that wait right behind it, so many at most, and says how many they were.
const runAlike = (kernel: Kernel, process: Process, first: Known, most: number): number => {
  const { line } = process;
  let known = first;
  for (let count = 1; ; count += 1) {
    if (!runLifted(kernel, process, known.lifted as Lifted)) {
      process.opening = known;
      return count - 1;
    }
    if (!process.hasMessage || !isRoomy(process)) return count;
    const { next } = line;
    if (count >= most || !(next instanceof Known) || next.lifted === null) return count;
    known = line.shift() as Known;
  }
};

// What one unit of fuel counts for: an actor has its turn for as long when somebody watches it.
const unitFor = ({ limits: { fuel }, options }: Process): number => fuel - (fuel - 1) || options.turns.slice;

/** Sends one word from outside: where nothing goes on, such a message need not wait for its turn. */
export const sendFromOutside = (kernel: Kernel, process: Process, word: unknown): void => {
  const known = kernel.watch === null ? knownOf(process, word) : undefined;
  if (known?.length !== 1) {
    post(kernel, process, [word]);
    return;
  }
  const isDone =
    process.isQueued && process.isAlive ? process.line.pushBehind(known) : runAtOnce(kernel, process, known);
  if (isDone) kernel.sent += 1;
  else queue(kernel, process, known, null);
};

const runAtOnce = (kernel: Kernel, process: Process, { lifted }: Known): boolean =>
  lifted !== null && kernel.isAtRest && process.isAtRest && isRoomy(process) && runLifted(kernel, process, lifted);

/** The same for what is asked of reducers; it says whether that was all. */
export const askFromOutside = (kernel: Kernel, process: Process, asked: unknown, answer: Answer): boolean => {
  if (!kernel.isAtRest || !process.isAtRest || !isRoomy(process) || !Array.isArray(asked)) return false;
  const words = asked as Bytecode;
  const reduce = knownAs(process, words)?.reduce ?? null;
  if (reduce === null || !kernel.during(() => runReducer(kernel, process, words, reduce, answer))) return false;
  kernel.sent += 1;
  return true;
};

/** Is given what was asked for. */
type Answer = (value: Value) => void;

// Whether nobody looks, and there is room and fuel.
const isRoomy = ({ states, isBrief, below, limits }: Process): boolean =>
  states?.observed !== true && !isBrief && below.length + 1 < limits.stack && limits.fuel >= 1;

const noWords: Bytecode = Object.freeze([]);

const runLifted = (kernel: Kernel, process: Process, lifted: Lifted): boolean => {
  const { arity } = lifted;
  const { top, below } = process;
  if ((arity > 0 && top === undefined) || (arity === 2 && below.top === undefined)) return false;
  const result = computed(lifted, top, below);
  if (!isSimple(result)) return false;
  process.quick(result, arity === 1 ? below : arity === 0 ? process.stack : (below.below as Stack));
  kernel.handled += 1;
  return true;
};

// What it gives; undefined where it fails.
const computed = ({ arity, apply }: Lifted, top: Value | undefined, below: Stack): unknown => {
  try {
    if (arity === 1) return apply(top as Value);
    return arity === 0 ? apply() : apply(below.top as Value, top as Value);
  } catch {
    return undefined;
  }
};

const runReducer = (
  kernel: Kernel,
  process: Process,
  words: Bytecode,
  reduce: Reduce,
  answer: Answer | null,
): boolean => {
  const { top, below, pid } = process;
  if (top === undefined || !areSimple(words, 1)) return false;
  const result = reduced(reduce, top, pid, words);
  const reaction = result instanceof Reaction ? result : null;
  const value = reaction === null ? result : reaction.value;
  if (!isSimple(value) || !(reaction === null || isSendable(reaction, process.limits.outbox))) return false;
  process.quick(value, below);
  kernel.handled += 1;
  const hasAnswered = reaction !== null && react(kernel, process, reaction, answer);
  if (!hasAnswered) answer?.(null);
  return true;
};

const reduced = (reduce: Reduce, top: Value, self: Pid, words: Bytecode): unknown => {
  try {
    if (words.length < 2) return reduce(top as never, self);
    if (words.length === 2) return reduce(top as never, self, words[1] as never);
    return reduce(top as never, self, ...(words.slice(1) as never[]));
  } catch {
    return undefined;
  }
};

// Whether nothing that is sent brings variables of its own.
const isSendable = ({ to, words, acts }: Reaction, most: number): boolean => {
  if (words !== null && !((to instanceof Identity || isSimple(to)) && areSimple(words, 0))) return false;
  if (acts === null) return words === null || most >= 1;
  return acts.length + (words === null ? 0 : 1) <= most && acts.every(isSimpleAct);
};

const isSimpleAct = (act: Act | Effect): boolean => {
  if (act.type === 'post') return isSimple(act.to) && areSimple(act.words, 0);
  if (act.type === 'tell') return isSimple(act.to) && isSimple(act.value);
  return act.type === 'answer' ? isSimple(act.value) : act.type === 'print' && typeof act.text === 'string';
};

// Says whether that answered whoever asked. The first answer counts.
const react = (kernel: Kernel, process: Process, { to, words, acts }: Reaction, answer: Answer | null): boolean => {
  if (words !== null) sendCode(kernel, process, to, words);
  if (acts === null) return false;
  let waiting = answer;
  let hasAnswered = false;
  for (const act of acts) {
    if (act.type !== 'answer') perform(kernel, process, act);
    else {
      waiting?.(act.value);
      waiting = null;
      hasAnswered = true;
    }
  }
  return hasAnswered;
};

const areSimple = (words: Bytecode, first: number): boolean => {
  for (let i = first; i < words.length; i += 1) if (!isFlat(words[i]) && !isSimple(words[i])) return false;
  return true;
};

// What is a value and brings no variables of its own.
const isSimple = (value: unknown): value is Value => {
  if (typeof value !== 'object') return isFlat(value);
  if (value instanceof Pair) return (isAtom(value.car) && isAtom(value.cdr)) || !refersToCell(value);
  return value === null || (value instanceof ObjectValue && (value instanceof Identity || !refersToCell(value)));
};

const isFlat = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';

const isAtom = (value: Value): boolean => typeof value !== 'object' || value === null || value instanceof Identity;
