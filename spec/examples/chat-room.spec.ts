import { example } from '../../docs/examples/chat-room';
import { linesOf } from './run';

it('tells everybody what is said, and who comes and goes', async () => {
  expect(await linesOf(example)).toEqual([
    '  [Ada reads] Ben is here',
    '  [Ada reads] Ada: hello',
    '  [Ben reads] Ada: hello',
    '  [Ada reads] Ben has left',
  ]);
});
