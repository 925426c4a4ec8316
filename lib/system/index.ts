// Systems of actors: many that spawn, find, watch and stop each other.

export { type ActorRef } from './actor-ref.js';
export { type ActorSpec, type ChildSpec, type Spawnable, supervisor, type SupervisorSpec } from './actor-spec.js';
export { systemInstructions } from './instructions.js';
export { type LostLetter } from './kernel.js';
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
