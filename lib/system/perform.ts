import { type Value } from '../data/values.js';
import { effectsOf } from '../machine/effects.js';
import { type Limits } from '../machine/limits.js';
import { Request } from '../machine/message.js';
import { Stack } from '../machine/stack.js';
import { noLocals, VMState, World } from '../machine/state.js';
import { Turn } from '../machine/turn.js';
import { type Act, type Wait, type Wanted } from './effects.js';
import { demonitor, end, link, monitor, signal, unlink } from './ends.js';
import { type Pid, Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { type Owner } from './owner.js';
import { find, post, reply, request, take, tell } from './post.js';
import { Process, type ProcessOptions } from './process.js';
import { type Timer } from './timers.js';
import { answer, limit, offer } from './waits.js';

// What programs want is done here: acts after a commit, waits where they suspend.

/** A new actor that starts from a state between messages. */
export const start = (
  kernel: Kernel,
  pid: Pid,
  { world: { variables, store } }: VMState,
  limits: Limits,
  options: ProcessOptions,
  parent: Process | null = null,
): Process => {
  const owner: Owner = { ...limits, self: pid, number: kernel.nextNumber() };
  const world = new World(null, variables, store, null, owner, 0, 0, undefined);
  const process = new Process(pid, new VMState(null, Stack.empty, noLocals, null, null, 0, world), options);
  kernel.processes.set(pid.key, process);
  kernel.watch?.tell(process, { type: 'spawned', parent: parent?.pid.key ?? null });
  return process;
};

/** Gives an actor a name, unless it is taken. */
export const register = ({ names, watch }: Kernel, name: string, process: Process): void => {
  if (names.has(name)) return;
  names.set(name, process);
  (process.names ??= new Set()).add(name);
  watch?.tell(process, { type: 'registered', name });
};

/** Does what a message wanted when it committed. */
export const perform = (kernel: Kernel, process: Process, effect: unknown): void => {
  const wanted = effect as Exclude<Wanted, { readonly type: 'wait' }>;
  if (wanted.type === 'print') printed(kernel, process, wanted.text);
  else if (wanted.type === 'send') post(kernel, process, wanted.message, process.pid);
  else (acts[wanted.type] as (kernel: Kernel, process: Process, act: Act) => void)(kernel, process, wanted);
};

const printed = ({ watch }: Kernel, process: Process, text: string): void => {
  watch?.tell(process, { type: 'printed', text });
  process.output?.next(text);
};

type Acts = {
  readonly [T in Act['type']]: (kernel: Kernel, process: Process, act: Extract<Act, { readonly type: T }>) => void;
};

const nothing = (): void => undefined;

const acts: Acts = {
  name: nothing,
  tell: (kernel, process, { to, value }) => {
    tell(kernel, find(kernel, to), to, value, process.pid);
  },
  'run-on': (kernel, process, { to, thunk }) => {
    const target = find(kernel, to);
    if (target === undefined) tell(kernel, undefined, to, thunk, process.pid);
    else post(kernel, target, new Request(null, [thunk]), process.pid);
  },
  spawn: (kernel, parent, { pid, thunk, isLinked, monitor: reference }) => {
    const { state } = parent.turn;
    const options: ProcessOptions = { ...parent.options, onFault: 'stop', isBrief: true };
    const process = start(kernel, pid, state, state.world.limits, options, parent);
    if (isLinked) link(kernel, parent, pid);
    if (reference !== null) monitor(kernel, parent, pid, reference);
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
  register: (kernel, _process, { name, pid }) => {
    const target = find(kernel, pid);
    if (target !== undefined) register(kernel, name, target);
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
  kernel.watch?.tell(process, { type: 'committed', waitsFor: wait.type });
  for (const effect of effects) perform(kernel, process, effect);
  process.states?.next(committed);
  if (process.isAlive)
    (waits[wait.type] as (kernel: Kernel, process: Process, wait: Wait) => void)(kernel, process, wait);
};

type Waits = {
  readonly [T in Wait['type']]: (kernel: Kernel, process: Process, wait: Extract<Wait, { readonly type: T }>) => void;
};

const waits: Waits = {
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
