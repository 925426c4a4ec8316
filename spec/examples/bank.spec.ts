import { example } from '../../docs/examples/bank';
import { linesOf } from './run';

it('moves money, refuses what is too much, and puts back what could not be delivered', async () => {
  expect(await linesOf(example)).toEqual([
    '(transfer 30 ada ben) → done',
    '(transfer 500 ada ben) → too little',
    "(call ada 'balance) → 70",
    "(call ben 'balance) → 50",
    "(begin (send ben 'close) (sleep 1) (transfer 10 ada ben)) → undone: noproc",
    "(call ada 'balance) → 70",
  ]);
});
