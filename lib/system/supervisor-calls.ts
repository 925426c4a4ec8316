import { VMError } from '../data/error.js';
import { isList, list, SymbolValue, type Value } from '../data/values.js';
import { fromHost, print } from '../index.js';
import { demand } from '../machine/host.js';
import { type ActorRef, LocalRef } from './actor-ref.js';
import { checkSpawnable, type ChildSpec } from './actor-spec.js';
import { type Kernel } from './kernel.js';
import { find } from './post.js';
import { startOf } from './prepare.js';
import { type Process } from './process.js';
import { type Start } from './starts.js';
import { lend } from './supervise.js';
import { checkChild } from './supervisor-check.js';

// What the embedding program asks of supervisors.

/** A child, as its supervisor sees it. */
export interface ChildInfo {
  /** What it is called; undefined where all children are made of one specification. */
  readonly id: Value | undefined;
  /** The actor, or why there is none: one is due, or it has ended for good. */
  readonly child: ActorRef | 'restarting' | 'undefined';
  readonly type: 'worker' | 'supervisor';
}

/** How many children are known, run, are supervisors and are not. */
export interface ChildCounts {
  readonly specs: number;
  readonly active: number;
  readonly supervisors: number;
  readonly workers: number;
}

const insideOf = (ref: ActorRef): { readonly kernel: Kernel; readonly process: Process } => {
  if (ref instanceof LocalRef && ref.inside.process.charges !== null) return ref.inside;
  throw new VMError('misuse', 'that is no supervisor');
};

const request = (name: string, ...args: readonly Value[]): Value => list([new SymbolValue(name), ...args]);

const itemsOf = (value: Value | undefined): readonly Value[] =>
  value !== undefined && isList(value) ? [...value] : [];

const nameOf = (value: Value | undefined): string | undefined =>
  value instanceof SymbolValue ? value.name : undefined;

// The actor of an answer `(ok pid)`; every other answer is a fault.
const refOf = (kernel: Kernel, answer: Value): ActorRef => {
  const [head, pid] = itemsOf(answer);
  const process = nameOf(head) === 'ok' && pid !== undefined ? find(kernel, pid) : undefined;
  if (process === undefined) throw refusal(answer);
  return new LocalRef(kernel, process);
};

const refusal = (answer: Value): VMError => {
  const [, reason] = itemsOf(answer);
  return new VMError('misuse', `the supervisor answered ${print(reason ?? answer)}`, {}, { cause: reason ?? answer });
};

const done = (answer: Value): void => {
  if (nameOf(answer) !== 'ok') throw refusal(answer);
};

/** The children of a supervisor, in order. Rejects with `misuse` where it is none, or has ended. */
export const whichChildren = async (supervisor: ActorRef): Promise<readonly ChildInfo[]> => {
  const { kernel, process } = insideOf(supervisor);
  const children = itemsOf(await supervisor.call(request('which-children')));
  return children.map((each) => {
    const [id, child, type] = itemsOf(each) as readonly [Value, Value, Value];
    const found = find(kernel, child);
    return {
      id: process.charges?.isDynamic === true ? undefined : id,
      child:
        found === undefined
          ? nameOf(child) === 'restarting'
            ? 'restarting'
            : 'undefined'
          : new LocalRef(kernel, found),
      type: nameOf(type) === 'supervisor' ? 'supervisor' : 'worker',
    };
  });
};

/** How many children a supervisor has. Rejects with `misuse` where it is none, or has ended. */
export const countChildren = async (supervisor: ActorRef): Promise<ChildCounts> => {
  insideOf(supervisor);
  const counts = itemsOf(await supervisor.call(request('count-children')));
  const [specs, active, supervisors, workers] = counts.map((each) => Number(itemsOf(each)[1]));
  return { specs, active, supervisors, workers } as ChildCounts;
};

/**
 * Starts one more child. Rejects with `misuse`, which says what is wrong with it, or why not: `already-present`,
 * `(already-started pid)`, `max-children`, or the reason for which it could not start.
 */
export const startChild = async (supervisor: ActorRef, child: ChildSpec): Promise<ActorRef> => {
  const { kernel, process } = insideOf(supervisor);
  demand(process.charges?.isDynamic === false, 'the children of this supervisor are all alike: use startAlike');
  const asked = lend(kernel, process, checkChild(child, checkSpawnable), startOf(kernel));
  return refOf(kernel, await supervisor.call(asked));
};

/** Starts one more child where all are made of one specification; its procedure is given the arguments. */
export const startAlike = async (supervisor: ActorRef, ...args: readonly unknown[]): Promise<ActorRef> => {
  const { kernel, process } = insideOf(supervisor);
  demand(process.charges?.isDynamic === true, 'the children of this supervisor are not alike: use startChild');
  const [start] = (process.charges?.starts.values() ?? []) as Iterable<Start>;
  demand(args.length === 0 || start?.takesArguments === true, 'arguments are for children that start with a procedure');
  return refOf(kernel, await supervisor.call(request('start-child', ...args.map(fromHost))));
};

/** Ends a child, by its id, or by the actor where all are alike. Rejects with `misuse`: `not-found`. */
export const terminateChild = async (supervisor: ActorRef, child: ChildSpec['id'] | ActorRef): Promise<void> => {
  insideOf(supervisor);
  const key = child instanceof LocalRef ? child.pid : (child as ChildSpec['id']);
  done(await supervisor.call(request('terminate-child', key)));
};

/** Starts a child that was terminated, or has ended. Rejects with `misuse`: `not-found`, `running`, `restarting`. */
export const restartChild = async (supervisor: ActorRef, id: ChildSpec['id']): Promise<ActorRef> => {
  const { kernel } = insideOf(supervisor);
  return refOf(kernel, await supervisor.call(request('restart-child', id)));
};

/** Forgets a child that has ended. Rejects with `misuse`: `not-found`, `running`, `restarting`. */
export const deleteChild = async (supervisor: ActorRef, id: ChildSpec['id']): Promise<void> => {
  insideOf(supervisor);
  done(await supervisor.call(request('delete-child', id)));
};
