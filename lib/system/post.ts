import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { type Bytecode, decodeNext, type Message, nothingDecoded, Request } from '../machine/message.js';
import { type Wait } from './effects.js';
import { Pid, Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { type Process } from './process.js';
import { noproc, timeout } from './reasons.js';
import { answer, endReceive, limit, offer } from './waits.js';

// Messages on their way: code, which is run; letters, which are received; requests and their replies.

/** The living actor that a value names: by its pid, or by the name it is registered under. */
export const find = ({ processes, names }: Kernel, to: Value): Process | undefined => {
  if (to instanceof Pid) return processes.get(to.key);
  return to instanceof SymbolValue ? names.get(to.name) : undefined;
};

/** Sends a message of code. */
export const post = (kernel: Kernel, process: Process, sent: Bytecode | Request, from: Value = null): void => {
  kernel.sent += 1;
  const message = decoded(process, sent);
  kernel.watch?.sent(process, message, from);
  if (!process.isAlive) {
    kernel.bury(process, message, 'ended');
    return;
  }
  const dropped = process.line.push(message, message.priority);
  if (dropped !== undefined) kernel.bury(process, dropped, 'overflow');
  kernel.activate(process);
};

// What lacks its operands is a whole message too, which faults.
const decoded = ({ options: { instructions } }: Process, sent: Bytecode | Request): Message => {
  const { message } = decodeNext(nothingDecoded, sent, instructions);
  const bytecode = sent instanceof Request ? sent.sent : sent;
  return message ?? (decodeNext(nothingDecoded, new Request({ bytecode }), instructions).message as Message);
};

/** Sends a letter: to an actor, or to what named none. */
export const tell = (
  kernel: Kernel,
  process: Process | undefined,
  to: Value,
  value: Value,
  from: Value = null,
): void => {
  kernel.sent += 1;
  kernel.watch?.told(process ?? to, 'letter', value, from);
  if (process?.isAlive !== true) {
    kernel.lose(process ?? to, value, 'noproc', from);
    return;
  }
  const { letters, options } = process;
  if (letters.length >= options.capacity) {
    const [oldest] = letters;
    const isOldest = options.overflow === 'dropOldest' && oldest !== undefined;
    const lost = isOldest ? oldest : { value, from };
    kernel.lose(process, lost.value, 'overflow', lost.from);
    if (!isOldest) return;
    letters.remove(oldest);
  }
  deliver(kernel, process, value, from);
};

/** Sends a letter of the system, about another actor, which is never dropped. */
export const notify = (kernel: Kernel, process: Process, value: Value, from: Value): void => {
  kernel.sent += 1;
  kernel.watch?.told(process, 'notice', value, from);
  deliver(kernel, process, value, from);
};

const deliver = (kernel: Kernel, process: Process, value: Value, from: Value): void => {
  const letter = process.letters.push(value, from);
  const wait = process.waiting?.wait;
  if (wait?.type === 'receive' && letter.number > wait.after) offer(kernel, process, wait);
};

/** Takes a letter away, if it is there: it is handled. */
export const remove = (kernel: Kernel, process: Process, entry: number): void => {
  const { letters, near } = process;
  const letter = near?.number === entry ? near : letters.after(entry - 1, null);
  if (letter?.number !== entry) return;
  letters.remove(letter);
  kernel.handled += 1;
  kernel.watch?.taken(process, letter.from);
};

/** A receive has found the letter that it wants. */
export const take = (kernel: Kernel, process: Process, entry: number): void => {
  remove(kernel, process, entry);
  endReceive(kernel, process);
};

const callName = new SymbolValue('call');

/** Sends a request, `(call from value)`, to whoever it is for; the caller waits until it is answered, or cannot be. */
export const request = (kernel: Kernel, caller: Process, wait: Wait & { readonly type: 'call' }): void => {
  const { to, value, within, reference } = wait;
  const callee = find(kernel, to);
  if (callee === undefined) {
    tell(kernel, undefined, to, value, caller.pid);
    answer(kernel, caller, new Pair(false, noproc));
    return;
  }
  kernel.callers.set(reference, caller);
  const fail = (reason: Value): void => {
    settle(kernel, reference, new Pair(false, reason));
  };
  caller.watch(callee, reference, fail);
  if (within !== null)
    limit(kernel, caller, wait, within, () => {
      fail(timeout);
    });
  tell(kernel, callee, to, list([callName, list([caller.pid, reference]), value]), caller.pid);
};

/** A reply to the one who asked. One that comes too late is a dead letter, never an ordinary message. */
export const reply = (kernel: Kernel, to: Value, value: Value, from: Value): void => {
  kernel.sent += 1;
  const reference = to instanceof Pair && to.cdr instanceof Pair ? to.cdr.car : undefined;
  const caller = reference instanceof Reference ? kernel.callers.get(reference) : undefined;
  const receiver = caller ?? (to instanceof Pair ? to.car : to);
  kernel.watch?.told(receiver, 'reply', value, from);
  if (caller === undefined) kernel.lose(receiver, value, 'ended', from);
  else {
    kernel.handled += 1;
    kernel.watch?.taken(caller, from);
    settle(kernel, reference as Reference, new Pair(true, value));
  }
};

const settle = (kernel: Kernel, reference: Reference, outcome: Pair): void => {
  const caller = kernel.callers.get(reference);
  if (caller === undefined) return;
  kernel.callers.delete(reference);
  caller.unwatch(reference);
  answer(kernel, caller, outcome);
};
