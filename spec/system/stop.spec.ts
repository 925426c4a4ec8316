import { compile } from '../../lib/index.js';
import { supervisor } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// The end of a system.

const slow = (name: string, ms: number): string => `
  (trap-exit #t)
  (receive (('exit _ _) (sleep ${ms}) (send 'log '${name})))
  (exit 'done)`;

const log = "(trap-exit #t) (let loop () (receive (('exit . _) (loop)) (x (print x) (loop))))";

describe('the end of a system', () => {
  it('is at once where nobody traps exits', async () => {
    const { system } = watched();
    const actors = [system.spawn(), system.spawn('(receive (x x))'), system.spawn('(send-after 1000 (self) 1)')];
    await system.stop();
    expect(actors.map(({ isAlive }) => isAlive)).toEqual([false, false, false]);
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
    conserved(system);
  });

  it('of none is at once, and may be asked for twice', async () => {
    const { system } = watched();
    await Promise.all([system.stop(), system.stop()]);
  });

  it('comes in the order of supervisors, each child within its limit', async () => {
    const { system, clock, flush } = watched();
    const ends: string[] = [];
    const note = (name: string): void => {
      system
        .whereis(name)
        ?.monitor()
        .subscribe((reason) => ends.push(`${name} ${String(Object(reason).name)} ${clock.now()}`));
    };
    system.spawn(
      supervisor({
        children: [
          { id: 'a', start: { source: slow('a', 100), name: 'a' } },
          {
            id: 'inner',
            start: supervisor({
              children: [
                { id: 'b', start: { source: slow('b', 1000), name: 'b' }, shutdown: 500 },
                { id: 'c', start: { source: slow('c', 10), name: 'c' } },
              ],
            }),
          },
          { id: 'd', start: { source: slow('d', 10), name: 'd' }, shutdown: 'brutalKill' },
        ],
      }),
    );
    for (const name of ['a', 'b', 'c', 'd']) note(name);
    const stopped = system.stop();
    flush();
    await stopped;
    expect(ends).toEqual(['d killed 0', 'c done 10', 'b killed 510', 'a done 610']);
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
    conserved(system);
  });

  it('kills those without a supervisor that go on for five seconds', async () => {
    const { system, clock, flush } = watched();
    const stubborn = system.spawn({ source: log, name: 'log' });
    let end = -1;
    stubborn.monitor().subscribe(() => (end = clock.now()));
    const stopped = system.stop();
    flush();
    await stopped;
    expect(end).toBe(5000);
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
  });

  it('kills what is started meanwhile', async () => {
    const { system, flush } = watched();
    const main = system.spawn();
    main.next(
      compile("(trap-exit #t) (receive (('exit . _) (spawn (lambda () (trap-exit #t) (receive ('never 1))))))", {
        syntax: main.state.variables,
      }),
    );
    const stopped = system.stop();
    flush();
    await stopped;
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
    conserved(system);
  });
});
