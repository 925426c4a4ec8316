import { outcome, watched } from './systems.js';

// Timers, in virtual time.

it('fire in the order of their due times, and of their making', () => {
  expect(
    outcome(`
      (for-each (lambda (ms name) (send-after ms (self) name)) '(30 10 20 10 30 0) '(a b c d e f))
      (let loop ((n 6)) (if (> n 0) (begin (display (receive (x x))) (loop (- n 1)))))`).join(''),
  ).toBe('fbdcae');
});

it('never fire early', () => {
  const { run, clock, lines } = watched();
  run("(send-after 100 (self) 'it) (print (receive (x x)))");
  clock.maxFrames = 99;
  clock.flush();
  expect(lines).toEqual([]);
  clock.maxFrames = 100;
  clock.flush();
  expect(lines).toEqual(['it']);
});

it('that are cancelled never do, and say whether they had', () => {
  expect(
    outcome(`
      (define a (send-after 10 (self) 'a))
      (define b (send-after 20 (self) 'b))
      (print (cancel-timer b))
      (print (cancel-timer b))
      (print (receive (x x) (after 50 'nothing)))
      (print (cancel-timer a))
      (print (receive (x x) (after 50 'nothing)))`),
  ).toEqual(['#t', '#f', 'a', '#f', 'nothing']);
});

it('last as long as they are told, a hundred days too', () => {
  const { run, clock, flush, lines, system } = watched();
  run("(send-after (expt 2 33) (self) 'it) (print (receive (x x)))");
  flush();
  expect([lines, clock.now(), system.counters.timers]).toEqual([['it'], 2 ** 33, 0]);
});

it.each(['-1', '"a"', '+nan.0', '(+ 1 (expt 2 33))'])('are not set to %s', (delay) => {
  expect(outcome(`(print (guard (e (#t 'refused)) (send-after ${delay} (self) 'it)))`)).toEqual(['refused']);
});

it('pass thirty days in no time, and ask the host for nothing', () => {
  const real = { now: Date.now, random: Math.random, setTimeout, setImmediate, queueMicrotask };
  const refuse = (): never => {
    throw new Error('the host was asked');
  };
  const { run, flush, lines } = watched();
  Date.now = refuse;
  Math.random = refuse;
  Object.assign(globalThis, { setTimeout: refuse, setImmediate: refuse, queueMicrotask: refuse });
  try {
    run(`
      (define (days n) (if (> n 0) (begin (sleep (* 24 60 60 1000)) (days (- n 1)))))
      (days 30)
      (print "a month")`);
    flush();
  } finally {
    Date.now = real.now;
    Math.random = real.random;
    const { setTimeout: timeout, setImmediate: immediate, queueMicrotask: microtask } = real;
    Object.assign(globalThis, { setTimeout: timeout, setImmediate: immediate, queueMicrotask: microtask });
  }
  expect(lines).toEqual(['a month']);
});

it('of an actor that has ended are gone', () => {
  const { run, system } = watched();
  const actor = run("(send-after 10 (self) 'it) (sleep 1000)");
  expect(system.counters.timers).toBe(2);
  actor.exit();
  expect(system.counters.timers).toBe(0);
});
