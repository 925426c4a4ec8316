import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NEVER, Subject, VirtualTimeScheduler } from 'rxjs';
import { type ActorRef, ActorSystem, type HostCallContext, supervisor } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// What has ended is gone: from the registry, from the clock, from the host, from the heap.

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** By how many bytes the heap has grown when something was done. */
const growth = (action: () => void): number => {
  collect();
  const before = process.memoryUsage().heapUsed;
  action();
  collect();
  return process.memoryUsage().heapUsed - before;
};

// Nobody keeps what is lost.
const quiet = (scheduler = new VirtualTimeScheduler()): ActorSystem => new ActorSystem({ scheduler });

const enough = 5_000_000;

const nothingBut = (actors: number, { counters }: ActorSystem): void => {
  expect(counters).toMatchObject({ actors, timers: 0, running: actors, queued: 0, hostCalls: 0, subscriptions: 0 });
};

describe('a hundred thousand times spawn, three messages, stop', () => {
  const times = 100_000;

  it('leaves nothing, of actors of the embedding program', () => {
    const system = quiet();
    const source = new Subject<number>();
    const program = "(register 'me (self)) (send-after 1000 (self) 1) (ask) (receive ('never 1))";
    const spawn = (isBusy: boolean): ActorRef => {
      if (!isBusy) return system.spawn();
      const actor = system.spawn({ source: program, capabilities: { ask: () => NEVER } });
      system.subscribeTo(source, actor);
      return actor;
    };
    const once = (isBusy: boolean): void => {
      const actor = spawn(isBusy);
      actor.send('OP_NIL');
      actor.send('OP_NIL', 'OP_POP');
      actor.tell(1);
      actor.exit();
    };
    for (let i = 0; i < 1000; i += 1) once(true);
    const grown = growth(() => {
      for (let i = 0; i < times; i += 1) once(i % 50 === 0);
    });
    nothingBut(0, system);
    expect([source.observed, system.whereis('me')]).toEqual([false, undefined]);
    conserved(system);
    expect(grown).toBeLessThan(enough);
  });

  it('leaves nothing, of actors of a program', () => {
    const { system, flush } = watched();
    const main = system.spawn(`
      (define (once)
        (define a (spawn (lambda () (let loop () (receive ('stop 'done) (_ (loop)))))))
        (send a 1) (send a 2) (send a 3) (send a 'stop))
      (define (times n) (if (> n 0) (begin (once) (sleep 0) (times (- n 1)))))
      (let loop () (receive (n (times n) (loop))))`);
    main.tell(1000);
    flush();
    const grown = growth(() => {
      main.tell(times);
      flush();
    });
    expect(system.counters.handled).toBeGreaterThan(5 * times);
    nothingBut(1, system);
    conserved(system);
    expect(grown).toBeLessThan(enough);
  });
});

it('ten thousand crashes of a child in a second leave everything in shape, and the last incarnation works', async () => {
  const crashes = 10_000;
  const clock = new VirtualTimeScheduler();
  const system = quiet(clock);
  const calls = { open: 0, aborted: 0 };
  const ask = ({ signal }: HostCallContext): unknown => {
    calls.open += 1;
    signal.addEventListener('abort', () => (calls.aborted += 1));
    return NEVER;
  };
  const source = `
    (define n 0)
    (send-after 2000 (self) 'late)
    (send-request ask)
    (let loop ()
      (receive
        ('crash (sleep 0.1) (car n))
        (\`(call ,from ,_) (reply from n))
        (amount (set! n (+ n amount))))
      (loop))`;
  const children = [{ id: 'x', start: { name: 'x', capabilities: { ask }, source } }];
  const top = system.spawn(supervisor({ intensity: crashes, period: 1000, children }));
  const ref = system.whereis('x') as ActorRef;
  const grown = growth(() => {
    for (let i = 0; i < crashes; i += 1) {
      ref.tell(1);
      ref.tell('crash');
    }
    clock.maxFrames = 1500;
    clock.flush();
  });
  expect(system.counters).toMatchObject({ actors: 2, timers: 1, running: 2, queued: 0, hostCalls: 1, dead: crashes });
  expect([calls, top.isAlive]).toEqual([{ open: crashes + 1, aborted: crashes }, true]);
  conserved(system);
  expect(system.whereis('x')?.pid).toBe(ref.pid);
  ref.tell(5);
  await expect(ref.call('n')).resolves.toBe(5);
  expect(grown).toBeLessThan(enough);
  top.exit();
  nothingBut(0, system);
});
