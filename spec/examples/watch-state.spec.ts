import { example } from '../../docs/examples/watch-state';
import { linesOf } from './run';

it('shows states, changes, faults, dead letters and instructions, and goes on from a kept state', async () => {
  expect(await linesOf(example)).toEqual([
    'total 0',
    'new variable total = 0',
    'total 30',
    'unbound-variable: OP_GET_VARIABLE: variable price is not defined',
    'dropped ["OP_GET_VARIABLE","total","OP_GET_VARIABLE","price","OP_ADD","OP_SET_VARIABLE","total"]',
    'total 42',
    'OP_GET_VARIABLE total   42',
    'OP_CONSTANT 2           2',
    'OP_MULTIPLY             84',
    'kept 30',
    'fork 25',
    'cart 42',
  ]);
});
