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
  const choices = array(nat({ max: Math.max(0, ...given) }), { maxLength: given.length, size: 'max' });
  const holds = property(choices, (candidate) => {
    tries += 1;
    if (tries > enough || !fails(candidate)) return true;
    least = trimmed(candidate);
    return false;
  });
  // The seed is of no account, since nothing but the example is run; without one the host would be asked for the time.
  check(holds, { examples: [[[...least]]], numRuns: 1, seed: 0 });
  return least;
};

// Where there are no more choices, they are 0.
const trimmed = (choices: readonly number[]): readonly number[] => {
  let length = choices.length;
  while (length > 0 && choices[length - 1] === 0) length -= 1;
  return choices.slice(0, length);
};
