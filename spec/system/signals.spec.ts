import { print } from '../../lib/index.js';
import { type ActorRef } from '../../lib/system/index.js';
import { conserved, outcome, watched } from './systems.js';

// Messages and the news of ends and links, from one actor to another: one line, in the order of their sending.

const all = `(define (all) (let ((x (receive (('exit _ reason) (list 'exit reason)) (('down _ _ reason) (list 'down reason)) (x x) (after 0 'end))))
  (if (eq? x 'end) '() (cons x (all)))))`;

/** A target that notes what it was sent, and somebody who sends it three messages, something, and three messages. */
const six = (trap: string, between: string): readonly string[] =>
  outcome(`
    ${all}
    (define me (self))
    (define (target) ${trap} (sleep 10) (send me (all)))
    (define t (spawn target))
    (sleep 1)
    (spawn (lambda ()
      (for-each (lambda (n) (send t n)) '(1 2 3))
      ${between}
      (for-each (lambda (n) (send t n)) '(4 5 6))))
    (print (receive (x x) (after 100 'nothing)))`);

describe('three messages, an exit, and three messages', () => {
  it('are all seen in this order by an actor that traps exits', () => {
    expect(six('(trap-exit #t)', "(exit t 'stop)")).toEqual(['(1 2 3 (exit stop) 4 5 6)']);
  });

  it('end one that does not before it sees any of the last three', () => {
    expect(six('', "(exit t 'stop)")).toEqual([
      ...[1, 2, 3].map((n) => `lost ${n}: ended`),
      ...[4, 5, 6].map((n) => `lost ${n}: noproc`),
      'nothing',
    ]);
  });

  it('are handled up to the exit where the actor is quick', () => {
    expect(
      outcome(`
        ${all}
        (define me (self))
        (define t (spawn (lambda () (let loop () (receive (x (send me x) (loop)))))))
        (for-each (lambda (n) (send t n)) '(1 2 3))
        (sleep 1)
        (exit t 'stop)
        (for-each (lambda (n) (send t n)) '(4 5 6))
        (sleep 1)
        (print (all))`),
    ).toEqual([...[4, 5, 6].map((n) => `lost ${n}: noproc`), '(1 2 3)']);
  });

  it('do nothing to an actor that does not trap where the reason is normal', () => {
    expect(six('', "(exit t 'normal)")).toEqual(['(1 2 3 4 5 6)']);
  });
});

it('the end of a link, of a monitored actor and of both come between the messages of the one that ended', () => {
  const ending = (relation: string): readonly string[] =>
    outcome(`
      ${all}
      (trap-exit #t)
      (define me (self))
      (define a (spawn (lambda () (receive ('go (for-each (lambda (n) (send me n)) '(1 2 3)) (exit 'bad))))))
      ${relation}
      (send a 'go)
      (sleep 1)
      (send me 4)
      (print (all))`);
  expect(ending('(link a)')).toEqual(['(1 2 3 (exit bad) 4)']);
  expect(ending('(monitor a)')).toEqual(['(1 2 3 (down bad) 4)']);
  expect(ending('(link a) (monitor a)')).toEqual(['(1 2 3 (exit bad) (down bad) 4)']);
  expect(ending('')).toEqual(['(1 2 3 4)']);
});

it('a link that is made and taken back among messages holds from here to there', () => {
  expect(
    outcome(`
      ${all}
      (trap-exit #t)
      (define me (self))
      (define a (spawn (lambda () (send me 1) (link me) (send me 2) (unlink me) (send me 3) (exit 'bad))))
      (sleep 1)
      (define b (spawn (lambda () (send me 4) (link me) (send me 5) (exit 'worse))))
      (sleep 1)
      (print (all))`),
  ).toEqual(['(1 2 3 4 5 (exit worse))']);
});

