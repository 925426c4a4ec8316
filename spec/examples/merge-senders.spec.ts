import { example } from '../../docs/examples/merge-senders';
import { linesInVirtualTime } from './run';

it('folds the messages of all senders in the order they come', async () => {
  expect(await linesInVirtualTime(example)).toEqual([
    '0 ms  state 0 balance 0',
    '0 ms  state 1 balance 0',
    '0 ms  state 2 balance 1000',
    '15 ms  state 3 balance 1007',
    '20 ms  state 4 balance 1107',
    '30 ms  state 5 balance 1115',
    '40 ms  state 6 balance 1165',
    '45 ms  state 7 balance 1174',
  ]);
});
