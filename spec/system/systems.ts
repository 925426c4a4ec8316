import { VirtualTimeScheduler } from 'rxjs';
import { compile, print } from '../../lib/index.js';
import { type ActorRef, ActorSystem, type SystemOptions } from '../../lib/system/index.js';

/** A system whose time is virtual: nothing asks the host for the time, and `flush` lets all of it pass. */
export interface Watched {
  readonly system: ActorSystem;
  readonly clock: VirtualTimeScheduler;
  /** What actors printed, what nobody handled, in order. */
  readonly lines: string[];
  /** Spawns an actor that runs the program, and whose output is watched from the beginning. */
  readonly run: (source: string) => ActorRef;
  readonly flush: () => void;
}

export const watched = (options: SystemOptions = {}): Watched => {
  const clock = new VirtualTimeScheduler();
  const system = new ActorSystem({ scheduler: clock, ...options });
  const lines: string[] = [];
  system.deadLetters$.subscribe(({ message, reason }) => {
    const shown = Array.isArray(message) ? 'code' : print(message as never);
    lines.push(`lost ${shown}: ${typeof reason === 'string' ? reason : reason.code}`);
  });
  const run = (source: string): ActorRef => {
    const actor = system.spawn();
    actor.output$.subscribe((line) => lines.push(line));
    actor.next(compile(source, { syntax: actor.state.variables }));
    return actor;
  };
  return {
    system,
    clock,
    lines,
    run,
    flush: () => {
      clock.flush();
    },
  };
};

/** What a program prints, and what is lost, until nothing happens any more. */
export const outcome = (source: string, options?: SystemOptions): readonly string[] => {
  const { run, flush, lines, system } = watched(options);
  run(source);
  flush();
  conserved(system);
  return lines;
};

/** What was sent was handled, is dead, runs or waits. */
export const conserved = ({ counters: { sent, handled, dead, running, queued } }: ActorSystem): void => {
  expect({ sent, handled, dead, running, queued }).toMatchObject({ sent: handled + dead + running + queued });
};