describe('an end', () => {
  const reasonOf = (source: string, told?: (actor: ActorRef) => void): string => {
    const { system, flush } = watched();
    const actor = system.spawn(`(define (main) ${source}) (sleep 1) (main)`);
    const reasons: string[] = [];
    actor.monitor().subscribe((reason) => reasons.push(print(reason)));
    told?.(actor);
    flush();
    conserved(system);
    return reasons.join(' ');
  };

  it('has the reason that the actor gives, or that of its fault, or the one that it was told', () => {
    expect(outcome('(spawn-monitor (lambda () 1)) (print (receive ((_ _ _ reason) reason)))')).toEqual(['normal']);
    expect(reasonOf("(exit '(my reason))")).toBe('(my reason)');
    expect(reasonOf("(raise 'mine)")).toBe('mine');
    expect(reasonOf('(car 5)')).toMatch(/car takes a pair/);
    expect(
      reasonOf('(sleep 9)', (actor) => {
        actor.exit({ why: 'told' });
      }),
    ).toMatch(/told/);
    expect(
      reasonOf('(sleep 9)', (actor) => {
        actor.exit();
      }),
    ).toBe('shutdown');
  });

  it('has a reason of any size, which arrives whole', () => {
    expect(
      outcome(`
        (trap-exit #t)
        (define large (iota 100000))
        (define a (spawn-link (lambda () (sleep 1) (exit large))))
        (monitor a)
        (define (right? reason) (and (= (length reason) 100000) (= (list-ref reason 99999) 99999)))
        (print (receive (('exit _ reason) (right? reason))))
        (print (receive (('down _ _ reason) (right? reason))))
        (define b (spawn-link (lambda () (sleep 10))))
        (sleep 1)
        (exit b (make-string 1000000 #\\x))
        (print (receive (('exit _ reason) (string-length reason))))`),
    ).toEqual(['#t', '#t', '1000000']);
  });

  it('is the first of two', () => {
    expect(
      outcome(`
        (define a (spawn (lambda () (receive ('never 1)))))
        (sleep 1)
        (monitor a)
        (exit a 'normal) (exit a 'first) (exit a 'second) (exit a 'kill)
        (print (receive (('down _ _ reason) reason)))
        (print (receive (x x) (after 10 'nothing)))`),
    ).toEqual(['first', 'nothing']);
  });
});

describe('the reason kill', () => {
  it('ends who is told it, trapping or not, and partners see killed', () => {
    expect(
      outcome(`
        (trap-exit #t)
        (define a (spawn-link (lambda () (trap-exit #t) (receive ('never 1)))))
        (sleep 1)
        (exit a 'kill)
        (print (receive (('exit _ reason) reason)))`),
    ).toEqual(['killed']);
  });

  it('over a link ends a partner that does not trap, and can be trapped by one that does', () => {
    expect(
      outcome(`
        (define me (self))
        (define (partner trap) (lambda ()
          (trap-exit trap)
          (spawn-link (lambda () (sleep 1) (exit 'kill)))
          (receive (('exit _ reason) (exit (list 'saw reason))))))
        (define (end-of thunk) (monitor (spawn thunk)) (receive (('down _ _ reason) reason)))
        (print (end-of (partner #t)))
        (print (end-of (partner #f)))`),
    ).toEqual(['(saw kill)', 'kill']);
  });
});

describe('after unlink', () => {
  const unlinked = (before: string, after: string): readonly string[] =>
    outcome(`
      ${all}
      (trap-exit #t)
      (define a (spawn-link (lambda () (receive ('go (exit 'bad))))))
      ${before}
      (sleep 1)
      (unlink a)
      ${after}
      (sleep 1)
      (print (all))`);

  it('no exit of that link is seen, one that waits already included', () => {
    expect(unlinked("(send a 'go)", '')).toEqual(['()']);
    expect(unlinked('', "(send a 'go)")).toEqual(['()']);
  });

  it('what waits besides it is untouched, whatever it looks like', () => {
    expect(
      unlinked("(send (self) 1) (send (self) (list 'exit a 'told)) (send a 'go) (send (self) 2)", '(send (self) 3)'),
    ).toEqual(['(1 (exit told) 2 3)']);
    expect(
      outcome(`
        ${all}
        (trap-exit #t)
        (define me (self))
        (define a (spawn-link (lambda () (exit me 'asked) (exit 'bad))))
        (sleep 1)
        (unlink a)
        (print (all))`),
    ).toEqual(['((exit asked))']);
  });

  it.each(['nil', '5', "'()", "'nobody"])('of %s nothing has changed', (to) => {
    expect(outcome(`${all} (for-each (lambda (n) (send (self) n)) '(1 2)) (unlink ${to}) (print (all))`)).toEqual([
      '(1 2)',
    ]);
  });

  it('a link that is made anew is one', () => {
    expect(unlinked('', "(link a) (link a) (send a 'go)")).toEqual(['((exit bad))']);
  });
});

