import { type ActorOptions } from '../actor/options.js';
import { isVMError } from '../data/error.js';
import { chainOf } from './chain.js';
import { Failure } from './evaluate.js';
import { type Files, type Io } from './io.js';
import { faultJson, faultText } from './report.js';
import { type Screen, screenOf } from './screen.js';
import { Session } from './session.js';
import { type Source, Sources } from './sources.js';
import { traceLine } from './trace.js';

// What every subcommand works with: files, the screen, the sources, and a way to end with a fault.

export interface Options {
  readonly fuel?: number;
  readonly trace?: boolean;
  readonly json?: boolean;
}

export interface Workplace {
  readonly files: Files;
  readonly screen: Screen;
  readonly sources: Sources;
  /** Shows a fault, and gives the exit code for it. Anything else that was thrown is thrown on. */
  readonly fail: (thrown: unknown, source: Source) => number;
}

export const workplaceOf = (io: Io, { json = false }: Options): Workplace => {
  const screen = screenOf(io);
  const sources = new Sources();
  const chain = chainOf(screen.paint);
  const fail = (thrown: unknown, source: Source): number => {
    const failure = isVMError(thrown) ? new Failure(thrown, source) : thrown;
    if (!(failure instanceof Failure)) throw thrown;
    if (json) screen.out.line(faultJson(failure, sources));
    else screen.say(faultText(failure, sources, screen.paint, chain(failure.fault.calls)));
    screen.settle();
    return 1;
  };
  return { files: io.files, screen, sources, fail };
};

/** A session whose output goes where it is told, and whose trace goes to the error stream. */
export const sessionFor = (
  { screen }: Workplace,
  { fuel, trace = false }: Options,
  print: (text: string) => void,
  more: ActorOptions = {},
): Session => {
  const session = new Session({ ...more, fuel });
  session.output$.subscribe(print);
  if (trace)
    session.trace$.subscribe((event) => {
      screen.err.line(traceLine(event));
    });
  return session;
};
