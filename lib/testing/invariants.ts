import { VMError } from '../index.js';
import { folding, tally } from './tally.js';
import { type TestSystem } from './test-system.js';

// What holds after every step, whatever the program does and in whatever order.

/** When an invariant is looked at. */
export interface Moment {
  readonly system: TestSystem;
  /** `running` after a step, `resting` when nothing happens any more, `stopped` when the system was stopped then. */
  readonly phase: 'running' | 'resting' | 'stopped';
}

/** What has to hold: a function that throws or gives false where it does not. Anything else is well. */
export type Invariant = (moment: Moment) => unknown;

const broken = (what: string): VMError => new VMError('misuse', what);

/** What was sent was handled, is a dead letter, waits or runs: for every pair of actors, and in all. */
export const conservation: Invariant = ({ system: { events, counters } }) => {
  const pairs = tally(events);
  const lost = pairs.find(({ pending }) => pending < 0);
  if (lost !== undefined)
    throw broken(`more messages of ${lost.from ?? 'the outside'} to ${lost.to} were dealt with than sent`);
  const { sent, handled, dead, queued, running } = counters;
  const pending = pairs.reduce((sum, pair) => sum + pair.pending, 0);
  if (pending !== queued + running)
    throw broken(`${queued} messages wait and ${running} run, but ${pending} were sent and not dealt with`);
  if (sent !== handled + dead + queued + running) throw broken('the counters do not add up');
};

const running = folding(
  () => ({ busy: new Set<string>(), twice: null as string | null }),
  (found, event) => {
    if (event.type === 'begun') {
      if (found.busy.has(event.actor)) found.twice = event.actor;
      found.busy.add(event.actor);
    } else if (event.type === 'faulted' || event.type === 'exited') found.busy.delete(event.actor);
    else if (event.type === 'committed' && event.waitsFor === null) found.busy.delete(event.actor);
  },
);

/** An actor does not begin a message before it is done with the one before it. */
export const oneHandler: Invariant = ({ system: { events } }) => {
  const { twice } = running(events);
  if (twice !== null) throw broken(`actor ${twice} began a message in the middle of another`);
};

const possessions = folding(
  () => ({ ended: new Set<string>(), timers: new Map<number, string>(), names: new Map<string, string>() }),
  ({ ended, timers, names }, event) => {
    if (event.type === 'exited') ended.add(event.actor);
    else if (event.type === 'restarted') ended.delete(event.actor);
    else if (event.type === 'registered') names.set(event.name, event.actor);
    else if (event.type === 'unregistered') names.delete(event.name);
    else if (event.type === 'timer' && event.change === 'set') timers.set(event.timer, event.actor);
    else if (event.type === 'timer') timers.delete(event.timer);
  },
);

/**
 * Of an actor that has ended no timer and no name remains; of a system that was stopped no actor, timer, message, nor
 * anything else that is counted.
 */
export const nothingLeft: Invariant = ({ system, phase }) => {
  const { ended, timers, names } = possessions(system.events);
  for (const actor of timers.values())
    if (ended.has(actor)) throw broken(`a timer is left of ${actor}, which has ended`);
  for (const [name, actor] of names)
    if (ended.has(actor) && system.whereis(name)?.pid.key === actor)
      throw broken(`the name ${name} is left of ${actor}, which has ended`);
  if (phase === 'stopped') demandNothing(system);
};

const demandNothing = ({ counters }: TestSystem): void => {
  for (const [what, count] of Object.entries(counters))
    if (!['sent', 'handled', 'dead'].includes(what) && count !== 0) throw broken(`${what}: ${count} left at the end`);
};
