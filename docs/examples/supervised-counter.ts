import { asyncScheduler, distinctUntilChanged, filter, map, type SchedulerLike, timer } from 'rxjs';
import { print } from 'vmactor';
import { type ActorRef, ActorSystem, supervisor } from 'vmactor/system';

// A counter that crashes, and comes back. It checks nothing and catches nothing: what it cannot add ends it, and its
// supervisor starts it again, from zero, with the messages that wait. Where that happens too often, it is for good.

const program = `
  (define n 0)
  (let loop ()
    (receive (amount (set! n (+ n amount))))
    (loop))
`;

export const example = async (
  log: (...parts: unknown[]) => void,
  scheduler: SchedulerLike = asyncScheduler,
): Promise<void> => {
  const system = new ActorSystem({ scheduler });
  const top = system.spawn(
    supervisor({
      intensity: 2, // two restarts
      period: 10_000, // within ten seconds, and not one more
      backoff: { initial: 100 }, // the first after 100 ms, the second after 200
      children: [{ id: 'counter', start: { source: program, name: 'counter' } }],
    }),
  );
  const counter = system.whereis('counter') as ActorRef;

  // One handle sees all lives of the counter: its name and its mailbox stay.
  counter.state$
    .pipe(
      map(({ variables }) => variables.get('n')),
      filter((n) => n !== undefined),
      distinctUntilChanged(),
    )
    .subscribe({
      next: (n) => {
        log('n =', n);
      },
      error: () => {
        log('the counter does not come back');
      },
    });

  // Nothing is lost in silence: the message that failed is here, with the state in which it will fail again.
  system.deadLetters$.subscribe(({ message, reason, state }) => {
    const n = state?.variables.get('n');
    log(String(message), n === undefined ? 'came too late:' : `failed where n was ${print(n)}:`, String(reason));
  });

  const send = (after: number, ...amounts: readonly unknown[]): void => {
    timer(after, scheduler).subscribe(() => {
      for (const amount of amounts) counter.tell(amount);
    });
  };
  send(0, 5, 2);
  send(10, 'seven', 10); // the first one fails, the second one waits
  send(50, 20); // waits, too: the counter is down
  send(500, 'eight', 1); // the second failure
  send(1000, 'nine', 30); // the third one is one too many

  await new Promise<void>((resolve) => {
    top.monitor().subscribe((reason) => {
      log(`the supervisor has ended: ${print(reason)}`);
      resolve();
    });
  });
  await system.stop();
};
