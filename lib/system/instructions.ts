import { VMError } from '../data/error.js';
import { ErrorObject } from '../data/objects.js';
import { summary } from '../data/printer.js';
import { list, Pair, Procedure, SymbolValue, type Value } from '../data/values.js';
import { type Row, type Rows, step } from '../instructions/row.js';
import { standardInstructions } from '../instructions/standard.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { Stack } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { give, need } from '../machine/step.js';
import { capabilityNamed } from './capabilities.js';
import { timedLetter, unlessCode } from './code-letters.js';
import { type Act, acting, type Wait } from './effects.js';
import { Pid, Reference } from './identity.js';
import { ownerOf } from './owner.js';
import { catchable } from './reasons.js';
import { act, wait } from './rows.js';
import { serialOf } from './serial.js';
import { supervisionRows } from './supervision-instructions.js';
import { isDelay, longestDelay } from './timers.js';

// What programs ask of the system, each an instruction whose handler is a pure function of a state.

/** An instruction that makes an actor. The thunk stays what it is: the new actor starts with the same store. */
const spawn = (isLinked: boolean, isMonitored: boolean): Row =>
  step(1, 1, (state, instruction) => {
    const { top: thunk, below } = need(state, 1) as { readonly top: Value; readonly below: Stack };
    const { number } = ownerOf(state);
    const pid = new Pid(number, serialOf(state));
    const monitor = isMonitored ? new Reference(number, pid.serial) : null;
    const value = monitor === null ? pid : list([pid, monitor]);
    const wanted: Act = { type: 'spawn', pid, thunk: thunkOf(thunk), isLinked, monitor };
    return acting(state, instruction, new Stack(value, below, below.length + 1), wanted);
  });

const nameOf = (value: Value): string => {
  if (value instanceof SymbolValue) return value.name;
  throw new VMError('type-error', 'the name of an actor is a symbol');
};

const thunkOf = (value: Value): Value => {
  if (value instanceof Procedure) return value;
  throw new VMError('type-error', 'an actor starts with a procedure');
};

const delayOf = (value: Value): number => {
  if (isDelay(value)) return value;
  throw new VMError('out-of-range', `a delay is a number of milliseconds from 0 to ${longestDelay}`);
};

const priorityOf = (value: Value): number => {
  if (typeof value === 'number' && !Number.isNaN(value)) return value;
  throw new VMError('type-error', 'a priority is a number');
};

// What most actors wait for most of the time is the same.
const firstLetter: Wait = { type: 'receive', isFirst: true, isTimed: false, within: null };
const nextLetter: Wait = { type: 'receive', isFirst: false, isTimed: false, within: null };

const timed = (isFirst: boolean, within: Value): Wait => ({
  type: 'receive',
  isFirst,
  isTimed: true,
  within: limitOf(within),
});

const limitOf = (value: Value): number | null => (value === false ? null : delayOf(value));

const reference = (state: VMState): Reference => new Reference(ownerOf(state).number, serialOf(state));

const capabilityOf = (value: Value): string => {
  const name = typeof value === 'string' ? value : capabilityNamed(value);
  if (name !== null) return name;
  throw new VMError('type-error', 'what is asked of the host is a capability');
};

// What was waited for. Why there is nothing is raised; also what nobody could catch where it happened can be caught here.
const answerOf = (outcome: Value): Value => {
  if (!(outcome instanceof Pair)) throw new VMError('type-error', 'this is no answer');
  const { car: isAnswer, cdr: value } = outcome;
  if (isAnswer !== false) return value;
  const { code, message } = value instanceof ErrorObject ? value : { code: 'user-raised' as const, message: value };
  const text = typeof message === 'string' ? message : summary(message);
  throw new VMError(catchable(code), text, {}, { cause: value });
};

