import { type Value, VMError } from '../../lib/index.js';
import { SymbolValue } from '../../lib/data/values.js';
import { conserved, watched } from './systems.js';

// What is asked from outside: an answer, or why there is none.

const settled = async (): Promise<void> => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve();
};

/** What became of a promise, once it is known. */
const outcomeOf = (promise: Promise<Value>): { value?: Value; fault?: VMError } => {
  const outcome: { value?: Value; fault?: VMError } = {};
  promise.then(
    (value) => {
      outcome.value = value;
    },
    (fault: unknown) => {
      outcome.fault = fault as VMError;
    },
  );
  return outcome;
};

const symbol = (name: string): unknown => expect.objectContaining({ name });

const adder = `(let loop () (receive
  (\`(call ,from (add ,a ,b)) (reply from (+ a b)) (loop))
  (\`(call ,from "add") (reply from "what?") (loop))
  (\`(call ,from wait) (sleep 100) (reply from 'late) (loop))
  (\`(call ,from ignore) (loop))
  (\`(call ,from die) (exit 'crashed))
  (\`(call ,from fault) (car 5))))`;

describe('a call from outside', () => {
  it('is answered as one from a program is', async () => {
    const { system } = watched();
    const server = system.spawn(adder);
    expect(await server.call('add')).toBe('what?');
    conserved(system);
  });

  it.each<[string, string, unknown]>([
    ['ends', 'die', symbol('crashed')],
    ['faults', 'fault', expect.objectContaining({ code: 'type-error' })],
  ])('to an actor that %s while it handles it is rejected with the reason, in no time', async (_how, what, cause) => {
    const { system, clock } = watched();
    const server = system.spawn(adder);
    const outcome = outcomeOf(server.call(new SymbolValue(what), { timeout: 1000 }));
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
    await settled();
    expect(outcome.fault).toBeInstanceOf(VMError);
    expect(outcome.fault).toMatchObject({ code: 'misuse', cause });
    expect([outcome.fault?.message, clock.now()]).toEqual([expect.stringMatching(/^no reply: ./), 0]);
    conserved(system);
  });

  it('to an actor that has ended is rejected, and a dead letter', async () => {
    const { system, lines } = watched();
    const server = system.spawn(adder);
    server.exit();
    const outcome = outcomeOf(server.call('add', { timeout: 1000 }));
    await settled();
    expect([outcome.fault, lines.length]).toEqual([
      expect.objectContaining({ code: 'misuse', cause: symbol('noproc') }),
      1,
    ]);
    expect(system.counters.timers).toBe(0);
    conserved(system);
  });

  it('is given up after its time, and a reply that comes later is a dead letter', async () => {
    const { system, clock, flush, lines } = watched();
    const server = system.spawn(adder);
    const outcome = outcomeOf(server.call(new SymbolValue('wait'), { timeout: 50 }));
    clock.maxFrames = 49;
    clock.flush();
    await settled();
    expect(outcome).toEqual({});
    clock.maxFrames = 50;
    clock.flush();
    await settled();
    expect(outcome.fault).toMatchObject({ message: 'out of time: no answer within 50 ms', cause: symbol('timeout') });
    clock.maxFrames = Infinity;
    flush();
    expect([lines, system.counters]).toEqual([['lost late: ended'], expect.objectContaining({ timers: 0 })]);
    expect(await server.call('add')).toBe('what?');
    conserved(system);
  });

  it('that finds no room is rejected', async () => {
    const { system } = watched();
    const server = system.spawn({ mailbox: { capacity: 1, overflow: 'dropOldest' } });
    const [first, second] = [outcomeOf(server.call(1)), outcomeOf(server.call(2))];
    await settled();
    expect([first.fault, second]).toEqual([expect.objectContaining({ cause: symbol('overflow') }), {}]);
    conserved(system);
  });

  it('with what is no value is rejected', async () => {
    const { system } = watched();
    await expect(system.spawn(adder).call(() => 1)).rejects.toMatchObject({ code: 'type-error' });
    expect(system.counters.sent).toBe(1);
  });
});

