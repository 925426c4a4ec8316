import { type Value } from '../data/values.js';
import { type Effect, withEffect } from '../machine/effects.js';
import { Instruction } from '../machine/instruction.js';
import { returnTop } from '../machine/return.js';
import { type Bytecode } from '../machine/message.js';
import { type Stack } from '../machine/stack.js';
import { VMState, World } from '../machine/state.js';
import { type Pid, type Reference } from './identity.js';
import { type SupervisionAct, type SupervisionWait } from './supervision-effects.js';

// What programs want of the system. Handlers are pure: they put it into the outbox as data, and the system does it when
// the message commits, or, where the program waits for something, when it begins to wait.

/** What is done after the commit. */
export type Act =
  | SupervisionAct
  /** Nothing: it makes names of one turn differ. */
  | { readonly type: 'name' }
  | { readonly type: 'tell'; readonly to: Value; readonly value: Value; readonly priority: number }
  | { readonly type: 'post'; readonly to: Value; readonly words: Bytecode }
  /** To whoever asked with the message that runs. */
  | { readonly type: 'answer'; readonly value: Value }
  | { readonly type: 'run-on'; readonly to: Value; readonly thunk: Value }
  | {
      readonly type: 'spawn';
      readonly pid: Pid;
      readonly thunk: Value;
      readonly isLinked: boolean;
      readonly monitor: Reference | null;
    }
  | { readonly type: 'link' | 'unlink'; readonly to: Value }
  | { readonly type: 'monitor'; readonly to: Value; readonly reference: Reference }
  | { readonly type: 'demonitor'; readonly reference: Value; readonly isFlushing: boolean }
  | { readonly type: 'exit'; readonly to: Value; readonly reason: Value }
  | { readonly type: 'trap-exit' | 'priorities'; readonly isOn: boolean }
  | { readonly type: 'unregister'; readonly name: string }
  | {
      readonly type: 'send-after';
      readonly after: number;
      readonly to: Value;
      readonly value: Value;
      readonly reference: Reference;
    }
  | { readonly type: 'reply'; readonly to: Value; readonly value: Value }
  | { readonly type: 'send-request'; readonly name: string; readonly args: Value; readonly reference: Reference };

/** What a program waits for; it goes on with an answer. */
export type Wait =
  | SupervisionWait
  /** The oldest message, or, where that is not wanted, the next. The first wait says how long all of it may take. */
  | {
      readonly type: 'receive';
      readonly isFirst: boolean;
      readonly isTimed: boolean;
      readonly within: number | null;
      /** Goes on with the time of a receive that has run code meanwhile. */
      readonly isAgain?: boolean;
    }
  | { readonly type: 'sleep'; readonly within: number }
  | {
      readonly type: 'call';
      readonly to: Value;
      readonly value: Value;
      readonly within: number | null;
      readonly reference: Reference;
    }
  | { readonly type: 'host-call'; readonly name: string; readonly args: Value }
  | { readonly type: 'register'; readonly name: string; readonly pid: Value }
  | { readonly type: 'whereis'; readonly name: string }
  | { readonly type: 'cancel-timer'; readonly reference: Value }
  | { readonly type: 'exit'; readonly reason: Value };

/** Everything that an outbox of an actor of a system may hold. */
export type Wanted = Effect | Act | { readonly type: 'wait'; readonly wait: Wait };

/** The state after an instruction that wants something done. */
export const acting = (state: VMState, { next }: Instruction, stack: Stack, act: Act): VMState => {
  const world = withEffect(state.world, act as unknown as Effect);
  return new VMState(next, stack, state.locals, state.closure, state.frame, state.gas - 1, world);
};

/** The state after an instruction whose program waits: its slice ends, and the answer is pushed on the stack. */
export const waiting = (state: VMState, instruction: Instruction, stack: Stack, wait: Wait): VMState => {
  const { instructions, variables, store, outbox: earlier, limits, reserve, position, dynamic } = state.world;
  const outbox = { effect: { type: 'wait', wait } as unknown as Effect, earlier, size: (earlier?.size ?? 0) + 1 };
  const left = reserve + state.gas - 1;
  const world = new World(instructions, variables, store, outbox, limits, left, position, undefined, dynamic);
  const next = instruction.next ?? endBehind(instruction);
  return new VMState(next, stack, state.locals, state.closure, state.frame, 0, world);
};

// A message that ends with the instruction that waits has nothing behind it, and is not done all the same.
const endBehind = ({ code }: Instruction): Instruction =>
  new Instruction(returnTop, 'OP_RETURN', undefined, code, code.words.length);
