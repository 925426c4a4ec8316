import { type ActorRef, type ActorSpec } from '../../lib/system/index.js';
import { outcome, watched, type Watched } from './systems.js';

// Who is served first, and who is dropped.

/** An actor that sleeps while it is sent something, and prints all it can receive then. */
const sleeper = (mailbox: ActorSpec['mailbox'] = {}): Watched & { readonly actor: ActorRef } => {
  const all = watched();
  const actor = all.system.spawn({ mailbox });
  actor.output$.subscribe((line) => all.lines.push(line));
  void actor.evaluate(`
    (sleep 10)
    (let loop () (receive (x (print x) (loop)) (after 0 (print 'end))))`);
  return { ...all, actor };
};

const served = (
  mailbox: ActorSpec['mailbox'],
  sent: readonly (readonly [message: number, priority: number])[],
): string => {
  const { actor, flush, lines } = sleeper(mailbox);
  for (const [message, priority] of sent) actor.tell(message, { priority });
  flush();
  return lines.join(' ');
};

describe('a message with a priority', () => {
  it('goes before ordinary ones and behind those of its priority that came earlier', () => {
    const sent = [
      [1, 0],
      [2, 5],
      [3, 0],
      [4, 5],
      [5, 9],
      [6, -1],
      [7, 0],
    ] as const;
    expect(served({ priorities: true }, sent)).toBe('5 2 4 1 3 7 6 end');
  });

  it('is like any other where the receiver has not said that it wants priorities', () => {
    expect(
      served({}, [
        [1, 0],
        [2, 5],
      ]),
    ).toBe('1 2 end');
  });

  it('leaves one in sixteen to the ordinary', () => {
    const sent = Array.from({ length: 40 }, (_, i) => [i, i < 4 ? 0 : 1] as const);
    const order = served({ priorities: true }, sent).split(' ').map(Number);
    expect([0, 1, 2, 3].map((message) => order.indexOf(message))).toEqual([15, 31, 38, 39]);
  });

  it('never lands inside a handler', () => {
    expect(
      outcome(`
        (priority #t)
        (send (self) 'ordinary)
        (send-priority (self) 'urgent 1)
        (define (loop) (receive (x (print x) (send-priority (self) 'now 2) (print 'done)) (after 0 'end)))
        (loop)
        (print (receive (x x)))
        (print (receive (x x)))`),
    ).toEqual(['urgent', 'done', 'now', 'ordinary']);
  });

  it('is seen by a receive that has looked further already', () => {
    const { actor, lines, flush } = (() => {
      const all = watched();
      const waiting = all.system.spawn({ mailbox: { priorities: true } });
      waiting.output$.subscribe((line) => all.lines.push(line));
      return { ...all, actor: waiting };
    })();
    for (const message of [1, 2, 3]) actor.tell(message);
    void actor.evaluate('(print (receive (n (when (> n 10)) n)))');
    actor.tell(11, { priority: 3 });
    flush();
    expect(lines).toEqual(['11']);
  });

  it('counts for code too', () => {
    const { actor, flush, lines } = sleeper({ priorities: true });
    actor.next({ bytecode: ['OP_CONSTANT', 'last', 'OP_PRINT', 'OP_POP'] });
    actor.next({ bytecode: ['OP_CONSTANT', 'first', 'OP_PRINT', 'OP_POP'], priority: 1 });
    flush();
    expect(lines).toEqual(['end', 'first', 'last']);
  });

  it('has to be a number', () => {
    const { actor } = sleeper();
    expect(() => {
      actor.tell(1, { priority: NaN });
    }).toThrow('priority is a number');
    expect(outcome("(send-priority (self) 1 'high)")).toEqual(['lost code: type-error']);
  });
});

describe('a mailbox that is full', () => {
  const three = [
    [1, 0],
    [2, 0],
    [3, 0],
  ] as const;

  it('drops the newest, or the oldest, and the sender does not notice', () => {
    expect(served({ capacity: 2 }, three)).toBe('lost 3: overflow 1 2 end');
    expect(served({ capacity: 2, overflow: 'dropOldest' }, three)).toBe('lost 1: overflow 2 3 end');
  });

  it('drops the oldest of the lowest priority', () => {
    const sent = [[0, 9], ...three] as const;
    expect(served({ capacity: 3, overflow: 'dropOldest', priorities: true }, sent)).toBe('lost 1: overflow 0 2 3 end');
  });

  it('still takes what the system has to say', () => {
    const { system, flush, lines } = watched();
    const actor = system.spawn({ mailbox: { capacity: 1 } });
    actor.output$.subscribe((line) => lines.push(line));
    actor.send('OP_NIL');
    void actor.evaluate(`
      (trap-exit #t)
      (spawn-link (lambda () (exit 'bad)))
      (sleep 10)
      (let loop () (receive (('exit _ reason) (print reason) (loop)) (x (print x) (loop)) (after 0 (print 'end))))`);
    for (const message of [1, 2]) actor.tell(message);
    flush();
    expect(lines).toEqual(['lost 1: overflow', 'lost 2: overflow', 'bad', 'end']);
  });
});

it('a hundred and fifty thousand priorities are sorted in a moment', () => {
  const { system } = watched();
  const actor = system.spawn({ mailbox: { priorities: true } });
  const before = performance.now();
  for (let priority = 0; priority > -150_000; priority -= 1) actor.tell(priority, { priority });
  expect(performance.now() - before).toBeLessThan(5000);
  expect(system.counters.queued).toBe(150_000);
});
