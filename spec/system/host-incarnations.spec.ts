import { interval, Observable, Subject } from 'rxjs';
import { type ActorRef, type HostCallContext, supervisor } from '../../lib/system/index.js';
import { SymbolValue } from '../../lib/data/values.js';
import { conserved, watched, type Watched } from './systems.js';

// What an incarnation has under way in the host ends with it: nothing of it reaches, or speaks for, the one behind it.

const settled = async (): Promise<void> => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve();
};

interface Call {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly signal: AbortSignal;
}

interface Restarted extends Watched {
  readonly ref: ActorRef;
  /** The calls of all incarnations. */
  readonly calls: readonly Call[];
}

/** A child that runs the program, is told to crash, and has been started again. */
const restarted = (source: string, after: (all: Restarted) => void = () => undefined): Restarted => {
  const all = watched();
  const calls: Call[] = [];
  const ask = ({ signal }: HostCallContext): Promise<unknown> =>
    new Promise((resolve, reject) => {
      calls.push({ resolve, reject, signal });
    });
  const start = { name: 'x', source, capabilities: { ask } };
  all.system.spawn(supervisor({ intensity: 5, children: [{ id: 'x', start }] }));
  const ref = all.system.whereis('x') as ActorRef;
  ref.output$.subscribe((line) => all.lines.push(line));
  const made = { ...all, ref, calls };
  after(made);
  ref.exit('crash');
  return made;
};

