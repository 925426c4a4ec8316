import { type Row, step } from '../instructions/row.js';
import { emptyList, Pair, type Value } from '../data/values.js';
import { Stack } from '../machine/stack.js';
import { go, need } from '../machine/step.js';
import { Reference } from './identity.js';

// Code for an actor in the middle of a message comes as a letter, in line with the others. A receive that gets it runs
// it, and goes on waiting.

// A name that nobody is given, so that nobody else can send such a letter.
const mark = new Reference(0, 0);

/** The letter that a procedure to run is. */
export const codeLetter = (thunk: Value): Value => new Pair(mark, thunk);

/** The procedure to run; null where a letter is none. */
export const codeOf = (letter: Value): Value | null =>
  letter instanceof Pair && letter.car instanceof Reference && letter.car.key === mark.key ? letter.cdr : null;

/** Leaves the procedure in place of a letter of code; jumps where what was received is something else. */
export const unlessCode = (letterOf: (received: Value) => Value): Row =>
  step(
    1,
    1,
    (state, { next, target }) => {
      const { top, below } = need(state, 1) as { readonly top: Value; readonly below: Stack };
      const thunk = codeOf(letterOf(top));
      return thunk === null
        ? go(state, target, state.stack)
        : go(state, next, new Stack(thunk, below, below.length + 1));
    },
    'offset',
  );

/** The letter of a receive that has a time limit. */
export const timedLetter = (received: Value): Value =>
  received instanceof Pair && received.cdr === emptyList ? received.car : null;
