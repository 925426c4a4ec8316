import { conserved, outcome, watched } from './systems.js';

// Messages between actors: their order, what a fault takes back, what a full mailbox does, and that none is lost track of.

describe('what a message wants of others', () => {
  it('happens when it has committed, or not at all', () => {
    expect(
      outcome(`
        (define me (self))
        (define a (spawn (lambda () (send me 'lost) (print "lost") (spawn (lambda () (send me 'lost))) (car 5))))
        (print (receive (x x) (after 10 'nothing)))`),
    ).toEqual(['lost code: type-error', 'nothing']);
  });

  it('has happened where it waited, and a fault goes back to there', () => {
    expect(
      outcome(`
        (define me (self))
        (spawn (lambda () (send me 'sent) (sleep 1) (send me 'lost) (car 5)))
        (print (receive (x x) (after 10 'nothing)))
        (print (receive (x x) (after 10 'nothing)))`),
    ).toEqual(['sent', 'lost code: type-error', 'nothing']);
  });
});

it('an actor that resumes goes on with the next message, from where the failed one had waited', () => {
  const { system, flush } = watched();
  const actor = system.spawn({ onFault: 'resume' });
  actor.send('OP_CONSTANT', 1, 'OP_DEFINE_VARIABLE', 'n');
  void actor.evaluate('(set! n 2) (sleep 1) (set! n 3) (car 5)').catch(() => undefined);
  flush();
  const values: unknown[] = [];
  void actor.evaluate('n').then((value) => values.push(value));
  expect([actor.isAlive, actor.state.variables.get('n'), actor.state.stack.toArray()]).toEqual([true, 2, [2].slice(1)]);
  conserved(system);
});

it('an actor starts with what the one that spawned it knew, and neither sees what the other changes', () => {
  expect(
    outcome(`
      (define me (self))
      (define n 1)
      (define cell (vector 1))
      (define (look) (list n (vector-ref cell 0)))
      (spawn (lambda () (set! n 2) (vector-set! cell 0 'changed) (send me (look))))
      (set! n 3)
      (print (receive (x x)))
      (print (look))`),
  ).toEqual(['(2 changed)', '(3 1)']);
});

it('what is sent is a copy', () => {
  expect(
    outcome(`
      (define me (self))
      (define cell (vector 1))
      (define a (spawn (lambda () (receive (v (begin (vector-set! v 0 'theirs) (send me v)))))))
      (send a cell)
      (define back (receive (v v)))
      (print (list cell back (eq? cell back)))`),
  ).toEqual(['(#(1) #(theirs) #f)']);
});

describe('a full mailbox', () => {
  it.each([
    ['dropNewest', ['lost 3: overflow', '(1 2)']],
    ['dropOldest', ['lost 1: overflow', '(2 3)']],
  ] as const)('with %s', (overflow, expected) => {
    const { system, lines } = watched();
    const actor = system.spawn({ mailbox: { capacity: 2, overflow } });
    actor.output$.subscribe((line) => lines.push(line));
    for (const n of [1, 2, 3]) actor.tell(n);
    void actor.evaluate('(print (list (receive (x x)) (receive (x x))))');
    expect(lines).toEqual(expected);
    conserved(system);
  });

  it('never drops what the system says', () => {
    const { system, lines } = watched();
    const actor = system.spawn({ mailbox: { capacity: 1 } });
    actor.output$.subscribe((line) => lines.push(line));
    void actor.evaluate('(for-each (lambda (n) (monitor n)) (list (spawn (lambda () 1)) (spawn (lambda () 2))))');
    void actor.evaluate('(print (list (receive ((_ _ _ x) x)) (receive ((_ _ _ x) x))))');
    expect(lines).toEqual(['(normal normal)']);
    conserved(system);
  });
});

describe('sending to', () => {
  it.each([
    ['nobody', "'nobody"],
    ['a number', '5'],
    ['a list', "'(1 2)"],
    ['a reference', '(make-ref)'],
  ])('%s is a dead letter, and the sender goes on', (_what, to) => {
    expect(outcome(`(send ${to} 'x) (! ${to} 'y) (print "on")`)).toEqual(['lost x: noproc', 'lost y: noproc', 'on']);
  });

  it('what is no value is refused where it comes from outside', () => {
    const { system } = watched();
    const actor = system.spawn();
    expect(() => {
      actor.tell(() => 1);
    }).toThrow(expect.objectContaining({ code: 'type-error' }));
    conserved(system);
  });
});

describe('an instruction that waits', () => {
  it('may be the last of a message, which is handled when the wait is over', async () => {
    const { system, clock, flush } = watched();
    const actor = system.spawn();
    const asked = actor.ask(['OP_CONSTANT', 5, 'OP_SLEEP']);
    actor.send('OP_CONSTANT', 1);
    expect([system.counters, actor.state.stack.length]).toEqual([
      expect.objectContaining({ running: 1, queued: 1, timers: 1, handled: 0 }),
      0,
    ]);
    flush();
    expect([await asked, clock.now(), actor.state.stack.toArray()]).toEqual([null, 5, [1]]);
    conserved(system);
  });

  it('may end the actor', () => {
    const { system } = watched();
    const actor = system.spawn();
    const reasons: unknown[] = [];
    actor.monitor().subscribe((reason) => reasons.push(reason));
    actor.send('OP_CONSTANT', 'enough', 'OP_EXIT');
    expect([reasons, actor.isAlive]).toEqual([['enough'], false]);
    conserved(system);
  });
});
