import { example } from '../../docs/examples/compose';
import { linesInVirtualTime } from './run';

it('answers to what is typed, to a clock and to a slow service', async () => {
  expect(await linesInVirtualTime(example)).toEqual([
    '50 ms  (second 0 amount 0 in euros 0)',
    '460 ms  (second 0 amount 125 in euros 112.5)',
    '1000 ms  (second 1 amount 125 in euros 112.5)',
    '1050 ms  (second 1 amount 125 in euros 115)',
    '1800 ms  (second 1 amount 12 in euros 11.04)',
    '2000 ms  (second 2 amount 12 in euros 11.04)',
    '2050 ms  (second 2 amount 12 in euros 11.4)',
  ]);
});
