import { Pair, type Value } from '../data/values.js';
import { hostFault } from '../machine/host.js';
import { Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { attach } from '../machine/transfer.js';
import { Turn } from '../machine/turn.js';
import { type Wait } from './effects.js';
import { type Kernel } from './kernel.js';
import { type Process } from './process.js';

// Actors that wait, and how they go on.

/** Goes on with an actor that waits: the answer is on its stack, and it has fuel again. */
export const answer = (kernel: Kernel, process: Process, value: Value): void => {
  const { waiting, turn } = process;
  if (waiting?.timer) kernel.timers.cancel(waiting.timer);
  process.waiting = null;
  try {
    process.turn = answered(turn, value);
  } catch (thrown) {
    // There is no room for what it was waiting for.
    process.failure = hostFault(thrown);
  }
  kernel.activate(process);
};

const answered = ({ state, base, initial, message, received }: Turn, value: Value): Turn => {
  const entered = attach(state, [value]);
  const { control, stack, locals, closure, frame, world } = entered.state;
  const pushed = new Stack(entered.values[0], stack, stack.length + 1);
  const fresh = world.with({ reserve: world.limits.fuel });
  return new Turn(
    'running',
    new VMState(control, pushed, locals, closure, frame, 0, fresh),
    base,
    initial,
    message,
    received,
  );
};

/** Does something unless the actor goes on within so many milliseconds. */
export const limit = (kernel: Kernel, process: Process, wait: Wait, delay: number, action: () => void): void => {
  process.waiting = { wait, timer: kernel.timers.set(delay, action, process) };
};

/** Gives the receive that is going on the next letter that it has not looked at, if there is one and there is time. */
export const offer = (
  kernel: Kernel,
  process: Process,
  { after, within }: Wait & { readonly type: 'receive' },
): void => {
  if (after < 0 && within !== null && within > 0) startReceive(kernel, process, within);
  const letter = process.isLate ? null : process.letters.after(after, process.near);
  if (letter !== null) {
    process.near = letter;
    answer(kernel, process, new Pair(letter.number, letter.value));
  } else if (process.isLate || within === 0) giveUp(kernel, process);
};

// The time limit counts from the beginning, whatever comes meanwhile.
const startReceive = (kernel: Kernel, process: Process, within: number): void => {
  if (process.deadline !== null || process.isLate) return;
  const late = (): void => {
    process.deadline = null;
    process.isLate = true;
    if (process.waiting?.wait.type === 'receive') giveUp(kernel, process);
  };
  process.deadline = kernel.timers.set(within, late, process);
};

const giveUp = (kernel: Kernel, process: Process): void => {
  endReceive(kernel, process);
  answer(kernel, process, false);
};

/** Ends a receive: it took a letter, or gave up. */
export const endReceive = (kernel: Kernel, process: Process): void => {
  if (process.deadline !== null) kernel.timers.cancel(process.deadline);
  process.deadline = null;
  process.isLate = false;
  process.near = null;
};
