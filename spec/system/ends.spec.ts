import { print, VMError } from '../../lib/index.js';
import { conserved, outcome, watched } from './systems.js';

// How actors end, and who is told.

describe('links', () => {
  it('end the partner of an actor that ends with a reason, and not that of one that ends normally', () => {
    expect(
      outcome(`
        (define me (self))
        (define (partner how) (lambda () (spawn-link how) (receive (x x) (after 10 (send me 'lives)))))
        (spawn (partner (lambda () 'done)))
        (print (receive (x x) (after 100 'nobody)))
        (spawn (partner (lambda () (exit 'bad))))
        (print (receive (x x) (after 100 'nobody)))`),
    ).toEqual(['lives', 'nobody']);
  });

  it('tell a partner that traps exits', () => {
    expect(
      outcome(`
        (trap-exit #t)
        (define a (spawn-link (lambda () (exit 'bad))))
        (print (receive (('exit from reason) (list (eq? from a) reason))))
        (define b (spawn-link (lambda () 'done)))
        (print (receive (('exit from reason) (list (eq? from b) reason))))
        (define c (spawn-link (lambda () (car 5))))
        (print (receive (('exit from reason) (error-object-message reason))))
        (link c)
        (print (receive (('exit from reason) (list (eq? from c) reason))))`),
    ).toEqual(['(#t bad)', '(#t normal)', 'lost code: type-error', 'car takes a pair, not 5', '(#t noproc)']);
  });

  it('are one, however often they are made, and are seen no more after unlink', () => {
    expect(
      outcome(`
        (trap-exit #t)
        (define a (spawn (lambda () (receive ('go (exit 'bad))))))
        (link a) (link a)
        (send a 'go)
        (print (receive (('exit _ reason) reason) (after 10 'nothing)))
        (print (receive (x x) (after 10 'nothing)))
        (define b (spawn (lambda () (receive ('go (exit 'bad))))))
        (link b) (unlink b) (send b 'go)
        (print (receive (x x) (after 10 'nothing)))`),
    ).toEqual(['bad', 'nothing', 'nothing']);
  });
});

describe('kill', () => {
  it('from outside cannot be trapped, and is seen as killed; over a link it can', () => {
    expect(
      outcome(`
        (define a (spawn (lambda () (trap-exit #t) (receive ('never 1)))))
        (monitor a)
        (exit a 'kill)
        (print (receive (('down _ _ reason) reason)))
        (trap-exit #t)
        (spawn-link (lambda () (exit 'kill)))
        (print (receive (('exit _ reason) reason)))`),
    ).toEqual(['lost code: ended', 'killed', 'kill']);
  });
});

describe('monitors', () => {
  it('give a notice each, once', () => {
    expect(
      outcome(`
        (define a (spawn (lambda () (receive ('go 'done)))))
        (define first (monitor a))
        (define second (monitor a))
        (send a 'go)
        (print (receive (('down ref pid reason) (list (eq? ref first) (eq? pid a) reason))))
        (print (receive (('down ref pid reason) (list (eq? ref second) reason))))
        (print (receive (x x) (after 10 'nothing)))`),
    ).toEqual(['(#t #t normal)', '(#t normal)', 'nothing']);
  });

  it('of the dead give it at once', () => {
    expect(
      outcome(`
        (define a (spawn (lambda () 1)))
        (receive (after 1 1))
        (define ref (monitor a))
        (print (receive (('down r _ reason) (list (eq? r ref) reason)) (after 0 'nothing)))`),
    ).toEqual(['(#t noproc)']);
  });

  it('are taken back, with the notice that waits where it is flushed', () => {
    expect(
      outcome(`
        (define a (spawn (lambda () 1)))
        (define ref (monitor a))
        (send (self) 'other)
        (receive (after 1 1))
        (demonitor ref 'flush)
        (print (receive (x x)))
        (print (receive (x x) (after 10 'nothing)))`),
    ).toEqual(['other', 'nothing']);
  });
});

