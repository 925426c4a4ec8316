import { print } from '../../lib/index.js';
import { countChildren, type SupervisorSpec, supervisor, whichChildren } from '../../lib/system/index.js';
import { outcome, watched } from './systems.js';

// What supervisors are told to be: whatever is wrong is refused, with the name of its field, and nothing starts.

const loop = '(let loop () (receive (_ (loop))))';

const refused = (spec: unknown): string => {
  const { system } = watched();
  let message = 'accepted';
  try {
    system.spawn({ supervisor: spec as SupervisorSpec });
  } catch (thrown) {
    const { code, message: text } = thrown as { readonly code: string; readonly message: string };
    message = `${code}: ${text}`;
  }
  expect(system.counters).toMatchObject({ actors: message === 'accepted' ? 2 : 0, timers: 0 });
  expect(() => supervisor(spec as SupervisorSpec)).toThrow();
  return message;
};

const child = { id: 'a', start: loop };

describe('a faulty specification names its field', () => {
  it.each<[string, unknown]>([
    ['a supervisor', null],
    ['a supervisor', [child]],
    ['strategi', { strategi: 'oneForOne' }],
    ['strategy', { strategy: 'oneForNone' }],
    ['strategy', { strategy: 1 }],
    ['intensity', { intensity: -1 }],
    ['intensity', { intensity: 0.5 }],
    ['intensity', { intensity: NaN }],
    ['intensity', { intensity: '1' }],
    ['period', { period: 0 }],
    ['period', { period: -1 }],
    ['period', { period: NaN }],
    ['period', { period: Infinity }],
    ['autoShutdown', { autoShutdown: 'always' }],
    ['maxChildren', { maxChildren: -1 }],
    ['maxChildren', { maxChildren: 0, children: [child] }],
    ['backoff', { backoff: 100 }],
    ['backoff.initial', { backoff: {} }],
    ['backoff.initial', { backoff: { initial: 0 } }],
    ['backoff.factor', { backoff: { initial: 1, factor: 0.5 } }],
    ['backoff.factor', { backoff: { initial: 1, factor: NaN } }],
    ['backoff.most', { backoff: { initial: 10, most: 5 } }],
    ['children', { children: child }],
    ['children', { strategy: 'simpleOneForOne', children: [] }],
    ['a child', { children: ['a'] }],
    ['restrat', { children: [{ ...child, restrat: 'permanent' }] }],
    ['id', { children: [{ start: loop }] }],
    ['id', { children: [{ id: '', start: loop }] }],
    ['id', { children: [{ id: {}, start: loop }] }],
    ['id', { children: [child, child] }],
    ['start', { children: [{ id: 'a' }] }],
    ['start', { children: [{ id: 'a', start: 5 }] }],
    ['restart', { children: [{ ...child, restart: 'sometimes' }] }],
    ['shutdown', { children: [{ ...child, shutdown: -1 }] }],
    ['shutdown', { children: [{ ...child, shutdown: NaN }] }],
    ['shutdown', { children: [{ ...child, shutdown: 'soon' }] }],
    ['significant', { children: [{ ...child, significant: 1 }] }],
    ['significant', { autoShutdown: 'anySignificant', children: [{ ...child, significant: true }] }],
    ['significant', { children: [{ ...child, restart: 'temporary', significant: true }] }],
    ['intensity', { children: [child, { id: 'b', start: { supervisor: { intensity: -1 } } }] }],
  ])('%s: %j', (field, spec) => {
    expect(refused(spec)).toMatch(new RegExp(`^misuse: .*\\b${field}\\b`));
  });

  it('also where a program is faulty', () => {
    const { system } = watched();
    expect(() => system.spawn(supervisor({ children: [child, { id: 'b', start: '(' }] }))).toThrow();
    expect(system.counters).toMatchObject({ actors: 0, sent: 0 });
  });

  it.each([
    ['strategy', "(supervisor '((strategy some)))"],
    ['intensity', "(supervisor '((intensity -1)))"],
    ['period', "(supervisor '((period 0)))"],
    ['strategi', "(supervisor '((strategi one-for-one)))"],
    ['fields like', "(supervisor '(strategy))"],
    ['id', "(supervisor '() (child 'a thunk) (child 'a thunk))"],
    ['id', "(supervisor '() (child #f thunk))"],
    ['start', "(supervisor '() (child 'a 5))"],
    ['restart', "(supervisor '() (child 'a thunk '((restart never))))"],
    ['shutdown', "(supervisor '() (child 'a thunk '((shutdown -1))))"],
    ['child id start', "(supervisor '() 5)"],
    ['intensity', "(supervisor '() (child 'a thunk) (child 'b (supervisor-spec '((intensity -1)))))"],
  ])('in programs: %s, %s', (field, form) => {
    const [shown, started] = outcome(`
      (define main (self))
      (define (thunk) (send main 'started) (receive (x x)))
      (print (guard (fault ((error-object? fault) (error-object-message fault))) ${form} 'accepted))
      (print (receive (x x) (after 10 'nothing-started)))`);
    expect(shown).toMatch(new RegExp(`\\b${field}\\b`));
    expect(started).toBe('nothing-started');
  });
});

