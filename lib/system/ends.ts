import { type VMError } from '../data/error.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { type Message } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { Turn } from '../machine/turn.js';
import { Reference } from './identity.js';
import { endedFault, type Kernel, type LostLetter } from './kernel.js';
import { letGo } from './owned.js';
import { find, notify, requestsIn } from './post.js';
import { type Process } from './process.js';
import { killed, noproc } from './reasons.js';
import { resetReceive } from './waits.js';
import { keyOf } from './watch.js';

// How actors end, and who is told: partners over links, watchers, whoever waits for an answer.

const exit = new SymbolValue('exit');
const down = new SymbolValue('down');

const isNamed = (value: Value, name: string): boolean => value instanceof SymbolValue && value.name === name;

/** A signal to end. `kill` cannot be trapped, unless it comes over a link; `normal` ends nobody but its sender. */
export const signal = (kernel: Kernel, target: Process, from: Value, reason: Value, isOverLink: boolean): void => {
  if (!target.isAlive) return;
  if (isNamed(reason, 'kill') && !isOverLink) end(kernel, target, killed);
  else if (target.charges !== null && target.isTrapping)
    notify(kernel, target, list([exit, from, reason, target.charges.mark]), from);
  else if (target.isTrapping) notify(kernel, target, list([exit, from, reason]), from, isOverLink ? from : null);
  else if (!isNamed(reason, 'normal') || from === target.pid) end(kernel, target, reason);
};

/** Links two actors, once: when one ends, the other is told to. Where one has ended already, the other is told at once. */
export const link = (kernel: Kernel, process: Process, to: Value): void => {
  const other = find(kernel, to);
  if (other === process) return;
  if (other?.isAlive !== true) signal(kernel, process, to, noproc, true);
  else if (!process.isAlive) signal(kernel, other, process.pid, noproc, true);
  else if (process.links?.has(other) !== true) {
    (process.links ??= new Set()).add(other);
    (other.links ??= new Set()).add(process);
    kernel.watch?.tell(process, { type: 'linked', other: other.pid.key });
  }
};

/** From here on nothing is seen of the link, a notice that waits included. */
export const unlink = (kernel: Kernel, process: Process, to: Value): void => {
  const other = find(kernel, to);
  if (other !== undefined) {
    if (process.links?.delete(other) === true) kernel.watch?.tell(process, { type: 'unlinked', other: other.pid.key });
    other.links?.delete(process);
  }
  flush(kernel, process, to);
};

const flush = (kernel: Kernel, process: Process, about: Value): void => {
  for (const letter of process.letters.about(about)) {
    process.letters.remove(letter);
    if (process.offered === letter) {
      process.offered = null;
      process.hasMissed = true;
    }
    kernel.handled += 1;
    kernel.watch?.taken(process, letter.from);
  }
};

/** Watches an actor: one notice, `(down reference to reason)`, comes when it ends, or at once where it has. */
export const monitor = (kernel: Kernel, process: Process, to: Value, reference: Reference): void => {
  const other = find(kernel, to);
  const notice = (reason: Value): void => {
    process.watching?.delete(reference);
    if (process.isAlive) notify(kernel, process, list([down, reference, to, reason]), other?.pid ?? to, reference);
  };
  kernel.watch?.tell(process, { type: 'monitored', other: keyOf(other?.pid ?? to), reference: reference.key });
  if (other?.isAlive !== true) notice(noproc);
  else process.watch(other, reference, notice);
};

/** Watches no longer; a notice that waits already goes too, where it is flushed. */
export const demonitor = (kernel: Kernel, process: Process, reference: Value, isFlushing: boolean): void => {
  if (!(reference instanceof Reference)) return;
  process.unwatch(reference);
  kernel.watch?.tell(process, { type: 'demonitored', reference: reference.key });
  if (isFlushing) flush(kernel, process, reference);
};

/**
 * The end of an actor, or of one of its incarnations: what it is kept for by a supervisor are its name, and the messages
 * that it has not begun. Nothing else remains: names it is registered under, which are free before anybody is told, timers,
 * what it waits for. Then who is to know is told, in the same turn.
 */
