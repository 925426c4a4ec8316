import { ErrorObject } from '../data/objects.js';
import { emptyList, Pair, type Value } from '../data/values.js';
import { type Limits } from '../machine/limits.js';
import { type Bytecode, type Message, Request } from '../machine/message.js';
import { Stack } from '../machine/stack.js';
import { noLocals, VMState, World } from '../machine/state.js';
import { Turn } from '../machine/turn.js';
import { end } from './ends.js';
import { Pid, Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { decoded } from './post.js';
import { Process } from './process.js';
import { type ProcessOptions } from './process-options.js';
import { noproc } from './reasons.js';

// How actors start, and start again: what they are made of stays the same.

/** What an actor is started from. */
export interface Start {
  readonly state: VMState;
  readonly limits: Limits;
  readonly options: ProcessOptions;
  /** Whether it ends when what it starts with is done. */
  readonly isBrief: boolean;
  readonly hasPriorities: boolean;
  readonly name?: string | undefined;
  /** What it is to do first, given further arguments and itself. */
  readonly first: (args: readonly Value[], process: Process) => Bytecode | Request | null;
  /** Whether it is a procedure that may be given arguments. */
  readonly takesArguments?: boolean | undefined;
  /** Of a supervisor: what its children are started from. */
  readonly children?: { readonly starts: ReadonlyMap<Reference, Start>; readonly isDynamic: boolean } | undefined;
}

/** A new actor that starts from a state between messages. */
export const start = (
  kernel: Kernel,
  pid: Pid,
  state: VMState,
  limits: Limits,
  options: ProcessOptions,
  isBrief: boolean,
  parent: Process | null = null,
): Process => {
  const process = new Process(pid, kernel.nextNumber(), state, limits, options, isBrief);
  kernel.processes.add(process);
  pid.name(process);
  kernel.watch?.tell(process, { type: 'spawned', parent: parent?.pid.key ?? null });
  return process;
};

/** What a program knows now: the variables and the store of a state, which may be in the middle of a message. */
export const knowledgeOf = ({ world: { variables, store, limits } }: VMState): VMState =>
  new VMState(
    null,
    Stack.empty,
    noLocals,
    null,
    null,
    0,
    new World(null, variables, store, null, limits, 0, 0, undefined),
  );

/** Gives an actor a name that is free. */
export const register = ({ names, watch }: Kernel, name: string, process: Process): void => {
  names.set(name, process);
  (process.names ??= new Set()).add(name);
  watch?.tell(process, { type: 'registered', name });
};

/** A new actor, which does nothing until it is launched. */
export const create = (kernel: Kernel, made: Start, parent: Process | null = null): Process => {
  const { state, limits, options, isBrief, hasPriorities } = made;
  const pid = new Pid(0, kernel.nextNumber());
  const process = start(kernel, pid, state, limits, options, isBrief, parent);
  process.hasPriorities = hasPriorities;
  return process;
};

/** An actor does what it starts with. Who is to know is told when it has come to rest for the first time, or has ended. */
export const launch = (
  kernel: Kernel,
  process: Process,
  { name, first, children }: Start,
  onStart: Process['onStart'] = null,
  args: readonly Value[] = [],
): void => {
  process.onStart = onStart;
  if (children !== undefined) {
    const { starts, isDynamic } = children;
    const mark = new Reference(0, kernel.nextNumber());
    process.charges = { children: new Set(), starts: new Map(starts), isDynamic, mark, failure: undefined };
  }
  if (name !== undefined && process.isAlive) nameOrEnd(kernel, name, process);
  if (!process.isAlive) {
    miscarry(process);
    return;
  }
  const sent = first(args, process);
  if (sent === null) {
    begun(process);
    return;
  }
  kernel.sent += 1;
  // Whoever watches knows messages by what they are, so each is one of its own.
  const posted = sent instanceof Request || kernel.watch !== null ? decoded(process, sent) : sent;
  process.opening = posted;
  kernel.watch?.sent(process, posted as Message, process.place?.keeper.pid ?? null);
  kernel.activate(process);
};

const nameOrEnd = (kernel: Kernel, name: string, process: Process): void => {
  if (kernel.names.has(name)) end(kernel, process, new ErrorObject('misuse', `the name ${name} is taken`, emptyList));
  else register(kernel, name, process);
};

// It has ended before it could begin: its name was taken, or whoever watches has ended it.
const miscarry = (process: Process): void => {
  const { place, onStart } = process;
  if (place?.isKept === false) place.keeper.charges?.children.delete(process);
  process.onStart = null;
  onStart?.(new Pair(false, noproc));
};

/** An actor that has ended becomes what it was in the beginning, with the messages that it was sent meanwhile. */
export const revive = (kernel: Kernel, process: Process): void => {
  const { initial, base, received } = process.turn;
  const state = initial.withWorld({ position: base.position });
  process.turn = new Turn('ready', state, state, initial, null, received);
  process.floor = Stack.empty;
  process.failure = null;
  process.incarnation += 1;
  process.isAlive = true;
  kernel.watch?.tell(process, { type: 'restarted', reason: process.place?.reason ?? null });
  process.states?.next(state);
};

/** An actor has started. */
export const begun = (process: Process): void => {
  const { onStart, pid } = process;
  process.onStart = null;
  onStart?.(new Pair(true, pid));
};

/** The options of an actor that a program starts: it ends with its first fault. */
export const optionsOfChild = (kernel: Kernel, { options }: Process): ProcessOptions =>
  options.onFault === 'stop' ? options : kernel.optionsFor({ ...options, onFault: 'stop' });
