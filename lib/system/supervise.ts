import { VMError } from '../data/error.js';
import { ErrorObject } from '../data/objects.js';
import { emptyList, isList, list, Pair, Procedure, SymbolValue, type Value } from '../data/values.js';
import { hostFault } from '../machine/host.js';
import { Request } from '../machine/message.js';
import { type Act, type Wait } from './effects.js';
import { link, retire, signal } from './ends.js';
import { Pid, Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { find, request } from './post.js';
import { type Process } from './process.js';
import { noproc } from './reasons.js';
import { create, knowledgeOf, launch, optionsOfChild, revive, type Start } from './starts.js';
import { childOf, type DataStart, supervisorOf } from './supervisor-data.js';
import { type CheckedChild, wordsOf } from './supervisor-check.js';
import { supervisorStart } from './supervisor-start.js';
import { answer } from './waits.js';

// What the system does for supervisors, and for programs that make them and ask them.

type Of<A, T> = Extract<A, { readonly type: T }>;
type Done<A, T> = (kernel: Kernel, process: Process, wanted: Of<A, T>) => void;

// Answers what this incarnation of the actor waits for now, if it still does then.
const answerOf = (kernel: Kernel, process: Process): ((value: Value) => void) => {
  const { waiting } = process;
  return (value) => {
    if (process.isAlive && process.waiting === waiting) answer(kernel, process, value);
  };
};

const failed = (thrown: unknown): Pair => {
  const { code, detail } = hostFault(thrown);
  return new Pair(false, new ErrorObject(code, detail, emptyList));
};

export const supervisionActs: {
  readonly [T in 'started' | 'failed' | 'let-go' | 'forget']: Done<Act, T>;
} = {
  started: (_kernel, process) => {
    const { onStart, pid } = process;
    process.onStart = null;
    onStart?.(new Pair(true, pid));
  },
  failed: (_kernel, { charges }, { reason }) => {
    if (charges !== null) charges.failure = reason;
  },
  'let-go': (kernel, { charges }, { pid }) => {
    const child = find(kernel, pid);
    if (child !== undefined && charges?.children.has(child) === true) retire(kernel, child);
  },
  forget: (_kernel, { charges }, { start }) => {
    charges?.starts.delete(start);
  },
};

const now: Done<Wait, 'now'> = (kernel, process) => {
  answer(kernel, process, kernel.clock.now());
};

const key: Done<Wait, 'key'> = (kernel, process, { pid }) => {
  const child = pid instanceof Pid ? find(kernel, pid) : undefined;
  answer(kernel, process, child?.place?.keeper === process ? child.place.key : false);
};

const startChild: Done<Wait, 'start-child'> = (kernel, keeper, wait) => {
  const { charges } = keeper;
  const made = charges?.starts.get(wait.start) as Start | undefined;
  if (charges === null || made === undefined || !isList(wait.args)) {
    answer(kernel, keeper, new Pair(false, noproc));
    return;
  }
  const told = answerOf(kernel, keeper);
  const old = find(kernel, wait.pid);
  if (old?.isAlive === true) {
    told(new Pair(true, old.pid));
    return;
  }
  const child = old ?? create(kernel, made, keeper);
  if (old !== undefined) revive(kernel, child);
  const place = { keeper, key: wait.key, isKept: old !== undefined, reason: noproc };
  child.place = place;
  charges.children.add(child);
  const onStart = (outcome: Pair): void => {
    if (outcome.car !== false) place.isKept = wait.isKept;
    told(outcome);
  };
  launch(kernel, child, made, onStart, [...wait.args]);
};

// A supervisor is linked to the actor that makes it once it has started, and ends where that has ended meanwhile.
const supervisor: Done<Wait, 'supervisor'> = (kernel, process, { options, children }) => {
  const told = answerOf(kernel, process);
  try {
    const made = supervisorStart(kernel, supervisorOf(options, children), startOfData(kernel, process), process.pid);
    const started = create(kernel, made);
    const { incarnation } = process;
    launch(kernel, started, made, (outcome) => {
      const isThere = process.isAlive && process.incarnation === incarnation;
      if (isThere && outcome.car !== false) link(kernel, process, started.pid);
      else signal(kernel, started, process.pid, noproc, true);
      told(outcome);
    });
  } catch (thrown) {
    told(failed(thrown));
  }
};

// What a child of a program's making starts from: a procedure, with what the program knows now, or a supervisor.
const startOfData =
  (kernel: Kernel, process: Process) =>
  (given: DataStart): Start => {
    if (!(given instanceof Procedure)) return supervisorStart(kernel, given, startOfData(kernel, process), false);
    const state = knowledgeOf(process.turn.state);
    const options = optionsOfChild(kernel, process);
    const first = (args: readonly Value[]): Request => new Request(null, [given, ...args]);
    return {
      state,
      limits: state.world.limits,
      options,
      isBrief: true,
      hasPriorities: false,
      takesArguments: true,
      first,
    };
  };

/** Lends a supervisor what a child starts from, and gives what to ask it. */
export const lend = <S>(
  kernel: Kernel,
  { charges }: Process,
  child: CheckedChild<S>,
  startOf: (start: S) => Start,
): Value => {
  const start = new Reference(0, kernel.nextNumber());
  charges?.starts.set(start, startOf(child.start));
  return list([startChildName, ...wordsOf(child, start)]);
};

const startChildName = new SymbolValue('start-child');

const askChild: Done<Wait, 'ask-child'> = (kernel, process, { to, inside, outside, reference }) => {
  const target = find(kernel, to);
  const told = answerOf(kernel, process);
  try {
    if (target?.charges === null) throw new VMError('misuse', 'that is no supervisor');
    const value =
      target === undefined || target.charges.isDynamic
        ? new Pair(startChildName, outside)
        : lend(kernel, target, childOf(inside instanceof Pair ? inside.car : inside), startOfData(kernel, process));
    const wait = { type: 'call', to, value, within: null, reference } as const;
    process.waiting = wait;
    request(kernel, process, wait);
  } catch (thrown) {
    told(failed(thrown));
  }
};

export const supervisionWaits: {
  readonly [T in 'now' | 'key' | 'supervisor' | 'start-child' | 'ask-child']: Done<Wait, T>;
} = { now, key, supervisor, 'start-child': startChild, 'ask-child': askChild };
