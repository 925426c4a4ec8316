import { type SchedulerLike, VirtualTimeScheduler } from 'rxjs';

type Log = (...parts: unknown[]) => void;

/** The lines an example logs. */
export const linesOf = async (example: (log: Log) => void | Promise<void>): Promise<string[]> => {
  const lines: string[] = [];
  await example((...parts) => lines.push(parts.map(String).join(' ')));
  return lines;
};

/** The lines of an example that takes its time, in virtual time, so that it takes none. */
export const linesInVirtualTime = async (
  example: (log: Log, scheduler: SchedulerLike) => Promise<void>,
): Promise<string[]> => {
  const scheduler = new VirtualTimeScheduler();
  return linesOf((log) => {
    const done = example((...parts) => {
      log(scheduler.now(), 'ms ', ...parts);
    }, scheduler);
    scheduler.flush();
    return done;
  });
};
