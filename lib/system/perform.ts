import { type Value } from '../data/values.js';
import { effectsOf } from '../machine/effects.js';
import { Request } from '../machine/message.js';
import { Turn } from '../machine/turn.js';
import { type Act, type Wait, type Wanted } from './effects.js';
import { demonitor, end, link, monitor, signal, unlink } from './ends.js';
import { Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { find, post, reply, request, take, tell } from './post.js';
import { type Process } from './process.js';
import { begun, register, start } from './starts.js';
import { supervisionActs, supervisionWaits } from './supervise.js';
import { type Timer } from './timers.js';
import { answer, limit, offer } from './waits.js';

// What programs want is done here: acts after a commit, waits where they suspend.

/** Does what a message wanted when it committed. */
export const perform = (kernel: Kernel, process: Process, effect: unknown): void => {
  const wanted = effect as Exclude<Wanted, { readonly type: 'wait' }>;
  if (wanted.type === 'print') process.output?.next(wanted.text);
  else if (wanted.type === 'send') post(kernel, process, wanted.message);
  else (acts[wanted.type] as (kernel: Kernel, process: Process, act: Act) => void)(kernel, process, wanted);
};

type Acts = {
  readonly [T in Act['type']]: (kernel: Kernel, process: Process, act: Extract<Act, { readonly type: T }>) => void;
};

const nothing = (): void => undefined;

const acts: Acts = {
  ...supervisionActs,
  name: nothing,
  tell: (kernel, _process, { to, value }) => {
    tell(kernel, find(kernel, to), to, value);
  },
  'run-on': (kernel, _process, { to, thunk }) => {
    const target = find(kernel, to);
    if (target === undefined) tell(kernel, undefined, to, thunk);
    else post(kernel, target, new Request(null, [thunk]));
  },
  spawn: (kernel, parent, { pid, thunk, isLinked, monitor: reference }) => {
    const { state } = parent.turn;
    const process = start(kernel, pid, state, state.world.limits, {
      ...parent.options,
      onFault: 'stop',
      isBrief: true,
    });
    if (isLinked) link(kernel, parent, pid);
    if (reference !== null) monitor(kernel, parent, pid, reference);
    post(kernel, process, new Request(null, [thunk]));
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
  register: (kernel, _process, { name, pid }) => {
    const target = find(kernel, pid);
    if (target?.isAlive === true) register(kernel, name, target);
  },
  unregister: ({ names }, _process, { name }) => {
    names.get(name)?.names?.delete(name);
    names.delete(name);
  },
  'send-after': (kernel, process, { after, to, value, reference }) => {
    const timer = kernel.timers.set(after, () => {
      process.timers?.delete(reference);
      tell(kernel, find(kernel, to), to, value);
    });
    (process.timers ??= new Map<Reference, Timer>()).set(reference, timer);
  },
  reply: (kernel, _process, { to, value }) => {
    reply(kernel, to, value);
  },
  take: (kernel, process, { entry }) => {
    take(kernel, process, entry);
  },
};

/** An actor waits: what ran so far is committed, its effects are released, and a fault goes back to here. */
export const suspend = (kernel: Kernel, process: Process, wait: Wait): void => {
  const { state, initial, message, received } = process.turn;
  const { world } = state;
  const effects = effectsOf(world.outbox).slice(0, -1);
  const committed = state.inWorld(world.with({ outbox: null, position: world.position + 1 }));
  process.turn = new Turn('running', committed, committed, initial, message, received);
  process.waiting = { wait, timer: null };
  for (const effect of effects) perform(kernel, process, effect);
  process.states?.next(committed);
  if (process.isAlive)
    (waits[wait.type] as (kernel: Kernel, process: Process, wait: Wait) => void)(kernel, process, wait);
  if (process.charges === null && !instant.has(wait.type)) begun(process);
};

// Who waits for these goes on at once, or never: that is no sign that it has started.
const instant: ReadonlySet<Wait['type']> = new Set<Wait['type']>(['exit', 'whereis', 'cancel-timer']);

type Waits = {
  readonly [T in Wait['type']]: (kernel: Kernel, process: Process, wait: Extract<Wait, { readonly type: T }>) => void;
};

const waits: Waits = {
  ...supervisionWaits,
  receive: offer,
  call: request,
  sleep: (kernel, process, wait) => {
    limit(kernel, process, wait, wait.within, () => {
      answer(kernel, process, null);
    });
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
