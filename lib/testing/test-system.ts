import { VirtualTimeScheduler } from 'rxjs';
import { VMError } from '../index.js';
import { ActorSystem, type Choose, type SystemEvent, type SystemOptions } from '../system/index.js';

// A system that does nothing by itself: whoever holds it lets one thing happen after the other. Nothing runs inside
// `send` or `spawn`, so that the order of what was set up is open.

/** Time that passes when it is told to, one scheduled piece of work after the other. */
class SteppedClock extends VirtualTimeScheduler {
  step(): boolean {
    const action = this.actions.shift();
    if (action === undefined) return false;
    this.frame = action.delay;
    const thrown = action.execute(action.state, action.delay) as Error | undefined;
    if (thrown !== undefined) throw thrown;
    return true;
  }
}

export interface TestOptions extends Omit<SystemOptions, 'scheduler'> {
  /**
   * Who runs next wherever more than one could, 0 for who waits longest; 0 again when there are no more of them. In
   * place of a seed.
   */
  readonly choices?: readonly number[] | undefined;
}

const enough = 1_000_000;

/** A system whose time is virtual, whose choices are known, and whose events are kept. */
export class TestSystem extends ActorSystem {
  /** The scheduler of the system, for observables that are to live in its time. */
  readonly clock: VirtualTimeScheduler;
  /** What has happened so far. */
  readonly events: readonly SystemEvent[];
  /** Who was picked so far, wherever more than one could run. Given to another system, it does the same. */
  readonly choices: readonly number[];
  readonly #clock: SteppedClock;

  constructor({ choices, ...options }: TestOptions = {}) {
    if (choices !== undefined) demandChoices(choices, options.seed);
    const clock = new SteppedClock();
    const made: number[] = [];
    const given = options.seed === undefined ? replaying(choices ?? []) : null;
    super({ ...options, scheduler: clock }, (seeded) => recording(given ?? seeded, made));
    this.#clock = clock;
    this.clock = clock;
    this.choices = made;
    const events: SystemEvent[] = [];
    this.events = events;
    this.events$.subscribe((event) => events.push(event));
  }

  /** Lets one thing happen: a turn of an actor, or what is due next. Says whether there was one. */
  step(): boolean {
    return this.#clock.step();
  }

  /** Lets everything happen, until nothing does any more. Faults: `misuse` when there are more steps than that. */
  run(steps: number = enough): this {
    for (let step = 0; this.step(); step += 1)
      if (step >= steps) throw new VMError('misuse', `something still happens after ${steps} steps`);
    return this;
  }
}

/**
 * A system for a test: it runs when it is told to, in virtual time, with the choices of a seed or with given ones. Faults:
 * `misuse` for a faulty option.
 *
 * @example
 * const system = testSystem({ seed: 7 });
 * system.spawn('(sleep 86400000) (print "a day")');
 * system.run().clock.now(); // 86400000
 */
export const testSystem = (options: TestOptions = {}): TestSystem => new TestSystem(options);

const demandChoices = (choices: readonly number[], seed: number | undefined): void => {
  if (seed !== undefined) throw new VMError('misuse', 'choices are given in place of a seed: leave one of them out');
  if (!(Array.isArray(choices) && choices.every((choice) => Number.isInteger(choice) && choice >= 0)))
    throw new VMError('misuse', 'choices is an array of integers from 0');
};

const replaying = (choices: readonly number[]): Choose => {
  let at = 0;
  return (count) => {
    const choice = choices[at] ?? 0;
    at += 1;
    return choice % count;
  };
};

const recording =
  (choose: Choose, made: number[]): Choose =>
  (count) => {
    const choice = choose(count);
    made.push(choice);
    return choice;
  };