it('a call of a program that finds no room raises overflow', () => {
  const { system, lines, run } = watched();
  const server = system.spawn({ name: 'server', mailbox: { capacity: 0 } });
  run("(print (guard (e (#t (list 'caught e))) (call 'server 1)))");
  expect([lines.at(-1), server.isAlive]).toEqual(['(caught overflow)', true]);
  conserved(system);
});

describe('an ask', () => {
  const program = '(define n 1) (sleep 100) n';

  it('is rejected when its time is over; what it asked for is done all the same', async () => {
    const { system, clock, flush } = watched();
    const actor = system.spawn();
    const outcome = outcomeOf(actor.evaluate(program, { timeout: 50 }));
    clock.maxFrames = 50;
    clock.flush();
    await settled();
    expect(outcome.fault).toMatchObject({ code: 'misuse', message: 'out of time: no answer within 50 ms' });
    clock.maxFrames = Infinity;
    flush();
    expect([actor.isAlive, system.counters]).toEqual([true, expect.objectContaining({ running: 0, timers: 0 })]);
    conserved(system);
  });

  it('is answered in time, and leaves no timer', async () => {
    const { system, flush } = watched();
    const actor = system.spawn();
    const outcome = outcomeOf(actor.evaluate(program, { timeout: 101 }));
    flush();
    await settled();
    expect([outcome, system.counters.timers]).toEqual([{ value: 1 }, 0]);
    expect(await actor.ask(['OP_CONSTANT', 5], { timeout: Infinity })).toBe(5);
  });

  it('is rejected when its signal fires, and listens no longer', async () => {
    const { system } = watched();
    const actor = system.spawn();
    const controller = new AbortController();
    const removed = jest.spyOn(controller.signal, 'removeEventListener');
    const outcome = outcomeOf(actor.evaluate(program, { signal: controller.signal, timeout: 500 }));
    controller.abort('changed my mind');
    await settled();
    expect(outcome.fault).toMatchObject({ code: 'misuse', cause: 'changed my mind' });
    expect([removed.mock.calls.length, system.counters.timers]).toEqual([1, 1]);
    const sent = system.counters.sent;
    await expect(actor.evaluate('1', { signal: controller.signal })).rejects.toMatchObject({
      cause: 'changed my mind',
    });
    expect(system.counters.sent).toBe(sent);
  });

  it('of an actor that ends while it handles it is rejected with the reason, in the same turn', async () => {
    const { system } = watched();
    const actor = system.spawn();
    const [running, waiting] = [outcomeOf(actor.evaluate(program, { timeout: 500 })), outcomeOf(actor.evaluate('1'))];
    actor.exit('enough');
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
    await settled();
    const ended = { code: 'misuse', message: 'the actor has ended: "enough"', cause: 'enough' };
    expect([running.fault, waiting.fault]).toEqual([expect.objectContaining(ended), expect.objectContaining(ended)]);
    await expect(actor.evaluate('1')).rejects.toMatchObject({ cause: symbol('noproc') });
    conserved(system);
  });

  it('by its own program that ends is rejected with the reason', async () => {
    const { system } = watched();
    await expect(system.spawn().evaluate("(exit 'done)")).rejects.toMatchObject({ cause: symbol('done') });
    conserved(system);
  });

  it.each<[unknown, RegExp]>([
    [{ timeout: -1 }, /^timeout is/],
    [{ timeout: NaN }, /^timeout is/],
    [{ timeout: '5' }, /^timeout is/],
    [{ timeout: 2 ** 34 }, /^timeout is/],
    [{ signal: {} }, /^signal is/],
    [{ signal: null }, /^signal is/],
    [null, /^options is/],
    [5, /^options is/],
  ])('with the options %j is rejected, and nothing is asked', async (options, message) => {
    const { system } = watched();
    const actor = system.spawn();
    for (const asked of [
      actor.ask(['OP_NIL'], options as never),
      actor.evaluate('1', options as never),
      actor.call(1, options as never),
    ])
      await expect(asked).rejects.toMatchObject({ code: 'misuse', message: expect.stringMatching(message) as string });
    expect(system.counters.sent).toBe(0);
  });
});
