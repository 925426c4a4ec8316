import { compile } from '../index.js';
import { Request } from '../machine/message.js';
import { type ActorSpec, checkSpawnable } from './actor-spec.js';
import { systemInstructions } from './instructions.js';
import { type Kernel } from './kernel.js';
import { preparedState } from './prelude.js';
import { type Start } from './starts.js';
import { checkSupervisor } from './supervisor-check.js';
import { supervisorStart } from './supervisor-start.js';

const defaultCapacity = 1_000_000;

/** What an actor is started from, of what it is made of. Faults: `misuse`, and those of `compile`. */
export const startOf =
  (kernel: Kernel) =>
  (spec: ActorSpec): Start => {
    const { name } = spec;
    if (spec.supervisor !== undefined)
      return supervisorStart(kernel, checkSupervisor(spec.supervisor, checkSpawnable), startOf(kernel), false, name);
    const { source, state = preparedState(), instructions = systemInstructions, onFault = 'stop', mailbox } = spec;
    const { capacity = defaultCapacity, overflow = 'dropNewest' } = mailbox ?? {};
    const bytecode = source === undefined ? spec.bytecode : compile(source, { syntax: state.variables });
    const limits = { ...kernel.limits, ...spec.limits };
    const options = { instructions, onFault, capacity, overflow, isBrief: false };
    return { state, limits, options, name, first: () => (bytecode === undefined ? null : new Request(bytecode)) };
  };