describe('after demonitor', () => {
  const watching = (before: string, flush: string, after = ''): readonly string[] =>
    outcome(`
      ${all}
      (define a (spawn (lambda () (receive ('go (exit 'bad))))))
      (define one (monitor a))
      (define other (monitor a))
      (print (eq? one other))
      ${before}
      (sleep 1)
      (demonitor one ${flush})
      ${after}
      (sleep 1)
      (print (all))`);

  it('with flush no notice of it is seen, and what waits besides it is untouched, whatever it looks like', () => {
    expect(
      watching("(send (self) 1) (send (self) (list 'down one a 'told)) (send a 'go) (send (self) 2)", "'flush"),
    ).toEqual(['#f', '(1 (down told) 2 (down bad))']);
  });

  it('without flush one that waits already stays', () => {
    expect(watching("(send a 'go)", '')).toEqual(['#f', '((down bad) (down bad))']);
  });

  it('none comes any more', () => {
    expect(watching('', '', "(send a 'go)")).toEqual(['#f', '((down bad))']);
  });

  it('another one watches on', () => {
    expect(
      outcome(`
        ${all}
        (define me (self))
        (define a (spawn (lambda () (receive ('go (exit 'bad))))))
        (define mine (monitor a))
        (spawn (lambda () (demonitor mine 'flush)))
        (sleep 1)
        (send a 'go)
        (sleep 1)
        (print (all))`),
    ).toEqual(['((down bad))']);
  });
});

it('a monitor of the dead, and of a name that nobody has, gives one notice at once', () => {
  expect(
    outcome(`
      ${all}
      (define a (spawn (lambda () 1)))
      (sleep 1)
      (monitor a) (monitor a) (monitor 'nobody)
      (print (all))
      (sleep 1)
      (print (all))`),
  ).toEqual(['((down noproc) (down noproc) (down noproc))', '()']);
});

describe('a name is free before', () => {
  const told = (watch: string): readonly string[] =>
    outcome(`
      (trap-exit #t)
      (define me (self))
      (define a (spawn (lambda () (receive ('go (exit 'bad)) (\`(call ,_ ,_) (exit 'bad))))))
      (register 'a a)
      (print (eq? (whereis 'a) a))
      ${watch}
      (print (whereis 'a))`);

  it.each([
    ['a partner', "(link a) (send 'a 'go) (receive (('exit _ _) 1))"],
    ['whoever watches', "(monitor a) (send 'a 'go) (receive (('down _ _ _) 1))"],
    ['whoever has called', "(guard (e (#t 1)) (call 'a 'x))"],
  ])('%s is told of the death', (_who, watch) => {
    expect(told(watch)).toEqual(['#t', '#f']);
  });

  it('the embedding program is: by monitors, states, output, events, dead letters', () => {
    const { system } = watched();
    const seen: string[] = [];
    const look = (who: string) => (): void => {
      seen.push(`${who} ${system.whereis('a') === undefined ? 'free' : 'taken'}`);
    };
    const actor = system.spawn({ name: 'a', source: '(receive (x x))' });
    actor.tell('too much');
    actor.monitor().subscribe(look('monitor'));
    actor.state$.subscribe({ complete: look('states') });
    actor.output$.subscribe({ complete: look('output') });
    const waiting = system.spawn({ name: 'b' });
    system.deadLetters$.subscribe(look('dead letter'));
    system.events$.subscribe(({ type }) => {
      if (type === 'exited') look('event')();
    });
    seen.length = 0;
    actor.tell('lost');
    actor.exit();
    expect([...seen].sort()).toEqual(['dead letter free', 'event free', 'monitor free', 'output free', 'states free']);
    expect(waiting.isAlive).toBe(true);
    expect(system.whereis('b')?.pid).toBe(waiting.pid);
  });
});
