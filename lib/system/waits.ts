import { emptyList, Pair, SymbolValue, type Value } from '../data/values.js';
import { hostFault } from '../machine/host.js';
import { Stack } from '../machine/stack.js';
import { type Fusion } from '../machine/fusion.js';
import { VMState, World } from '../machine/state.js';
import { attach } from '../machine/transfer.js';
import { Turn } from '../machine/turn.js';
import { type Wait } from './effects.js';
import { type Kernel } from './kernel.js';
import { type Letter } from './letters.js';
import { type Process } from './process.js';
import { isShort } from './weights.js';

// Actors that wait, and how they go on.

/** Goes on with an actor that waits: the answer, in which there is something, is on its stack, and it has fuel again. */
export const answer = (kernel: Kernel, process: Process, value: Value, content: Value = value): void => {
  const { wakeUp, turn } = process;
  if (wakeUp !== null) kernel.timers.cancel(wakeUp);
  process.waiting = process.wakeUp = null;
  try {
    process.turn = answered(turn, value, !isAtom(content) && hasCells(kernel, process, content), kernel.fusion);
  } catch (thrown) {
    // There is no room for what it was waiting for.
    process.failure = hostFault(thrown);
  }
  kernel.activate(process);
};

const answered = (
  { state, base, initial, message, received }: Turn,
  value: Value,
  isCopied: boolean,
  fusion: Fusion | null,
): Turn => {
  const { state: entered, values } = isCopied ? attach(state, [value]) : { state, values: [value] };
  const { control, stack, locals, closure, frame, gas, world } = entered;
  const pushed = new Stack(values[0], stack, stack.length + 1);
  const next = new VMState(
    control,
    pushed,
    locals,
    closure,
    frame,
    gas,
    fusion === null ? world : fused(world, fusion),
  );
  return new Turn('running', next, base, initial, message, received);
};

// A state that waits is one that others see, and knows nothing of what makes it fast.
const fused = (world: World, fusion: Fusion): World => {
  const { instructions, variables, store, outbox, limits, reserve, position, fault, dynamic } = world;
  return new World(instructions, variables, store, outbox, limits, reserve, position, fault, dynamic, fusion);
};

// What is seen at a glance to bring no variables of its own.
const isAtom = (value: Value): boolean =>
  value instanceof Pair ? isSimple(value.car) && isSimple(value.cdr) : isSimple(value);

// Whether it may have to be copied; finding out takes time, and so does the copy.
const hasCells = (kernel: Kernel, process: Process, value: Value): boolean => {
  if (isShort(value)) return true;
  const { copied, seen } = kernel.weights.of(value);
  process.debt += copied + seen;
  return copied > 0;
};

const isSimple = (value: Value): boolean => typeof value !== 'object' || value === null || value instanceof SymbolValue;

/** Does something unless the actor goes on within so many milliseconds. */
export const limit = (kernel: Kernel, process: Process, delay: number, action: () => void): void => {
  process.wakeUp = kernel.timers.set(delay, action, process);
};

type Receive = Wait & { readonly type: 'receive' };

/** Gives a receive the first letter that it has not looked at, if there is one and there is time. */
export const offer = (kernel: Kernel, process: Process, wait: Receive): void => {
  const { isFirst, within } = wait;
  if (isFirst && within !== null && within > 0) startReceive(kernel, process, within);
  const letter = process.isLate ? null : nextLetter(process, isFirst);
  if (letter !== null) give(kernel, process, letter, wait);
  else {
    process.offered = null;
    if (process.isLate || within === 0) giveUp(kernel, process);
  }
};

// Behind the one it looks at; what it has missed meanwhile comes last.
const nextLetter = (process: Process, isFirst: boolean): Letter | null => {
  const { letters, offered } = process;
  const next = isFirst ? letters.start : (offered?.next ?? null);
  if (isFirst) process.hasMissed = next !== letters.first;
  if (next !== null || !process.hasMissed) return next;
  process.hasMissed = false;
  return letters.first;
};

/** Gives the actor, which waits in a receive, a letter to look at. */
export const give = (kernel: Kernel, process: Process, letter: Letter, { isTimed }: Receive): void => {
  process.offered = letter;
  answer(kernel, process, isTimed ? new Pair(letter.value, emptyList) : letter.value, letter.value);
};

// The time limit counts from the beginning, whatever comes meanwhile.
const startReceive = (kernel: Kernel, process: Process, within: number): void => {
  if (process.deadline !== null || process.isLate) return;
  const late = (): void => {
    process.deadline = null;
    process.isLate = true;
    if (process.waiting?.type === 'receive') giveUp(kernel, process);
  };
  process.deadline = kernel.timers.set(within, late, process);
};

const giveUp = (kernel: Kernel, process: Process): void => {
  resetReceive(kernel, process);
  answer(kernel, process, false);
};

/** Ends a receive, if one is going on: what it looked at last is taken. */
export const endReceive = (kernel: Kernel, process: Process): void => {
  takeOffered(kernel, process);
  resetReceive(kernel, process);
};

/** Takes what was looked at last. */
export const takeOffered = (kernel: Kernel, process: Process): void => {
  const { offered } = process;
  if (offered === null) return;
  process.offered = null;
  process.letters.take(offered);
  kernel.handled += 1;
  kernel.watch?.taken(process, offered.from);
};

/** Ends a receive that takes nothing. */
export const resetReceive = (kernel: Kernel, process: Process): void => {
  if (process.deadline !== null) kernel.timers.cancel(process.deadline);
  process.deadline = null;
  process.isLate = false;
  process.offered = null;
  process.hasMissed = false;
};
