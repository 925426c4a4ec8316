import { example } from '../../docs/examples/price-rules';
import { linesOf } from './run';

it('applies the rules that hold, reports the one that fails, and refuses the one that is not written so', async () => {
  expect(await linesOf(example)).toEqual([
    'gold 600: 515',
    'new 200: 215',
    'new 80: 80 heavy parcels: "3 kg" is not a number',
    'syntax-error: no rule matches (rule "friends" when #t take 5 dollars)',
  ]);
});
