import { located, type VMError } from '../data/error.js';
import { ErrorObject } from '../data/objects.js';
import { emptyList, type Value } from '../data/values.js';
import { causeOutside, isRaised } from '../machine/dynamic.js';
import { type Message } from '../machine/message.js';
import { noLocals, VMState } from '../machine/state.js';
import { begin, firstTurn, proceed, type Turn, type TurnOptions } from '../machine/turn.js';
import { type Wanted } from './effects.js';
import { end, loseLetter } from './ends.js';
import { type Kernel } from './kernel.js';
import { perform, suspend } from './perform.js';
import { type Process } from './process.js';
import { normal } from './reasons.js';
import { begun } from './starts.js';

// The turn of an actor: a slice of the message it is in the middle of, or of the next one.

/** Gives an actor a slice, and says whether it used it up. */
export const runOne = (kernel: Kernel, process: Process): boolean => {
  if (process.failure !== null) {
    end(kernel, process, reasonOf(process.failure), process.failure);
    return false;
  }
  const { instructions, onFault } = process.options;
  const options: TurnOptions = { instructions, onFault, slice: kernel.slice, trace: null, explain };
  const before = process.turn.base;
  if (process.turn.outcome === 'running') process.turn = proceed(process.turn, options);
  else {
    const message = process.opening ?? process.line.shift();
    if (message === undefined) return false;
    process.opening = null;
    process.floor = process.turn.state.stack;
    process.turn = begin(process.turn, message, options);
  }
  return settle(kernel, process, process.turn, before);
};

const explain = (fault: VMError, state: VMState): VMError => located(fault, {}, { cause: causeOutside(fault, state) });

const settle = (kernel: Kernel, process: Process, turn: Turn, before: VMState): boolean => {
  if (turn.outcome === 'committed') commit(kernel, process, turn);
  else if (turn.outcome === 'faulted') fail(kernel, process, turn, before);
  else {
    const newest = turn.state.world.outbox?.effect as Wanted | undefined;
    if (newest?.type !== 'wait') {
      kernel.activate(process);
      return true;
    }
    suspend(kernel, process, newest.wait);
  }
  return false;
};

const commit = (kernel: Kernel, process: Process, { state, effects, message, answer }: Turn): void => {
  kernel.handled += 1;
  for (const effect of effects) perform(kernel, process, effect);
  message?.request?.answer?.(answer);
  process.states?.next(state);
  if (process.charges === null) begun(process);
  if (process.isAlive && process.options.isBrief) end(kernel, process, normal);
  else goOn(kernel, process);
};

// The letter it was looking at is what failed; where there is none, the code.
const fail = (kernel: Kernel, process: Process, { message, fault }: Turn, before: VMState): void => {
  const cause = fault as VMError;
  if (process.near === null) kernel.bury(process.pid, message as Message, cause, before);
  else {
    loseLetter(kernel, process, cause, before);
    kernel.handled += 1;
    message?.request?.refuse?.(cause);
  }
  if (process.options.onFault === 'stop') end(kernel, process, reasonOf(cause), cause);
  else {
    process.turn = firstTurn(rested(process));
    goOn(kernel, process);
  }
};

const goOn = (kernel: Kernel, process: Process): void => {
  if (process.isAlive && process.line.length > 0) kernel.activate(process);
};

// The state that the fault went back to, which may be where the message waited, with nothing of the message going on.
const rested = ({ turn: { state }, floor }: Process): VMState =>
  state.control === null
    ? state
    : new VMState(null, floor, noLocals, null, null, 0, state.world.with({ dynamic: null }));

// What the program raised, or what the machine says of the fault.
const reasonOf = (fault: VMError): Value =>
  isRaised(fault) ? fault.cause : new ErrorObject(fault.code, fault.detail, emptyList, fault);
