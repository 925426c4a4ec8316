import { positionsOf, withPositions } from '../data/positions.js';
import { isValue } from '../data/values.js';
import { Code } from './code.js';
import { link } from './decode.js';
import { type InstructionSet } from './instruction-set.js';

// The code of a message: what is copied of its words, and what is remembered of them.

export { positionsOf };

export const none: readonly never[] = Object.freeze([]);

/** Decodes the words of a message, which nobody will change. Throws the fault of the first thing that is wrong. */
export const decodeOwn = (words: readonly unknown[], set: InstructionSet, sent: readonly unknown[] = words): Code =>
  link(new Code('message', none, null, 0, none, words, positionsOf(sent) ?? none, set, false));

/** The same of a copy. */
export const decodeMessage = (words: readonly unknown[], set: InstructionSet): Code =>
  decodeOwn(words.slice(), set, words);

/** Bytecode frozen with all that is in it, and marked as such, so that it is decoded once. */
export const loaded = (bytecode: readonly unknown[]): readonly unknown[] => {
  if (Object.isFrozen(bytecode)) return bytecode;
  withPositions(bytecode, none);
  const pending: unknown[] = [bytecode];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== 'object' || next === null || isValue(next)) continue;
    if (next !== bytecode && Object.isFrozen(next)) continue;
    for (const part of Object.values(Object.freeze(next))) pending.push(part);
  }
  return bytecode;
};

/**
 * Decodes the words of a message and remembers the code for the array. What was compiled or loaded cannot have changed
 * since; of any other array the words are compared, and one with parts that are objects is decoded again.
 */
export const decodeRemembered = (words: readonly unknown[], set: InstructionSet): Code => {
  const known = set.linked.get(words);
  if (known !== undefined && (positionsOf(words) !== undefined || isUnchanged(words, known.words))) return known;
  const code = decodeMessage(words, set);
  set.linked.set(words, code);
  return code;
};

const isUnchanged = (words: readonly unknown[], before: readonly unknown[]): boolean => {
  let same = words.length === before.length;
  for (let i = 0; same && i < words.length; i += 1) same = words[i] === before[i];
  return same;
};
