import { located, type VMError } from '../data/error.js';
import { causeOutside } from '../machine/dynamic.js';
import { type VMState } from '../machine/state.js';

// What leaves an actor with a fault leaves as everything does: without addresses of its store.

/** The fault, with what was raised as it is outside. */
export const explain = (fault: VMError, state: VMState): VMError =>
  located(fault, {}, { cause: causeOutside(fault, state) });
