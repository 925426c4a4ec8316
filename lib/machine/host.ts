import { isVMError, VMError } from '../data/error.js';
import { type FaultCode } from '../data/faults.js';
import { isValue, type Value } from '../data/values.js';

// The border to host code: whatever it throws becomes a fault, and what it gives is checked to be a value.

/** Calls host code; whatever it throws becomes a fault whose message has the thrown text in it. */
export const hosted = <T>(call: () => T): T => {
  try {
    return call();
  } catch (thrown) {
    throw hostFault(thrown);
  }
};

/** A fault for whatever was thrown; faults stay as they are. */
export const hostFault = (thrown: unknown): VMError => {
  // A fault of another actor that comes through a host function keeps its code, and where it happened as its cause.
  if (isVMError(thrown)) {
    return thrown.position === undefined ? thrown : new VMError(thrown.code, thrown.message, {}, { cause: thrown });
  }
  return new VMError('host-failed', thrownText(thrown), {}, { cause: thrown });
};

// The thrown value may be anything, and reading it may throw in turn.
const thrownText = (thrown: unknown): string => {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `thrown: ${String(thrown)}`;
  } catch {
    return 'what cannot be shown';
  }
};

/** The candidate, when it is a value. Faults: `type-error`. */
export const checkValue = (candidate: unknown): Value => {
  if (!isValue(candidate)) throw new VMError('type-error', `${wordText(candidate)} is not a value`);
  return candidate;
};

/** What host code gave, when it is a value. Faults: `host-failed`. */
export const resultOf = (result: unknown): Value => {
  if (isValue(result)) return result;
  throw new VMError('host-failed', `it returned what is not a value: ${wordText(result)}`);
};

/** What the host has to keep to. Faults: `misuse`. */
export const demand = (holds: boolean, rule: string): void => {
  if (!holds) throw new VMError('misuse', rule);
};

/** What an option is one of. Faults: `misuse`. */
export const demandOneOf = (name: string, value: string, all: readonly string[]): void => {
  demand(all.includes(value), `${name} is ${all.join(' or ')}`);
};

/** The fault of what goes beyond a limit. */
export const beyond = (code: FaultCode, most: number, what: string): VMError =>
  new VMError(code, `more than ${most} ${what}`);

/** So many of them. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A word, or whatever a host gave, as it is shown in a message. */
export const wordText = (word: unknown): string => {
  if (typeof word === 'string') return word.length > 60 ? `"${word.slice(0, 60)}…"` : word;
  if (typeof word === 'object' && word !== null) return Array.isArray(word) ? 'an array' : 'an object';
  return typeof word === 'function' ? 'a function' : String(word);
};
