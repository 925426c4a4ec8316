import * as fc from 'fast-check';
import { VirtualTimeScheduler } from 'rxjs';
import { print, type Value } from '../../lib/index.js';
import { ActorSystem } from '../../lib/system/index.js';
import {
  conservation,
  nothingLeft,
  oneHandler,
  type TestSystem,
  testSystem,
  traceText,
} from '../../lib/testing/index.js';
import { programs, specs } from './programs.js';

// Programs that nobody would write: whatever they do to each other, the invariants hold after every step, the same seed
// gives the same trace, and it makes no difference whether somebody watches.

const steps = (system: TestSystem, most: number): void => {
  for (let step = 0; step < most && system.step(); step += 1)
    for (const invariant of [conservation, oneHandler, nothingLeft]) invariant({ system, phase: 'running' });
};

it('keep the invariants with any seed and slice, stopped at any step, and do the same again', () => {
  fc.assert(
    fc.property(programs, fc.nat(1000), fc.constantFrom(1, 7, 100, 4000), fc.nat(200), (sources, seed, slice, most) => {
      const traces = [1, 2].map(() => {
        const system = testSystem({ seed, slice });
        for (const spec of specs(sources)) system.spawn(spec);
        steps(system, most);
        void system.stop();
        steps(system, 30_000);
        nothingLeft({ system, phase: 'stopped' });
        return traceText(system.events);
      });
      expect(traces[0]).toBe(traces[1]);
    }),
    { numRuns: 100 },
  );
});

it('come to the same end whoever watches', () => {
  const ended = (sources: readonly string[], slice: number, seen: 'nothing' | 'events' | 'states'): unknown => {
    const clock = new VirtualTimeScheduler(undefined, 300);
    const system = new ActorSystem({ scheduler: clock, slice });
    const lines: string[] = [];
    system.deadLetters$.subscribe(({ message, reason }) => {
      const lost = Array.isArray(message) ? 'code' : print(message as Value);
      lines.push(`${lost} ${typeof reason === 'string' ? reason : reason.code}`);
    });
    if (seen === 'events') system.events$.subscribe();
    for (const spec of specs(sources)) {
      const actor = system.spawn(spec);
      if (seen === 'states') actor.state$.subscribe({ error: () => undefined });
      actor.output$.subscribe((line) => lines.push(line));
    }
    clock.flush();
    return [system.counters, lines];
  };
  fc.assert(
    fc.property(programs, fc.constantFrom(1, 7, 100, 4000), (sources, slice) => {
      const unseen = ended(sources, slice, 'nothing');
      expect(ended(sources, slice, 'events')).toEqual(unseen);
      expect(ended(sources, slice, 'states')).toEqual(unseen);
    }),
    { numRuns: 100 },
  );
});
