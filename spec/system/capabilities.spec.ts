import { asapScheduler, EMPTY, NEVER, Observable, of, scheduled, Subject, throwError } from 'rxjs';
import { toHost, VMActor } from '../../lib/index.js';
import { defaultLimits } from '../../lib/machine/limits.js';
import { type ActorRef, type Capability, type HostCallContext, systemInstructions } from '../../lib/system/index.js';
import { conserved, watched, type Watched } from './systems.js';

// What programs may ask of the host, and what becomes of it.

interface Calling extends Watched {
  readonly actor: ActorRef;
}

/** An actor that has these capabilities and runs the program, whose output is watched. */
const calling = (capabilities: Readonly<Record<string, Capability>>, source: string): Calling => {
  const all = watched();
  const actor = all.system.spawn({ capabilities });
  actor.output$.subscribe((line) => all.lines.push(line));
  actor.evaluate(source).catch((fault: unknown) => all.lines.push(`rejected ${(fault as Error).message}`));
  return { ...all, actor };
};

/** The promises that have been settled have told those who wait. */
const settled = async (): Promise<void> => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve();
};

const caught = (call: string): string =>
  `(print (guard (e ((error-object? e) (list 'caught (error-object-message e)))) ${call}))`;

describe('the answer of a capability', () => {
  it.each<[string, () => unknown, string]>([
    ['a value', () => 5, '5'],
    ['nothing', () => undefined, 'nil'],
    ['data', () => [1, ['a']], '#(1 #(a))'],
    ['a promise', () => Promise.resolve('later'), 'later'],
    [
      'what only has a `then`',
      () => ({
        then: (done: (value: string) => void) => {
          done('then');
        },
      }),
      'then',
    ],
    ['an observable', () => of('first', 'second'), 'first'],
    ['an observable that takes its time', () => scheduled(['later'], asapScheduler), 'later'],
  ])('may be %s', async (_what, answer, expected) => {
    const { lines, actor, system } = calling({ ask: answer }, '(print (ask))');
    await settled();
    expect([lines, actor.isAlive]).toEqual([[expected], true]);
    expect(system.counters.hostCalls).toBe(0);
    conserved(system);
  });

  it('is given to where it was called, with the arguments as data', () => {
    const seen: unknown[] = [];
    const sum = (...args: readonly unknown[]): number => {
      seen.push(args.slice(0, -1));
      return (args[0] as number[]).reduce((a, b) => a + b);
    };
    const { lines } = calling({ sum }, '(print (list \'sum (sum (vector 1 2 3) "b")))');
    expect([lines, seen]).toEqual([['(sum 6)'], [[[1, 2, 3], 'b']]]);
  });
});

