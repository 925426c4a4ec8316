import 'fast-check';
import { compile } from '../../lib/index.js';
import {
  conservation,
  type Exploration,
  explore,
  nothingLeft,
  oneHandler,
  testSystem,
  traceText,
} from '../../lib/testing/index.js';
import { hostless } from './hostless.js';

// Programs of many actors, each run with many seeds. After every step of every run messages are conserved and no actor
// is in two messages at once; at the end, when the system was stopped, nothing is left. `explore` looks at all of it.

// Reading and writing are two messages, so that a deposit between them is lost.
const racy = `
  (define (account balance)
    (receive
      (\`(call ,from balance) (reply from balance) (account balance))
      (\`(set ,amount) (account amount))))
  (define bank (spawn-link (lambda () (account 0))))
  (define me (self))
  (define (teller amount)
    (lambda ()
      (send bank (list 'set (+ amount (call bank 'balance))))
      (send me 'done)))
  (for-each (lambda (amount) (spawn (teller amount))) '(1 10 100))
  (for-each (lambda (_) (receive ('done 1))) '(1 2 3))
  (print (call bank 'balance))`;

// A parent that starts its children again, whatever they end with, until all have done their work.
const supervised = `
  (trap-exit #t)
  (define (child n) (lambda () (sleep 10) (if (> n 0) (exit (list 'failed n)) 'done)))
  (define (watch running)
    (if (> running 0)
      (receive
        (('exit _ 'normal) (watch (- running 1)))
        (('exit _ ('failed n)) (spawn-link (child (- n 1))) (print n) (watch running)))))
  (for-each (lambda (n) (spawn-link (child n))) '(1 2 3))
  (watch 3)
  (print "all done")`;

const month = `
  (define me (self))
  (define day (* 24 60 60 1000))
  (define (days n) (if (> n 0) (begin (sleep day) (send me 'day) (days (- n 1)))))
  (for-each (lambda (_) (spawn (lambda () (days 30)))) '(1 2))
  (define timer (send-after (* 33 day) (self) 'never))
  (define (count n) (receive ('day (count (+ n 1))) (after (* 2 day) n)))
  (print (count 0))
  (print (cancel-timer timer))`;

const found = ({ failure, outcomes }: Exploration): readonly [string | undefined, readonly string[]] => [
  failure?.report,
  [...outcomes.keys()].sort(),
];

describe('a thousand seeds of a race between five actors', () => {
  it('show what may come of it, and keep the invariants', async () => {
    const { outcomes, failure } = await explore(racy, { seeds: 1000 });
    expect(failure?.report).toBeUndefined();
    expect([...outcomes.keys()].sort()).toEqual(['1', '10', '100', '101', '11', '110', '111']);
    expect([...outcomes.values()].reduce((sum, count) => sum + count)).toBe(1000);
  });

  it('are each the same every time, to the last event', () => {
    const bytecode = compile(racy, { syntax: testSystem().spawn().state.variables });
    const trace = (seed: number): string => {
      const system = testSystem({ seed });
      system.spawn(bytecode);
      return traceText(system.run().events);
    };
    const twice = Array.from({ length: 1000 }, (_, seed) => trace(seed) === trace(seed));
    expect(twice).not.toContain(false);
    const seeds = [0, 1, 2, 3, 999];
    const traces = seeds.map(trace);
    expect(new Set(traces).size).toBe(seeds.length);
    for (let again = 1; again < 100; again += 1) expect(seeds.map(trace)).toEqual(traces);
  });
});

it('links that are told of ends, in any order, lose nobody', async () => {
  const [report, outcomes] = found(await explore(supervised, { seeds: 200 }));
  expect(report).toBeUndefined();
  expect(outcomes.length).toBeGreaterThan(1);
  for (const outcome of outcomes)
    expect(outcome.split('\n').sort()).toEqual(['1', '1', '1', '2', '2', '3', 'all done']);
});

it.each([
  ['the race', racy],
  ['the supervised', supervised],
  ['the timers', month],
])('%s, stopped in the middle of anything, leave nothing behind', (_what, source) => {
  const bytecode = compile(source, { syntax: testSystem().spawn().state.variables });
  let [timers, queued] = [0, 0];
  for (let seed = 0; seed < 60; seed += 1) {
    const system = testSystem({ seed });
    system.spawn(bytecode);
    for (let step = 0; step < seed; step += 1) system.step();
    timers += system.counters.timers;
    queued += system.counters.queued;
    void system.stop();
    system.run();
    for (const invariant of [conservation, oneHandler, nothingLeft]) invariant({ system, phase: 'stopped' });
    // Nothing happens any more, whatever was under way.
    const { length } = system.events;
    system.clock.schedule(() => undefined, 10_000_000);
    expect(system.run().events).toHaveLength(length);
  }
  // There was something that could have been left.
  expect(timers + queued).toBeGreaterThan(20);
});

it('thirty days of timers come out the same in any order', async () => {
  expect(found(await explore(month, { seeds: 50 }))).toEqual([undefined, ['60\n#t']]);
});

it('thirty days pass in less than a second', () => {
  const system = testSystem();
  system.spawn(month);
  const before = performance.now();
  system.run();
  expect(performance.now() - before).toBeLessThan(1000);
  expect(system.clock.now()).toBe(32 * 24 * 60 * 60 * 1000);
});

it('nothing of it asks the host for the time, for chance, or for a turn', async () => {
  await hostless(async () => {
    for (const program of [racy, supervised, month]) {
      const { failure } = await explore(program, { seeds: 20 });
      expect(failure?.report).toBeUndefined();
    }
    const { failure } = await explore(racy, { invariant: ({ system }) => system.counters.actors < 5 });
    expect(failure?.reason).toBe('invariant does not hold');
  });
});
