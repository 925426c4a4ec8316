import { type SystemEvent } from '../system/index.js';
import { type Simulation } from './simulate.js';
import { traceText } from './trace.js';

// The first failure that was found, and how to see it again.

/** A failure. What happened is long, and no part of what a test prints of it: `report` has it for people. */
export class Failure {
  readonly #trace: readonly SystemEvent[];

  constructor(
    readonly seed: number,
    /** What did not hold, after the choices below. */
    readonly reason: string,
    /** Who was picked, wherever more than one could run, shrunk to what the failure needs: for `testSystem({ choices })`. */
    readonly choices: readonly number[],
    /** All of it, as text. */
    readonly report: string,
    /** What the invariant threw; null where it gave false. */
    readonly error: unknown,
    trace: readonly SystemEvent[],
  ) {
    this.#trace = trace;
  }

  /** What happened with these choices. */
  get trace(): readonly SystemEvent[] {
    return this.#trace;
  }
}

const mostLines = 200;

export const failureOf = (seed: number, choices: readonly number[], { system, broken }: Simulation): Failure => {
  const { reason = '', error = null } = broken ?? {};
  const { events } = system;
  const left = Math.max(0, events.length - mostLines);
  const report = [
    `seed ${seed}: ${reason}`,
    `again: testSystem({ choices: ${JSON.stringify(choices)} })`,
    ...(left > 0 ? [`(${left} events before)`] : []),
    traceText(events.slice(left)),
  ].join('\n');
  return new Failure(seed, reason, choices, report, error, events);
};