describe('a capability that fails', () => {
  const hostile = {
    get then(): never {
      throw new Error('do not look');
    },
  };
  it.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw new RangeError('too far');
      },
      'ask: RangeError: too far',
    ],
    [
      'throws nothing',
      () => {
        throw undefined as unknown as Error;
      },
      'ask: thrown: undefined',
    ],
    ['rejects', () => Promise.reject(new Error('no network')), 'ask: Error: no network'],
    ['rejects with undefined', () => Promise.reject(undefined), 'ask: thrown: undefined'],
    ['rejects with null', () => Promise.reject(null), 'ask: thrown: null'],
    ['rejects with a symbol', () => Promise.reject(Symbol('x')), 'ask: thrown: Symbol(x)'],
    ['gives an observable that fails', () => throwError(() => 'broken'), 'ask: thrown: broken'],
    ['gives an empty observable', () => EMPTY, 'ask: an observable without a value'],
    ['gives a function', () => () => 1, 'ask: it gave what is not a value: a function is not data'],
    ['promises a symbol', () => Promise.resolve(Symbol('x')), 'ask: it gave what is not a value: a symbol is not data'],
    ['gives what cannot be looked at', () => hostile, 'ask: Error: do not look'],
  ])('because it %s raises an error that names it', async (_how, ask, message) => {
    const { lines, actor, system } = calling({ ask }, `${caught('(ask)')} (print "on")`);
    await settled();
    expect([lines, actor.isAlive, system.counters.hostCalls]).toEqual([[`(caught ${message})`, 'on'], true, 0]);
    conserved(system);
  });

  it('says in data what was wrong', async () => {
    const { lines } = calling(
      { ask: () => Promise.reject({ status: 404 }) },
      `(print (guard (e (#t (hash-table-ref (car (error-object-irritants e)) "status"))) (ask)))`,
    );
    await settled();
    expect(lines).toEqual(['404']);
  });

  it('ends an actor that does not catch it', async () => {
    const { lines, system, actor } = calling({ ask: () => Promise.reject(new Error('no')) }, '(ask)');
    const reasons: unknown[] = [];
    actor.monitor().subscribe((reason) => reasons.push(reason));
    await settled();
    expect([lines, reasons]).toEqual([
      ['lost code: host-failed', 'rejected OP_ANSWER: ask: Error: no'],
      [expect.objectContaining({ code: 'host-failed', message: 'ask: Error: no' })],
    ]);
    conserved(system);
  });

  it('can be caught also where another actor failed that it asked, whatever the fault', async () => {
    const { system, lines } = watched();
    const weak = system.spawn({ limits: { fuel: 1000 } });
    const actor = system.spawn({ capabilities: { ask: () => weak.evaluate('(let loop () (loop))') } });
    actor.output$.subscribe((line) => lines.push(line));
    void actor.evaluate(caught('(ask)'));
    await settled();
    expect(lines).toEqual([
      'lost code: out-of-fuel',
      expect.stringMatching(/caught ask: .*more than 1000 units of fuel/),
    ]);
  });
});

describe('an actor that waits for the host', () => {
  it('handles nothing else; letters and code queue', () => {
    const answers = new Subject<string>();
    const { lines, actor, system } = calling({ ask: () => answers }, '(print (ask)) (print (receive (x x)))');
    actor.tell('letter');
    void actor.evaluate('(print "code")');
    expect([lines, system.counters]).toEqual([[], expect.objectContaining({ hostCalls: 1, running: 1, queued: 2 })]);
    answers.next('answer');
    expect([lines, answers.observed]).toEqual([['answer', 'letter', 'code'], false]);
    conserved(system);
  });

  it('has committed what it did before, and goes back to there', async () => {
    const { lines, actor, system } = calling(
      { ask: () => Promise.reject(new Error('no')) },
      '(define n 1) (print "before") (ask)',
    );
    expect([lines, actor.state.variables.get('n')]).toEqual([['before'], 1]);
    await settled();
    expect([actor.isAlive, actor.state.variables.get('n')]).toEqual([false, 1]);
    conserved(system);
  });

  it('says what it waits for, in data, and holds no function of the host', () => {
    const ask = (): unknown => NEVER;
    const { actor } = calling({ ask }, '(define t (vector 1)) (ask "https://a" t)');
    const { waitsFor } = actor;
    expect(waitsFor).toMatchObject({ type: 'host-call', name: 'ask' });
    const [url, t] = [...(waitsFor as unknown as { args: Iterable<never> }).args];
    expect([url, toHost(t as never)]).toEqual(['https://a', [1]]);
    expect(reaches(actor.state, ask)).toBe(false);
  });

  it('is aborted when it ends, and what comes then reaches nobody', async () => {
    const signals: AbortSignal[] = [];
    let resolve: (value: string) => void = () => undefined;
    const ask = ({ signal }: HostCallContext): Promise<string> => {
      signals.push(signal);
      return new Promise((done) => {
        resolve = done;
      });
    };
    const { lines, actor, system } = calling({ ask }, '(print (ask))');
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    actor.exit();
    expect([signals.map(({ aborted }) => aborted), system.counters.hostCalls]).toEqual([[true], 0]);
    const { counters } = system;
    resolve('late');
    await settled();
    expect([lines, system.counters]).toEqual([['rejected the actor has ended: shutdown'], counters]);
    conserved(system);
  });

  it('leaves an observable when it ends, also where leaving fails', () => {
    const { actor, system, lines } = calling(
      {
        ask: () =>
          new Observable(() => () => {
            throw new Error('cannot leave');
          }),
      },
      '(ask)',
    );
    const lost: unknown[] = [];
    system.deadLetters$.subscribe(({ reason }) => lost.push(reason));
    lines.length = 0;
    actor.exit();
    expect([lost, system.counters]).toEqual([
      [expect.objectContaining({ code: 'host-failed', message: expect.stringContaining('cannot leave') as string })],
      expect.objectContaining({ actors: 0, hostCalls: 0 }),
    ]);
    conserved(system);
  });

  it('may be ended by the very function it calls', async () => {
    const { system, lines } = watched();
    const actor = system.spawn({
      capabilities: {
        end: () => {
          actor.exit('enough');
          return Promise.reject(new Error('nobody waits'));
        },
      },
    });
    const asked = actor.evaluate('(end) (print "not reached")').catch((fault: unknown) => fault);
    await settled();
    expect(await asked).toMatchObject({ code: 'misuse', cause: 'enough' });
    expect([lines, system.counters]).toEqual([[], expect.objectContaining({ actors: 0, hostCalls: 0 })]);
    conserved(system);
  });
});

