import { explore, type Invariant, testSystem, type TestSystem, traceText } from '../../lib/testing/index.js';

// The search for an order in which something goes wrong, and the shrinking of what it finds.

// A client that sends to a name, which is taken in time only when the server runs before it. Three others are there.
const buggy = `
  (define (busy n) (lambda () (if (> n 0) (begin (sleep 0) ((busy (- n 1)))))))
  (for-each (lambda (n) (spawn (busy n))) '(3 4 5))
  (spawn (lambda () (register 'server (self)) (receive ('work 'done))))
  (spawn (lambda () (send 'server 'work)))`;

const nothingLost: Invariant = ({ system }) => system.counters.dead === 0;

describe('a bug that only some orders show', () => {
  it('is found, and shrunk to the choices it needs', async () => {
    const { failure } = await explore(buggy, { seeds: 1000, invariant: nothingLost });
    expect(failure).toMatchObject({ reason: 'nothingLost does not hold', error: null });
    // One choice that is not first come, first served: the last of five goes first.
    expect(failure?.choices.filter((choice) => choice > 0)).toHaveLength(1);
    expect(failure?.report).toContain(`testSystem({ choices: ${JSON.stringify(failure?.choices)} })`);
    expect(failure?.report).toContain('deadLetter  from=2.4  message=work  reason=noproc');
  });

  it('comes again with the choices, and with the seed', async () => {
    const { failure } = await explore(buggy, { seeds: 1000, invariant: nothingLost });
    const { choices, seed, trace } = failure!;
    const again = testSystem({ choices });
    again.spawn(buggy);
    again.run();
    expect(again.counters.dead).toBe(1);
    expect(traceText(again.events.slice(0, trace.length))).toBe(traceText(trace));
    const seeded = testSystem({ seed });
    seeded.spawn(buggy);
    expect(seeded.run().counters.dead).toBe(1);
  });

  it('is not shrunk into another one', async () => {
    // Fails where every choice is 0, which is as small as choices get.
    const isMixed: Invariant = ({ system, phase }) =>
      phase === 'running' || system.choices.some((choice) => choice > 0);
    const { failure } = await explore(buggy, { seeds: 1000, invariant: [nothingLost, isMixed] });
    expect(failure?.reason).toBe('nothingLost does not hold');
  });

  it('stays as it was found where nobody wants it shrunk', async () => {
    const { failure } = await explore(buggy, { seeds: 1000, invariant: nothingLost, shrink: false });
    const system = testSystem({ seed: failure!.seed });
    system.spawn(buggy);
    for (let isGoing = true; isGoing && system.counters.dead === 0;) isGoing = system.step();
    expect(failure?.choices).toEqual(system.choices);
  });
});

describe('what is explored', () => {
  it('may be a function that sets up a system, and says what came of it', async () => {
    const { outcomes, failure } = await explore(
      (system) => {
        const cell = system.spawn('(define (cell v) (receive (x (cell x)))) (define n 0)');
        const keep = '(set! n (receive (x x)))';
        cell.tell(1);
        cell.tell(2);
        void cell.evaluate(keep);
        return () => [cell.state.variables.get('n'), system.counters.queued];
      },
      { seeds: 3 },
    );
    expect([failure, [...outcomes]]).toEqual([null, [['[1 1]', 3]]]);
  });

  it('fails where the outcome cannot be said', async () => {
    const program = () => () => {
      throw new Error('no outcome');
    };
    expect((await explore(program)).failure).toMatchObject({ seed: 0, reason: 'no outcome', choices: [] });
  });

  it('fails where it never comes to an end', async () => {
    const { failure } = await explore('(let loop () (sleep 1) (loop))', { steps: 100 });
    expect(failure?.reason).toBe('something still happens after 100 steps');
  });

  it('ends with the first failure', async () => {
    const { outcomes, failure } = await explore('(print 1)', {
      seeds: [5, 6, 7],
      invariant: ({ system, phase }) => phase === 'running' || system.events.length === 0,
    });
    expect([failure?.seed, outcomes.size]).toEqual([5, 0]);
  });

  it('is looked at while it runs and when it rests, and not when it was stopped', async () => {
    const phases: string[] = [];
    await explore('(sleep 1)', { seeds: 1, invariant: ({ phase }) => phases.push(phase) });
    expect(phases).toEqual(['running', 'running', 'running', 'resting']);
  });
});

describe('a faulty option', () => {
  it.each([
    [{ seeds: 0 }, 'seeds is an integer above 0'],
    [{ seeds: [1.5] }, 'seed is an integer from 0 to 4294967295'],
    [{ steps: -1 }, 'steps is an integer above 0'],
    [{ invariant: 5 }, 'invariant is a function, or an array of functions'],
    [{ slice: 0 }, 'slice is a number above 0'],
  ])('%j is refused', async (options, message) => {
    await expect(explore('(print 1)', options as never)).rejects.toMatchObject({ code: 'misuse', message });
  });

  it('is refused in place of a program too', async () => {
    await expect(explore(5 as never)).rejects.toMatchObject({ code: 'misuse' });
    await expect(explore('(')).rejects.toMatchObject({ code: 'read-error' });
  });
});

it('without fast-check a failure is told, with what to do to have it shrunk', async () => {
  await jest.isolateModulesAsync(async () => {
    jest.doMock('fast-check', () => {
      throw new Error('Cannot find module');
    });
    const kit = await import('../../lib/testing/index.js');
    const failing = kit.explore('(print 1)', { invariant: () => false });
    await expect(failing).rejects.toMatchObject({
      code: 'misuse',
      message: 'seed 0 fails, invariant does not hold; install fast-check to have it shrunk, or say { shrink: false }',
    });
    const { failure } = await kit.explore('(print 1)', { invariant: () => false, shrink: false });
    expect(failure?.seed).toBe(0);
    jest.dontMock('fast-check');
  });
});

describe('what a program comes to', () => {
  const comesTo = async (source: string): Promise<readonly string[]> => [
    ...(await explore(source, { seeds: 2 })).outcomes.keys(),
  ];

  it('is a fault, or a wait, where it is not its end', async () => {
    expect(await comesTo('(print 1) (sleep 1) (car 5)')).toEqual(['1\nfault: type-error car takes a pair, not 5']);
    expect(await comesTo('(print 1) (receive (x x))')).toEqual(['1\nwaits: receive']);
  });

  it('cannot be said while the host has not answered, or is a promise', async () => {
    const asks = (system: TestSystem): void => {
      system.spawn({ source: '(print (f 1))', capabilities: { f: () => Promise.resolve(5) } });
    };
    expect((await explore(asks, { seeds: 1, shrink: false })).failure?.reason).toMatch(
      /1 calls .* not answered: a promise/,
    );
    const later = (): (() => Promise<number>) => () => Promise.resolve(7);
    expect((await explore(later, { seeds: 1, shrink: false })).failure?.reason).toMatch(/done at once/);
    await expect(explore(() => Promise.resolve(1), { seeds: 1 })).rejects.toThrow('done at once');
  });
});
