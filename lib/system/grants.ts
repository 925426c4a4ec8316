import { Code } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { defineAll } from '../machine/helpers.js';
import { demand } from '../machine/host.js';
import { Closure } from '../machine/procedures.js';
import { type VMState } from '../machine/state.js';
import { bodyOf, type Capability, type Granted, type Grants } from './capabilities.js';
import { systemInstructions } from './instructions.js';
import { isDelay, longestDelay } from './timers.js';

// What an actor is given when it is made: functions of the host beside it, procedures of their names in its variables.

/** Capabilities as they were given. Faults: `misuse`, with the name. */
export const grantsOf = (given: Readonly<Record<string, Capability>> | undefined): Grants => {
  if (given === undefined) return null;
  demand(typeof given === 'object' && (given as unknown) !== null, 'capabilities are an object of functions');
  return new Map(Object.entries(given).map(([name, capability]) => [name, granted(name, capability)]));
};

const granted = (name: string, given: unknown): Granted => {
  const { call, within } = (typeof given === 'function' ? { call: given } : (given ?? {})) as Partial<Granted>;
  demand(typeof call === 'function', `the capability ${name} is a function, or { call, within }`);
  demand(
    within === undefined || isDelay(within),
    `within of the capability ${name} is a number of milliseconds from 0 to ${longestDelay}`,
  );
  return { call: call as Granted['call'], within: within ?? null };
};

/** The state whose programs can call what an actor is given. */
export const withGrants = (state: VMState, grants: Grants): VMState =>
  grants === null
    ? state
    : defineAll(
        state,
        [...grants.keys()].map((name) => [name, procedureOf(name)]),
      );

const procedureOf = (name: string): Closure => {
  const code = new Code(name, [], 'arguments', 1, [], bodyOf(name), [], systemInstructions, true);
  link(code);
  return new Closure(code, []);
};
