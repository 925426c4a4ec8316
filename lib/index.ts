// VMActor: an actor for RxJS whose mailbox is a stream of bytecode.

// The actor
export { type FunctionSpec } from './actor/host-function.js';
export { type Sent } from './actor/inbox.js';
export { type ActorOptions } from './actor/options.js';
export { type DeadLetter } from './actor/refusal.js';
export { type HostFunction, type RestoreOptions, VMActor } from './actor/vm-actor.js';
export { type Snapshot } from './snapshot/format.js';

// The language
export { compile } from './compiler/compile.js';
export { print } from './data/printer.js';
export { read } from './data/reader.js';
export { disassemble } from './instructions/disassemble.js';

// Instructions
export { binary, nullary, unary } from './instructions/lift.js';
export { instructionSet, standardInstructions } from './instructions/standard.js';
export { type Handler } from './machine/instruction.js';
export {
  type Fuel,
  type InstructionOptions,
  type InstructionSet,
  type InstructionSpec,
} from './machine/instruction-set.js';

// States, and what handlers are written with
export { type Code } from './machine/code.js';
export { emit, type Effect } from './machine/effects.js';
export { define, drop, lookup, peek, pop, push } from './machine/helpers.js';
export { type Limits } from './machine/limits.js';
export { type TraceEvent } from './machine/run.js';
export { type Stack } from './machine/stack.js';
export { VMState } from './machine/state.js';
export { type OnFault } from './machine/turn.js';
export { type Variables } from './machine/variables.js';

// The stream
export { type Bytecode, type Envelope, type Message } from './machine/message.js';
export { assemble } from './stream/assemble.js';
export { decode } from './stream/decode.js';
export { execute, type ExecuteOptions } from './stream/execute.js';
export { fold, type FoldOptions } from './stream/fold.js';
export { type Overflow } from './stream/line.js';
export { type SliceScheduler } from './stream/macrotask.js';
export { mailbox, type MailboxOptions } from './stream/mailbox.js';

// Values and faults
export { fromHost, toHost } from './data/host-data.js';
export { isVMError, VMError } from './data/error.js';
export { type FaultCode } from './data/faults.js';
export { type Value } from './data/values.js';
