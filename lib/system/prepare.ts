import { type Bytecode, Request } from '../machine/message.js';
import { positionsOf } from '../machine/loading.js';
import { type ActorSpec, checkSpawnable } from './actor-spec.js';
import { type Kernel } from './kernel.js';
import { planOf } from './plan.js';
import { type Start } from './starts.js';
import { checkSupervisor } from './supervisor-check.js';
import { supervisorStart } from './supervisor-start.js';

/** What an actor is started from, of what it is made of. Faults: `misuse`, and those of `compile`. */
export const startOf =
  (kernel: Kernel) =>
  (spec: ActorSpec): Start => {
    if (spec.supervisor !== undefined) {
      const checked = checkSupervisor(spec.supervisor, checkSpawnable);
      return supervisorStart(kernel, checked, startOf(kernel), false, spec.name);
    }
    const { state, bytecode, name, limits, options, hasPriorities } = planOf(spec, kernel.limits);
    const first = (): Bytecode | Request | null => {
      if (bytecode === undefined) return null;
      return positionsOf(bytecode) === undefined ? new Request(bytecode) : bytecode;
    };
    return { state, limits, options: kernel.optionsFor(options), isBrief: false, hasPriorities, name, first };
  };
