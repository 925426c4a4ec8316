import 'fast-check';
import { interval, map, of, take, timer } from 'rxjs';
import { compile } from '../../lib/index.js';
import { type LocalRef } from '../../lib/system/actor-ref.js';
import { type Capability, supervisor } from '../../lib/system/index.js';
import { fromOf } from '../../lib/system/watch.js';
import { explore, type Invariant, tally, testSystem, type TestSystem } from '../../lib/testing/index.js';

// Every message that was sent is handled, waits, or is a dead letter: for each pair of actors, after every step, whatever
// they do to each other.

/** What is pending by the events, of each sender to each receiver, is what lies in the mailbox or runs. */
const byPairs: Invariant = ({ system, phase }) => {
  const pending = new Map<string, number>();
  const byReceiver = new Map<string, number>();
  for (const pair of tally(system.events)) {
    pending.set(`${pair.from ?? 'outside'} ${pair.to}`, pair.pending);
    byReceiver.set(pair.to, (byReceiver.get(pair.to) ?? 0) + pair.pending);
  }
  const top = system.whereis('top') as unknown as LocalRef | undefined;
  if (phase === 'stopped') expect([...pending.values()].filter((count) => count !== 0)).toEqual([]);
  if (top === undefined) return;
  for (const { pid, letters, line, opening, isRunning } of top.inside.kernel.processes.values()) {
    const all = letters.length + line.length + (opening === null ? 0 : 1) + (isRunning ? 1 : 0);
    expect([pid.key, byReceiver.get(pid.key) ?? 0]).toEqual([pid.key, all]);
    byReceiver.delete(pid.key);
    // Who sent the code that waits is known to the events alone; of letters it is known twice.
    for (const { from } of letters) {
      const pair = `${fromOf(from) ?? 'outside'} ${pid.key}`;
      pending.set(pair, (pending.get(pair) ?? 0) - 1);
    }
  }
  expect([...byReceiver.values(), ...pending.values()].every((count) => count >= 0)).toBe(true);
  expect([...byReceiver.values()].filter((count) => count > 0)).toEqual([]);
};

// A server with a short mailbox, which answers, crashes, asks the host, waits, and is started again.
const server = `
  (define (serve n)
    (receive
      (\`(call ,from crash) (car n))
      (\`(call ,from slow) (sleep 7) (reply from n) (serve n))
      (\`(call ,from ask) (reply from (guard (e (#t 'failed)) (ask n))) (serve (+ n 1)))
      (\`(call ,from twice) (reply from n) (reply from n) (serve n))
      (\`(call ,from leave) (exit 'normal))
      ('crash (send (self) 'more) (sleep 1) (car n))
      (_ (serve (+ n 1)))))
  (send-request ask -1)
  (send-after 20 (self) 'tick)
  (serve 0)`;

const client = (step: number): string => `
  (priority #t)
  (trap-exit #t)
  (define me (self))
  (define (try request) (guard (e (#t 'failed)) (call 'server request 20)))
  (define (drain) (receive (_ (drain)) (after 0 'done)))
  (define (round n)
    (for-each (lambda (i) (send 'server i)) '(1 2 3))
    (try (list-ref '(ask slow twice crash leave nonsense) (modulo (+ n ${step}) 6)))
    (send-priority 'client-${1 - step} n 3)
    (send 'nobody n)
    (define (helper) (link me) (send me 'hello) (if (even? n) (exit 'bad)))
    (define child (spawn helper))
    (monitor child)
    (send child 'too-late)
    (if (= n 2) (exit (whereis 'server) 'kill))
    (if (and (= n 3) (whereis 'client-0)) (run-on 'client-0 (lambda () (send me 'ran) (car n))))
    (if (= (modulo n 4) 1) (send-after 3 'server 'crash))
    (sleep ${5 + step})
    (demonitor (monitor child) 'flush)
    (unlink child)
    (if (odd? n) (drain))
    (if (> n 0) (round (- n 1))))
  (register 'client-${step} me)
  (round 8)`;

// Every fourth call is answered at once, every fourth in time; the others fail, or would be answered too late.
const capabilities = ({ clock }: TestSystem): Readonly<Record<string, Capability>> => {
  let calls = 0;
  const call = (n: number): unknown => {
    calls += 1;
    if (calls % 4 === 0) throw new Error('no');
    return calls % 4 === 1 ? of(n) : timer(calls % 4 === 2 ? 2 : 50, clock);
  };
  return { ask: { call, within: 4 } };
};

const busy = (system: TestSystem): (() => unknown) => {
  const start = { name: 'server', source: server, capabilities: capabilities(system), mailbox: { capacity: 6 } };
  const full = { ...start, mailbox: { capacity: 2, overflow: 'dropOldest', priorities: true } } as const;
  system.spawn({
    ...supervisor({
      intensity: 1000,
      backoff: { initial: 1, factor: 1 },
      children: [
        { id: 'server', start },
        { id: 'other', start: { ...full, name: 'other' }, restart: 'transient' },
      ],
    }),
    name: 'top',
  });
  const refs = [0, 1].map((step) => system.spawn({ source: client(step), onFault: 'resume' }));
  system.subscribeTo(
    interval(1, system.clock).pipe(
      take(12),
      map((n) => (n === 9 ? 'crash' : n)),
    ),
    refs[0] as never,
  );
  const other = system.whereis('other');
  for (let i = 0; i < 5; i += 1) {
    other?.tell(i, { priority: i % 3 });
    other?.next({ bytecode: compile('(set! n 5)'), priority: i });
  }
  void other?.call('anything', { timeout: 2 }).catch(() => undefined);
  return () => {
    const { dead, sent } = system.counters;
    return `${sent} ${dead}`;
  };
};

it('holds for each pair after every step, with deaths, restarts, overflow, calls, capabilities, and what comes too late', async () => {
  const { outcomes, failure } = await explore(busy, { seeds: 15, invariant: byPairs, shrink: false });
  expect(failure?.report).toBeUndefined();
  expect(outcomes.size).toBeGreaterThan(3);
});

it('all of that happens', () => {
  const system = testSystem({ seed: 1 });
  busy(system);
  const { events } = system.run();
  const kinds = events.map((event) => {
    if (event.type === 'message') return event.kind;
    if (event.type === 'hostAnswer') return event.isAnswer ? 'answer' : 'no answer';
    if (event.type === 'deadLetter') return typeof event.reason === 'string' ? event.reason : 'failed';
    return event.type;
  });
  const happened = new Map(kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length]));
  for (const kind of ['code', 'letter', 'notice', 'reply', 'answer', 'no answer', 'faulted', 'exited', 'restarted'])
    expect([kind, (happened.get(kind) ?? 0) > 2]).toEqual([kind, true]);
  for (const reason of ['noproc', 'ended', 'overflow', 'failed'])
    expect([reason, (happened.get(reason) ?? 0) > 2]).toEqual([reason, true]);
});
