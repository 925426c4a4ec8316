import { LocalRef } from '../../lib/system/actor-ref.js';
import { type ActorRef, type LostLetter, startChild, supervisor, terminateChild } from '../../lib/system/index.js';
import { SymbolValue } from '../../lib/data/values.js';
import { print, type VMState } from '../../lib/index.js';
import { supervised } from './supervised.js';
import { conserved, watched, type Watched } from './systems.js';

// What a restart keeps of an actor, and what it does not.

const loop = '(let loop () (receive (_ (loop))))';

const counter = `
  (define n 0)
  (let loop ()
    (receive
      ('fault (set! n (+ n 1)) (car n))
      (\`(call ,from value) (reply from n))
      (amount (set! n (+ n amount))))
    (loop))`;

const child = (source: string, options = {}): Watched & { readonly top: ActorRef; readonly ref: ActorRef } => {
  const all = watched();
  const start = { source, name: 'child' };
  const top = all.system.spawn(supervisor({ children: [{ id: 'child', start }], ...options }));
  return { ...all, top, ref: all.system.whereis('child') as ActorRef };
};

const variable = ({ state }: ActorRef, name: string): unknown => state.variables.get(name);

describe('a child that is restarted', () => {
  it('starts from its initial state, under the name it had', () => {
    const { ref, system } = child(counter);
    ref.tell(5);
    expect(variable(ref, 'n')).toBe(5);
    ref.evaluate('(tell)').catch(() => undefined);
    ref.tell({});
    expect(variable(ref, 'n')).toBe(0);
    expect(ref.isAlive).toBe(true);
    expect(system.whereis('child')?.pid).toBe(ref.pid);
    conserved(system);
  });

  it('has the messages that were not begun, in their order, and those sent meanwhile', () => {
    expect(
      supervised(`
        (define (slow) (register 'x (self)) (let loop () (receive ('fail (sleep 10) (exit 'bad)) (m (note m) (loop)))))
        (supervisor '((backoff ((initial 1000)))) (child 'x slow))
        (define x (whereis 'x))
        (for-each (lambda (m) (send x m)) '(1 fail 2 3))
        (settle 100)
        (print (whereis 'x))
        (send x 4)
        (run-on x (lambda () (note 'code)))
        (print (log))
        (settle 1000)
        (print (log))
        (print (eq? x (whereis 'x)))`),
    ).toEqual(['#f', '((1))', '((2) (3) (4) (code))', '#t']);
  });

  it('leaves the message that failed in the dead letters, with what it takes to fail again', () => {
    const { ref, system } = child(counter);
    const lost: LostLetter[] = [];
    system.deadLetters$.subscribe((letter) => lost.push(letter));
    ref.tell(5);
    ref.evaluate("(send (self) 'fault)").catch(() => undefined);
    ref.tell(['vector']);
    expect(lost.map(({ to, reason }) => [to === ref.pid, (reason as { readonly code: string }).code])).toEqual([
      [true, 'type-error'],
    ]);
    expect(print(lost[0]?.message as never)).toBe('#("vector")');
    expect((lost[0]?.state as VMState).variables.get('n')).toBe(5);
    expect((lost[0]?.state as VMState).fault).toBeUndefined();
    conserved(system);
  });

  it('leaves code that failed there, too, and the sender is told', async () => {
    const { ref, system } = child('(define n 1)');
    const lost: LostLetter[] = [];
    system.deadLetters$.subscribe((letter) => lost.push(letter));
    ref.send('OP_CONSTANT', 2, 'OP_SET_VARIABLE', 'n');
    await expect(ref.evaluate('(set! n 3) (car 5)')).rejects.toMatchObject({ code: 'type-error' });
    expect(variable(ref, 'n')).toBe(1);
    expect(lost).toHaveLength(1);
    expect(lost[0]?.state?.variables.get('n')).toBe(2);
    await expect(ref.evaluate('n')).resolves.toBe(1);
    conserved(system);
  });

  it('has no timer, link, monitor, name or trap of before', () => {
    expect(
      supervised(`
        (define rounds 0)
        (define friend (spawn (lambda () (receive ('never 1)))))
        (define (first) (register 'old (self)) (register 'x (self)) (trap-exit #t) (monitor friend) (link friend)
          (send-after 10 (self) 'late) (receive ('go (exit 'normal))))
        (define (later) (register 'x (self)) (let loop () (receive (m (note m) (loop)))))
        (define (either) (if (whereis 'second) (later) (first)))
        (supervisor '((intensity 5)) (child 'x either))
        (define x (whereis 'x))
        (register 'second me)
        (send x 'go)
        (settle 100)
        (print (whereis 'old))
        (exit friend 'bad)
        (settle 1)
        (print (log))
        (exit x 'plain)
        (settle 1)
        (print (log))
        (print (eq? x (whereis 'x)))`),
    ).toEqual(['#f', '()', '()', '#t']);
  });

  it('ends for those who are linked to it, watch it, or wait for the answer to what it has begun', () => {
    expect(
      supervised(`
        (define (echo) (register 'x (self)) (let loop ()
          (receive (\`(call ,from die) (exit 'bad)) (\`(call ,from ,value) (sleep 5) (reply from value) (loop)))))
        (supervisor '() (child 'x echo))
        (define x (whereis 'x))
        (monitor x)
        (define (ask value) (spawn (lambda () (note 'answer (guard (r (#t (list 'failed r))) (call x value))))))
        (for-each ask '(1 die 2))
        (settle 100)
        (print (log))
        (print (receive (('down _ p reason) (list (eq? p x) reason)) (after 0 'nothing)))`),
    ).toEqual(['((answer 1) (answer (failed bad)) (answer 2))', '(#t bad)']);
  });

  it('is watched from outside all the time, until its supervisor gives it up', () => {
    const { ref, top, lines } = child(counter, { intensity: 1 });
    const seen: unknown[] = [];
    ref.state$.subscribe({
      next: ({ variables }) => seen.push(variables.get('n')),
      error: ({ code }: { readonly code: string }) => seen.push(code),
    });
    ref.tell(5);
    ref.tell('fault');
    ref.tell(7);
    expect(seen.slice(-3)).toEqual([undefined, 0, 7]);
    expect(top.isAlive).toBe(true);
    ref.tell([]);
    expect(seen.at(-1)).toBe('type-error');
    expect(top.isAlive).toBe(false);
    ref.tell(8);
    expect(lines.at(-1)).toBe('lost 8: noproc');
  });
});