const rows: Rows = {
  OP_SELF: step(0, 1, (state, { next }) => give(state, next, state.stack, ownerOf(state).self)),
  OP_MAKE_REF: act(0, (_args, state) => [{ type: 'name' }, reference(state)]),
  OP_TELL: act(2, ([to, value]) => [{ type: 'tell', to: to as Value, value: value as Value, priority: 0 }, null]),
  OP_TELL_PRIORITY: act(3, ([to, value, priority]) => {
    const wanted = { type: 'tell', to: to as Value, value: value as Value } as const;
    return [{ ...wanted, priority: priorityOf(priority as Value) }, null];
  }),
  OP_PRIORITIES: act(1, ([on]) => [{ type: 'priorities', isOn: on !== false }, null]),
  OP_RUN_ON: act(2, ([to, thunk]) => [{ type: 'run-on', to: to as Value, thunk: thunkOf(thunk as Value) }, null]),
  OP_SPAWN: spawn(false, false),
  OP_SPAWN_LINK: spawn(true, false),
  OP_SPAWN_MONITOR: spawn(false, true),
  OP_LINK: act(1, ([to]) => [{ type: 'link', to: to as Value }, null]),
  OP_UNLINK: act(1, ([to]) => [{ type: 'unlink', to: to as Value }, null]),
  OP_MONITOR: act(1, ([to], state) => {
    const made = reference(state);
    return [{ type: 'monitor', to: to as Value, reference: made }, made];
  }),
  OP_DEMONITOR: act(2, ([made, flush]) => [
    { type: 'demonitor', reference: made as Value, isFlushing: flush !== false },
    null,
  ]),
  OP_EXIT: wait(1, ([reason]) => ({ type: 'exit', reason: reason as Value })),
  OP_EXIT_OTHER: act(2, ([to, reason]) => [{ type: 'exit', to: to as Value, reason: reason as Value }, null]),
  OP_TRAP_EXIT: act(1, ([on]) => [{ type: 'trap-exit', isOn: on !== false }, null]),
  OP_REGISTER: wait(2, ([name, pid]) => ({ type: 'register', name: nameOf(name as Value), pid: pid as Value })),
  OP_UNREGISTER: act(1, ([name]) => [{ type: 'unregister', name: nameOf(name as Value) }, null]),
  OP_WHEREIS: wait(1, ([name]) => ({ type: 'whereis', name: nameOf(name as Value) })),
  OP_SEND_AFTER: act(3, ([after, to, value], state) => {
    const made = reference(state);
    const wanted = {
      type: 'send-after',
      after: delayOf(after as Value),
      to: to as Value,
      value: value as Value,
    } as const;
    return [{ ...wanted, reference: made }, made];
  }),
  OP_CANCEL_TIMER: wait(1, ([made]) => ({ type: 'cancel-timer', reference: made as Value })),
  OP_SLEEP: wait(1, ([within]) => ({ type: 'sleep', within: delayOf(within as Value) })),
  OP_RECEIVE: wait(0, () => firstLetter),
  OP_RECEIVE_NEXT: wait(0, () => nextLetter),
  OP_RECEIVE_WITHIN: wait(1, ([within]) => timed(true, within as Value)),
  OP_RECEIVE_AGAIN_WITHIN: wait(1, ([within]) => ({ ...timed(true, within as Value), isAgain: true }) as Wait),
  OP_UNLESS_CODE: unlessCode((received) => received),
  OP_UNLESS_CODE_WITHIN: unlessCode(timedLetter),
  OP_RECEIVE_NEXT_WITHIN: wait(1, ([within]) => timed(false, within as Value)),
  OP_CALL_ACTOR: wait(3, ([to, value, within], state) => ({
    type: 'call',
    to: to as Value,
    value: value as Value,
    within: limitOf(within as Value),
    reference: reference(state),
  })),
  OP_HOST_CALL: wait(2, ([name, args]) => ({
    type: 'host-call',
    name: capabilityOf(name as Value),
    args: args as Value,
  })),
  OP_ANSWER: step(1, 1, (state, { next }) => {
    const { top, below } = need(state, 1) as { readonly top: Value; readonly below: Stack };
    return give(state, next, below, answerOf(top));
  }),
  OP_SEND_REQUEST: act(2, ([capability, args], state) => {
    const made = reference(state);
    return [
      { type: 'send-request', name: capabilityOf(capability as Value), args: args as Value, reference: made },
      made,
    ];
  }),
  OP_REPLY: act(2, ([to, value]) => [{ type: 'reply', to: to as Value, value: value as Value }, null]),
};

/** The standard instructions, and those of systems of actors. */
export const systemInstructions: InstructionSet = standardInstructions.with({ ...rows, ...supervisionRows });
