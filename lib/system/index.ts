// Systems of actors: many that spawn, find, watch and stop each other.

export { list, Pair, type Value } from '../data/values.js';
export { type ActorRef } from './actor-ref.js';
export {
  type ActorSpec,
  type ChildSpec,
  type MailboxSpec,
  type Spawnable,
  supervisor,
  type SupervisorSpec,
} from './actor-spec.js';
export { type AskOptions } from './asking.js';
export { type Capability, type CapabilityFunction, type HostCallContext } from './capabilities.js';
export { answer, self, send, tell } from './handlers.js';
export { systemInstructions } from './instructions.js';
export { type SystemEvent } from './events.js';
export { type Pid, type Reference } from './identity.js';
export { type LostLetter } from './kernel.js';
export { type Choose } from './picking.js';
export { react, Reaction, type Reduce, type Reducer, reducer } from './reducer.js';
export { type Projection } from './subscriptions.js';
export { symbol } from './symbol.js';
export { ActorSystem, type Counters, type SystemOptions } from './system.js';
export { type Clock } from './timers.js';
export { type AutoShutdown, type Backoff, type Restart, type Strategy } from './supervisor-check.js';
export {
  type ChildCounts,
  type ChildInfo,
  countChildren,
  deleteChild,
  restartChild,
  startAlike,
  startChild,
  terminateChild,
  whichChildren,
} from './supervisor-calls.js';
