import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import { decodeOwn } from '../machine/loading.js';
import { type Bytecode, decodeNext, Message, nothingDecoded, Request } from '../machine/message.js';
import { type Wait } from './effects.js';
import { Pid, Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { Known } from './known.js';
import { type Posted, type Process } from './process.js';
import { noproc, overflow, timeout } from './reasons.js';
import { type Reducer } from './reducer.js';
import { answer, give, limit } from './waits.js';

// Messages on their way: code, which is run; letters, which are received; requests and their replies.

/** The actor that a value names: by its pid, or by the name it is registered under. It lives, or will again. */
export const find = ({ processes, names }: Kernel, to: Value): Process | undefined => {
  if (to instanceof Pid) {
    // It may be a name of another system.
    const process = to.bearer as Process | null;
    return process?.options.home === processes ? process : undefined;
  }
  return to instanceof SymbolValue ? names.get(to.name) : undefined;
};

/** Sends a message of code. */
export const post = (kernel: Kernel, process: Process, sent: Bytecode | Request, from: Value = null): void => {
  // Whoever watches knows messages by what they are, so each is one of its own.
  const isOfItsOwn = kernel.watch !== null || sent instanceof Request;
  queue(kernel, process, isOfItsOwn ? decoded(process, sent) : postedOf(process, sent), from);
};

// What waits of words: of one opcode, of which many may wait, only what is known of it.
const postedOf = (process: Process, words: Bytecode): Posted =>
  words.length === 1 ? (knownAs(process, words) ?? words) : words;

/** Has what was sent wait for its turn. */
export const queue = (kernel: Kernel, process: Process, posted: Posted, from: Value): void => {
  kernel.sent += 1;
  kernel.watch?.sent(process, posted as Message, from);
  if (!process.isOpen) {
    kernel.bury(process, posted, 'ended');
    return;
  }
  const priority = process.hasPriorities && posted instanceof Message ? posted.priority : 0;
  const dropped = process.ownLine.push(posted, priority);
  if (dropped !== undefined) kernel.bury(process, dropped, 'overflow');
  kernel.activate(process);
};

/** The message that has its turn. */
export const messageOf = (process: Process, posted: Posted): Message => {
  if (posted instanceof Message) return posted;
  if (posted instanceof Known) return posted.message as Message;
  return decoded(process, posted);
};

/** What is known of a message that is one instruction. */
export const knownAs = (process: Process, words: Bytecode): Known | undefined => {
  const found = knownOf(process, words[0]);
  return found?.length === words.length ? found : undefined;
};

/** What is known of an instruction: each is looked up once. */
export const knownOf = (process: Process, opcode: unknown): Known | undefined =>
  process.options.known.get(opcode) ?? makeKnown(process, opcode);

const makeKnown = (process: Process, opcode: unknown): Known | undefined => {
  const { instructions, known } = process.options;
  const row = typeof opcode === 'string' ? instructions.get(opcode) : undefined;
  if (row === undefined) return undefined;
  const { handler, fuel, operands } = row;
  const isPlain = fuel === 1 && operands.every((kind) => kind === 'value');
  const reduce = isPlain ? ((handler as Partial<Reducer>).reduce ?? null) : null;
  const lifted = isPlain && operands.length === 0 ? (handler.lifted ?? null) : null;
  const message = operands.length === 0 ? decoded(process, [opcode]) : null;
  const made = new Known(opcode as string, 1 + operands.length, message, lifted, reduce);
  known.add(made);
  return made;
};

/** The message that something sent is. What lacks its operands is a whole message too, which faults. */
export const decoded = ({ options: { instructions } }: Process, sent: Bytecode | Request): Message => {
  const { message } = decodeNext(nothingDecoded, sent, instructions, decodeOwn);
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
  priority = 0,
): void => {
  kernel.sent += 1;
  kernel.watch?.told(process ?? to, 'letter', value, from);
  if (process?.isOpen !== true) {
    kernel.lose(process ?? to, value, 'noproc', from);
    return;
  }
  const { letters, options } = process;
  if (letters.length >= options.capacity) {
    // What is being looked at is not dropped.
    const oldest = options.overflow === 'dropOldest' ? letters.oldestBut(process.offered) : null;
    const lost = oldest ?? { value, from };
    // Whoever is told of it may send something, too.
    if (oldest !== null) letters.remove(oldest);
    kernel.lose(process, lost.value, 'overflow', lost.from);
    refuse(kernel, lost.value);
    if (oldest === null) return;
  }
  deliver(kernel, process, value, from, priority, null);
};

/** Sends a letter of the system, which is never dropped: news of a link, a monitor or a request, where it says so. */
export const notify = (kernel: Kernel, process: Process, value: Value, from: Value, about: Value = null): void => {
  kernel.sent += 1;
  kernel.watch?.told(process, 'notice', value, from);
  deliver(kernel, process, value, from, 0, about);
};

const deliver = (kernel: Kernel, process: Process, value: Value, from: Value, priority: number, about: Value): void => {
  const letter = process.ownLetters.push(value, from, process.hasPriorities ? priority : 0, about);
  const wait = process.waiting;
  if (wait?.type === 'receive') give(kernel, process, letter, wait);
  else if (letter.next !== null) process.hasMissed = true;
};

/** What a request starts with. */
export const callName: SymbolValue = new SymbolValue('call');

/** Sends a request, `(call from value)`, to whoever it is for; the caller waits until it is answered, or cannot be. */
export const request = (kernel: Kernel, caller: Process, wait: Wait & { readonly type: 'call' }): void => {
  const { to, value, within, reference } = wait;
  const callee = find(kernel, to);
  if (callee === undefined) {
    kernel.miss(to, value, caller.pid);
    answer(kernel, caller, new Pair(false, noproc));
    return;
  }
  kernel.callers.set(reference, caller);
  const fail = (reason: Value): void => {
    settle(kernel, reference, new Pair(false, reason));
  };
  caller.watch(callee, reference, fail);
  if (within !== null)
    limit(kernel, caller, within, () => {
      fail(timeout);
    });
  tell(kernel, callee, to, list([callName, list([caller.pid, reference]), value]), caller.pid);
};

// Whose request was lost waits no longer.
const refuse = (kernel: Kernel, lost: Value): void => {
  if (!(lost instanceof Pair && lost.car === callName && lost.cdr instanceof Pair)) return;
  const reference = requestOf(lost.cdr.car);
  if (reference !== undefined) settle(kernel, reference, new Pair(false, overflow));
};

const requestOf = (from: Value): Reference | undefined => {
  const reference = from instanceof Pair && from.cdr instanceof Pair ? from.cdr.car : undefined;
  return reference instanceof Reference ? reference : undefined;
};

/** What names the requests that an actor has not taken yet. */
export const requestsIn = ({ letters }: Process): ReadonlySet<Value> =>
  new Set(
    Array.from(letters, ({ value }) =>
      value instanceof Pair && value.car === callName && value.cdr instanceof Pair
        ? (requestOf(value.cdr.car) ?? null)
        : null,
    ),
  );

/** A reply to the one who asked. One that comes too late is a dead letter, never an ordinary message. */
export const reply = (kernel: Kernel, to: Value, value: Value, from: Value): void => {
  kernel.sent += 1;
  const reference = requestOf(to);
  const caller = reference === undefined ? undefined : kernel.callers.get(reference);
  const isWaiting = caller !== undefined || (reference !== undefined && kernel.outside.has(reference));
  const receiver = caller ?? (to instanceof Pair ? to.car : to);
  kernel.watch?.told(receiver, 'reply', value, from);
  if (!isWaiting) {
    kernel.lose(receiver, value, 'ended', from);
    return;
  }
  kernel.handled += 1;
  kernel.watch?.taken(receiver, from);
  settle(kernel, reference as Reference, new Pair(true, value));
};

const settle = (kernel: Kernel, reference: Reference, outcome: Pair): void => {
  const caller = kernel.callers.get(reference);
  if (caller === undefined) {
    kernel.outside.get(reference)?.(outcome);
    return;
  }
  kernel.callers.delete(reference);
  caller.unwatch(reference);
  answer(kernel, caller, outcome);
};
