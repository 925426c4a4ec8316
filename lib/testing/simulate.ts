import { type Bytecode, VMError } from '../index.js';
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
  let outcome = '';
  broken ??= brokenBy(outcomeOf, () => {
    outcome = read === null ? printed(system) : shown(read());
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

const begin = (system: TestSystem, setup: Setup): (() => unknown) | null => {
  if (typeof setup !== 'function') {
    system.spawn(setup);
    return null;
  }
  const read = setup(system);
  return typeof read === 'function' ? (read as () => unknown) : null;
};

const printed = ({ events }: TestSystem): string =>
  events.flatMap((event) => (event.type === 'printed' ? [event.text] : [])).join('\n');

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
