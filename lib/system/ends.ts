import { type VMError } from '../data/error.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { type Message } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { Turn } from '../machine/turn.js';
import { type Pid, Reference } from './identity.js';
import { endedFault, type Kernel, type LostLetter } from './kernel.js';
import { find, notify, remove as takeAway, requestsIn } from './post.js';
import { type Process } from './process.js';
import { killed, noproc } from './reasons.js';
import { endReceive } from './waits.js';

// How actors end, and who is told: partners over links, watchers, whoever waits for an answer.

const exit = new SymbolValue('exit');
const down = new SymbolValue('down');

const isNamed = (value: Value, name: string): boolean => value instanceof SymbolValue && value.name === name;

/** A signal to end. `kill` cannot be trapped, unless it comes over a link; `normal` ends nobody but its sender. */
export const signal = (kernel: Kernel, target: Process, from: Value, reason: Value, isOverLink: boolean): void => {
  if (!target.isAlive) return;
  if (isNamed(reason, 'kill') && !isOverLink) end(kernel, target, killed);
  else if (target.isTrapping) notify(kernel, target, list([exit, from, reason]));
  else if (!isNamed(reason, 'normal') || from === target.pid) end(kernel, target, reason);
};

/** Links two actors, once: when one ends, the other is told to. */
export const link = (kernel: Kernel, process: Process, to: Value): void => {
  const other = find(kernel, to);
  if (other === process) return;
  if (other?.isAlive !== true) signal(kernel, process, to, noproc, true);
  else {
    (process.links ??= new Set()).add(other);
    (other.links ??= new Set()).add(process);
  }
};

/** From here on nothing is seen of the link, a notice that waits included. */
export const unlink = (kernel: Kernel, process: Process, to: Value): void => {
  const other = find(kernel, to);
  if (other !== undefined) {
    process.links?.delete(other);
    other.links?.delete(process);
  }
  for (const { number, value } of process.letters)
    if (isNotice(value, 'exit', to) && takeAway(process, number)) kernel.handled += 1;
};

// Whether a letter is a notice of the system about that.
const isNotice = (value: Value, name: string, about: Value): boolean =>
  value instanceof Pair && isNamed(value.car, name) && value.cdr instanceof Pair && value.cdr.car === about;

/** Watches an actor: one notice, `(down reference to reason)`, comes when it ends, or at once where it has. */
export const monitor = (kernel: Kernel, process: Process, to: Value, reference: Reference): void => {
  const other = find(kernel, to);
  const notice = (reason: Value): void => {
    process.watching?.delete(reference);
    if (process.isAlive) notify(kernel, process, list([down, reference, to, reason]));
  };
  if (other?.isAlive !== true) notice(noproc);
  else process.watch(other, reference, notice);
};

/** Watches no longer; a notice that waits already goes too, where it is flushed. */
export const demonitor = (kernel: Kernel, process: Process, reference: Value, isFlushing: boolean): void => {
  if (!(reference instanceof Reference)) return;
  process.unwatch(reference);
  if (!isFlushing) return;
  for (const { number, value } of process.letters)
    if (isNotice(value, 'down', reference) && takeAway(process, number)) kernel.handled += 1;
};

/**
 * The end of an actor, or of one of its incarnations: what it is kept for by a supervisor are its name, and the messages
 * that it has not begun. Nothing else remains: names it is registered under, timers, what it waits for. Then who is to
 * know is told, in the same turn.
 */
export const end = (kernel: Kernel, process: Process, reason: Value, fault?: VMError): void => {
  if (!process.isAlive) return;
  const { pid, place, links, charges, onStart } = process;
  process.isAlive = false;
  process.failure = fault ?? null;
  for (const name of process.names ?? []) kernel.names.delete(name);
  abandonWork(kernel, process, fault);
  const told = noticesOf(process);
  forget(kernel, process);
  if (!process.isOpen) remove(kernel, process);
  process.onStart = null;
  onStart?.(new Pair(false, reason));
  for (const linked of links ?? []) {
    linked.links?.delete(process);
    signal(kernel, linked, pid, reason, true);
  }
  for (const child of charges?.children ?? []) orphan(kernel, child, pid, reason);
  for (const notice of told) notice(reason);
  if (place !== null) {
    place.reason = reason;
    const { keeper, key } = place;
    if (onStart === null && keeper.isAlive && keeper.charges !== null)
      notify(kernel, keeper, list([keeper.charges.mark, key, pid, reason]));
  }
  if (!process.isOpen) close(process);
};

