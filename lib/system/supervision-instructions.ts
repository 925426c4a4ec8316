import { type Value } from '../data/values.js';
import { type Row, type Rows, step } from '../instructions/row.js';
import { afford } from '../machine/execute.js';
import { drop, topmost } from '../machine/stack.js';
import { need } from '../machine/step.js';
import { leave } from '../machine/transfer.js';
import { waiting } from './effects.js';
import { Reference } from './identity.js';
import { ownerOf } from './owner.js';
import { type Args, act, wait } from './rows.js';
import { serialOf } from './serial.js';

// Instructions of supervision. Thunks stay what they are: a child starts with the variables and the store of the actor
// that made its specification.

const supervisor: Row = step(2, 1, (state, instruction) => {
  const stack = need(state, 2);
  const [options, children] = topmost(stack, 2) as [Value, Value];
  return waiting(state, instruction, drop(stack, 2), { type: 'supervisor', options, children });
});

const askChild: Row = step(2, 1, (state, instruction) => {
  const stack = need(state, 2);
  const given = topmost(stack, 2);
  const { values, cost } = leave(state, given);
  const [to, outside] = values as [Value, Value];
  const reference = new Reference(ownerOf(state).number, serialOf(state));
  const inside = given[1] as Value;
  const asked = { type: 'ask-child', to, inside, outside, reference } as const;
  return waiting(afford(state, cost), instruction, drop(stack, 2), asked);
});

export const supervisionRows: Rows = {
  OP_SUPERVISOR: supervisor,
  OP_ASK_CHILD: askChild,
  OP_START_CHILD: wait(5, (args: Args) => {
    const [start, key, pid, kept, rest] = args as [Value, Value, Value, Value, Value];
    return { type: 'start-child', start, args: rest, key, pid, isKept: kept !== false };
  }),
  OP_CHILD_KEY: wait(1, ([pid]) => ({ type: 'key', pid: pid as Value })),
  OP_NOW: wait(0, () => ({ type: 'now' })),
  OP_STARTED: act(0, () => [{ type: 'started' }, null]),
  OP_FAILED: act(1, ([reason]) => [{ type: 'failed', reason: reason as Value }, null]),
  OP_LET_GO: act(1, ([pid]) => [{ type: 'let-go', pid: pid as Value }, null]),
  OP_FORGET: act(1, ([start]) => [{ type: 'forget', start: start as Value }, null]),
};
