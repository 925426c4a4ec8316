import { print, VMError } from '../../lib/index.js';
import { ActorSystem, type Clock, type SystemEvent } from '../../lib/system/index.js';
import { tally, testSystem } from '../../lib/testing/index.js';

// What a system says of itself. The first actor is 0.1, the one it spawns 2.0.

type Shown = Readonly<Record<string, unknown>>;

const eventsOf = (source: string, ...types: readonly SystemEvent['type'][]): readonly Shown[] => {
  const system = testSystem();
  system.spawn(source);
  return system
    .run()
    .events.filter(({ type }) => types.includes(type))
    .map((event) => ({ ...event }));
};

it('every event says of which actor it is, how often that was restarted, how far it is, and when', () => {
  expect(eventsOf('(sleep 5) (sleep 10) (print 1)', 'committed')).toEqual([
    { type: 'committed', actor: '0.1', incarnation: 0, position: 1, time: 0, waitsFor: 'sleep' },
    { type: 'committed', actor: '0.1', incarnation: 0, position: 2, time: 5, waitsFor: 'sleep' },
    { type: 'committed', actor: '0.1', incarnation: 0, position: 3, time: 15, waitsFor: null },
  ]);
});

describe('what happens to actors:', () => {
  it('they are spawned, and exit', () => {
    expect(eventsOf("(spawn (lambda () 1)) (exit 'bad)", 'spawned', 'exited')).toMatchObject([
      { type: 'spawned', actor: '0.1', parent: null },
      { type: 'spawned', actor: '2.0', parent: '0.1' },
      { type: 'exited', actor: '0.1', reason: { name: 'bad' } },
      { type: 'exited', actor: '2.0', reason: { name: 'normal' } },
    ]);
  });

  it('they fault, are rolled back, and end', () => {
    const [faulted, dead, exited] = eventsOf('(sleep 1) (car 5)', 'faulted', 'deadLetter', 'exited');
    expect([faulted, dead]).toMatchObject([
      { type: 'faulted', position: 1, fault: { code: 'type-error' } },
      { type: 'deadLetter', from: null, reason: { code: 'type-error' } },
    ]);
    expect([faulted?.['fault'], exited?.['type']]).toEqual([expect.any(VMError), 'exited']);
  });

  it('they are linked once, and unlinked once', () => {
    const source = "(define a (spawn-link (lambda () (receive ('never 1))))) (link a) (unlink a) (unlink a)";
    expect(eventsOf(source, 'linked', 'unlinked')).toMatchObject([
      { type: 'linked', actor: '0.1', other: '2.0' },
      { type: 'unlinked', actor: '0.1', other: '2.0' },
    ]);
  });

  it('they watch each other, and those that are not there', () => {
    const source = "(define a (spawn (lambda () 1))) (define r (monitor a)) (demonitor r) (monitor 'nobody)";
    const [first, second, last] = eventsOf(source, 'monitored', 'demonitored');
    expect([first, second, last]).toMatchObject([
      { type: 'monitored', actor: '0.1', other: '2.0' },
      { type: 'demonitored', actor: '0.1' },
      { type: 'monitored', actor: '0.1', other: 'nobody' },
    ]);
    expect(second?.['reference']).toBe(first?.['reference']);
  });

  it('they get names, and lose them', () => {
    const source = "(register 'a (self)) (unregister 'a) (unregister 'b)";
    expect(eventsOf(source, 'registered', 'unregistered')).toMatchObject([
      { type: 'registered', actor: '0.1', name: 'a' },
      { type: 'unregistered', actor: '0.1', name: 'a' },
    ]);
  });

  it('they set timers, which fire or are cancelled', () => {
    const source = `
      (define timer (send-after 5 (self) 'x))
      (cancel-timer timer)
      (receive (x x) (after 7 1))
      (define a (spawn (lambda () (sleep 100))))
      (sleep 10)
      (exit a 'kill)`;
    const timers = eventsOf(source, 'timer').map(
      ({ actor, change, timer, due, time }) => `${actor} ${change} ${timer} due ${due} at ${time}`,
    );
    expect(timers).toEqual([
      '0.1 set 0 due 5 at 0',
      '0.1 cancelled 0 due 5 at 0',
      '0.1 set 1 due 7 at 0',
      '0.1 fired 1 due 7 at 7',
      '0.1 set 2 due 17 at 7',
      '2.2097152 set 3 due 107 at 7',
      '0.1 fired 2 due 17 at 17',
      '2.2097152 cancelled 3 due 107 at 17',
    ]);
  });

  it('they print', () => {
    expect(eventsOf('(spawn (lambda () (print "there")))', 'printed')).toMatchObject([{ actor: '2.0', text: 'there' }]);
  });
});

