// Systems of actors: many that spawn, find, watch and stop each other.

export { type ActorRef } from './actor-ref.js';
export { type Pid } from './identity.js';
export { systemInstructions } from './instructions.js';
export { type SystemEvent } from './events.js';
export { type LostLetter } from './kernel.js';
export { type Choose } from './picking.js';
export { type ActorSpec, ActorSystem, type Counters, type SystemOptions } from './system.js';
export { type Clock } from './timers.js';
