import { readFileSync } from 'node:fs';
import { VMActor } from 'vmactor';
import { example } from '../../docs/examples/rules/rules';
import { linesOf } from './run';

it('gives an alert for each rule that holds, and goes on after a row that no rule can handle', async () => {
  expect(await linesOf(example)).toEqual([
    '2024-03-11 10:00 greenhouse: too hot: 28.1 degrees',
    'readings.csv:107: OP_GREATER: "err" is not a number (rules.scm:17)',
    '2024-03-11 12:30 greenhouse: cool again',
    '2024-03-11 12:30 greenhouse: temperature dropped',
    '2024-03-11 13:15 greenhouse: temperature jumped up',
    '2024-03-11 16:00 roof: battery low: 14 %',
    '2024-03-11 16:30 server-room: too hot: 30.8 degrees',
    '2024-03-11 16:30 roof: frost',
    '2024-03-11 17:15 cellar: damp: mould may grow',
    '2024-03-11 17:45 greenhouse: was silent for 90 minutes',
    '2024-03-11 18:30 server-room: cool again',
    '305 rows of 5 sensors, 10 alerts, 1 fault',
  ]);
});

it('names the line of the file that it could not handle', () => {
  const lines = readFileSync('docs/examples/rules/readings.csv', 'utf8').split('\n');
  expect(lines[107 - 1]).toContain('err');
});

// The rules are tested without the file: each is a procedure of two rows.
describe('the rules', () => {
  const vm = new VMActor().start();
  beforeAll(() => vm.evaluate(readFileSync('docs/examples/rules/rules.scm', 'utf8')));

  it.each([
    ['(damp (list "cellar" 15 12 81 50) (list "cellar" 0 12 80 50))', 'damp: mould may grow'],
    ['(damp (list "cellar" 15 12 81 50) (list "cellar" 0 12 nil 50))', false],
    ['(silent (list "roof" 45 5 60 50) (list "roof" 0 5 60 50))', 'was silent for 45 minutes'],
    ['(jump (list "roof" 15 5 60 50) (list "roof" 0 12 60 50))', 'temperature dropped'],
    ['(too-hot (list "roof" 15 99 60 50) (list "roof" 0 12 60 50))', false],
  ])('%s', async (call, expected) => {
    expect(await vm.evaluate(call)).toBe(expected);
  });
});
