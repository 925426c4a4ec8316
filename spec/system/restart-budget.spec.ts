import { supervised } from './supervised.js';

// How often a supervisor restarts children before it gives up.

const one = (options: string): string => `
  (define sup (supervisor '(${options}) (child 'a (worker 'a)) (child 'b (worker 'b))))
  (log)
  (define (fail name) (tell name '(end bad)))
  (define (alive?) (receive (('exit p reason) (when (eq? p sup)) reason) (after 0 'lives)))`;

describe('the restart budget', () => {
  it('is one restart within five seconds, where nothing is said', () => {
    expect(supervised(`${one('')} (fail 'a) (print (alive?)) (fail 'a) (print (alive?))`)).toEqual([
      'lives',
      'shutdown',
    ]);
  });

  it('is that of the supervisor, not of a child', () => {
    expect(supervised(`${one('')} (fail 'a) (fail 'b) (print (alive?)) (print (log))`)).toEqual([
      'shutdown',
      '((ends a bad) (up a) (ends b bad) (down a shutdown))',
    ]);
  });

  it('of none is no restart at all', () => {
    expect(supervised(`${one('(intensity 0)')} (fail 'a) (print (alive?))`)).toEqual(['shutdown']);
  });

  it('slides with time: it does not start anew at the end of a period', () => {
    // Failures at about 0, 4000, 4500 and 5500: three of them lie within 5000 of each other, in no bucket of 5000.
    expect(
      supervised(`${one('(intensity 2)')}
        (fail 'a) (settle 4000) (fail 'a) (settle 499) (print (alive?))
        (settle 600) (fail 'a) (print (alive?))
        (settle 1) (fail 'a) (print (alive?))`),
    ).toEqual(['lives', 'lives', 'shutdown']);
  });

  it('counts a failure that lies a whole period back, and none before', () => {
    const failing = (between: number): string =>
      `${one('(period 1000)')} (send 'a '(end bad)) (settle ${between}) (send 'a '(end bad)) (settle 1) (print (alive?))`;
    expect(supervised(failing(1000))).toEqual(['shutdown']);
    expect(supervised(failing(1001))).toEqual(['lives']);
  });

  it.each(['one-for-all', 'rest-for-one'])(
    'is spent once for a failure, whoever is restarted with it: %s',
    (strategy) => {
      expect(
        supervised(
          `${one(`(strategy ${strategy}) (intensity 2)`)} (fail 'a) (fail 'a) (print (alive?)) (fail 'a) (print (alive?))`,
        ),
      ).toEqual(['lives', 'shutdown']);
    },
  );

  it('is spent by each attempt that fails', () => {
    expect(
      supervised(`
        (define (sometimes) (note 'tries) (if (whereis 'broken) (exit 'broken) (begin (register 'x (self)) (serve 'x))))
        (define sup (supervisor '((intensity 4)) (child 'x sometimes)))
        (register 'broken me)
        (tell 'x '(end bad))
        (print (log))
        (print (receive (('exit p reason) (when (eq? p sup)) reason) (after 0 'lives)))`),
    ).toEqual(['((tries) (ends x bad) (tries) (tries) (tries) (tries))', 'shutdown']);
  });

  it('multiplies over levels: two over two start a child that always fails nine times', () => {
    expect(
      supervised(`
        (define sup (supervisor '((intensity 2))
          (child 'inner (supervisor-spec '((intensity 2)) (child 'x (lambda () (note 'up) (sleep 1) (exit 'bad)))))))
        (settle 1000)
        (print (length (log)))
        (print (receive (('exit p reason) (when (eq? p sup)) reason) (after 0 'lives)))`),
    ).toEqual(['9', 'shutdown']);
  });

  it('holds for ten thousand restarts in a moment', () => {
    expect(
      supervised(`
        (define sup (supervisor '((intensity 10000)) (child 'x (lambda () (send me 'up) (receive ('go (exit 'bad)))))))
        (define x (cadar (which-children sup)))
        (do ((i 0 (+ i 1))) ((= i 10000)) (send x 'go))
        (define (count n) (receive ('up (count (+ n 1))) (after 1 n)))
        (print (count 0))
        (print (receive (('exit _ reason) reason) (after 1 'lives)))
        (send x 'go)
        (print (receive (('exit _ reason) reason) (after 1 'lives)))`),
    ).toEqual(['10001', 'lives', 'shutdown']);
  });
});

describe('a backoff', () => {
  const times = `(define (times n) (if (= n 0) '() (receive (('at t) (cons t (times (- n 1)))) (after 100000 '(nothing)))))`;

  it('waits longer with each failure, up to a limit', () => {
    expect(
      supervised(`${times}
        (define sup (supervisor '((intensity 100) (backoff ((initial 100) (factor 3) (most 1000))))
          (child 'x (lambda () (send me (list 'at (%now))) (sleep 1) (exit 'bad)))))
        (print (times 6))
        (exit sup 'shutdown)`),
    ).toEqual(['(0 101 402 1303 2304 3305)']);
  });

  it('waits as long as in the beginning, once the child has run for longer than the period', () => {
    expect(
      supervised(`${times}
        (define sup (supervisor '((period 1000) (backoff ((initial 100)))) (child 'x (lambda ()
          (register 'x (self)) (send me (list 'at (%now))) (receive ('go (exit 'bad)))))))
        (send 'x 'go) (settle 2000)
        (send 'x 'go) (settle 2000)
        (print (times 3))`),
    ).toEqual(['(0 100 2100)']);
  });

  it('answers while it waits, and starts nothing that was terminated meanwhile', () => {
    expect(
      supervised(`
        (define sup (supervisor '((backoff ((initial 1000)))) (child 'a (worker 'a))))
        (tell 'a '(end bad))
        (print (cdar (which-children sup)))
        (print (restart-child sup 'a))
        (print (terminate-child sup 'a))
        (settle 2000)
        (print (cdar (which-children sup)))
        (print (log))`),
    ).toEqual(['(restarting worker)', '(error restarting)', 'ok', '(undefined worker)', '((up a) (ends a bad))']);
  });

  it('ends the others at once where they go with the child', () => {
    expect(
      supervised(`
        (define sup (supervisor '((strategy one-for-all) (backoff ((initial 1000)))) (child 'a (worker 'a)) (child 'b (worker 'b))))
        (log)
        (tell 'a '(end bad))
        (print (log))
        (settle 1000)
        (print (log))`),
    ).toEqual(['((ends a bad) (down b shutdown))', '((up a) (up b))']);
  });
});
