import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { type Bytecode, decodeNext, type Message, nothingDecoded, Request } from '../machine/message.js';
import { type Wait } from './effects.js';
import { Pid, Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { type Process } from './process.js';
import { noproc, timeout } from './reasons.js';
import { answer, endReceive, limit, offer } from './waits.js';

// Messages on their way: code, which is run; letters, which are received; requests and their replies.

/** The actor that a value names: by its pid, or by the name it is registered under. It lives, or will again. */
export const find = ({ processes, names }: Kernel, to: Value): Process | undefined => {
  if (to instanceof Pid) return processes.get(to.key);
  return to instanceof SymbolValue ? names.get(to.name) : undefined;
};

/** Sends a message of code. */
export const post = (kernel: Kernel, process: Process, sent: Bytecode | Request): void => {
  kernel.sent += 1;
  const message = decoded(process, sent);
  if (!process.isOpen) {
    kernel.bury(process.pid, message, 'ended');
    return;
  }
  const dropped = process.line.push(message, message.priority);
  if (dropped !== undefined) kernel.bury(process.pid, dropped, 'overflow');
  kernel.activate(process);
};

/** The message that something sent is. What lacks its operands is a whole message too, which faults. */
export const decoded = ({ options: { instructions } }: Process, sent: Bytecode | Request): Message => {
  const { message } = decodeNext(nothingDecoded, sent, instructions);
  const bytecode = sent instanceof Request ? sent.sent : sent;
  return message ?? (decodeNext(nothingDecoded, new Request({ bytecode }), instructions).message as Message);
};

/** Sends a letter: to an actor, or to what named none. */
export const tell = (kernel: Kernel, process: Process | undefined, to: Value, value: Value): void => {
  kernel.sent += 1;
  if (process?.isOpen !== true) {
    kernel.lose(to, value, 'noproc');
    return;
  }
  const { letters, options } = process;
  if (letters.length >= options.capacity) {
    const [oldest] = letters;
    const isOldest = options.overflow === 'dropOldest' && oldest !== undefined;
    kernel.lose(to, isOldest ? oldest.value : value, 'overflow');
    if (!isOldest) return;
    letters.remove(oldest);
  }
  deliver(kernel, process, value);
};

/** Sends a letter of the system, which is never dropped. */
export const notify = (kernel: Kernel, process: Process, value: Value): void => {
  kernel.sent += 1;
  deliver(kernel, process, value);
};

const deliver = (kernel: Kernel, process: Process, value: Value): void => {
  const letter = process.letters.push(value);
  const wait = process.waiting?.wait;
  if (wait?.type === 'receive' && letter.number > wait.after) offer(kernel, process, wait);
};

/** Takes a letter away, and says whether it was there. */
export const remove = ({ letters, near }: Process, entry: number): boolean => {
  const letter = near?.number === entry ? near : letters.after(entry - 1, null);
  if (letter?.number !== entry) return false;
  letters.remove(letter);
  return true;
};

/** A receive has found the letter that it wants. */
export const take = (kernel: Kernel, process: Process, entry: number): void => {
  if (remove(process, entry)) kernel.handled += 1;
  endReceive(kernel, process);
};

const callName = new SymbolValue('call');

/** Sends a request, `(call from value)`, to whoever it is for; the caller waits until it is answered, or cannot be. */
export const request = (kernel: Kernel, caller: Process, wait: Wait & { readonly type: 'call' }): void => {
  const { to, value, within, reference } = wait;
  const callee = find(kernel, to);
  if (callee === undefined) {
    tell(kernel, undefined, to, value);
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
  tell(kernel, callee, to, list([callName, list([caller.pid, reference]), value]));
};

/** What names the requests that an actor has not taken yet. */
export const requestsIn = ({ letters }: Process): ReadonlySet<Value> =>
  new Set(Array.from(letters, ({ value }) => (isRequest(value) ? value.cdr.car.cdr.car : null)));

type RequestLetter = Pair & { readonly cdr: Pair & { readonly car: Pair & { readonly cdr: Pair } } };

const isRequest = (value: Value): value is RequestLetter =>
  value instanceof Pair &&
  value.car === callName &&
  value.cdr instanceof Pair &&
  value.cdr.car instanceof Pair &&
  value.cdr.car.cdr instanceof Pair;

/** A reply to the one who asked. One that comes too late is a dead letter, never an ordinary message. */
export const reply = (kernel: Kernel, to: Value, value: Value): void => {
  kernel.sent += 1;
  const reference = to instanceof Pair && to.cdr instanceof Pair ? to.cdr.car : undefined;
  if (reference instanceof Reference && settle(kernel, reference, new Pair(true, value))) kernel.handled += 1;
  else kernel.lose(to, value, 'ended');
};

// Whether somebody still waited.
const settle = (kernel: Kernel, reference: Reference, outcome: Pair): boolean => {
  const caller = kernel.callers.get(reference);
  if (caller === undefined) return false;
  kernel.callers.delete(reference);
  caller.unwatch(reference);
  answer(kernel, caller, outcome);
  return true;
};
