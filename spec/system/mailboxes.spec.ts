import { VMError } from '../../lib/index.js';
import { type ActorRef, type ActorSpec } from '../../lib/system/index.js';
import { conserved, watched, type Watched } from './systems.js';

// The line of code that waits: priorities, and what happens when it is full. Letters have the same, elsewhere.

const printing = (text: unknown): readonly unknown[] => ['OP_CONSTANT', text, 'OP_PRINT', 'OP_POP'];

/** An actor that is in the middle of a message for ten milliseconds. */
const busy = (mailbox: ActorSpec['mailbox']): Watched & { readonly actor: ActorRef } => {
  const all = watched();
  const actor = all.system.spawn({ mailbox });
  actor.output$.subscribe((line) => all.lines.push(line));
  void actor.evaluate("(sleep 10) (print 'done)").catch(() => undefined);
  return { ...all, actor };
};

describe('code that waits', () => {
  it.each([
    ['dropNewest', ['lost code: overflow', 'done', '1', '2']],
    ['dropOldest', ['lost code: overflow', 'done', '2', '3']],
  ] as const)('where there is no room, is dropped by the policy: %s', (overflow, expected) => {
    const { actor, lines, flush, system } = busy({ capacity: 2, overflow });
    for (const n of [1, 2, 3]) actor.send(...printing(n));
    flush();
    expect([lines, actor.isAlive]).toEqual([expected, true]);
    expect(system.counters).toMatchObject({ dead: 1, queued: 0 });
    conserved(system);
  });

  it('is what was asked, and whoever asked is told where it is dropped', async () => {
    const { actor, flush, system } = busy({ capacity: 1, overflow: 'dropOldest' });
    const [first, second] = [actor.ask(['OP_CONSTANT', 1]), actor.ask(['OP_CONSTANT', 2])];
    await expect(first).rejects.toEqual(expect.any(VMError));
    await expect(first).rejects.toMatchObject({ code: 'misuse', message: 'the mailbox is full' });
    flush();
    await expect(second).resolves.toBe(2);
    conserved(system);
  });

  it('leaves one in sixteen to the lowest priority', () => {
    const { actor, lines, flush } = busy({ priorities: true });
    for (let i = 0; i < 4; i += 1) actor.next({ bytecode: printing('ordinary') });
    for (let i = 0; i < 60; i += 1) actor.next({ bytecode: printing('urgent'), priority: 1 });
    flush();
    const order = lines.slice(1);
    expect(order.flatMap((line, index) => (line === 'ordinary' ? [index] : []))).toEqual([15, 31, 47, 63]);
  });

  it('goes behind what runs, whatever its priority, also where that takes many slices', () => {
    const { system, lines, flush } = watched({ slice: 50 });
    const actor = system.spawn({ mailbox: { priorities: true } });
    actor.output$.subscribe((line) => lines.push(line));
    void actor.evaluate(
      '(define (spin n) (if (> n 0) (spin (- n 1)))) (spin 100000) (print 1) (spin 100000) (print 2)',
    );
    actor.next({ bytecode: printing('ordinary') });
    actor.next({ bytecode: printing('urgent'), priority: 9 });
    expect([system.counters.queued, lines]).toEqual([2, []]);
    flush();
    expect(lines).toEqual(['1', '2', 'urgent', 'ordinary']);
    conserved(system);
  });
});

describe('whoever sends to an actor without room', () => {
  it.each(['dropNewest', 'dropOldest'] as const)('goes on, and its message is a dead letter: %s', (overflow) => {
    const { system, run, lines } = watched();
    system.spawn({ name: 'full', mailbox: { capacity: 0, overflow } });
    run(`
      (send 'full 1)
      (send-priority 'full 2 9)
      (run-on 'full (lambda () 3))
      (print 'on)`);
    expect([...lines].sort()).toEqual(['lost 1: overflow', 'lost 2: overflow', 'lost code: overflow', 'on']);
    conserved(system);
  });

  it('by a timer loses the message, and nobody faults', () => {
    const { system, run, lines, flush } = watched();
    system.spawn({ name: 'full', mailbox: { capacity: 0 } });
    run("(send-after 5 'full 'late) (sleep 10) (print 'on)");
    flush();
    expect(lines).toEqual(['lost late: overflow', 'on']);
    conserved(system);
  });

  it('can still tell it to end, and be news to it: what the system says is never dropped', () => {
    const { system, run, lines, flush } = watched();
    const source = `
      (trap-exit #t)
      (monitor 'nobody)
      (let loop () (receive (('exit _ reason) (print reason) (loop)) (('down _ _ reason) (print reason) (loop))))`;
    const full = system.spawn({ mailbox: { capacity: 0, overflow: 'dropOldest' }, name: 'full', source });
    full.output$.subscribe((line) => lines.push(line));
    run("(send 'full 1) (link 'full) (exit 'full 'told) (exit 'mine)");
    flush();
    expect(lines).toEqual(['lost 1: overflow', 'told', 'mine']);
    conserved(system);
  });
});
