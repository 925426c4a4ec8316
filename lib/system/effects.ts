import { type Value } from '../data/values.js';
import { type Effect, withEffect } from '../machine/effects.js';
import { type Instruction } from '../machine/instruction.js';
import { type Stack } from '../machine/stack.js';
import { VMState } from '../machine/state.js';
import { type Pid, type Reference } from './identity.js';
import { type SupervisionAct, type SupervisionWait } from './supervision-effects.js';

// What programs want of the system. Handlers are pure: they put it into the outbox as data, and the system does it when
// the message commits, or, where the program waits for something, when it begins to wait.

/** What is done after the commit. */
export type Act =
  | SupervisionAct
  /** Nothing: it makes names of one turn differ. */
  | { readonly type: 'name' }
  | { readonly type: 'tell'; readonly to: Value; readonly value: Value }
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
  | { readonly type: 'trap-exit'; readonly isOn: boolean }
  | { readonly type: 'register'; readonly name: string; readonly pid: Value }
  | { readonly type: 'unregister'; readonly name: string }
  | {
      readonly type: 'send-after';
      readonly after: number;
      readonly to: Value;
      readonly value: Value;
      readonly reference: Reference;
    }
  | { readonly type: 'reply'; readonly to: Value; readonly value: Value }
  | { readonly type: 'take'; readonly entry: number };

/** What a program waits for; it goes on with an answer. */
export type Wait =
  | SupervisionWait
  /** The next message behind an entry; the first wait of a receive says how long all of it may take. */
  | { readonly type: 'receive'; readonly after: number; readonly within: number | null }
  | { readonly type: 'sleep'; readonly within: number }
  | {
      readonly type: 'call';
      readonly to: Value;
      readonly value: Value;
      readonly within: number | null;
      readonly reference: Reference;
    }
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
export const waiting = (state: VMState, { next }: Instruction, stack: Stack, wait: Wait): VMState => {
  const world = withEffect(state.world, { type: 'wait', wait } as unknown as Effect);
  const rested = world.with({ reserve: world.reserve + state.gas - 1 });
  return new VMState(next, stack, state.locals, state.closure, state.frame, 0, rested);
};
