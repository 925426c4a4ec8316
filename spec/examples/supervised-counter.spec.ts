import { example } from '../../docs/examples/supervised-counter';
import { linesInVirtualTime } from './run';

it('comes back from zero with the messages that wait, and not once too often', async () => {
  expect(await linesInVirtualTime(example)).toEqual([
    '0 ms  n = 0',
    '0 ms  n = 5',
    '0 ms  n = 7',
    '10 ms  seven failed where n was 7: VMError: OP_ADD: "seven" is not a number',
    '110 ms  n = 0',
    '110 ms  n = 10',
    '110 ms  n = 30',
    '500 ms  eight failed where n was 30: VMError: OP_ADD: "eight" is not a number',
    '700 ms  n = 0',
    '700 ms  n = 1',
    '1000 ms  nine failed where n was 1: VMError: OP_ADD: "nine" is not a number',
    '1000 ms  the counter does not come back',
    '1000 ms  the supervisor has ended: shutdown',
    '1000 ms  30 came too late: noproc',
  ]);
});