/** The end of an actor that has ended before, and was kept. */
export const retire = (kernel: Kernel, process: Process): void => {
  const { place } = process;
  if (process.isAlive || place?.isKept !== true) return;
  place.isKept = false;
  remove(kernel, process);
  for (const notice of process.monitors?.values() ?? []) notice(place.reason);
  close(process);
};

// A supervisor has ended, by whatever means: its children live or die like partners of a link.
const orphan = (kernel: Kernel, child: Process, from: Value, reason: Value): void => {
  retire(kernel, child);
  child.place = null;
  signal(kernel, child, from, reason, true);
};

const close = ({ output, states, failure }: Process): void => {
  output?.complete();
  if (failure === null) states?.complete();
  else states?.error(failure);
};

// Whom to tell of the end. Who waits for the answer to a request that is kept waits on.
const noticesOf = (process: Process): readonly ((reason: Value) => void)[] => {
  const { monitors } = process;
  if (monitors === null) return [];
  const kept = process.place?.isKept === true ? requestsIn(process) : new Set<Value>();
  const told = [...monitors].filter(([reference]) => !kept.has(reference));
  for (const [reference] of told) monitors.delete(reference);
  return told.map(([, notice]) => notice);
};

const forget = (kernel: Kernel, process: Process): void => {
  const { waiting, timers, watching } = process;
  if (waiting?.timer) kernel.timers.cancel(waiting.timer);
  if (waiting?.wait.type === 'call') kernel.callers.delete(waiting.wait.reference);
  endReceive(kernel, process);
  for (const timer of timers?.values() ?? []) kernel.timers.cancel(timer);
  for (const [reference, watched] of watching ?? []) watched.monitors?.delete(reference);
  process.waiting = process.timers = process.watching = process.links = process.names = process.opening = null;
  process.isTrapping = false;
};

// What it has begun: the letter that it is looking at, and its code.
const abandonWork = (kernel: Kernel, process: Process, fault: VMError | undefined): void => {
  const { pid, turn, waiting, opening } = process;
  const { base, initial, received } = turn;
  if (waiting === null) loseLetter(kernel, process, fault ?? 'ended', base);
  if (turn.outcome === 'running') {
    process.turn = new Turn('ready', base, base, initial, null, received);
    if (turn.message !== null) abandon(kernel, pid, turn, turn.message);
  }
  if (opening !== null) kernel.bury(pid, opening, 'ended');
};

// Its mailbox goes too.
const remove = (kernel: Kernel, process: Process): void => {
  const { pid, line, letters, place } = process;
  place?.keeper.charges?.children.delete(process);
  kernel.processes.delete(pid.key);
  for (let message = line.shift(); message !== undefined; message = line.shift()) kernel.bury(pid, message, 'ended');
  for (const letter of letters) {
    letters.remove(letter);
    kernel.lose(pid, letter.value, 'ended');
  }
};

/** The letter that an actor is looking at is lost, if there is one. */
export const loseLetter = (kernel: Kernel, process: Process, reason: LostLetter['reason'], state: VMState): void => {
  const { near, letters, pid } = process;
  endReceive(kernel, process);
  if (near === null || letters.after(near.number - 1, null) !== near) return;
  letters.remove(near);
  kernel.lose(pid, near.value, reason, reason === 'ended' ? undefined : state);
};

// A message that runs is rolled back to its last wait. If there was none, nobody has handled it.
const abandon = (kernel: Kernel, pid: Pid, { base }: Turn, message: Message): void => {
  if (base.control === null) kernel.bury(pid, message, 'ended');
  else {
    kernel.handled += 1;
    message.request?.refuse?.(endedFault());
  }
};
