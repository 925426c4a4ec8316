import { compile, VMState } from '../index.js';
import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { defineAll } from '../machine/helpers.js';
import { demand, demandOneOf } from '../machine/host.js';
import { InstructionSet } from '../machine/instruction-set.js';
import { type Limits } from '../machine/limits.js';
import { type Bytecode } from '../machine/message.js';
import { type ActorSpec, isObject, type MailboxSpec } from './actor-spec.js';
import { grantsOf, withGrants } from './grants.js';
import { systemInstructions } from './instructions.js';
import { preparedState } from './prelude.js';
import { type GivenOptions } from './process-options.js';

// Whether what an actor is made of will do: nothing is started of what will not.

/** An actor that can be started. */
export interface Plan {
  readonly state: VMState;
  /** Its first message, if it has one. */
  readonly bytecode: Bytecode | undefined;
  readonly name: string | undefined;
  readonly limits: Limits;
  readonly options: GivenOptions;
  readonly hasPriorities: boolean;
}

const defaultCapacity = 1_000_000;

const fields: ReadonlySet<string> = new Set<keyof ActorSpec>([
  'source',
  'bytecode',
  'state',
  'variables',
  'capabilities',
  'name',
  'instructions',
  'limits',
  'onFault',
  'mailbox',
  'supervisor',
]);

const known = (): string => [...fields].join(', ');

/** What is to be started, of a specification. Faults: `misuse`, and those of `compile`. */
export const planOf = (spec: ActorSpec, usual: Limits): Plan => {
  for (const field in spec)
    if (!fields.has(field)) throw new VMError('misuse', `${field} is no field of a specification: it has ${known()}`);
  const { name, instructions = systemInstructions, onFault = 'stop', mailbox } = spec;
  demand(name === undefined || typeof name === 'string', 'name is a string');
  demand(instructions instanceof InstructionSet, 'instructions is an instruction set');
  if (onFault !== 'stop') demandOneOf('onFault', onFault, ['stop', 'resume', 'restart']);
  const limits = spec.limits === undefined ? usual : limitsWith(usual, spec.limits);
  const capabilities = grantsOf(spec.capabilities);
  demand(
    capabilities === null || instructions.has('OP_HOST_CALL'),
    'instructions: capabilities need those of systemInstructions',
  );
  const { capacity, overflow, priorities: hasPriorities } = mailboxOf(mailbox);
  const options = { instructions, onFault, capacity, overflow, capabilities };
  const state = withGrants(stateOf(spec), capabilities);
  return { state, bytecode: bytecodeOf(spec, state), name, limits, options, hasPriorities };
};

/** The usual limits with those that are given. Faults: `misuse`. */
export const limitsWith = (usual: Limits, given: Partial<Limits> = {}): Limits => {
  demand(isObject(given), 'limits is an object');
  const all = Object.entries(usual).map(([name, otherwise]: [string, number]): [string, number] => {
    const limit: unknown = given[name as keyof Limits] ?? otherwise;
    demand(typeof limit === 'number' && limit > 0, `limits.${name} is a number above 0`);
    return [name, limit as number];
  });
  return Object.fromEntries(all) as unknown as Limits;
};

const mailboxOf = (
  mailbox: MailboxSpec = {},
): Required<{ [Name in keyof MailboxSpec]: NonNullable<MailboxSpec[Name]> }> => {
  demand(isObject(mailbox), 'mailbox is an object');
  const { capacity = defaultCapacity, overflow = 'dropNewest', priorities = false } = mailbox;
  demand(typeof capacity === 'number' && capacity >= 0, 'mailbox.capacity is a number from 0');
  if (overflow !== 'dropNewest') demandOneOf('mailbox.overflow', overflow, ['dropNewest', 'dropOldest']);
  demand(typeof priorities === 'boolean', 'mailbox.priorities is true or false');
  return { capacity, overflow, priorities };
};

const stateOf = ({ state = preparedState(), variables }: ActorSpec): VMState => {
  demand(state instanceof VMState, 'state is a VMState');
  demand(state.control === null, 'state is running: it has to be one between messages');
  if (variables === undefined) return state;
  demand(isObject(variables), 'variables is an object or a map');
  return defineAll(state, [...(variables instanceof Map ? variables : Object.entries(variables))] as [string, Value][]);
};

const bytecodeOf = ({ source, bytecode }: ActorSpec, { variables }: VMState): Bytecode | undefined => {
  demand(bytecode === undefined || Array.isArray(bytecode), 'bytecode is an array');
  if (source === undefined) return bytecode;
  demand(typeof source === 'string', 'source is a string');
  demand(bytecode === undefined, 'an actor has source or bytecode, not both');
  return compile(source, { syntax: variables });
};