describe('what happens to messages:', () => {
  const messages = (source: string): readonly string[] =>
    eventsOf(source, 'message', 'begun', 'handled', 'deadLetter')
      .filter(({ from, actor }) => from !== null && from !== actor)
      .map(({ type, kind = '', from, actor, message, reason = '' }) => {
        const shown = message === undefined || Array.isArray(message) ? '' : print(message as never);
        return [type, kind, from, actor, shown, reason].filter((part) => part !== '').join(' ');
      });

  it('code is sent, begun, handled', () => {
    expect(messages('(spawn (lambda () 1))')).toEqual(['message code 0.1 2.0', 'begun 0.1 2.0', 'handled 0.1 2.0']);
  });

  it('letters are sent and handled, in the order in which they are received', () => {
    const source = "(define a (spawn (lambda () (receive ('b 1)) (receive ('a 1))))) (send a 'a) (send a 'b)";
    expect(messages(source)).toEqual([
      'message code 0.1 2.0',
      'message letter 0.1 2.0 a',
      'message letter 0.1 2.0 b',
      'begun 0.1 2.0',
      'handled 0.1 2.0',
      'handled 0.1 2.0',
      'handled 0.1 2.0',
    ]);
  });

  it('a call is a letter and a reply', () => {
    const source = '(define a (spawn (lambda () (receive (`(call ,from ,x) (reply from x)))))) (call a 7)';
    expect(
      messages(source)
        .slice(1)
        .map((line) => line.replace(/\(.*\)/, '(…)')),
    ).toEqual([
      'message letter 0.1 2.0 (…)',
      'begun 0.1 2.0',
      'handled 0.1 2.0',
      'handled 0.1 2.0',
      'message reply 2.0 0.1 7',
      'handled 2.0 0.1',
    ]);
  });

  it('notices are of whom they are about', () => {
    const source = '(define a (spawn (lambda () 1))) (define r (monitor a)) (sleep 1) (demonitor r (quote flush))';
    expect(messages(source).filter((line) => line.includes('2.0 0.1'))).toEqual([
      expect.stringMatching(/^message notice 2.0 0.1 \(down /),
      'handled 2.0 0.1',
    ]);
  });

  it('what is sent to nobody, too late, or to the dead, is a dead letter of who sent it', () => {
    expect(messages("(send 'nobody 1) (define a (spawn (lambda () 1))) (send a 2) (sleep 1) (send a 3)")).toEqual([
      'message letter 0.1 nobody 1',
      'deadLetter 0.1 nobody 1 noproc',
      'message code 0.1 2.1',
      'message letter 0.1 2.1 2',
      'begun 0.1 2.1',
      'handled 0.1 2.1',
      'deadLetter 0.1 2.1 2 ended',
      'message letter 0.1 2.1 3',
      'deadLetter 0.1 2.1 3 noproc',
    ]);
  });

  it('they are counted by who sent them to whom', () => {
    const system = testSystem();
    system.spawn("(define a (spawn (lambda () (receive ('b 1)) (sleep 1)))) (send a 'a) (send a 'b) (send a 'c)");
    const actor = system.spawn();
    actor.tell('waits');
    const counted = (): readonly unknown[] => tally(system.run().events).filter(({ to }) => to !== '0.1');
    expect(counted()).toEqual([
      { from: null, to: actor.pid.key, sent: 1, handled: 0, dead: 0, pending: 1 },
      { from: '0.1', to: '2.0', sent: 4, handled: 2, dead: 2, pending: 0 },
    ]);
  });
});

describe('watching', () => {
  const timed = (): { readonly system: ActorSystem; readonly asked: () => number } => {
    let asked = 0;
    const clock: Clock = {
      now: () => (asked += 1),
      schedule: () => ({ unsubscribe: () => undefined }),
    };
    return { system: new ActorSystem({ scheduler: clock }), asked: () => asked };
  };

  it('costs nothing while nobody does: no event is made, which would ask for the time', () => {
    const { system, asked } = timed();
    const actor = system.spawn('(print 1)');
    expect(asked()).toBe(0);
    const events: SystemEvent[] = [];
    const subscriptions = [1, 2].map(() => system.events$.subscribe((event) => events.push(event)));
    actor.send('OP_NIL');
    // Each event is made once, however many look.
    expect(events).toHaveLength(2 * asked());
    expect(asked()).toBe(4);
    subscriptions[0]?.unsubscribe();
    actor.send('OP_NIL');
    subscriptions[1]?.unsubscribe();
    const before = asked();
    expect(before).toBe(8);
    actor.send('OP_NIL');
    expect(asked()).toBe(before);
  });

  it('shows all events to all observers in one order, also where one of them sends something', () => {
    const { system } = timed();
    const actor = system.spawn();
    const seen: string[][] = [[], []];
    let isFirst = true;
    system.events$.subscribe(({ type }) => {
      seen[0]?.push(type);
      if (!isFirst) return;
      isFirst = false;
      actor.send('OP_NIL');
    });
    system.events$.subscribe(({ type }) => seen[1]?.push(type));
    actor.send('OP_NIL');
    expect(seen[0]).toHaveLength(8);
    expect(seen[1]).toEqual(seen[0]);
  });
});
