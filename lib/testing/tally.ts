import { type SystemEvent } from '../system/index.js';

// Messages counted by pairs of actors, from events. A trace that grows is read on from where it was read to last.

/** What became of the messages of one actor, or of the outside, to another. */
export interface Pair {
  /** Null for the outside. */
  readonly from: string | null;
  readonly to: string;
  readonly sent: number;
  readonly handled: number;
  readonly dead: number;
  /** Those that wait, or run. */
  readonly pending: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A fold over a trace that remembers how far it has read. */
export const folding = <T>(
  initial: () => T,
  read: (result: T, event: SystemEvent) => void,
): ((events: readonly SystemEvent[]) => T) => {
  const known = new WeakMap<readonly SystemEvent[], { result: T; at: number }>();
  return (events: readonly SystemEvent[]): T => {
    const reading = known.get(events) ?? { result: initial(), at: 0 };
    known.set(events, reading);
    for (; reading.at < events.length; reading.at += 1) read(reading.result, events[reading.at] as SystemEvent);
    return reading.result;
  };
};

const pairs = folding(
  () => new Map<string, Mutable<Pair>>(),
  (all, event) => {
    if (event.type !== 'message' && event.type !== 'handled' && event.type !== 'deadLetter') return;
    const { from, actor: to } = event;
    const key = `${from ?? ''} ${to}`;
    const pair = all.get(key) ?? { from, to, sent: 0, handled: 0, dead: 0, pending: 0 };
    all.set(key, pair);
    if (event.type === 'message') pair.sent += 1;
    else if (event.type === 'handled') pair.handled += 1;
    else pair.dead += 1;
    pair.pending = pair.sent - pair.handled - pair.dead;
  },
);

/**
 * The messages of a trace by who sent them to whom: sent = handled + dead + pending. A negative number of them pending
 * is one that was handled twice, or never sent.
 */
export const tally = (events: readonly SystemEvent[]): readonly Pair[] => [...pairs(events).values()];
