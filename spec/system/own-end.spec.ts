import { NEVER } from 'rxjs';
import { type ActorRef, supervisor } from '../../lib/system/index.js';
import { type LocalRef } from '../../lib/system/actor-ref.js';
import { conserved, watched } from './systems.js';

// An actor may end by what it does to others: what it sent in the same message is sent, and nothing that it wanted for
// itself remains.

const partner = "(define b (spawn-link (lambda () (receive ('never 1))))) (sleep 1)";

describe.each([
  ['a message', ''],
  ['a wait', '(sleep 10)'],
])('an actor that ends its partner, and with it itself, before %s', (_where, behind) => {
  const ending = (
    wanted: string,
  ): ReturnType<typeof watched> & { readonly told: readonly string[]; readonly other: ActorRef } => {
    const all = watched();
    const told: string[] = [];
    const other = all.system.spawn({ name: 'other', source: '(let loop () (receive (x (print x) (loop))))' });
    other.output$.subscribe((line) => told.push(line));
    const actor = all.system.spawn({ capabilities: { ask: () => NEVER } });
    void actor.evaluate(`${partner} (exit b 'bad) ${wanted} ${behind}`).catch(() => undefined);
    all.flush();
    expect(actor.isAlive).toBe(false);
    conserved(all.system);
    return { ...all, told, other };
  };

  it('has sent what it sent behind that', () => {
    expect(ending("(send 'other 'sent) (spawn (lambda () (send 'other 'spawned)))").told).toEqual(['sent', 'spawned']);
  });

  it.each([
    ['timer', "(send-after 1000 'other 'late)"],
    ['call of the host', '(send-request ask)'],
    ['monitor', "(monitor 'other)"],
    ['trap', '(trap-exit #t) (priority #t)'],
  ])('leaves no %s', (_what, wanted) => {
    const { system, told, other } = ending(wanted);
    expect(system.counters).toMatchObject({ actors: 1, timers: 0, hostCalls: 0 });
    const { monitors } = (other as unknown as LocalRef).inside.process;
    expect([told, monitors?.size ?? 0]).toEqual([[], 0]);
  });

  it('is the end of who was linked behind that', () => {
    const { system, other } = ending("(link 'other)");
    expect([other.isAlive, system.counters.actors]).toEqual([false, 0]);
  });

  it('is the end of who was spawned with a link behind that', () => {
    expect(ending("(spawn-link (lambda () (receive ('never 1))))").system.counters.actors).toBe(1);
    expect(ending("(spawn-monitor (lambda () (receive ('never 1))))").system.counters.actors).toBe(2);
  });
});

it('the next incarnation does not trap exits because the last wanted to when it had ended', () => {
  const { system, flush } = watched();
  const source = `
    (if (not (whereis 'second))
        (let ((b (spawn-link (lambda () (receive ('never 1))))))
          (sleep 1)
          (register 'second (spawn (lambda () (receive ('never 1)))))
          (exit b 'bad)
          (trap-exit #t)
          (send-after 10 (self) 'late)
          (sleep 100)))
    (receive ('never 1))`;
  system.spawn(supervisor({ intensity: 5, children: [{ id: 'x', start: { name: 'x', source } }] }));
  const ref = system.whereis('x') as unknown as LocalRef;
  flush();
  const { isTrapping, incarnation } = ref.inside.process;
  expect([isTrapping, incarnation, system.counters.queued, system.counters.timers]).toEqual([false, 1, 0, 0]);
  conserved(system);
});
