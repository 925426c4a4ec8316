import { shrink } from '../../lib/testing/shrink.js';

// Fewer and smaller choices that still fail.

type Fails = (choices: readonly number[]) => boolean;

const many = Array.from({ length: 200 }, (_, i) => (i * 7) % 5);

const at = (index: number, choices: readonly number[]): number => choices[index] ?? 0;

const cases: readonly (readonly [string, Fails, readonly number[]])[] = [
  ['none is needed', () => true, []],
  ['one is, however late', (choices) => at(151, choices) === 2, [...Array<number>(151).fill(0), 2]],
  ['one is that may be less', (choices) => at(2, choices) > 1, [0, 0, 2]],
  ['two are', (choices) => at(3, choices) > 0 && at(9, choices) > 1, [0, 0, 0, 1, 0, 0, 0, 0, 0, 2]],
  ['some other may do', (choices) => choices.includes(4), [4]],
];

it.each(cases)('of many choices, where %s', async (_what, fails, expected) => {
  let tries = 0;
  const counted: Fails = (choices) => {
    tries += 1;
    return fails(choices);
  };
  expect(await shrink(many, counted, 'seed 0 fails')).toEqual(expected);
  expect(tries).toBeLessThan(1500);
});

it('gives up looking for less after so many tries', async () => {
  let tries = 0;
  const all = Array<number>(1000).fill(3);
  const needsAll: Fails = (choices) => {
    tries += 1;
    return choices.length === 1000 && choices.every((choice) => choice > 0);
  };
  expect(needsAll(await shrink(all, needsAll, 'seed 0 fails'))).toBe(true);
  expect(tries).toBe(2001);
});
