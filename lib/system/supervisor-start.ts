import { list, type Value } from '../data/values.js';
import { defaultLimits } from '../machine/limits.js';
import { Request } from '../machine/message.js';
import { Reference } from './identity.js';
import { systemInstructions } from './instructions.js';
import { type Kernel } from './kernel.js';
import { type Start } from './starts.js';
import { supervisionState } from './supervision.js';
import { type CheckedSupervisor, optionsOf, wordsOf } from './supervisor-check.js';

// A supervisor is an actor like any other, whose program is that of supervisors.

const options = {
  instructions: systemInstructions,
  onFault: 'stop',
  capacity: Infinity,
  overflow: 'dropNewest',
  capabilities: null,
} as const;

/** What a supervisor is started from, and its children. `parent` is who may tell it to end; else whoever starts it. */
export const supervisorStart = <S>(
  kernel: Kernel,
  checked: CheckedSupervisor<S>,
  startOf: (start: S) => Start,
  parent: Value,
  name?: string,
): Start => {
  const starts = new Map<Reference, Start>();
  const children = checked.children.map((child) => {
    const start = new Reference(0, kernel.nextNumber());
    starts.set(start, startOf(child.start));
    return list(wordsOf(child, start));
  });
  const told = [optionsOf(checked), list(children)];
  return {
    state: supervisionState(),
    limits: defaultLimits,
    options: kernel.optionsFor(options),
    isBrief: true,
    hasPriorities: false,
    name,
    first: (_args, { place, charges }) => {
      const teller = parent === false && place !== null ? place.keeper.pid : parent;
      return new Request(null, ['supervise', teller, charges?.mark ?? false, ...told]);
    },
    children: { starts, isDynamic: checked.strategy === 'simpleOneForOne' },
  };
};
