import { delay, EMPTY, of } from 'rxjs';
import { example } from '../../docs/examples/fetcher';
import { linesInVirtualTime } from './run';

it('asks no more than four times a second, asks again what failed, and aborts what it does not wait for', async () => {
  expect(await linesInVirtualTime(example)).toEqual([
    '0 ms  GET /home',
    '20 ms  /home: the page /home',
    '250 ms  GET /flaky',
    '500 ms  GET /news',
    '520 ms  /news: the page /news',
    '750 ms  GET /gone',
    '1000 ms  GET /slow',
    '1250 ms  GET /flaky',
    '1270 ms  /flaky: the page /flaky',
    '1500 ms  GET /gone',
    '1750 ms  GET /gone',
    '1770 ms  get: Error: no /gone',
    '2770 ms  nothing for a second: giving up',
    '2770 ms  aborted /slow',
    '2770 ms  ended: tired',
  ]);
});

it('reaches what it is given, and nothing else', async () => {
  const asked: string[] = [];
  const lines = await linesInVirtualTime((log, scheduler) =>
    example(log, scheduler, (url) => {
      asked.push(`${scheduler.now()} ${url}`);
      return url === '/slow' ? EMPTY : of('ok').pipe(delay(1, scheduler));
    }),
  );
  expect(asked).toEqual(['0 /home', '250 /flaky', '500 /news', '750 /gone', '1000 /slow', '1250 /slow', '1500 /slow']);
  expect(lines.slice(0, 2)).toEqual(['1 ms  /home: ok', '251 ms  /flaky: ok']);
  expect(lines.at(-1)).toBe('2500 ms  ended: tired');
});