it('what an actor sent before it ended arrives before the news of its end', () => {
  const told = `(define me (self))
    (define (receive-all n) (if (= n 0) '() (let ((x (receive (('exit . _) 'exit) (x x) (after 10 'nothing)))) (cons x (receive-all (- n 1))))))`;
  expect(
    outcome(`${told} (trap-exit #t)
      (spawn-link (lambda () (send me 1) (send me 2) (send me 3) (exit 'bad)))
      (print (receive-all 5))`),
  ).toEqual(['(1 2 3 exit nothing)']);
});

it('a name is free before anyone is told of the death', () => {
  expect(
    outcome(`
      (define a (spawn (lambda () (receive ('go 'done)))))
      (register 'a a)
      (print (eq? (whereis 'a) a))
      (monitor a)
      (send 'a 'go)
      (print (receive (('down . _) (whereis 'a))))`),
  ).toEqual(['#t', '#f']);
});

describe('a call', () => {
  it('is answered, by whoever knows where it came from', () => {
    expect(
      outcome(`
        (define server (spawn (lambda () (let loop () (receive (\`(call ,from (add ,a ,b)) (reply from (+ a b)) (loop)))))))
        (print (call server '(add 1 2)))
        (print (call server '(add 3 4) 100))`),
    ).toEqual(['3', '7']);
  });

  it('to an actor that dies fails with its reason, in no time', () => {
    const { run, clock, lines, system } = watched();
    run(`
      (define server (spawn (lambda () (receive (_ (exit 'crashed))))))
      (print (guard (e (#t (list 'caught e))) (call server 'anything 1000)))
      (print (guard (e (#t (list 'caught e))) (call server 'anything 1000)))`);
    expect(lines).toEqual(['(caught crashed)', 'lost anything: noproc', '(caught noproc)']);
    expect([clock.now(), system.counters.timers]).toEqual([0, 0]);
    conserved(system);
  });

  it('to an actor that runs out of fuel fails with that, and the caller can catch it', () => {
    const { system, lines, run } = watched();
    system.spawn({ name: 'weak', limits: { fuel: 1000 }, source: '(receive (x (let loop () (loop))))' });
    run("(print (guard (e ((error-object? e) (list 'caught (error-object-message e)))) (call 'weak 1)))");
    expect(lines.at(-1)).toBe('(caught more than 1000 units of fuel)');
    conserved(system);
  });

  it('gives up after its time, and a reply that comes later is a dead letter', () => {
    expect(
      outcome(`
        (define server (spawn (lambda () (receive (\`(call ,from ,_) (sleep 50) (reply from 'late))))))
        (print (guard (e (#t (list 'caught e))) (call server 'anything 10)))
        (print (receive (x x) (after 100 'nothing)))`),
    ).toEqual(['(caught timeout)', 'lost late: ended', 'nothing']);
  });
});

it('nothing of an actor remains when it has ended', () => {
  const { run, flush, system } = watched();
  const actor = run(`
    (register 'me (self))
    (define other (spawn (lambda () (receive ('never 1)))))
    (monitor other)
    (send-after 1000 (self) 'later)
    (receive ('never 1) (after 5000 1))`);
  expect(system.counters).toMatchObject({ actors: 2, timers: 2 });
  const reasons: string[] = [];
  actor.monitor().subscribe((reason) => reasons.push(print(reason)));
  actor.exit();
  expect(system.counters).toMatchObject({ actors: 1, timers: 0 });
  expect([reasons, system.whereis('me'), actor.isAlive]).toEqual([['shutdown'], undefined, false]);
  void system.stop();
  flush();
  expect(system.counters).toMatchObject({ actors: 0, timers: 0, running: 0, queued: 0 });
  conserved(system);
});

it('a fault ends the actor, and its states end with it', () => {
  const { run, system } = watched();
  const actor = run('(define n 1)');
  const faults: unknown[] = [];
  actor.state$.subscribe({ error: (fault) => faults.push(fault) });
  actor.send('OP_ADD');
  expect(faults).toEqual([expect.any(VMError)]);
  actor.send('OP_NIL');
  expect(system.counters).toMatchObject({ actors: 0, dead: 2 });
  conserved(system);
});
