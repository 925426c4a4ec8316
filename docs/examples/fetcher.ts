import { asyncScheduler, delay, map, NEVER, type Observable, of, type SchedulerLike } from 'rxjs';
import { print } from 'vmactor';
import { ActorSystem, type HostCallContext } from 'vmactor/system';

// A fetcher: at most four requests a second, three attempts for each page, and when it ends, the requests under way are
// aborted. The program can reach the network only through `get`, which the caller gives it. Here that only pretends.

const program = `
  ; Lets one through, and sleeps. Who comes meanwhile waits in its mailbox: that is the whole limit.
  (define (gate)
    (receive (\`(call ,from enter) (reply from 'go)))
    (sleep 250)
    (gate))

  (define entrance (spawn-link gate))

  ; Asks, and asks again where that failed, later each time. The last failure is not caught.
  (define (fetch url attempts pause)
    (call entrance 'enter)
    (guard (failure ((> attempts 1)
                     (sleep pause)
                     (fetch url (- attempts 1) (* 2 pause))))
      (get url)))

  ; Each page has an actor of its own, so that none waits for another.
  (define (start url)
    (let ((me (self)))
      (spawn-link (lambda () (send me (list 'page url (fetch url 3 100)))))))

  (define (collect)
    (receive
      (\`(page ,url ,text) (print (string-append url ": " text)))
      (\`(exit ,_ ,reason) (when (error-object? reason)) (print (error-object-message reason)))
      (after 1000 (print "nothing for a second: giving up") (exit 'tired)))
    (collect))

  (trap-exit #t)
  (for-each start '("/home" "/flaky" "/news" "/gone" "/slow"))
  (collect)
`;

/** What the program may do outside, and all that it may. The signal fires when nobody waits for the answer any more. */
type Get = (url: string, context: HostCallContext) => Observable<string>;

/** A site with a page that fails once, one that always fails, and one that never answers. */
const pretended = (log: (...parts: unknown[]) => void, scheduler: SchedulerLike): Get => {
  const asked = new Map<string, number>();
  return (url, { signal }) => {
    const times = (asked.get(url) ?? 0) + 1;
    asked.set(url, times);
    log(`GET ${url}`);
    signal.addEventListener('abort', () => {
      log(`aborted ${url}`);
    });
    if (url === '/slow') return NEVER;
    return of(url).pipe(
      delay(20, scheduler),
      map((page) => {
        if (page === '/gone' || (page === '/flaky' && times === 1)) throw new Error(`no ${page}`);
        return `the page ${page}`;
      }),
    );
  };
};

export const example = async (
  log: (...parts: unknown[]) => void,
  scheduler: SchedulerLike = asyncScheduler,
  get: Get = pretended(log, scheduler),
): Promise<void> => {
  const system = new ActorSystem({ scheduler });
  const fetcher = system.spawn({ source: program, capabilities: { get } });
  fetcher.output$.subscribe(log);
  await new Promise<void>((resolve) => {
    fetcher.monitor().subscribe((reason) => {
      log(`ended: ${print(reason)}`);
      resolve();
    });
  });
  await system.stop();
};
