import { type Value } from '../data/values.js';
import { compile, VMState } from '../index.js';
import { defineAll } from '../machine/helpers.js';
import { demand, demandOneOf, hosted } from '../machine/host.js';
import { InstructionSet } from '../machine/instruction-set.js';
import { type Limits } from '../machine/limits.js';
import { type Bytecode } from '../machine/message.js';
import { type OnFault } from '../machine/turn.js';
import { type Overflow } from '../stream/line.js';
import { type Capability } from './capabilities.js';
import { grantsOf, withGrants } from './grants.js';
import { systemInstructions } from './instructions.js';
import { preparedState } from './prelude.js';
import { type GivenOptions } from './process.js';

// What an actor is made of, and whether that will do: nothing is started of what will not.

export interface ActorSpec {
  /** A program, which is its first message. */
  readonly source?: string | undefined;
  readonly bytecode?: Bytecode | undefined;
  /** The state it starts from; by default one with the library and nothing more. */
  readonly state?: VMState | undefined;
  /** Variables of the state it starts from, by name. */
  readonly variables?: Readonly<Record<string, Value>> | ReadonlyMap<string, Value> | undefined;
  /** What it may ask of the host, by the names of the procedures its programs call; those it spawns may ask the same. */
  readonly capabilities?: Readonly<Record<string, Capability>> | undefined;
  readonly name?: string | undefined;
  readonly instructions?: InstructionSet | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** What a fault does; `stop` ends the actor, and is the default. */
  readonly onFault?: OnFault | undefined;
  readonly mailbox?: MailboxSpec | undefined;
}

/** How messages wait. */
export interface MailboxSpec {
  /** How many may wait; a million by default. */
  readonly capacity?: number | undefined;
  /** Which one goes when one too many comes; the newest by default. */
  readonly overflow?: Overflow | undefined;
  /** Whether messages of higher priority go first; otherwise all are the same. */
  readonly priorities?: boolean | undefined;
}

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

/** What is to be started, of a program, bytecode or a specification. Faults: `misuse`, and those of `compile`. */
export const planOf = (given: string | Bytecode | ActorSpec, usual: Limits): Plan =>
  hosted(() => checked(given, usual));

// What is given may throw when it is looked at.
const checked = (given: string | Bytecode | ActorSpec, usual: Limits): Plan => {
  const spec = specOf(given);
  const { name, instructions = systemInstructions, onFault = 'stop', mailbox } = spec;
  demand(name === undefined || typeof name === 'string', 'name is a string');
  demand(instructions instanceof InstructionSet, 'instructions is an instruction set');
  demandOneOf('onFault', onFault, ['stop', 'resume', 'restart']);
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

const specOf = (given: unknown): ActorSpec => {
  if (typeof given === 'string') return { source: given };
  demand(isObject(given), 'an actor is made of a program, bytecode or a specification');
  return Array.isArray(given) ? { bytecode: given as Bytecode } : (given as ActorSpec);
};

const isObject = (given: unknown): boolean => typeof given === 'object' && given !== null;

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
  demandOneOf('mailbox.overflow', overflow, ['dropNewest', 'dropOldest']);
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
