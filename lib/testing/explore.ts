import { compile, VMError } from '../index.js';
import { ActorSystem } from '../system/index.js';
import { type Failure, failureOf } from './failure.js';
import { type Invariant } from './invariants.js';
import { shrink } from './shrink.js';
import { type Rules, type Setup, simulate, type Simulation } from './simulate.js';
import { type TestOptions, type TestSystem } from './test-system.js';

// The search for an order in which something goes wrong: a program is run with one seed after the other.

/**
 * The source of one actor, whose outcome is what it and those it spawned printed, and `fault: …` or `waits: …` where it did
 * not come to its end; or a function that sets up a system,
 * which is run afterwards. Where that gives a function, this says the outcome when nothing happens any more.
 */
export type Program = string | ((system: TestSystem) => unknown);

export interface ExploreOptions extends Omit<TestOptions, 'seed' | 'choices'> {
  /** How many seeds, from 0, or which; 100 by default. */
  readonly seeds?: number | Iterable<number> | undefined;
  /** What has to hold after every step and at the end, besides what holds of every system. */
  readonly invariant?: Invariant | readonly Invariant[] | undefined;
  /** More steps than that are a failure; 100,000 by default. */
  readonly steps?: number | undefined;
  /** Whether a failure is shrunk, for which fast-check has to be installed; it is unless told otherwise. */
  readonly shrink?: boolean | undefined;
}

export interface Exploration {
  /** How often each outcome came. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** The first failure, after which no more seeds are tried; null where there was none. */
  readonly failure: Failure | null;
}

/**
 * Runs a program with many seeds, each until nothing happens any more, and looks at the invariants after every step. Rejects
 * with a `VMError`: `misuse` for a faulty option and where fast-check is needed and missing, and those of `compile`.
 *
 * @example
 * const { outcomes, failure } = await explore(source, { seeds: 1000, invariant: ({ system }) => system.counters.dead === 0 });
 */
export const explore = async (
  program: Program,
  { seeds = 100, invariant = [], steps = 100_000, shrink: isShrinking = true, ...options }: ExploreOptions = {},
): Promise<Exploration> => {
  const setup = setupOf(program);
  const rules: Rules = { options, invariants: invariantsOf(invariant), steps: countOf(steps, 'steps') };
  const outcomes = new Map<string, number>();
  for (const seed of seedsOf(seeds)) {
    const simulation = simulate(setup, rules, { seed });
    if (simulation.broken === null) outcomes.set(simulation.outcome, (outcomes.get(simulation.outcome) ?? 0) + 1);
    else return { outcomes, failure: await shrunk(setup, rules, seed, simulation, isShrinking) };
  }
  return { outcomes, failure: null };
};

// A failure of something else is another failure, and no smaller case of this one.
const shrunk = async (
  setup: Setup,
  rules: Rules,
  seed: number,
  found: Simulation,
  isShrinking: boolean,
): Promise<Failure> => {
  const { invariant = null, reason = '' } = found.broken ?? {};
  const { choices } = found.system;
  if (!isShrinking) return failureOf(seed, [...choices], found);
  const fails = (candidate: readonly number[]): boolean => {
    const { broken } = simulate(setup, rules, { choices: candidate });
    return broken !== null && broken.invariant === invariant;
  };
  const least = await shrink(choices, fails, `seed ${seed} fails, ${reason}`);
  return failureOf(seed, least, simulate(setup, rules, { choices: least }));
};

// A program is compiled once, with the macros that every actor of a system knows.
const setupOf = (program: Program): Setup => {
  if (typeof program === 'function') return program;
  if (typeof program === 'string') return compile(program, { syntax: new ActorSystem().spawn().state.variables });
  throw new VMError('misuse', 'a program is its source, or a function that is given a system');
};

const invariantsOf = (given: Invariant | readonly Invariant[]): readonly Invariant[] => {
  const all: unknown = typeof given === 'function' ? [given] : given;
  if (Array.isArray(all) && all.every((each) => typeof each === 'function')) return all as readonly Invariant[];
  throw new VMError('misuse', 'invariant is a function, or an array of functions');
};

const countOf = (given: number, name: string): number => {
  if (Number.isInteger(given) && given > 0) return given;
  throw new VMError('misuse', `${name} is an integer above 0`);
};

function* seedsOf(seeds: number | Iterable<number>): Generator<number> {
  if (typeof seeds !== 'number') yield* seeds;
  else for (let seed = 0; seed < countOf(seeds, 'seeds'); seed += 1) yield seed;
}