export const end = (kernel: Kernel, process: Process, reason: Value, fault?: VMError): void => {
  if (!process.isAlive) return;
  const { pid, place, links, charges, onStart } = process;
  process.isAlive = false;
  process.failure = fault ?? null;
  for (const name of process.names ?? []) kernel.names.delete(name);
  kernel.watch?.tell(process, { type: 'exited', reason });
  abandonWork(kernel, process, reason, fault);
  const told = noticesOf(process);
  forget(kernel, process);
  if (process.isOpen) dropNews(kernel, process);
  else remove(kernel, process, reason);
  process.onStart = null;
  onStart?.(new Pair(false, reason));
  kernel.inOrder(() => {
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
        notify(kernel, keeper, list([keeper.charges.mark, key, pid, reason]), pid);
    }
    if (!process.isOpen) close(process);
  });
};

/** The end of an actor that has ended before, and was kept. */
export const retire = (kernel: Kernel, process: Process): void => {
  const { place } = process;
  if (process.isAlive || place?.isKept !== true) return;
  place.isKept = false;
  remove(kernel, process, place.reason);
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
  const { waiting, wakeUp, timers, watching } = process;
  if (wakeUp !== null) kernel.timers.cancel(wakeUp);
  if (waiting?.type === 'call') kernel.callers.delete(waiting.reference);
  resetReceive(kernel, process);
  letGo(kernel, process);
  for (const timer of timers?.values() ?? []) kernel.timers.cancel(timer);
  for (const [reference, watched] of watching ?? []) watched.monitors?.delete(reference);
  process.waiting =
    process.wakeUp =
    process.timers =
    process.watching =
    process.links =
    process.names =
    process.opening =
      null;
  process.isTrapping = process.hasAnswered = false;
};

// What it has begun: the letter that it is looking at, and its code.
const abandonWork = (kernel: Kernel, process: Process, reason: Value, fault: VMError | undefined): void => {
  const { waiting, opening } = process;
  if (waiting === null)
    loseOffered(kernel, process, fault ?? 'ended', process.isRunning ? process.turn.base : undefined);
  if (process.isRunning) {
    const { turn } = process;
    const { base, initial, received, message } = turn;
    process.turn = new Turn('ready', base, base, initial, null, received);
    if (message !== null) abandon(kernel, process, base, message, reason);
  }
  if (opening !== null) kernel.bury(process, opening, 'ended', reason);
};

// What an incarnation has watched, linked and asked the host for is nothing to the next.
const dropNews = (kernel: Kernel, process: Process): void => {
  for (const letter of process.letters) {
    if (letter.about === null) continue;
    process.letters.remove(letter);
    kernel.lose(process, letter.value, 'ended', letter.from);
  }
};

// Its mailbox goes too.
const remove = (kernel: Kernel, process: Process, reason: Value): void => {
  const { pid, line, letters, place } = process;
  place?.keeper.charges?.children.delete(process);
  kernel.processes.delete(process);
  pid.name(null);
  for (let message = line.shift(); message !== undefined; message = line.shift())
    kernel.bury(process, message, 'ended', reason);
  for (const letter of letters) {
    letters.remove(letter);
    kernel.lose(process, letter.value, 'ended', letter.from);
  }
};

/** The letter that an actor is looking at is lost, if there is one. */
export const loseOffered = (
  kernel: Kernel,
  process: Process,
  reason: LostLetter['reason'],
  state: VMState | undefined,
): void => {
  const { letters, offered } = process;
  resetReceive(kernel, process);
  if (offered === null) return;
  letters.remove(offered);
  kernel.lose(process, offered.value, reason, offered.from, reason === 'ended' ? undefined : state);
};

// A message that runs is rolled back to its last wait. If there was none, nobody has handled it.
const abandon = (kernel: Kernel, process: Process, base: VMState, message: Message, reason: Value): void => {
  if (base.control === null) kernel.bury(process, message, 'ended', reason);
  else {
    kernel.handled += 1;
    kernel.watch?.handled(process, message);
    message.request?.refuse?.(endedFault(reason));
  }
};