it('a second answer is ignored, and never reaches a later wait', async () => {
  const answers = new Subject<string>();
  const twice = (): unknown => ({
    then: (done: (value: string) => void) => {
      done('three');
      done('four');
    },
  });
  const { lines, system } = calling(
    { ask: () => answers, twice },
    '(print (ask)) (print (twice)) (print (receive (x x)))',
  );
  answers.next('one');
  answers.next('two');
  await settled();
  expect([lines, system.counters, answers.observed]).toEqual([
    ['one', 'three'],
    expect.objectContaining({ hostCalls: 0, running: 1, queued: 0 }),
    false,
  ]);
  conserved(system);
});

describe('a capability with a time limit', () => {
  it('gives a fault that can be caught, and is aborted', async () => {
    const signals: AbortSignal[] = [];
    const resolvers: ((value: string) => void)[] = [];
    const ask = ({ signal }: HostCallContext): unknown => {
      signals.push(signal);
      return new Promise((resolve) => {
        resolvers.push(resolve);
      });
    };
    const { lines, clock, flush, system } = calling(
      { ask: { call: ask, within: 50 } },
      `${caught('(ask)')} (print (ask))`,
    );
    clock.maxFrames = 49;
    clock.flush();
    expect(lines).toEqual([]);
    clock.maxFrames = 50;
    clock.flush();
    expect([lines, signals.map(({ aborted }) => aborted)]).toEqual([
      ['(caught ask: out of time: no answer within 50 ms)'],
      [true, false],
    ]);
    // The answer to the first call comes while the second one waits.
    resolvers[0]?.('late');
    await settled();
    expect(lines.length).toBe(1);
    resolvers[1]?.('in time');
    await settled();
    clock.maxFrames = Infinity;
    flush();
    expect([lines.slice(1), system.counters]).toEqual([
      ['in time'],
      expect.objectContaining({ timers: 0, hostCalls: 0 }),
    ]);
    conserved(system);
  });
});

describe('send-request', () => {
  it('gives a reference at once, and the answer as a letter', async () => {
    const { lines, system } = calling(
      { ask: (n: number) => (n > 0 ? Promise.resolve(n) : Promise.reject(new Error('no'))) },
      `
      (define a (send-request ask 1))
      (define b (send-request ask 0))
      (print (receive (x x) (after 0 "not yet")))
      (print (receive (\`(answer ,r ,value) (when (eq? r a)) value)))
      (print (receive (\`(failed ,r ,reason) (when (eq? r b)) (error-object-message reason))))`,
    );
    expect([lines, system.counters.hostCalls]).toEqual([['not yet'], 2]);
    await settled();
    expect([lines.slice(1), system.counters.hostCalls]).toEqual([['1', 'ask: Error: no'], 0]);
    conserved(system);
  });

  it('happens when its message commits, or not at all', () => {
    let calls = 0;
    const ask = (): number => (calls += 1);
    calling({ ask }, '(send-request ask) (car 5)');
    expect(calls).toBe(0);
  });

  it('is aborted when the actor ends', async () => {
    const signals: AbortSignal[] = [];
    const { system, actor } = calling(
      {
        ask: ({ signal }: HostCallContext) => {
          signals.push(signal);
          return Promise.resolve('late');
        },
      },
      '(send-request ask)',
    );
    actor.exit();
    const { counters } = system;
    await settled();
    expect([signals.map(({ aborted }) => aborted), system.counters]).toEqual([[true], counters]);
    conserved(system);
  });

  it.each(['car', '5', "'ask", '(lambda () 1)'])('of %s is refused', (what) => {
    const { lines } = calling({}, `(print (guard (e (#t 'refused)) (send-request ${what})))`);
    expect(lines).toEqual(['refused']);
  });
});