describe('spawn', () => {
  it('gives a supervisor whose children have started', async () => {
    const { system, flush } = watched();
    const top = system.spawn(
      supervisor({
        children: [
          { id: 'a', start: { source: loop, name: 'a' } },
          { id: 'inner', start: supervisor({ children: [{ id: 'b', start: { source: loop, name: 'b' } }] }) },
          { id: 'idle', start: {} },
        ],
      }),
    );
    expect(system.whereis('a')?.isAlive).toBe(true);
    expect(system.whereis('b')?.isAlive).toBe(true);
    expect(system.counters.actors).toBe(5);
    expect(await countChildren(top)).toEqual({ specs: 3, active: 3, supervisors: 1, workers: 2 });
    expect((await whichChildren(top)).map(({ id, type }) => [id, type])).toEqual([
      ['a', 'worker'],
      ['inner', 'supervisor'],
      ['idle', 'worker'],
    ]);
    top.exit();
    flush();
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
  });

  it('throws a fault that names the child that could not start, and why, and nothing is left', () => {
    const { system, lines } = watched();
    const spawning = (start: string): unknown => {
      try {
        return system.spawn(
          supervisor({
            children: [
              { id: 'a', start: loop },
              {
                id: 'inner',
                start: supervisor({
                  children: [
                    { id: 'b', start: loop },
                    { id: 'c', start },
                  ],
                }),
              },
            ],
          }),
        );
      } catch (thrown) {
        return (thrown as Error).message;
      }
    };
    expect(spawning("(exit 'bad)")).toBe('the child "inner" failed to start: the child "c" failed to start: bad');
    expect(spawning('(car 5)')).toBe(
      'the child "inner" failed to start: the child "c" failed to start: type-error: car takes a pair, not 5',
    );
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
    expect(lines).toEqual(['lost code: type-error']);
  });

  it('tells so at once, also where it takes its time to end what it has started', () => {
    const { system, flush } = watched();
    const slow = "(trap-exit #t) (receive (('exit _ _) (sleep 1000)))";
    const spec = supervisor({
      children: [
        { id: 'a', start: slow },
        { id: 'b', start: "(exit 'bad)" },
      ],
    });
    expect(() => system.spawn(spec)).toThrow('the child "b" failed to start: bad');
    flush();
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
  });

  it('refuses names that are taken', () => {
    const { system } = watched();
    system.spawn({ name: 'a' });
    const spec = supervisor({ children: [{ id: 'a', start: { name: 'a' } }] });
    expect(() => system.spawn(spec)).toThrow('the child "a" failed to start: misuse: the name a is taken');
    expect(print(system.whereis('a')?.pid ?? null)).toMatch(/pid/);
  });
});