describe('a child that waits to be restarted', () => {
  it('is counted as what it is, is watched, and never goes back to an earlier position', () => {
    const { ref, system, flush } = child(counter, { backoff: { initial: 1000 } });
    ref.tell(5);
    const { position } = ref.state;
    ref.exit('bad');
    expect(ref.isAlive).toBe(false);
    ref.tell(7);
    expect(system.counters).toMatchObject({ actors: 2, running: 1, queued: 1 });
    conserved(system);
    const seen: unknown[] = [];
    ref.state$.subscribe(({ variables }) => seen.push(variables.get('n')));
    let reason = 'nothing';
    ref.monitor().subscribe((why) => (reason = print(why)));
    expect(reason).toBe('noproc');
    flush();
    expect(seen.at(-1)).toBe(7);
    expect(ref.state.position).toBeGreaterThan(position);
    conserved(system);
  });
});

describe('a supervisor that is killed', () => {
  it('in the middle of starting a child leaves nothing behind, and is started anew by its own', () => {
    const spin = '(let spin ((n 1000000)) (if (> n 0) (spin (- n 1))))';
    const inner = supervisor({ children: [{ id: 'x', start: loop }] });
    const { system, flush } = watched();
    const top = system.spawn(supervisor({ children: [{ id: 'inner', start: { ...inner, name: 'inner' } }] }));
    const ref = system.whereis('inner') as ActorRef;
    const starting = startChild(ref, { id: 'y', start: spin });
    starting.catch(() => undefined);
    ref.exit(new SymbolValue('kill'));
    flush();
    expect(system.whereis('inner')?.pid).toBe(ref.pid);
    expect(system.counters).toMatchObject({ actors: 3, running: 3 });
    conserved(system);
    top.exit();
    flush();
    expect(system.counters).toMatchObject({ actors: 0, timers: 0 });
    conserved(system);
  });
});

describe('a temporary child', () => {
  it('is forgotten with what it was started from, also where it goes with others', async () => {
    const { system } = watched();
    const top = system.spawn(
      supervisor({
        strategy: 'oneForAll',
        children: [
          { id: 'a', start: { source: '(receive (x x)) (exit 1)', name: 'a' } },
          { id: 'b', start: loop, restart: 'temporary' },
          { id: 'c', start: loop, restart: 'temporary' },
        ],
      }),
    );
    const known = (): number | undefined =>
      top instanceof LocalRef ? top.inside.process.charges?.starts.size : undefined;
    expect(known()).toBe(3);
    await terminateChild(top, 'b');
    expect(known()).toBe(2);
    system.whereis('a')?.tell(1);
    expect(known()).toBe(1);
    expect(system.counters).toMatchObject({ actors: 2 });
  });
});

describe('a child that its supervisor gives up', () => {
  it('leaves its messages in the dead letters, and who waits for an answer is told', () => {
    expect(
      supervised(`
        (define (slow) (register 'x (self)) (receive ('fail (sleep 10) (exit 'bad))))
        (define sup (supervisor '((backoff ((initial 1000)))) (child 'x slow)))
        (define x (whereis 'x))
        (send x 'fail) (send x 'kept)
        (define (ask value) (spawn (lambda () (note 'answer (guard (r (#t (list 'failed r))) (call x value))))))
        (settle 100)
        (ask 'question)
        (settle 100)
        (print (log))
        (terminate-child sup 'x)
        (settle 1)
        (print (log))`).map((line) => line.replace(/\(call .*\)/, 'call')),
    ).toEqual(['()', 'lost kept: ended', 'lost call: ended', '((answer (failed bad)))']);
  });

  it('is nothing that was temporary: what is sent to it afterwards is lost', () => {
    expect(
      supervised(`
        (supervisor '() (child 'x (worker 'x) '((restart temporary))))
        (define x (whereis 'x))
        (send x '(end bad)) (send x 'kept)
        (settle 1)
        (send x 'late)
        (settle 1)`),
    ).toEqual(['lost kept: ended', 'lost late: noproc']);
  });
});
