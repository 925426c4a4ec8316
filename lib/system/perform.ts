import { VMError } from '../data/error.js';
import { ErrorObject } from '../data/objects.js';
import { emptyList, list, Pair, SymbolValue, type Value } from '../data/values.js';
import { effectsOf } from '../machine/effects.js';
import { type Bytecode, Request } from '../machine/message.js';
import { type Outbox } from '../machine/state.js';
import { codeLetter } from './code-letters.js';
import { type Act, type Wait, type Wanted } from './effects.js';
import { demonitor, end, link, monitor, signal, unlink } from './ends.js';
import { callHost } from './host-calls.js';
import { Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { find, notify, post, reply, request, tell } from './post.js';
import { type Process } from './process.js';
import { begun, knowledgeOf, optionsOfChild, register, start } from './starts.js';
import { supervisionActs, supervisionWaits } from './supervise.js';
import { type Timer } from './timers.js';
import { answer, endReceive, limit, offer, takeOffered } from './waits.js';

// What programs want is done here: acts after a commit, waits where they suspend.

/** Does what was wanted at a commit, in order. Who ends by its own will does nothing more. */
export const performAll = (kernel: Kernel, process: Process, effects: readonly unknown[]): void => {
  for (const effect of effects) {
    perform(kernel, process, effect);
    if (!process.isAlive && isOwnEnd(process, effect as Wanted)) return;
  }
};

const isOwnEnd = ({ pid }: Process, wanted: Wanted): boolean => wanted.type === 'exit' && wanted.to === pid;

/** Does one thing that was wanted. */
export const perform = (kernel: Kernel, process: Process, effect: unknown): void => {
  const wanted = effect as Exclude<Wanted, { readonly type: 'wait' }>;
  if (wanted.type === 'print') printed(kernel, process, wanted.text);
  else if (wanted.type === 'send') post(kernel, process, wanted.message, process.pid);
  else if (process.isAlive || !ownActs.has(wanted.type))
    (acts[wanted.type] as (kernel: Kernel, process: Process, act: Act) => void)(kernel, process, wanted);
};

const printed = ({ watch }: Kernel, process: Process, text: string): void => {
  watch?.tell(process, { type: 'printed', text });
  process.output?.next(text);
};

// What an actor wants for itself. It may have ended by what it did before in the same turn: then nothing of it is to remain.
const ownActs: ReadonlySet<Act['type']> = new Set<Act['type']>([
  'monitor',
  'trap-exit',
  'priorities',
  'send-after',
  'send-request',
]);

type Acts = {
  readonly [T in Act['type']]: (kernel: Kernel, process: Process, act: Extract<Act, { readonly type: T }>) => void;
};

const answerName = new SymbolValue('answer');
const failedName = new SymbolValue('failed');

const nothing = (): void => undefined;

const noCodeForSupervisors = (): VMError => new VMError('misuse', 'a supervisor runs no code of others');

/** Sends code to whoever a value names. */
export const sendCode = (kernel: Kernel, { pid }: Process, to: Value, words: Bytecode): void => {
  const target = find(kernel, to);
  if (target === undefined) kernel.miss(to, words, pid);
  else post(kernel, target, words, pid);
};

const acts: Acts = {
  ...supervisionActs,
  name: nothing,
  tell: (kernel, process, { to, value, priority }) => {
    tell(kernel, find(kernel, to), to, value, process.pid, priority);
  },
  post: (kernel, process, { to, words }) => {
    sendCode(kernel, process, to, words);
  },
  answer: (_kernel, process, { value }) => {
    if (!process.hasAnswered) process.turn.message?.request?.answer?.(value);
    process.hasAnswered = true;
  },
  'run-on': (kernel, process, { to, thunk }) => {
    const target = find(kernel, to);
    if (target === undefined) kernel.miss(to, thunk, process.pid);
    else if (target.charges !== null) kernel.miss(target, thunk, process.pid, noCodeForSupervisors());
    else if (target.isBusy) {
      target.hasCode = true;
      tell(kernel, target, to, codeLetter(thunk), process.pid);
    } else post(kernel, target, new Request(null, [thunk]), process.pid);
  },
  spawn: (kernel, parent, { pid, thunk, isLinked, monitor: reference }) => {
    const { state } = parent.turn;
    const options = optionsOfChild(kernel, parent);
    const process = start(kernel, pid, knowledgeOf(state), state.world.limits, options, true, parent);
    if (isLinked) link(kernel, parent, pid);
    if (reference !== null && parent.isAlive) monitor(kernel, parent, pid, reference);
    post(kernel, process, new Request(null, [thunk]), parent.pid);
  },
  link: (kernel, process, { to }) => {
    link(kernel, process, to);
  },
  unlink: (kernel, process, { to }) => {
    unlink(kernel, process, to);
  },
  monitor: (kernel, process, { to, reference }) => {
    monitor(kernel, process, to, reference);
  },
  demonitor: (kernel, process, { reference, isFlushing }) => {
    demonitor(kernel, process, reference, isFlushing);
  },
  exit: (kernel, process, { to, reason }) => {
    const target = find(kernel, to);
    if (target !== undefined) signal(kernel, target, process.pid, reason, false);
  },
  'trap-exit': (_kernel, process, { isOn }) => {
    process.isTrapping = isOn;
  },
  priorities: (_kernel, process, { isOn }) => {
    process.hasPriorities = isOn;
  },
  unregister: ({ names, watch }, _process, { name }) => {
    const named = names.get(name);
    if (named === undefined) return;
    named.names?.delete(name);
    names.delete(name);
    watch?.tell(named, { type: 'unregistered', name });
  },
  'send-after': (kernel, process, { after, to, value, reference }) => {
    const fire = (): void => {
      process.timers?.delete(reference);
      tell(kernel, find(kernel, to), to, value, process.pid);
    };
    const timer = kernel.timers.set(after, fire, process);
    (process.timers ??= new Map<Reference, Timer>()).set(reference, timer);
  },
  reply: (kernel, process, { to, value }) => {
    reply(kernel, to, value, process.pid);
  },
  'send-request': (kernel, process, { name, args, reference }) => {
    callHost(kernel, process, name, args, (isAnswer, value) => {
      notify(kernel, process, list([isAnswer ? answerName : failedName, reference, value]), null, reference);
    });
  },
};

/** An actor waits: what ran so far is committed, its effects are released, and a fault goes back to here. */
export const suspend = (kernel: Kernel, process: Process, wait: Wait): void => {
  const { outbox } = process.turn.state.world;
  process.pause();
  kernel.watch?.tell(process, { type: 'committed', waitsFor: wait.type });
  if (wait.type !== 'receive') endReceive(kernel, process);
  else if (wait.isAgain === true) takeOffered(kernel, process);
  else if (wait.isFirst) endReceive(kernel, process);
  performAll(kernel, process, effectsOf((outbox as Outbox).earlier));
  process.states?.next(process.turn.state);
  if (!process.isAlive) return;
  process.waiting = wait;
  (waits[wait.type] as (kernel: Kernel, process: Process, wait: Wait) => void)(kernel, process, wait);
  if (process.charges === null && process.onStart !== null && !instant.has(wait.type)) begun(process);
};

// Who waits for these goes on at once, or never: that is no sign that it has started.
const instant: ReadonlySet<Wait['type']> = new Set<Wait['type']>(['exit', 'register', 'whereis', 'cancel-timer']);

type Waits = {
  readonly [T in Wait['type']]: (kernel: Kernel, process: Process, wait: Extract<Wait, { readonly type: T }>) => void;
};

const waits: Waits = {
  ...supervisionWaits,
  receive: offer,
  call: request,
  'host-call': (kernel, process, { name, args }) => {
    callHost(kernel, process, name, args, (isAnswer, value) => {
      answer(kernel, process, new Pair(isAnswer, value));
    });
  },
  sleep: (kernel, process, wait) => {
    limit(kernel, process, wait.within, () => {
      answer(kernel, process, null);
    });
  },
  register: (kernel, process, { name, pid }) => {
    const target = find(kernel, pid);
    const isTaken = kernel.names.has(name);
    if (target?.isAlive === true && !isTaken) {
      register(kernel, name, target);
      answer(kernel, process, new Pair(true, null));
    } else {
      const wrong = isTaken ? `the name ${name} is taken` : 'who is registered is an actor that lives';
      answer(kernel, process, new Pair(false, new ErrorObject('misuse', wrong, emptyList)));
    }
  },
  whereis: (kernel, process, { name }) => {
    answer(kernel, process, kernel.names.get(name)?.pid ?? false);
  },
  'cancel-timer': (kernel, process, { reference }) => {
    answer(kernel, process, cancel(kernel, process, reference));
  },
  exit: (kernel, process, { reason }) => {
    end(kernel, process, reason);
  },
};

// Whether it had not fired.
const cancel = (kernel: Kernel, { timers }: Process, reference: Value): boolean => {
  if (!(reference instanceof Reference)) return false;
  const timer = timers?.get(reference);
  timers?.delete(reference);
  return timer !== undefined && kernel.timers.cancel(timer);
};
