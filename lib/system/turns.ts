import { type VMError } from '../data/error.js';
import { ErrorObject } from '../data/objects.js';
import { emptyList, type Value } from '../data/values.js';
import { isRaised } from '../machine/dynamic.js';
import { type Message, Request } from '../machine/message.js';
import { outside, type VMState } from '../machine/state.js';
import { begin, proceed, Turn } from '../machine/turn.js';
import { codeOf } from './code-letters.js';
import { type Wanted } from './effects.js';
import { end, loseOffered } from './ends.js';
import { type Kernel } from './kernel.js';
import { performAll, suspend } from './perform.js';
import { messageOf, post } from './post.js';
import { perMessage, runQuickly } from './quick.js';
import { type Posted, type Process } from './process.js';
import { normal } from './reasons.js';
import { begun } from './starts.js';
import { endReceive, resetReceive } from './waits.js';

// The turn of an actor: it handles messages, and goes on with the one it is in the middle of, until it has nothing to do
// or has spent a slice.

/** Gives an actor its turn, and says how much fuel that took. */
export const runTurn = (kernel: Kernel, process: Process): number => {
  let spent = runQuickly(kernel, process, kernel.mostInTurn);
  while (process.isReady && spent < kernel.mostInTurn) {
    spent += goOn(kernel, process) + process.debt;
    process.debt = 0;
    spent += runQuickly(kernel, process, kernel.mostInTurn - spent);
  }
  return spent;
};

// Runs a slice of a message at most.
const goOn = (kernel: Kernel, process: Process): number => {
  const { failure, opening } = process;
  if (failure !== null) {
    end(kernel, process, reasonOf(failure), failure);
    return perMessage;
  }
  if (opening !== null) {
    process.opening = null;
    return start(kernel, process, opening);
  }
  const { turn, options } = process;
  process.turn = proceed(turn, options.turns);
  return settled(kernel, process, turn.base, spentBy(turn));
};

// Begins a message.
const start = (kernel: Kernel, process: Process, posted: Posted): number => {
  process.floor = process.stack;
  const message = messageOf(process, posted);
  process.turn = begin(process.turn, message, process.options.turns);
  kernel.watch?.begun(process, message);
  return settled(kernel, process, null, 0);
};

const settled = (kernel: Kernel, process: Process, before: VMState | null, earlier: number): number => {
  const { turn } = process;
  settle(kernel, process, turn, before);
  return perMessage + (turn.outcome === 'faulted' ? kernel.slice : spentBy(turn) - earlier || kernel.slice);
};

// What is left of the fuel of a message says what it spent. Where that says nothing, because it may spend without limit or
// has faulted, it is taken for a slice.
const spentBy = ({ state: { world, fuel } }: Turn): number => world.limits.fuel - fuel;

const settle = (kernel: Kernel, process: Process, turn: Turn, before: VMState | null): void => {
  if (turn.outcome === 'committed') commit(kernel, process, turn);
  else if (turn.outcome === 'faulted') fail(kernel, process, turn, before);
  else {
    const newest = turn.state.world.outbox?.effect as Wanted | undefined;
    if (newest?.type === 'wait') suspend(kernel, process, newest.wait);
  }
};

const commit = (kernel: Kernel, process: Process, { state, effects, message, answer }: Turn): void => {
  kernel.handled += 1;
  kernel.watch?.committed(process, message);
  endReceive(kernel, process);
  performAll(kernel, process, effects);
  if (!process.hasAnswered) message?.request?.answer?.(answer);
  process.hasAnswered = false;
  process.states?.next(state);
  if (process.charges === null && process.onStart !== null) begun(process);
  if (process.isBrief) end(kernel, process, normal);
  else runLetters(kernel, process);
};

// The letter it was looking at is what failed; where there is none, the code.
const fail = (kernel: Kernel, process: Process, { message, fault }: Turn, before: VMState | null): void => {
  const cause = fault as VMError;
  process.hasAnswered = false;
  kernel.watch?.tell(process, { type: 'faulted', fault: cause });
  if (process.offered === null) {
    resetReceive(kernel, process);
    kernel.bury(process, message as Message, cause, undefined, before ?? process.turn.base);
  } else {
    loseOffered(kernel, process, cause, before ?? undefined);
    kernel.handled += 1;
    kernel.watch?.handled(process, message);
    message?.request?.refuse?.(cause);
  }
  if (process.options.onFault === 'stop') end(kernel, process, reasonOf(cause), cause);
  else {
    const { initial, received } = process.turn;
    const state = rested(process);
    process.turn = new Turn('ready', state, state, initial, null, received);
    runLetters(kernel, process);
  }
};

// Who is at rest receives nothing: code that came as letters is run as messages.
const runLetters = (kernel: Kernel, process: Process): void => {
  if (!process.hasCode || !process.isAlive) return;
  process.hasCode = false;
  for (const letter of process.letters) {
    const thunk = codeOf(letter.value);
    if (thunk === null) continue;
    process.letters.remove(letter);
    kernel.handled += 1;
    kernel.watch?.taken(process, letter.from);
    post(kernel, process, new Request(null, [thunk]), letter.from);
  }
};

// The state that the fault went back to, which may be where the message waited, with nothing of the message going on.
const rested = ({ turn: { state }, floor }: Process): VMState =>
  state.control === null ? state : outside(null, floor, 0, state.world.with({ dynamic: null }));

// What the program raised, or what the machine says of the fault.
const reasonOf = (fault: VMError): Value =>
  isRaised(fault) ? fault.cause : new ErrorObject(fault.code, fault.detail, emptyList, fault);