describe('the answer to a call of an earlier incarnation', () => {
  it.each([
    ['comes', 'resolve'],
    ['fails', 'reject'],
  ] as const)('that %s after a restart is not the answer to the same call of the next', async (_how, settle) => {
    const { calls, lines, system, ref } = restarted('(print (guard (e (#t (error-object-message e))) (ask)))');
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    const { counters } = system;
    calls[0]?.[settle]('of before');
    await settled();
    expect([lines, system.counters, ref.waitsFor]).toEqual([[], counters, expect.objectContaining({ name: 'ask' })]);
    calls[1]?.resolve('of now');
    await settled();
    expect(lines).toEqual(['of now']);
    expect(system.counters.hostCalls).toBe(0);
    conserved(system);
  });

  it('is no letter of the next, where the call was a request', async () => {
    const { calls, lines, system } = restarted(`
      (define asked (send-request ask))
      (let loop () (receive (\`(answer ,r ,value) (print (list (eq? r asked) value)) (loop)) (x (print x) (loop))))`);
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    calls[0]?.resolve('of before');
    await settled();
    expect(lines).toEqual([]);
    calls[1]?.resolve('of now');
    await settled();
    expect(lines).toEqual(['(#t of now)']);
    conserved(system);
  });

  it('that waits in the mailbox goes to the dead letters when the incarnation ends, and so does what it watched', async () => {
    const { system, clock, flush, lines } = watched();
    const source = `
      (define me (self))
      (define first? (not (whereis 'friend)))
      (if first?
          (let ((friend (spawn (lambda () (register 'friend (self)) (sleep 5) (exit 'bad)))))
            (trap-exit #t)
            (link friend)
            (monitor friend)
            (send-request ask)
            (sleep 100)))
      (let loop () (receive (x (print x) (loop))))`;
    const start = { name: 'x', source, capabilities: { ask: () => Promise.resolve('of before') } };
    system.spawn(supervisor({ children: [{ id: 'x', start }] }));
    const ref = system.whereis('x') as ActorRef;
    ref.output$.subscribe((line) => lines.push(line));
    ref.tell('kept');
    await settled();
    clock.maxFrames = 50;
    flush();
    system.spawn({ name: 'friend' });
    expect(system.counters.queued).toBe(4);
    ref.exit(new SymbolValue('kill'));
    expect(lines.map((line) => line.replace(/#<[^>]*>/g, '#'))).toEqual([
      'lost (answer # "of before"): ended',
      'lost (exit # bad): ended',
      'lost (down # # bad): ended',
      'kept',
    ]);
    conserved(system);
  });

  it('is not seen in the events, either', async () => {
    const events: string[] = [];
    const { calls } = restarted('(ask)', ({ system }) => {
      system.events$.subscribe((event) => {
        if (event.type === 'hostAnswer' || event.type === 'hostCall')
          events.push(`${event.type} ${event.call} of ${event.incarnation}`);
      });
    });
    calls[0]?.resolve(1);
    await settled();
    calls[1]?.resolve(2);
    await settled();
    expect(events).toEqual(['hostCall 2 of 1', 'hostAnswer 2 of 1']);
  });
});

it('a time limit of a call of an earlier incarnation is over', () => {
  const { system, clock, flush, lines } = watched();
  const never = (): Observable<never> => new Observable();
  const source = '(print (guard (e (#t (error-object-message e))) (ask))) (sleep 1000)';
  const start = { name: 'x', source, capabilities: { ask: { call: never, within: 100 } } };
  system.spawn(supervisor({ children: [{ id: 'x', start }] }));
  const ref = system.whereis('x') as ActorRef;
  ref.output$.subscribe((line) => lines.push(`${line} at ${clock.now()}`));
  clock.schedule(() => {
    ref.exit('crash');
    expect(system.counters).toMatchObject({ timers: 1, hostCalls: 1 });
  }, 60);
  clock.maxFrames = 500;
  flush();
  expect(lines).toEqual(['ask: out of time: no answer within 100 ms at 160']);
});

it('a subscription ends with the incarnation for which it was made', () => {
  const source = new Subject<number>();
  const { system, lines } = restarted('(let loop () (receive (x (print x) (loop))))', ({ system: made, ref }) => {
    made.subscribeTo(source, ref);
    source.next(1);
    expect(made.counters.subscriptions).toBe(1);
  });
  expect([source.observed, system.counters.subscriptions]).toEqual([false, 0]);
  source.next(2);
  expect(lines).toEqual(['1']);
});

it('a timer of before tells nobody anything, also somebody else', () => {
  const { lines, flush, clock } = restarted(`
    (define me (self))
    (if (not (whereis 'first))
        (begin
          (register 'first (spawn (lambda () (let loop () (receive (x (send me x) (loop)))))))
          (send-after 10 me 'to-me)
          (send-after 10 'first 'to-other)))
    (let loop () (receive (x (print x) (loop))))`);
  clock.maxFrames = 100;
  flush();
  expect(lines).toEqual([]);
});

describe('the reply to a call of an earlier incarnation', () => {
  it('is a dead letter, not the reply to a call of the next', () => {
    const { system, lines, flush } = watched();
    system.spawn({
      name: 'slow',
      source: '(let loop ((n 0)) (receive (`(call ,from ,_) (sleep 10) (reply from n) (loop (+ n 1)))))',
    });
    const start = { name: 'x', source: "(print (call 'slow 'question)) (receive ('never 1))" };
    system.spawn(supervisor({ children: [{ id: 'x', start }] }));
    const ref = system.whereis('x') as ActorRef;
    ref.output$.subscribe((line) => lines.push(line));
    ref.exit('crash');
    flush();
    expect(lines).toEqual(['lost 0: ended', '1']);
    conserved(system);
  });
});

it('where the host still works for an actor that has ended for good, nobody hears of it', async () => {
  const { system, calls, lines, ref, flush } = restarted('(print (ask))');
  void system.stop();
  flush();
  const { counters } = system;
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  for (const { resolve } of calls) resolve('late');
  await settled();
  expect([lines, system.counters, ref.isAlive]).toEqual([[], counters, false]);
  expect(counters).toMatchObject({ actors: 0, timers: 0, hostCalls: 0, subscriptions: 0 });
});

it('what an observable gives an actor is left when that ends, in virtual time', () => {
  const { system, clock, flush, lines } = watched();
  const actor = system.spawn('(let loop () (receive (x (print x) (loop))))');
  actor.output$.subscribe((line) => lines.push(line));
  system.subscribeTo(interval(10, clock), actor);
  clock.schedule(() => {
    actor.exit();
  }, 35);
  flush();
  expect([lines, clock.now()]).toEqual([['0', '1', '2'], 35]);
});
