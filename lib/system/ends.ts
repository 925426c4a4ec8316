import { type VMError } from '../data/error.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { type Message } from '../machine/message.js';
import { type Turn } from '../machine/turn.js';
import { Reference } from './identity.js';
import { endedFault, type Kernel } from './kernel.js';
import { letGo } from './owned.js';
import { find, notify } from './post.js';
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
  else if (target.isTrapping) notify(kernel, target, list([exit, from, reason]), from);
  else if (!isNamed(reason, 'normal') || from === target.pid) end(kernel, target, reason);
};

/** Links two actors, once: when one ends, the other is told to. */
export const link = (kernel: Kernel, process: Process, to: Value): void => {
  const other = find(kernel, to);
  if (other === process) return;
  if (other === undefined) signal(kernel, process, to, noproc, true);
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
  flush(kernel, process, (value) => isNotice(value, 'exit', to));
};

const flush = (kernel: Kernel, process: Process, isFlushed: (value: Value) => boolean): void => {
  for (const letter of process.letters) {
    if (!isFlushed(letter.value)) continue;
    process.letters.remove(letter);
    if (process.offered === letter) {
      process.offered = null;
      process.hasMissed = true;
    }
    kernel.handled += 1;
    kernel.watch?.taken(process, letter.from);
  }
};

// Whether a letter is a notice of the system about that.
const isNotice = (value: Value, name: string, about: Value): boolean =>
  value instanceof Pair && isNamed(value.car, name) && value.cdr instanceof Pair && value.cdr.car === about;

/** Watches an actor: one notice, `(down reference to reason)`, comes when it ends, or at once where it has. */
export const monitor = (kernel: Kernel, process: Process, to: Value, reference: Reference): void => {
  const other = find(kernel, to);
  const notice = (reason: Value): void => {
    process.watching?.delete(reference);
    if (process.isAlive) notify(kernel, process, list([down, reference, to, reason]), other?.pid ?? to);
  };
  kernel.watch?.tell(process, { type: 'monitored', other: keyOf(other?.pid ?? to), reference: reference.key });
  if (other === undefined) notice(noproc);
  else process.watch(other, reference, notice);
};

/** Watches no longer; a notice that waits already goes too, where it is flushed. */
export const demonitor = (kernel: Kernel, process: Process, reference: Value, isFlushing: boolean): void => {
  if (!(reference instanceof Reference)) return;
  process.unwatch(reference);
  kernel.watch?.tell(process, { type: 'demonitored', reference: reference.key });
  if (isFlushing) flush(kernel, process, (value) => isNotice(value, 'down', reference));
};

/**
 * The end of an actor. Nothing of it remains: names, timers, what it waits for; its messages are dead letters. Then who
 * is to know is told, in the same turn.
 */
export const end = (kernel: Kernel, process: Process, reason: Value, fault?: VMError): void => {
  if (!process.isAlive) return;
  process.isAlive = false;
  kernel.watch?.tell(process, { type: 'exited', reason });
  kernel.processes.delete(process.pid.id);
  for (const name of process.names ?? []) kernel.names.delete(name);
  forget(kernel, process);
  bury(kernel, process, reason);
  for (const linked of process.links ?? []) {
    linked.links?.delete(process);
    signal(kernel, linked, process.pid, reason, true);
  }
  for (const notice of [...(process.monitors?.values() ?? [])]) notice(reason);
  process.output?.complete();
  if (fault === undefined) process.states?.complete();
  else process.states?.error(fault);
};

const forget = (kernel: Kernel, process: Process): void => {
  const { waiting, timers, watching } = process;
  if (waiting?.timer) kernel.timers.cancel(waiting.timer);
  if (waiting?.wait.type === 'call') kernel.callers.delete(waiting.wait.reference);
  resetReceive(kernel, process);
  letGo(kernel, process);
  for (const timer of timers?.values() ?? []) kernel.timers.cancel(timer);
  for (const [reference, watched] of watching ?? []) watched.monitors?.delete(reference);
};

const bury = (kernel: Kernel, process: Process, reason: Value): void => {
  const { turn, line, letters } = process;
  if (turn.outcome === 'running' && turn.message !== null) abandon(kernel, process, turn, turn.message, reason);
  for (let message = line.shift(); message !== undefined; message = line.shift())
    kernel.bury(process, message, 'ended', reason);
  for (const letter of letters) {
    letters.remove(letter);
    kernel.lose(process, letter.value, 'ended', letter.from);
  }
};

// A message that runs is rolled back to its last wait. If there was none, nobody has handled it.
const abandon = (kernel: Kernel, process: Process, { base }: Turn, message: Message, reason: Value): void => {
  if (base.control === null) kernel.bury(process, message, 'ended', reason);
  else {
    kernel.handled += 1;
    kernel.watch?.handled(process, message);
    message.request?.refuse?.(endedFault(reason));
  }
};
