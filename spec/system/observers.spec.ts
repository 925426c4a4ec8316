import { Observable } from 'rxjs';
import { compile } from '../../lib/index.js';
import { type SystemEvent } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// Whoever watches may do something at once, in the middle of what happens.

const nothingLeft = { actors: 0, timers: 0, queued: 0, running: 0, hostCalls: 0, subscriptions: 0 };

describe('an observer that', () => {
  it.each<SystemEvent['type']>(['spawned', 'registered', 'message'])(
    'stops the system at %s leaves nothing of an actor that was to start',
    (type) => {
      const { system } = watched();
      system.events$.subscribe((event) => {
        if (event.type === type) void system.stop();
      });
      const actor = system.spawn({ name: 'short', source: '(receive (x 1))' });
      expect([actor.isAlive, system.whereis('short')]).toEqual([false, undefined]);
      expect(system.counters).toMatchObject(nothingLeft);
      conserved(system);
    },
  );

  it('stops the system while a supervisor starts a child leaves nothing either', () => {
    const { system, run, flush } = watched();
    let spawned = 0;
    system.events$.subscribe(({ type }) => {
      if (type === 'spawned' && (spawned += 1) === 3) void system.stop();
    });
    run("(supervisor '() (child 'a (lambda () (receive ('stop 1)))))");
    flush();
    expect(spawned).toBe(3);
    expect(system.counters).toMatchObject(nothingLeft);
    conserved(system);
  });

  it('stops the system when a subscription of an actor that ends is let go hears that it has', async () => {
    const { system } = watched();
    const actor = system.spawn();
    const stopped: Promise<void>[] = [];
    const source = new Observable<number>(() => () => stopped.push(system.stop()));
    system.subscribeTo(source, actor);
    actor.exit();
    await Promise.all(stopped);
    expect(stopped).toHaveLength(1);
  });

  it('is told of an end finds the name of the actor free', () => {
    const { system } = watched();
    const actor = system.spawn({ name: 'one' });
    const found: unknown[] = [];
    system.events$.subscribe(({ type }) => {
      if (type === 'exited') found.push(system.whereis('one'));
    });
    actor.exit();
    expect(found).toEqual([undefined]);
  });

  it('sends something when the oldest letter is dropped does not have that dropped twice', () => {
    const { system, lines } = watched();
    const actor = system.spawn({ mailbox: { capacity: 2, overflow: 'dropOldest' } });
    let isFirst = true;
    system.deadLetters$.subscribe(() => {
      if (isFirst) {
        isFirst = false;
        actor.tell('again');
      }
    });
    for (const letter of [1, 2, 3]) actor.tell(letter);
    actor.output$.subscribe((line) => lines.push(line));
    actor.next(compile('(let loop () (receive (x (print x) (loop)) (after 0 1)))', { syntax: actor.state.variables }));
    expect(lines).toEqual(['lost 1: overflow', '2', 'again', '3']);
    conserved(system);
  });

  it('ends an actor in the middle of what it wanted ends what it keeps going, too', () => {
    const { system, flush, lines } = watched();
    const actor = system.spawn();
    actor.output$.subscribe((line) => {
      lines.push(line);
      actor.exit('enough');
    });
    const wanted =
      "(print 'now) (send-after 1000 (self) 'late) (spawn-link (lambda () (receive (x 1)))) (print 'never)";
    actor.next(compile(`(begin ${wanted})`, { syntax: actor.state.variables }));
    flush();
    expect(lines).toEqual(['now', 'lost code: ended']);
    expect(system.counters).toMatchObject(nothingLeft);
    conserved(system);
  });
});
