// The machine, the stream and the actor, for instructions of your own: no standard ones, no compiler, no library.

// The actor
export { Actor } from '../actor/actor.js';
export { type FunctionSpec } from '../actor/host-function.js';
export { type Sent } from '../actor/inbox.js';
export { type ActorOptions } from '../actor/options.js';
export { type DeadLetter } from '../actor/refusal.js';

// The stream
export { assemble } from '../stream/assemble.js';
export { decode } from '../stream/decode.js';
export { fold, type FoldOptions } from '../stream/fold.js';
export { type Overflow } from '../stream/line.js';
export { type SliceScheduler } from '../stream/macrotask.js';
export { mailbox, type MailboxOptions } from '../stream/mailbox.js';

// The machine
export { emit, type Effect } from '../machine/effects.js';
export { define, drop, lookup, peek, pop, push } from '../machine/helpers.js';
export { type Code } from '../machine/code.js';
export { type Handler } from '../machine/instruction.js';
export {
  type Fuel,
  type InstructionOptions,
  InstructionSet,
  type InstructionSpec,
} from '../machine/instruction-set.js';
export { type Limits } from '../machine/limits.js';
export { type Bytecode, type Envelope, type Message, type Request } from '../machine/message.js';
export { type TraceEvent } from '../machine/run.js';
export { type Stack } from '../machine/stack.js';
export { VMState } from '../machine/state.js';
export { type OnFault, type TurnOptions } from '../machine/turn.js';
export { type Definition, type Library } from '../machine/library.js';
export { type Variables } from '../machine/variables.js';

// Data
export { isVMError, VMError } from '../data/error.js';
export { type FaultCode } from '../data/faults.js';
export { type Value } from '../data/values.js';
