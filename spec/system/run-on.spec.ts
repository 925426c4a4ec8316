import { conserved, outcome, watched } from './systems.js';

// Code that is sent to other actors.

const looping = `
  (define me (self))
  (define count 0)
  (define p (spawn (lambda () (let loop ((n 0)) (receive ('end (exit 'end)) ('get (send me (list n count)) (loop n)) (m (loop (+ n 1))))))))`;

describe('code for an actor that receives', () => {
  it('runs there, in line with what is sent, and the actor goes on receiving', () => {
    expect(
      outcome(`${looping}
        (send p 'one)
        (run-on p (lambda () (set! count (+ count 10)) (send me (list 'ran (eq? (self) p)))))
        (send p 'two)
        (send p 'get)
        (print (receive (x x)))
        (print (receive (x x)))
        (print count)`),
    ).toEqual(['(ran #t)', '(2 10)', '0']);
  });

  it('may receive, wait and receive again', () => {
    expect(
      outcome(`${looping}
        (run-on p (lambda () (send me (list 'got (receive (('for-code x) x)))) (sleep 5) (send me 'slept)))
        (send p 'other)
        (send p '(for-code 7))
        (send p 'get)
        (print (receive (x x)))
        (print (receive (x x)))
        (print (receive (x x)))`),
    ).toEqual(['(got 7)', 'slept', '(1 0)']);
  });

  it('does not begin its time anew', () => {
    const { run, clock, flush, lines } = watched();
    run(`
      (define me (self))
      (define p (spawn (lambda () (receive ('never 1) (after 100 (send me 'late))))))
      (define (busy n) (if (> n 0) (begin (sleep 30) (run-on p (lambda () (send me 'ran))) (busy (- n 1)))))
      (spawn (lambda () (busy 3)))
      (define (all n) (if (> n 0) (begin (print (receive (x x))) (all (- n 1)))))
      (all 4)`);
    flush();
    expect([lines, clock.now()]).toEqual([['ran', 'ran', 'ran', 'late'], 100]);
  });

  it('that faults ends the actor, and is the dead letter', () => {
    const { run, flush, lines, system } = watched();
    run(`${looping}
      (monitor p)
      (run-on p (lambda () (car 5)))
      (print (receive (('down _ _ reason) (error-object-message reason))))`);
    flush();
    expect(lines).toEqual([
      expect.stringMatching(/^lost .*procedure lambda.*: type-error$/),
      'car takes a pair, not 5',
    ]);
    conserved(system);
  });
});

it('code for a supervisor is refused', () => {
  const { run, flush, lines, system } = watched();
  run(`(define sup (supervisor '())) (run-on sup (lambda () (exit 'bad))) (sleep 1) (print (count-children sup))`);
  flush();
  expect(lines).toEqual([expect.stringMatching(/^lost .*: misuse$/), expect.stringContaining('specs')]);
  conserved(system);
});

it('code for an actor that does something runs when that is done', () => {
  const { run, system, flush, lines } = watched();
  run(`(register 'sender (self)) (define (loop) (receive (p (run-on p (lambda () (print 'ran))) (loop)))) (loop)`);
  const other = system.spawn();
  other.output$.subscribe((line) => lines.push(line));
  void other.evaluate("(send 'sender (self)) (sleep 10) (print 'done)");
  flush();
  expect(lines).toEqual(['done', 'ran']);
  conserved(system);
});

it('code for an actor at rest runs at once, with what that knows', () => {
  const { run, system, flush, lines } = watched();
  const other = system.spawn('(define name "other")');
  other.output$.subscribe((line) => lines.push(line));
  system.register('other', other);
  run('(define name "mine") (run-on (whereis \'other) (lambda () (print name)))');
  flush();
  expect(lines).toEqual(['other']);
});
