import { type SystemEvent } from '../system/index.js';
import { type Simulation } from './simulate.js';
import { traceText } from './trace.js';

// The first failure that was found, and how to see it again.

export interface Failure {
  readonly seed: number;
  /** What did not hold, after the choices below. */
  readonly reason: string;
  /** What the invariant threw; null where it gave false. */
  readonly error: unknown;
  /** Who was picked, wherever more than one could run, shrunk to what the failure needs: for `testSystem({ choices })`. */
  readonly choices: readonly number[];
  /** What happened with these choices. */
  readonly trace: readonly SystemEvent[];
  /** All of it, for people. */
  readonly report: string;
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
  return { seed, reason, error, choices, trace: events, report };
};
