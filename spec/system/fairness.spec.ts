import { skip, take } from 'rxjs';
import { type ActorRef, type ActorSystem } from '../../lib/system/index.js';
import { testSystem } from '../../lib/testing/index.js';
import { conserved, watched } from './systems.js';

// Actors run in turn, a slice each: what one of them has to do delays another by that slice and no more.

const slice = 4000;
const count = 100_000;
const forever = '(let loop () (loop))';

/** Does something while an actor has its turn, so that all that is sent waits. */
const meanwhile = (system: ActorSystem, action: () => void): void => {
  const driver = system.spawn();
  driver.state$.pipe(skip(1), take(1)).subscribe(action);
  driver.send('OP_NIL');
};

/** How far an actor was when another one had handled its first message. */
const positionAtFirst = (source: string, fill: (busy: ActorRef) => void): number => {
  const { system, flush } = watched({ slice });
  const [busy, quick] = [system.spawn(source), system.spawn()];
  const start = busy.state.position;
  let position = -1;
  quick.state$.pipe(skip(1), take(1)).subscribe(() => (position = busy.state.position - start));
  meanwhile(system, () => {
    for (let i = 0; i < count; i += 1) fill(busy);
    quick.send('OP_NIL');
    expect([system.counters.queued, position]).toEqual([count + 1, -1]);
  });
  flush();
  expect(system.counters.queued).toBe(0);
  conserved(system);
  return position;
};

describe('an actor with a hundred thousand messages does not delay the first message of another by more than a slice:', () => {
  it.each<[string, string, (busy: ActorRef) => void]>([
    [
      'code of one instruction',
      '1',
      (busy) => {
        busy.send('OP_NIL');
      },
    ],
    [
      'code',
      '1',
      (busy) => {
        busy.send('OP_NIL', 'OP_POP');
      },
    ],
    [
      'letters',
      '(let loop () (receive (_ (loop))))',
      (busy) => {
        busy.tell(1);
      },
    ],
  ])('%s', (_what, source, fill) => {
    const position = positionAtFirst(source, fill);
    expect(position).toBeGreaterThan(0);
    // A message costs something besides its instructions.
    expect(position).toBeLessThan(slice / 10);
  });
});

describe('an actor that never ends its message', () => {
  it('has one turn between two of another', () => {
    const system = testSystem({ slice });
    const [busy, quick] = [system.spawn(forever), system.spawn()];
    for (let i = 1; i <= 10; i += 1) {
      quick.send('OP_NIL');
      system.step();
      system.step();
      expect(quick.state.position).toBe(i);
    }
    expect(busy.isAlive).toBe(true);
  });

  it('leaves the event loop its turn, again and again', () => {
    const { system, clock, flush } = watched({ slice, limits: { fuel: 2_000_000 } });
    const busy = system.spawn(forever);
    const quick = system.spawn('(let loop () (receive (x (print x) (loop))))');
    const seen: string[] = [];
    quick.output$.subscribe((line) => seen.push(`${line} ${busy.isAlive ? 'meanwhile' : 'afterwards'}`));
    // Each is scheduled in the turn of the one before.
    const next = (n: number): void => {
      quick.tell(n);
      if (n < 5) clock.schedule(() => next(n + 1));
    };
    clock.schedule(() => {
      next(1);
    });
    flush();
    expect(seen).toEqual([1, 2, 3, 4, 5].map((n) => `${n} meanwhile`));
    expect(busy.isAlive).toBe(false);
    conserved(system);
  });
});
