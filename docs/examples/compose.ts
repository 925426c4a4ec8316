import {
  asyncScheduler,
  concatMap,
  debounceTime,
  delay,
  distinctUntilChanged,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  type SchedulerLike,
  take,
  takeUntil,
  timer,
} from 'rxjs';
import { compile, VMActor } from 'vmactor';

// An actor between other observables: what a user types, a timer, and a service that answers later. It converts an
// amount of money; the formula is text, so that it can come from a settings page.

const formula = `
  (define amount 0)
  (define rate 1)
  (define seconds 0)
  (define (euros dollars) (/ (round (* 100 dollars rate)) 100))
`;

/** A user types "1", "12", "125", waits, and deletes a digit; the field stays. */
const typed = (scheduler: SchedulerLike): Observable<string> => {
  const keys = [
    [0, '1'],
    [80, '12'],
    [160, '125'],
    [1500, '12'],
  ] as const;
  return merge(NEVER, ...keys.map(([at, text]) => timer(at, scheduler).pipe(map(() => text))));
};

/** A service that takes its time, as `fetch` would. */
const fetchRate = (attempt: number, scheduler: SchedulerLike): Observable<number> =>
  of([0.9, 0.92, 0.95][attempt % 3] as number).pipe(delay(50, scheduler));

/** A message that sets a variable. */
const set = (name: string) => (value: number) => ['OP_CONSTANT', value, 'OP_SET_VARIABLE', name];

export const example = async (
  log: (...parts: unknown[]) => void,
  scheduler: SchedulerLike = asyncScheduler,
): Promise<void> => {
  const vm = new VMActor().start();
  vm.send(...compile(formula));

  const amounts = typed(scheduler).pipe(
    debounceTime(300, scheduler),
    distinctUntilChanged(),
    map(Number),
    map(set('amount')),
  );
  const rates = timer(0, 1000, scheduler).pipe(
    take(3),
    concatMap((attempt) => fetchRate(attempt, scheduler)),
    map(set('rate')),
  );
  const clock = timer(1000, 1000, scheduler).pipe(
    map((tick) => tick + 1),
    map(set('seconds')),
  );

  // What changes and what is shown are one message, so no other can come between them.
  const report = compile('(print (list "second" seconds "amount" amount "in euros" (euros amount)))');
  vm.output$.subscribe(log);

  await new Promise<void>((resolve) => {
    merge(amounts, rates, clock)
      .pipe(takeUntil(timer(2600, scheduler)))
      .subscribe({ next: (change) => vm.next([...change, ...report, 'OP_POP']), complete: resolve });
  });
  vm.stop();
};
