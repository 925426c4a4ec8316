import { outcome, watched } from './systems.js';

// Selective receive: the oldest message that matches, the others where they were.

describe('a receive', () => {
  it('takes the oldest message that matches, and leaves the others in their order', () => {
    expect(
      outcome(`
        (for-each (lambda (message) (send (self) message)) '(1 b 2 a 3))
        (print (receive ('a 'found-a)))
        (let loop ((n 4) (all '())) (if (= n 0) (print (reverse all)) (loop (- n 1) (cons (receive (x x)) all))))`),
    ).toEqual(['found-a', '(1 b 2 3)']);
  });

  it.each([
    ['_', '5', 'yes'],
    ['5', '5', 'yes'],
    ['5', '6', 'no'],
    ['"a"', '"a"', 'yes'],
    ["'a", "'a", 'yes'],
    ["'a", "'b", 'no'],
    ['#t', '#t', 'yes'],
    ['()', "'()", 'yes'],
    ["('a x)", "'(a 1)", 'yes'],
    ["('a x)", "'(a 1 2)", 'no'],
    ["('a . x)", "'(a 1 2)", 'yes'],
    ["('a ('b _) x)", "'(a (b c) d)", 'yes'],
    ['#(1 x)', '#(1 2)', 'yes'],
    ['#(1 x)', '#(1 2 3)', 'no'],
    ['`(add ,x (to ,y))', "'(add 1 (to 2))", 'yes'],
    ['`(add ,x (to ,y))', "'(add 1 (from 2))", 'no'],
    ['`#(a ,x)', '#(a 2)', 'yes'],
  ])('with the pattern %s, given %s: %s', (pattern, message, matches) => {
    expect(outcome(`(send (self) ${message}) (print (receive (${pattern} 'yes) (after 0 'no)))`)).toEqual([matches]);
  });

  it('binds the names of its pattern in guards and bodies', () => {
    expect(
      outcome(`
        (send (self) '(point 3 4)) (send (self) '(point 4 3))
        (print (receive (('point x y) (when (> x y)) (list x y))))
        (print (receive (('point x y) (list x y))))`),
    ).toEqual(['(4 3)', '(3 4)']);
  });

  it('tries its clauses in order for each message', () => {
    const source = "(for-each (lambda (m) (send (self) m)) '(1 a)) (print (receive ('a 'symbol) (1 'one)))";
    expect(outcome(source)).toEqual(['one']);
  });

  it('waits for what comes later, from another actor', () => {
    expect(
      outcome(`
        (define me (self))
        (spawn (lambda () (sleep 10) (send me 'noise) (sleep 10) (send me 'news)))
        (print (receive ('news 'it-came)))
        (print (receive (x x)))`),
    ).toEqual(['it-came', 'noise']);
  });

  it('with `after 0` looks and does not wait', () => {
    expect(outcome("(print (receive ('a 1) (after 0 'nothing)))")).toEqual(['nothing']);
    expect(outcome("(send (self) 'a) (print (receive ('a 1) (after 0 'nothing)))")).toEqual(['1']);
  });

  it('counts its time from the start, whatever noise arrives', () => {
    const { run, clock, flush, lines } = watched();
    run(`
      (define me (self))
      (spawn (lambda () (let loop ((n 10)) (if (> n 0) (begin (sleep 30) (send me 'noise) (loop (- n 1)))))))
      (print (receive ('news 'news) (after 100 'late)))`);
    clock.maxFrames = 99;
    flush();
    expect(lines).toEqual([]);
    clock.maxFrames = 100;
    flush();
    expect(lines).toEqual(['late']);
  });

  it('leaves what comes after its time in the mailbox', () => {
    expect(
      outcome(`
        (define me (self))
        (spawn (lambda () (sleep 50) (send me 'news)))
        (print (receive ('news 'news) (after 10 'late)))
        (print (receive ('news 'then)))`),
    ).toEqual(['late', 'then']);
  });

  it('within another one has a time of its own', () => {
    expect(
      outcome(`
        (send (self) 'go)
        (print (receive ('go (receive ('never 1) (after 5 'inner))) (after 100 'outer)))
        (print (receive ('never 1) (after 7 'again)))`),
    ).toEqual(['inner', 'again']);
  });

  it.each(['-1', '"a"', '+nan.0', '+inf.0', '(expt 2 34)'])('refuses %s as a time', (time) => {
    expect(outcome(`(print (guard (e (#t (error-object-message e))) (receive (after ${time} 1))))`)).toEqual([
      'a delay is a number of milliseconds from 0 to 8589934592',
    ]);
  });
});
