import { example } from '../../docs/examples/save-and-continue';
import { linesOf } from './run';

it('goes on behind each question in another actor', async () => {
  expect(await linesOf(example)).toEqual([
    'to office: Who looks after Ada? - Grace',
    'to Grace: Does Ada need a desk? - yes',
    'to Grace: Does Ada need a laptop? - no',
    'to Grace: Does Ada need a bicycle? - yes',
    'done: Ada, looked after by Grace: desk, bicycle',
  ]);
});
