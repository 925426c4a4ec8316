import { type Value } from '../data/values.js';
import { type Effect, withEffect } from '../machine/effects.js';
import { checkValue } from '../machine/host.js';
import { type VMState } from '../machine/state.js';
import { leave } from '../machine/transfer.js';
import { type Act } from './effects.js';
import { ownerOf } from './owner.js';

// What handlers written in TypeScript say to other actors: pure functions of a state. It is sent when the message that
// runs has committed.

/** The name of the actor whose state it is. Faults: `misuse` for an actor of no system. */
export const self = (state: VMState): Value => ownerOf(state).self;

/**
 * The state that sends code to another actor, or to whoever is registered under a symbol: the words of its instructions.
 * Faults: `type-error` for words that are not values, `outbox-limit`.
 *
 * @example
 * const set = systemInstructions.define('OP_PASS_ON', (state) => send(drop(state), peek(state), 'OP_PASS_ON'));
 */
export const send = (state: VMState, to: Value, ...words: readonly Value[]): VMState =>
  wanting(state, {
    type: 'post',
    to,
    words: words.every(isPlain) ? words : leave(state, words.map(checkValue)).values,
  });

/** The state that tells another actor something, which it may `receive`. Faults: `type-error`, `outbox-limit`. */
export const tell = (state: VMState, to: Value, message: Value): VMState =>
  wanting(state, { type: 'tell', to, value: leave(state, [checkValue(message)]).values[0] as Value, priority: 0 });

/** The state that answers whoever asked; where nobody did, nobody notices. Faults: `type-error`, `outbox-limit`. */
export const answer = (state: VMState, value: Value): VMState =>
  wanting(state, { type: 'answer', value: leave(state, [checkValue(value)]).values[0] as Value });

const isPlain = (word: Value): boolean => typeof word === 'string' || typeof word === 'number';

const wanting = (state: VMState, act: Act): VMState => state.inWorld(withEffect(state.world, act as unknown as Effect));
