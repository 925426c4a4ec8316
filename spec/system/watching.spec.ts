import { print } from '../../lib/index.js';
import { type ActorRef, type ActorSystem, supervisor, type SystemEvent } from '../../lib/system/index.js';
import { testSystem } from '../../lib/testing/index.js';
import { conserved, watched } from './systems.js';

// Events of supervision and of the host, and what watching changes: nothing.

type Shown = Readonly<Record<string, unknown>>;

const eventsOf = (setUp: (system: ActorSystem) => void, ...types: readonly SystemEvent['type'][]): readonly Shown[] => {
  const system = testSystem();
  setUp(system);
  return system
    .run()
    .events.filter(({ type }) => types.includes(type))
    .map((event) => ({ ...event }));
};

const capabilities = {
  add: (a: number, b: number) => a + b,
  fail: () => {
    throw new Error('no');
  },
};

describe('a call of the host is', () => {
  it('an event with its arguments, and one with its answer, or why there is none', () => {
    const source = '(sleep 5) (add 1 2) (guard (e (#t 1)) (fail)) (send-request add 3 4)';
    const events = eventsOf((system) => system.spawn({ source, capabilities }), 'hostCall', 'hostAnswer');
    const shown = events.map(({ args, value, ...rest }) => ({
      ...rest,
      data: print((args ?? value) as never).replace(/#<.*>/, 'error'),
    }));
    const common = { actor: '0.1', incarnation: 0, time: 5 };
    expect(shown).toEqual([
      { ...common, position: 2, type: 'hostCall', capability: 'add', call: 1, data: '(1 2)' },
      { ...common, position: 2, type: 'hostAnswer', capability: 'add', call: 1, isAnswer: true, data: '3' },
      { ...common, position: 3, type: 'hostCall', capability: 'fail', call: 2, data: '()' },
      { ...common, position: 3, type: 'hostAnswer', capability: 'fail', call: 2, isAnswer: false, data: 'error' },
      { ...common, position: 4, type: 'hostCall', capability: 'add', call: 3, data: '(3 4)' },
      { ...common, position: 4, type: 'hostAnswer', capability: 'add', call: 3, isAnswer: true, data: '7' },
    ]);
  });
});

describe('a restart is', () => {
  /** What happens to a child that runs the program, and is restarted so often. */
  const ofChild = (source: string, intensity: number): readonly Shown[] => {
    const all = eventsOf(
      (system) => system.spawn(supervisor({ intensity, children: [{ id: 'x', start: source }] })),
      ...(['spawned', 'committed', 'registered', 'exited', 'restarted'] as const),
    );
    const child = all.find(({ type }) => type === 'restarted')?.['actor'];
    return all.filter(({ actor }) => actor === child);
  };

  it('an event with the reason, behind which the actor has the next incarnation', () => {
    const shown = ofChild("(register 'x (self)) (sleep 10) (exit (list 'failed 1))", 2)
      .filter(({ type }) => type !== 'committed')
      .map(({ type, incarnation, time, reason = null }) => `${type} ${incarnation} ${time} ${print(reason as never)}`);
    expect(shown).toEqual([
      'spawned 0 0 nil',
      'registered 0 0 nil',
      'exited 0 10 (failed 1)',
      'restarted 1 10 (failed 1)',
      'registered 1 10 nil',
      'exited 1 20 (failed 1)',
      'restarted 2 20 (failed 1)',
      'registered 2 20 nil',
      'exited 2 30 (failed 1)',
    ]);
  });

  it('no new beginning of the positions of the actor: they never go back', () => {
    const events = ofChild('(sleep 1) (sleep 1) (car 5)', 3);
    expect(events.filter(({ type }) => type === 'restarted')).toHaveLength(3);
    expect(events.flatMap(({ type, position }) => (type === 'committed' ? [position] : []))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });
});

it('an event is plain data, of a type that is known, and says of whom, of which incarnation, where and when', () => {
  const known = [
    ['spawned', 'message', 'begun', 'handled', 'committed', 'faulted', 'exited', 'restarted', 'linked', 'unlinked'],
    [
      'monitored',
      'demonitored',
      'registered',
      'unregistered',
      'timer',
      'printed',
      'deadLetter',
      'hostCall',
      'hostAnswer',
    ],
  ].flat();
  const system = testSystem();
  everything(system);
  const { events } = system.run();
  expect([...new Set(events.map(({ type }) => type))].sort()).toEqual([...known].sort());
  for (const event of events) {
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
    const { actor, incarnation, position, time } = event;
    expect([typeof actor, typeof incarnation, typeof position, typeof time]).toEqual([
      'string',
      'number',
      'number',
      'number',
    ]);
  }
  const times = events.map(({ time }) => time);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

/** A bit of everything that there are events of. */
const everything = (system: ActorSystem): readonly ActorRef[] => {
  const server = `
    (define (serve n)
      (receive
        (\`(call ,from add) (reply from (add n 1)) (serve (+ n 1)))
        (\`(call ,from late) (sleep 20) (reply from n) (serve n))
        ('crash (car n))
        (_ (serve n))))
    (send-after 50 (self) 'tick)
    (serve 0)`;
  const start = { name: 'server', source: server, capabilities, mailbox: { capacity: 2 } };
  const client = `
    (trap-exit #t)
    (define me (self))
    (define (try request) (guard (e (#t (print e))) (print (call 'server request 5))))
    (try 'add) (try 'late)
    (for-each (lambda (n) (send 'server n)) '(1 2 3 4))
    (sleep 30)
    (send 'server 'crash)
    (sleep 1)
    (try 'add)
    (define a (spawn-link (lambda () (receive ('go (exit 'bad))))))
    (define watching (monitor a))
    (demonitor (monitor a))
    (define b (spawn-link (lambda () 1)))
    (unlink b)
    (send a 'go)
    (print (receive (('exit _ reason) reason)))
    (print (receive (('down _ _ reason) reason)))
    (register 'me me) (unregister 'me)
    (cancel-timer (send-after 5 me 'never))
    (guard (e (#t 1)) (fail))
    (send 'nobody 'lost)
    (run-on 'server (lambda () (print 'ran)))
    (sleep 100)
    (car 5)`;
  const top = system.spawn(supervisor({ children: [{ id: 'server', start }] }));
  return [top, system.spawn({ source: client, capabilities }), system.whereis('server') as ActorRef];
};

it('a system that is watched does what one does that is not', () => {
  const run = (isWatched: boolean): readonly unknown[] => {
    const { system, clock, lines, flush } = watched({ slice: 100 });
    if (isWatched) system.events$.subscribe();
    const [top, client, server] = everything(system) as [ActorRef, ActorRef, ActorRef];
    const reasons: string[] = [];
    client.monitor().subscribe((reason) => reasons.push(print(reason)));
    flush();
    conserved(system);
    const states = [top, client, server].map(({ state: { position, fuel, stack } }) => [position, fuel, stack.length]);
    return [lines, reasons, system.counters, clock.now(), states];
  };
  const unseen = run(false);
  expect(unseen[0]).toContain('lost lost: noproc');
  expect(run(true)).toEqual(unseen);
});

it('a system that is watched only for a while goes on as before', () => {
  const { system, flush } = watched();
  const events: SystemEvent[] = [];
  const actor = system.spawn('(let loop ((n 0)) (receive (x (loop (+ n 1)))))');
  const look = (): number => {
    actor.tell('letter');
    flush();
    return events.length;
  };
  expect(look()).toBe(0);
  const subscription = system.events$.subscribe((event) => events.push(event));
  const during = look();
  expect(during).toBeGreaterThan(0);
  subscription.unsubscribe();
  expect(look()).toBe(during);
  expect(system.counters).toMatchObject({ sent: 4, handled: 3, running: 1 });
  conserved(system);
});
