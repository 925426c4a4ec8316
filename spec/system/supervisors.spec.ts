import { supervised } from './supervised.js';

// What supervisors do when they start, when children end, and when they end themselves: the outcomes are Erlang's.

const three = (options: string, [a, b, c] = ['', '', '']): string => `
  (define sup (supervisor '(${options})
    (child 'a (worker 'a) '(${a})) (child 'b (worker 'b) '(${b})) (child 'c (worker 'c) '(${c}))))
  (print (log))`;

const started = '((up a) (up b) (up c))';

const ending = (pid: string): string =>
  `(print (receive (('exit p reason) (when (eq? p ${pid})) reason) (after 0 'lives)))`;

describe('a supervisor', () => {
  it('starts children in order, before it is given, and ends them in reverse', () => {
    expect(supervised(`${three('')} (exit sup 'shutdown) (settle 1) (print (log)) ${ending('sup')}`)).toEqual([
      started,
      '((down c shutdown) (down b shutdown) (down a shutdown))',
      'shutdown',
    ]);
  });

  it('ends with the actor that made it, and nobody else can end it', () => {
    expect(
      supervised(`
        (define maker (spawn (lambda ()
          (register 'sup (supervisor '() (child 'a (worker 'a))))
          (receive ('go 'done)))))
        (settle 1)
        (define sup (whereis 'sup))
        (exit sup 'shutdown) (settle 1) (print (log))
        (monitor sup)
        (send maker 'go) (settle 1)
        (print (log))
        (print (receive (('down _ _ reason) reason) (after 0 'lives)))`),
    ).toEqual(['((up a))', '((down a shutdown))', 'normal']);
  });

  it('ends when it has started, where the actor that made it has ended meanwhile', () => {
    expect(
      supervised(`
        (define (spin n) (if (> n 0) (spin (- n 1))))
        (define maker (spawn (lambda ()
          (supervisor '() (child 'a (worker 'a)) (child 'b (lambda () (spin 100000) ((worker 'b))))))))
        (settle 0)
        (spin 10000)
        (exit maker 'kill)
        (settle 1)
        (print (log))`),
    ).toEqual(['((up a) (up b) (down b shutdown) (down a shutdown))']);
  });

  it('says nothing of its start to who is restarted meanwhile', () => {
    expect(
      supervised(`
        (define (spin n) (if (> n 0) (spin (- n 1))))
        (define (maker)
          (if (whereis 'made)
              (receive (x (note 'got x)))
              (begin
                (sleep 1)
                (register 'made me)
                (register 'maker (self))
                (supervisor '() (child 'b (lambda () (spin 100000) ((worker 'b))))))))
        (define top (supervisor '() (child 'maker maker)))
        (settle 1)
        (define pid (whereis 'maker))
        (spin 10000)
        (exit pid 'kill)
        (settle 10)
        (print (log))
        (send pid 'message)
        (settle 1)
        (print (log))`),
    ).toEqual(['((up b) (down b shutdown))', '((got message))']);
  });

  it('undoes its start in reverse where a child cannot start, and names it', () => {
    expect(
      supervised(`
        (print (guard (reason (#t reason))
          (supervisor '()
            (child 'a (worker 'a)) (child 'b (worker 'b)) (child 'c (lambda () (exit 'bad))) (child 'd (worker 'd)))))
        (print (log))
        (print (receive (('exit _ reason) reason) (after 10 'no-exit)))`),
    ).toEqual(['(failed-to-start-child c bad)', '((up a) (up b) (down b shutdown) (down a shutdown))', 'no-exit']);
  });

  it('names the child of the child, where that is a supervisor', () => {
    expect(
      supervised(`
        (print (guard (reason (#t reason))
          (supervisor '()
            (child 'a (worker 'a))
            (child 'inner (supervisor-spec '() (child 'b (worker 'b)) (child 'c (lambda () (car 5))))))))
        (print (log))`).map((line) => line.replace(/#<.*>/, '#<error>').replace(/#\[.*\]/, '#<error>')),
    ).toEqual([
      'lost code: type-error',
      expect.stringMatching(/^\(failed-to-start-child inner \(shutdown \(failed-to-start-child c .*\)\)\)$/) as string,
      '((up a) (up b) (down b shutdown) (down a shutdown))',
    ]);
  });
});

describe('a child that does not end', () => {
  const timed = (shutdown: string): readonly string[] =>
    supervised(`
      (define sup (supervisor '() (child 'a (stubborn 'a) '((shutdown ${shutdown}))) (child 'b (worker 'b))))
      (monitor (whereis 'a))
      (exit sup 'shutdown)
      (print (receive (('down _ _ reason) reason) (after 999 'lives)))
      (settle 1)
      (print (receive (('down _ _ reason) reason) (after 0 'lives)))
      (print (log))`);

  it('is killed after its limit, and not before', () => {
    expect(timed('1000')).toEqual(['lives', 'killed', '((up b) (down b shutdown) (ignores a shutdown))']);
  });

  it('is killed at once, and not told before, where it is said so', () => {
    expect(timed('brutal-kill')).toEqual(['killed', 'lives', '((up b) (down b shutdown))']);
  });

  it('is waited for as long as it takes', () => {
    expect(
      supervised(`
        (define sup (supervisor '() (child 'a (stubborn 'a) '((shutdown infinity)))))
        (define a (whereis 'a))
        (monitor a)
        (exit sup 'shutdown)
        (print (receive (('down _ _ reason) reason) (after 1000000 'lives)))
        (send a '(end late))
        (print (receive (('down _ _ reason) reason) (after 1 'lives)))
        (settle 1)
        ${ending('sup')}`),
    ).toEqual(['lives', 'late', 'shutdown']);
  });
});

describe('what ends is restarted', () => {
  const restarted = (kind: string, reason: string): string | undefined =>
    supervised(`${three('', ['', `(restart ${kind})`, ''])} (tell 'b '(end ${reason})) (print (cdr (log)))`)[1];

  it.each(['normal', 'shutdown', '(shutdown x)', 'bad', '(shutdown x y)', 'killed'])(
    'always: permanent, %s',
    (reason) => {
      expect(restarted('permanent', reason)).toBe('((up b))');
    },
  );

  it.each([
    ['normal', '()'],
    ['shutdown', '()'],
    ['(shutdown x)', '()'],
    ['(shutdown x y)', '((up b))'],
    ['bad', '((up b))'],
  ])('unless it ended as it should: transient, %s', (reason, expected) => {
    expect(restarted('transient', reason)).toBe(expected);
  });

  it.each(['normal', 'bad'])('never: temporary, %s', (reason) => {
    expect(restarted('temporary', reason)).toBe('()');
  });
});

describe('strategies', () => {
  it.each([
    ['one-for-one', '((ends b bad) (up b))'],
    ['one-for-all', '((ends b bad) (down c shutdown) (down a shutdown) (up a) (up b) (up c))'],
    ['rest-for-one', '((ends b bad) (down c shutdown) (up b) (up c))'],
  ])('%s', (strategy, expected) => {
    expect(supervised(`${three(`(strategy ${strategy})`)} (tell 'b '(end bad)) (print (log))`)).toEqual([
      started,
      expected,
    ]);
  });

  it.each([
    ['one-for-all', '((ends b bad) (down c shutdown) (down a shutdown) (up b))', '((b up worker))'],
    ['rest-for-one', '((ends b bad) (down c shutdown) (up b))', '((a up worker) (b up worker))'],
  ])('%s does not bring back temporary children', (strategy, expected, left) => {
    const temporary = '(restart temporary)';
    expect(
      supervised(`${three(`(strategy ${strategy})`, [temporary, '', temporary])}
        (tell 'b '(end bad)) (print (log))
        (print (map (lambda (each) (list (car each) (if (symbol? (cadr each)) (cadr each) 'up) (caddr each)))
          (which-children sup)))`),
    ).toEqual([started, expected, left]);
  });

  it('of one specification: children are started with arguments, restarted with them, and end together', () => {
    expect(
      supervised(`
        (define sup (supervisor '((strategy simple-one-for-one) (max-children 3))
          (child 'worker (lambda (name) ((if (eq? name 'x) stubborn worker) name)) '((shutdown 1000)))))
        (define (start name) (start-child sup name))
        (print (log))`),
    ).toEqual(['()']);
    expect(
      supervised(`
        (define sup (supervisor '((strategy simple-one-for-one) (max-children 4))
          (child 'worker (lambda (name) ((worker name))) '((shutdown 1000)))))
        (define a (start-child sup 'a))
        (start-child sup 'b) (start-child sup 'c)
        (tell 'a '(end bad))
        (print (log))
        (print (eq? (cadr a) (whereis 'a)))
        (print (count-children sup))
        (print (terminate-child sup (whereis 'b)))
        (print (map car (which-children sup)))
        (print (list (terminate-child sup me) (restart-child sup 'a) (delete-child sup 'a)))
        (log)
        (exit sup 'shutdown) (settle 1)
        (print (log))`),
    ).toEqual([
      '((up a) (up b) (up c) (ends a bad) (up a))',
      '#t',
      '((specs 1) (active 3) (supervisors 0) (workers 3))',
      'ok',
      '(undefined undefined)',
      '((error not-found) (error simple-one-for-one) (error simple-one-for-one))',
      '((down a shutdown) (down c shutdown))',
    ]);
  });

  it('of one specification: all that do not end share one limit', () => {
    expect(
      supervised(`
        (define sup (supervisor '((strategy simple-one-for-one)) (child 'x (lambda (name) ((stubborn name))) '((shutdown 1000)))))
        (for-each (lambda (name) (start-child sup name)) '(a b c))
        (print (start-child sup 'a 'b))
        (exit sup 'shutdown)
        (settle 999) (print (log))
        (settle 1)
        ${ending('sup')}`).map((line) => line.replace(/\(error .*/, 'error')),
    ).toEqual([
      'lost code: arity-error',
      'error',
      '((ignores a shutdown) (ignores b shutdown) (ignores c shutdown))',
      'shutdown',
    ]);
  });
});

it('nobody is restarted while a supervisor ends', () => {
  expect(
    supervised(`
      (define (pair name other)
        (lambda () (trap-exit #t) (register name (self)) (note 'up name)
          (receive (('exit _ reason) (if other (exit (whereis other) 'kill)) (sleep 10) (exit reason)))))
      (define sup (supervisor '((intensity 10)) (child 'a (pair 'a #f)) (child 'b (pair 'b 'a))))
      (print (log))
      (exit sup 'shutdown)
      (settle 1000)
      (print (log))
      ${ending('sup')}`),
  ).toEqual(['((up a) (up b))', '()', 'shutdown']);
});
