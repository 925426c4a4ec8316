// Systems of actors: many that spawn, find, watch and stop each other.

export { type ActorRef } from './actor-ref.js';
export { self, send, tell } from './handlers.js';
export { systemInstructions } from './instructions.js';
export { type LostLetter } from './kernel.js';
export { type ActorSpec, ActorSystem, type Counters, type MailboxSpec, type SystemOptions } from './system.js';
export { type Clock } from './timers.js';
