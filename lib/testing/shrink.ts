import { VMError } from '../index.js';

// Fewer and smaller choices that still fail, by fast-check. It is loaded when there is something to shrink.

type FastCheck = typeof import('fast-check');

const load = async (found: string): Promise<FastCheck> => {
  try {
    return await import('fast-check');
  } catch (cause) {
    const remedy = 'install fast-check to have it shrunk, or say { shrink: false }';
    throw new VMError('misuse', `${found}; ${remedy}`, {}, { cause });
  }
};

const enough = 2000;

/** The least choices it finds with which `fails` is true, as it is for the given ones. Faults: `misuse` without fast-check. */
export const shrink = async (
  given: readonly number[],
  fails: (choices: readonly number[]) => boolean,
  found: string,
): Promise<readonly number[]> => {
  const { array, check, nat, property } = await load(found);
  let tries = 0;
  let least = trimmed(given);
  const isLess = (candidate: readonly number[]): boolean => {
    tries += 1;
    if (tries > enough || !fails(candidate)) return false;
    least = trimmed(candidate);
    return true;
  };
  zeroed(least, isLess);
  const choices = array(nat({ max: Math.max(0, ...least) }), { maxLength: least.length });
  // The seed is of no account, since nothing but the example is run; without one the host would be asked for the time.
  check(
    property(choices, (candidate) => !isLess(candidate)),
    { examples: [[[...least]]], numRuns: 1, seed: 0 },
  );
  return least;
};

// Most choices of a long run do not matter. They become 0 first, by halves, quarters and so on; what fast-check is left
// with is short work then, where it would take a time that grows with the square of their number.
const zeroed = (given: readonly number[], isLess: (candidate: readonly number[]) => boolean): void => {
  let least = given;
  for (let size = Math.ceil(given.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < given.length; start += size) {
      const isInside = (at: number): boolean => at >= start && at < start + size;
      if (!least.some((choice, at) => choice > 0 && isInside(at))) continue;
      const candidate = least.map((choice, at) => (isInside(at) ? 0 : choice));
      if (isLess(candidate)) least = candidate;
    }
  }
};

// Where there are no more choices, they are 0.
const trimmed = (choices: readonly number[]): readonly number[] => {
  let length = choices.length;
  while (length > 0 && choices[length - 1] === 0) length -= 1;
  return choices.slice(0, length);
};
