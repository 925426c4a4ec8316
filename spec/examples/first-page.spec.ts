import { example } from '../../docs/examples/first-page';
import { linesOf } from './run';

it('adds, compiles and doubles', async () => {
  expect(await linesOf(example)).toEqual(['5 + 10 = 15', '(+ (* 3 4) (- 20 10)) = 22', '21 doubled = 42']);
});
