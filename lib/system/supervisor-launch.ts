import { VMError } from '../data/error.js';
import { ErrorObject } from '../data/objects.js';
import { isList, SymbolValue, type Value } from '../data/values.js';
import { print } from '../index.js';
import { type Kernel } from './kernel.js';
import { type Process } from './process.js';
import { launch, type Start } from './starts.js';

/** Starts a supervisor from outside: it, and its children, before it goes on. Faults: `misuse` where a child cannot. */
export const launchSupervisor = (kernel: Kernel, process: Process, start: Start): void => {
  let isSettled = false;
  let failure: Value | undefined;
  launch(kernel, process, start, ({ car, cdr }) => {
    isSettled = true;
    if (car === false) failure = cdr;
  });
  kernel.until(() => isSettled);
  // What ends children may take its time.
  failure ??= process.charges?.failure;
  if (failure !== undefined) throw new VMError('misuse', whyOf(failure), {}, { cause: failure });
};

/** A reason for an end, for people: which child could not start, and why. */
const whyOf = (reason: Value): string => {
  const [first, second] = isList(reason) ? reason : [];
  const [name, id, inner] = isNamed(first, 'shutdown') && second !== undefined && isList(second) ? second : [];
  if (isNamed(name, 'failed-to-start-child') && id !== undefined && inner !== undefined)
    return `the child ${print(id)} failed to start: ${whyOf(inner)}`;
  if (!(reason instanceof ErrorObject)) return print(reason);
  return `${reason.code}: ${typeof reason.message === 'string' ? reason.message : print(reason.message)}`;
};

const isNamed = (value: Value | undefined, name: string): boolean =>
  value instanceof SymbolValue && value.name === name;
