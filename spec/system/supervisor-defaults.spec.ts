import { type ActorRef, supervisor } from '../../lib/system/index.js';
import { supervised, workers } from './supervised.js';
import { conserved, outcome, watched } from './systems.js';

// What holds where nothing is said, and who has how long to end.

const down = "(print (receive (('down _ _ reason) reason) (after 0 'lives)))";

describe('where nothing is said', () => {
  it('a child is restarted whatever it ended with, and nobody else with it', () => {
    for (const reason of ['normal', 'shutdown', 'bad'])
      expect(
        supervised(`
          (define sup (supervisor '() (child 'a (worker 'a)) (child 'b (worker 'b))))
          (log)
          (tell 'a '(end ${reason}))
          (print (log))`),
      ).toEqual([`((ends a ${reason}) (up a))`]);
  });

  it('a child has five seconds to end, and a supervisor all the time it takes', () => {
    const ending = (child: string): readonly string[] =>
      supervised(`
        (define sup (supervisor '() ${child}))
        (monitor (whereis 'a))
        (exit sup 'shutdown)
        (settle 4999) ${down}
        (settle 1) ${down}
        (settle 100000) ${down}`);
    expect(ending("(child 'a (stubborn 'a))")).toEqual(['lives', 'killed', 'lives']);
    expect(ending("(child 'inner (supervisor-spec '() (child 'a (stubborn 'a) '((shutdown 60000)))))")).toEqual([
      'lives',
      'lives',
      'killed',
    ]);
  });

  it('a supervisor does not end with its children, and has as many as there may be', () => {
    expect(
      supervised(`
        (define sup (supervisor '() (child 'a (worker 'a) '((restart temporary)))))
        (tell 'a '(end bad))
        (for-each (lambda (n) (start-child sup (child n (lambda () (receive ('never 1)))))) (iota 100))
        (print (count-children sup))`),
    ).toEqual(['((specs 100) (active 100) (supervisors 0) (workers 100))']);
  });
});

describe('a supervisor that is made in TypeScript', () => {
  const child = (name: string): { id: string; start: { name: string; source: string } } => ({
    id: name,
    start: {
      name,
      source: '(define n 0) (let loop () (receive (`(end ,reason) (exit reason)) (x (set! n x) (loop))))',
    },
  });

  it.each([
    ['oneForOne', [1, 0, 3]],
    ['oneForAll', [0, 0, 0]],
    ['restForOne', [1, 0, 0]],
  ] as const)('restarts what the strategy says: %s', (strategy, expected) => {
    const { system } = watched();
    const names = ['a', 'b', 'c'];
    system.spawn(supervisor({ strategy, children: names.map(child) }));
    const refs = names.map((name) => system.whereis(name) as ActorRef);
    for (const [index, ref] of refs.entries()) ref.tell(index + 1);
    refs[1]?.exit('bad');
    expect(refs.map(({ state, isAlive }) => [state.variables.get('n'), isAlive])).toEqual(
      expected.map((n) => [n, true]),
    );
    conserved(system);
  });

  it('ends with shutdown over its budget, and leaves nothing', () => {
    const { system } = watched();
    const top = system.spawn(supervisor({ intensity: 2, period: 1000, children: ['a', 'b'].map(child) }));
    const reasons: unknown[] = [];
    top.monitor().subscribe((reason) => reasons.push(reason));
    const ref = system.whereis('a') as ActorRef;
    for (let i = 0; i < 2; i += 1) ref.exit('bad');
    expect([reasons, top.isAlive, ref.isAlive]).toEqual([[], true, true]);
    ref.exit('bad');
    expect(reasons).toEqual([expect.objectContaining({ name: 'shutdown' })]);
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
    conserved(system);
  });
});

describe('a child that ends by itself while its supervisor ends', () => {
  it('is not waited for, and the others end within their own limits', () => {
    const { lines, run, flush, clock, system } = watched();
    run(`${workers}
      (define sup (supervisor '()
        (child 'a (stubborn 'a) '((shutdown 100)))
        (child 'b (stubborn 'b) '((shutdown 1000)))
        (child 'c (stubborn 'c) '((shutdown 10)))))
      (define b (whereis 'b))
      (send-after 50 b '(end early))
      (exit sup 'shutdown)
      (print (receive (('exit p reason) (when (eq? p sup)) reason)))
      (print (log))`);
    flush();
    // 10 for c, 40 more for b, 100 for a.
    expect([lines, clock.now()]).toEqual([
      ['shutdown', '((ignores c shutdown) (ignores b shutdown) (ignores a shutdown))'],
      150,
    ]);
    conserved(system);
  });
});

describe('what a supervisor restarts', () => {
  it.each([
    ['one-for-all', 'lives', '((ends a bad) (ends b bad) (up a) (up b))'],
    ['one-for-one', 'shutdown', '((ends a bad) (ends b bad) (up a) (down a shutdown))'],
  ])(
    'with a sibling that fails in the same moment is one failure only where they go together: %s',
    (strategy, state, log) => {
      expect(
        supervised(`
        (define sup (supervisor '((strategy ${strategy})) (child 'a (worker 'a)) (child 'b (worker 'b))))
        (log)
        (send 'a '(end bad)) (send 'b '(end bad))
        (settle 1)
        (print (receive (('exit p reason) (when (eq? p sup)) reason) (after 0 'lives)))
        (print (log))`),
      ).toEqual([state, log]);
    },
  );

  it('keeps no arguments of temporary children: they cannot be started again', () => {
    expect(
      supervised(`
        (define sup (supervisor '() (child 'a (worker 'a) '((restart temporary)))))
        (tell 'a '(end bad))
        (print (list (restart-child sup 'a) (delete-child sup 'a) (terminate-child sup 'a)))
        (print (car (start-child sup (child 'a (worker 'a)))))`),
    ).toEqual(['((error not-found) (error not-found) (error not-found))', 'ok']);
  });

  it('a transient child that ended as it should is known, and can be started again or deleted', () => {
    expect(
      supervised(`
        (define sup (supervisor '() (child 'a (worker 'a) '((restart transient)))))
        (tell 'a '(end (shutdown done)))
        (print (map cdr (which-children sup)))
        (print (start-child sup (child 'a (worker 'a))))
        (print (car (restart-child sup 'a)))
        (tell 'a '(end normal))
        (print (delete-child sup 'a))
        (print (which-children sup))`),
    ).toEqual(['((undefined worker))', '(error already-present)', 'ok', 'ok', '()']);
  });
});

it('the budget holds through levels of strategies: the counts multiply', () => {
  const starts = (levels: number, intensity: number): string | undefined => {
    const child = "(child 'x (lambda () (send me 'up) (sleep 1) (exit 'bad)))";
    const spec = (level: number): string =>
      level === 0 ? child : `(child 'sup (supervisor-spec '((intensity ${intensity})) ${spec(level - 1)}))`;
    return outcome(`
      (trap-exit #t)
      (define me (self))
      (define (count n) (receive ('up (count (+ n 1))) (after 100 n)))
      (supervisor '((intensity ${intensity})) ${spec(levels - 1)})
      (print (count 0))`)[0];
  };
  expect([starts(1, 2), starts(2, 2), starts(3, 2), starts(2, 0), starts(2, 3)]).toEqual(['3', '9', '27', '1', '16']);
});
