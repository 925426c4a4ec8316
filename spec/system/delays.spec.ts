import { ActorSystem, type Clock } from '../../lib/system/index.js';
import { longestDelay, Timers } from '../../lib/system/timers.js';
import { outcome, watched } from './systems.js';

// Delays, wherever they are given; and hosts whose timers are not all one could wish for.

const faulty = ['-1', '-0.001', '+nan.0', '+inf.0', '-inf.0', '"5"', "'soon", 'nil', "'(5)", '(+ 1 (expt 2 33))'];

const rule = 'a delay is a number of milliseconds from 0 to 8589934592';

describe.each([
  ['sleep', (delay: string) => `(sleep ${delay})`],
  ['send-after', (delay: string) => `(send-after ${delay} (self) 'it)`],
  ['a receive', (delay: string) => `(receive ('never 1) (after ${delay} 1))`],
  ['a call', (delay: string) => `(call 'nobody 1 ${delay})`],
])('%s', (_what, using) => {
  it.each(faulty)('refuses the delay %s, which can be caught, and sets nothing', (delay) => {
    const { system, run, lines, flush } = watched();
    run(`(print (guard (e (#t (error-object-message e))) ${using(delay)} 'accepted)) (receive ('never 1))`);
    expect([lines, system.counters.timers]).toEqual([[rule], 0]);
    flush();
  });

  it.each(faulty)('ends with the delay %s who does not catch it', (delay) => {
    expect(outcome(`${using(delay)} (print 'on)`)).toEqual([expect.stringMatching(/^lost code: out-of-range$/)]);
  });
});

it.each(['0', '0.5', '(expt 2 33)'])('a delay of %s is one', (delay) => {
  const { run, clock, flush, lines } = watched();
  run(`(sleep ${delay}) (print 'slept) (receive ('never 1) (after ${delay} (print 'received)))`);
  flush();
  expect(lines).toEqual(['slept', 'received']);
  expect(clock.now()).toBe(2 * (delay === '(expt 2 33)' ? longestDelay : Number(delay)));
});

/** A host whose timers wait for at most so long, and fire so many milliseconds early. */
const host = (early: number): { readonly clock: Clock; readonly asked: number[]; readonly pass: () => boolean } => {
  let time = 0;
  const asked: number[] = [];
  const waiting: { due: number; work: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    schedule: (work, delay = 0) => {
      asked.push(delay);
      const item = { due: time + Math.max(0, delay - early), work };
      waiting.push(item);
      return {
        unsubscribe: () => {
          const at = waiting.indexOf(item);
          if (at >= 0) waiting.splice(at, 1);
        },
      };
    },
  };
  const pass = (): boolean => {
    const next = waiting.sort((a, b) => a.due - b.due).shift();
    if (next === undefined) return false;
    time = Math.max(time + (early > 0 ? 0.25 : 0), next.due);
    next.work();
    return true;
  };
  return { clock, asked, pass };
};

describe('a timer', () => {
  it('is never early, also where the host is', () => {
    const { clock, pass } = host(3);
    const fired: number[] = [];
    const timers = new Timers(clock);
    for (const delay of [10, 20]) timers.set(delay, () => fired.push(clock.now()));
    while (pass());
    expect(fired).toHaveLength(2);
    for (const [index, due] of [10, 20].entries()) {
      expect(fired[index]).toBeGreaterThanOrEqual(due);
      expect(fired[index]).toBeLessThan(due + 1);
    }
    expect(timers.size).toBe(0);
  });

  it('of a hundred days is waited for in parts that hosts can wait for', () => {
    const { clock, asked, pass } = host(0);
    const system = new ActorSystem({ scheduler: clock });
    const actor = system.spawn('(sleep (expt 2 33)) (define awake #t)');
    while (pass());
    expect(actor.state.variables.get('awake')).toBe(true);
    expect(clock.now()).toBe(2 ** 33);
    expect(Math.max(...asked)).toBeLessThan(2 ** 31);
  });

  it('of the same due time as others fires in the order in which it was made, whenever that was', () => {
    expect(
      outcome(`
        (define me (self))
        (define (at name ms) (send-after ms me name))
        (at 'a 30) (at 'b 20) (at 'c 30)
        (define lost (at 'lost 30))
        (sleep 10)
        (at 'd 20) (at 'e 10) (at 'f 20)
        (cancel-timer lost)
        (sleep 19)
        (at 'g 1) (at 'h 0)
        (define (all n) (if (= n 0) '() (let ((x (receive (x x) (after 100 'none)))) (cons x (all (- n 1))))))
        (print (all 9))`),
    ).toEqual(['(b e h a c d f g none)']);
  });

  it('that is due in the same moment has fired when the first is heard of, and the cancel says so', () => {
    expect(
      outcome(`
        (define me (self))
        (send-after 10 me 'first)
        (define second (send-after 10 me 'second))
        (receive ('first (print (cancel-timer second))))
        (print (receive (x x) (after 50 'nothing)))`),
    ).toEqual(['#f', 'second']);
  });

  it('of another actor is not for cancelling', () => {
    expect(
      outcome(`
        (define me (self))
        (define timer (send-after 10 me 'it))
        (spawn (lambda () (send me (cancel-timer timer))))
        (print (receive (x x)))
        (print (receive (x x) (after 50 'nothing)))`),
    ).toEqual(['#f', 'it']);
  });
});

it('ten thousand timers, half of them cancelled, fire in order', () => {
  const { clock, pass } = host(0);
  const timers = new Timers(clock);
  const fired: (readonly [number, number])[] = [];
  const made = Array.from({ length: 10_000 }, (_, order) => {
    const due = (order * 7919) % 1000;
    return timers.set(due, () => fired.push([due, order]));
  });
  for (const [index, timer] of made.entries()) if (index % 2 === 1) expect(timers.cancel(timer)).toBe(true);
  expect(timers.size).toBe(5000);
  while (pass());
  expect(fired).toHaveLength(5000);
  expect(fired).toEqual([...fired].sort(([a, i], [b, j]) => a - b || i - j));
  expect(fired.every(([, order]) => order % 2 === 0)).toBe(true);
});
