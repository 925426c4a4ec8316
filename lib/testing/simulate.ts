import { type Bytecode, VMError } from '../index.js';
import { type ActorRef } from '../system/index.js';
import { conservation, type Invariant, type Moment, nothingLeft, oneHandler } from './invariants.js';
import { type TestOptions, testSystem, type TestSystem } from './test-system.js';
import { shown } from './trace.js';

// One run of a program: from the beginning until nothing happens any more, looked at after every step.

/** What is run: bytecode of one actor, or a function that sets up a system and may give one that says the outcome. */
export type Setup = Bytecode | ((system: TestSystem) => unknown);

export interface Broken {
  /** The invariant; null where the run has no end. */
  readonly invariant: Invariant | (() => unknown) | null;
  readonly reason: string;
  readonly error: unknown;
}

export interface Simulation {
  readonly system: TestSystem;
  readonly outcome: string;
  readonly broken: Broken | null;
}

const standard: readonly Invariant[] = [conservation, oneHandler, nothingLeft];

/** What a simulation needs to know, apart from the choices. */
export interface Rules {
  readonly options: TestOptions;
  readonly invariants: readonly Invariant[];
  /** A run with more steps than that is taken for one without an end. */
  readonly steps: number;
}

export const simulate = (setup: Setup, { options, invariants, steps }: Rules, choices: TestOptions): Simulation => {
  const system = testSystem({ ...options, ...choices });
  const all = [...standard, ...invariants];
  const look = (phase: Moment['phase'], which: readonly Invariant[] = all): Broken | null => {
    for (const invariant of which) {
      const broken = brokenBy(invariant, () => invariant({ system, phase }));
      if (broken !== null) return broken;
    }
    return null;
  };
  const read = begin(system, setup);
  let broken: Broken | null = null;
  for (let step = 0; broken === null && system.step(); step += 1)
    broken = step < steps ? look('running') : endless(steps);
  broken ??= look('resting');
  broken ??= brokenBy(outcomeOf, () => {
    demandAnswers(system);
  });
  let outcome = '';
  broken ??= brokenBy(outcomeOf, () => {
    outcome = shown(atOnce(read()));
  });
  if (broken === null) {
    void system.stop();
    system.run();
    broken = look('stopped', standard);
  }
  return { system, outcome, broken };
};

// Names the reading of the outcome among what may fail.
const outcomeOf = (): unknown => undefined;

// What says the outcome: what is given, or what was printed and how the actor of a program ended.
const begin = (system: TestSystem, setup: Setup): (() => unknown) => {
  if (typeof setup !== 'function') {
    const main = system.spawn(setup);
    return () => [...printed(system), ...ending(system, main)].join('\n');
  }
  const read = atOnce(setup(system));
  return typeof read === 'function' ? (read as () => unknown) : () => printed(system).join('\n');
};

// What happens later in the time of the host happens in no simulation.
const atOnce = (given: unknown): unknown => {
  if (!(given instanceof Promise)) return given;
  given.catch(() => undefined);
  throw new VMError('misuse', 'a simulation is done at once: give what it needs, not a promise of it');
};

const demandAnswers = ({ counters: { hostCalls } }: TestSystem): void => {
  const remedy = 'a promise lives in the time of the host; give of(value), or timer(ms, system.clock)';
  if (hostCalls > 0) throw new VMError('misuse', `${hostCalls} calls of capabilities were not answered: ${remedy}`);
};

const printed = ({ events }: TestSystem): readonly string[] =>
  events.flatMap((event) => (event.type === 'printed' ? [event.text] : []));

const ending = ({ events }: TestSystem, { pid, waitsFor }: ActorRef): readonly string[] => {
  if (waitsFor !== null) return [`waits: ${waitsFor['type'] as string}`];
  return events.flatMap((event) =>
    event.type === 'faulted' && event.actor === pid.key ? [`fault: ${event.fault.code} ${event.fault.detail}`] : [],
  );
};

const endless = (steps: number): Broken => {
  const error = new VMError('misuse', `something still happens after ${steps} steps`);
  return { invariant: null, reason: error.message, error };
};

const brokenBy = (invariant: Invariant | (() => unknown), test: () => unknown): Broken | null => {
  try {
    if (test() !== false) return null;
    const name = invariant.name === '' ? 'the invariant' : invariant.name;
    return { invariant, reason: `${name} does not hold`, error: null };
  } catch (error) {
    return { invariant, reason: error instanceof Error ? error.message : shown(error), error };
  }
};