it('neither calls nor their ends ask the host for time or chance', () => {
  const real = { now: Date.now, random: Math.random, setTimeout, setImmediate, queueMicrotask };
  const refuse = (): never => {
    throw new Error('the host was asked');
  };
  Date.now = refuse;
  Math.random = refuse;
  Object.assign(globalThis, { setTimeout: refuse, setImmediate: refuse, queueMicrotask: refuse });
  const { random, now, ...timers } = real;
  try {
    const slow = { call: () => NEVER, within: 5 };
    const { lines, actor, flush } = calling({ quick: () => 1, slow }, `(print (quick)) ${caught('(slow)')} (slow)`);
    flush();
    actor.exit();
    expect(lines).toEqual(['1', '(caught slow: out of time: no answer within 5 ms)', 'lost code: host-failed']);
  } finally {
    Date.now = now;
    Math.random = random;
    Object.assign(globalThis, timers);
  }
});

describe('who may call', () => {
  it('an actor that was spawned may what its parent may', () => {
    const { lines } = calling(
      { ask: () => 5 },
      '(define parent (self)) (spawn (lambda () (send parent (ask)))) (print (receive (x x)))',
    );
    expect(lines).toEqual(['5']);
  });

  it('the procedure gives nothing to another actor', () => {
    const { system, lines } = watched();
    const [one, other] = [
      system.spawn({ name: 'one', capabilities: { ask: () => 5 } }),
      system.spawn({ name: 'other' }),
    ];
    for (const actor of [one, other]) actor.output$.subscribe((line) => lines.push(line));
    void one.evaluate("(send 'other ask) (print (ask))");
    void other.evaluate(caught('((receive (ask ask)))'));
    expect(lines).toEqual(['5', '(caught this actor was not given the capability ask)']);
    conserved(system);
  });

  it('a state that was written down holds names alone, and may what it is given where it goes on', () => {
    const { system, actor } = calling({ ask: () => 5 }, '(define (f) (ask))');
    const state = actor.state.withWorld({ limits: defaultLimits });
    const text = JSON.stringify(new VMActor({ instructions: systemInstructions, state }).snapshot());
    const restored = VMActor.restore(JSON.parse(text) as never, { instructions: systemInstructions }).state;
    const lines: string[] = [];
    for (const capabilities of [{ ask: () => 6 }, {}]) {
      const again = system.spawn({ state: restored, capabilities });
      again.output$.subscribe((line) => lines.push(line));
      void again.evaluate(caught('(f)'));
    }
    expect(lines).toEqual(['6', '(caught this actor was not given the capability ask)']);
  });

  it('an actor that starts anew after a fault still may', () => {
    const { system, lines } = watched();
    const actor = system.spawn({ onFault: 'restart', capabilities: { ask: () => 5 } });
    actor.output$.subscribe((line) => lines.push(line));
    void actor.evaluate('(car 5)').catch(() => undefined);
    void actor.evaluate('(print (ask))');
    expect(lines).toEqual(['lost code: type-error', '5']);
  });
});

// Whether an object can be reached, through fields that anybody can see.
const reaches = (from: unknown, wanted: unknown): boolean => {
  const seen = new Set<unknown>();
  const pending = [from];
  while (pending.length > 0) {
    const next = pending.pop();
    if (next === wanted) return true;
    if ((typeof next !== 'object' && typeof next !== 'function') || next === null || seen.has(next)) continue;
    seen.add(next);
    pending.push(...(next instanceof Map ? [...next.entries()].flat() : Object.values(next)));
  }
  return false;
};
