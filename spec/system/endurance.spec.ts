import { Subject, VirtualTimeScheduler } from 'rxjs';
import { compile } from '../../lib/index.js';
import { type ActorRef, ActorSystem, react, reducer, supervisor, systemInstructions } from '../../lib/system/index.js';
import { conserved, outcome, watched } from './systems.js';

// What would stop a whole system, were it not looked after.

const stillRuns = (system: ActorSystem): void => {
  expect(system.spawn('(define works #t)').state.variables.get('works')).toBe(true);
};

describe('an actor that tells itself to end', () => {
  it.each([
    ['no timer', "(send-after 1000 (self) 'late)"],
    ['no call of the host', "(send-request ask 'something)"],
    ['no actor', "(spawn-link (lambda () (receive ('never 1))))"],
  ])('does nothing after that, and leaves %s', (_what, wanted) => {
    const { system } = watched();
    const answers = new Subject<number>();
    const actor = system.spawn({ capabilities: { ask: () => answers } });
    actor.next(compile(`(begin (exit (self) 'done) ${wanted})`, { syntax: actor.state.variables }));
    answers.next(1);
    expect(system.counters).toMatchObject({ actors: 0, timers: 0, hostCalls: 0, queued: 0 });
    conserved(system);
  });
});

it('thirty thousand actors, each linked to the next, end with the first', () => {
  const { system, run, flush } = watched();
  const first = run(`
    (define (chain n) (lambda () (if (> n 0) (spawn-link (chain (- n 1)))) (receive ('never 1))))
    (spawn-link (chain 30000))`);
  flush();
  expect(system.counters.actors).toBe(30_002);
  first.exit('boom');
  flush();
  expect(system.counters.actors).toBe(0);
  stillRuns(system);
  conserved(system);
});

it('a supervisor that is asked for a child with what is no list of arguments refuses', () => {
  const lines = outcome(`
    (define sup (supervisor '((strategy simple-one-for-one)) (child 'a (lambda (n) (receive ('never 1))))))
    (print (call sup (cons 'start-child 5)))
    (print (call sup (cons 'start-child (cons 1 2))))
    (print (car (call sup '(start-child 1))))`);
  expect(lines).toEqual(['(error noproc)', '(error noproc)', 'ok']);
});

it('a reducer may want as much as its outbox holds, watched or not', () => {
  const many = reducer((n: number, self) => {
    let reaction = react(n + 1);
    for (let i = 0; i < 20_000; i += 1) reaction = reaction.send(self, 'OP_ONE_MORE');
    return reaction;
  });
  const instructions = systemInstructions.define('OP_MANY', many).define(
    'OP_ONE_MORE',
    reducer((n: number) => n + 1),
  );
  for (const isWatched of [false, true]) {
    const { system, flush } = watched();
    const actor = system.spawn({ instructions, bytecode: ['OP_CONSTANT', 0] });
    if (isWatched) actor.state$.subscribe();
    actor.send('OP_MANY');
    flush();
    expect(actor.state.stack.toArray()).toEqual([20_001]);
    conserved(system);
  }
});

it('a clock that throws hurts whoever asked for the time, and nobody else', () => {
  const clock = new VirtualTimeScheduler();
  let isBroken = true;
  const scheduler = {
    now: () => {
      if (isBroken) throw new Error('no time');
      return clock.now();
    },
    schedule: (work: () => void, delay?: number) => clock.schedule(work, delay),
  };
  const system = new ActorSystem({ scheduler });
  expect(() => system.spawn('(sleep 5)')).toThrow('no time');
  isBroken = false;
  stillRuns(system);
});

it('a child that went on after a fault is restarted as what it was in the beginning', () => {
  const { system } = watched();
  system.spawn(supervisor({ children: [{ id: 'a', start: { name: 'a', onFault: 'resume' } }] }));
  const child = system.whereis('a') as ActorRef;
  child.next(compile('(define left-over 1)'));
  child.next(compile('(car 5)'));
  expect(child.state.variables.get('left-over')).toBe(1);
  child.exit('bad');
  expect([child.isAlive, child.state.variables.get('left-over')]).toEqual([true, undefined]);
});

it('a fault says how many messages were received, also after others', () => {
  const { system } = watched();
  const positions: unknown[] = [];
  system.deadLetters$.subscribe(({ reason }) => positions.push((reason as { position?: number }).position));
  const actor = system.spawn({ onFault: 'resume' });
  for (const code of ['1', '(car 5)', '2', '(car 6)']) actor.next(compile(code));
  expect(positions).toEqual([2, 4]);
});

it('options of a letter that are none are refused', () => {
  const { system } = watched();
  const actor = system.spawn();
  expect(() => {
    actor.tell(1, null as never);
  }).toThrow(expect.objectContaining({ code: 'misuse', message: 'options is an object' }));
});

describe('the event loop has its turn', () => {
  it('while a program asks the host again and again, and is answered at once', async () => {
    const system = new ActorSystem();
    let asked = 0;
    const ask = (): Promise<number> => {
      asked += 1;
      return asked < 1_000_000 ? Promise.resolve(1) : Promise.reject(new Error('too late'));
    };
    system.spawn({ capabilities: { ask }, source: '(let loop () (ask) (loop))' });
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
    expect(asked).toBeLessThan(1_000_000);
    await system.stop();
  });

  it('while many messages fault, each after some work', () => {
    const { clock, system } = watched();
    let turns = 0;
    const schedule = clock.schedule.bind(clock);
    clock.schedule = (work: () => void, delay?: number) => {
      turns += 1;
      return schedule(work, delay);
    };
    const actor = system.spawn({
      onFault: 'resume',
      source: '(define (burn n) (if (> n 0) (burn (- n 1)))) (sleep 1)',
    });
    const failing = compile('(begin (burn 300) (car 5))');
    for (let i = 0; i < 1000; i += 1) actor.next(failing);
    clock.flush();
    expect(system.counters.dead).toBe(1000);
    expect(turns).toBeGreaterThan(10);
  });

  it('while many timers fire at the same time, and each has much to do', () => {
    const clock = new VirtualTimeScheduler();
    let pieces = 0;
    const scheduler = {
      now: () => clock.now(),
      schedule: (work: () => void, delay?: number) =>
        clock.schedule(() => {
          pieces += 1;
          work();
        }, delay),
    };
    const system = new ActorSystem({ scheduler });
    system.spawn(`
      (define (burn n) (if (> n 0) (burn (- n 1))))
      (define all (let loop ((n 1000) (made '()))
        (if (= n 0) made (loop (- n 1) (cons (spawn (lambda () (receive ('go (burn 300))))) made)))))
      (for-each (lambda (each) (send-after 1000 each 'go)) all)`);
    clock.flush();
    expect(system.counters.actors).toBe(1);
    expect(pieces).toBeGreaterThan(10);
  });

  it('while a program looks again and again at something long that it does not take', () => {
    const { system, flush, lines } = watched();
    const main = system.spawn();
    main.output$.subscribe((line) => lines.push(line));
    main.tell(Array.from({ length: 20_000 }, (_, i) => i));
    main.tell(Array.from({ length: 50 }, () => ['list', 'of', ['words']]));
    const looking = `
      (define (look n) (if (> n 0) (begin (receive ('never 1) (after 0 0)) (look (- n 1)))))
      (look 100)
      (print (receive (v (when (= (vector-length v) 50)) (vector-ref (vector-ref v 0) 1))))
      (print (receive (v (vector-length v))))`;
    main.next(compile(looking, { syntax: main.state.variables }));
    // The first look is long, and the turn is over.
    expect(lines).toEqual([]);
    flush();
    expect(lines).toEqual(['of', '20000']);
    conserved(system);
  });

  it('while a program takes back notices that never came, with two hundred thousand letters waiting', () => {
    const { system, run, flush } = watched();
    const many = '(let loop ((n 0)) (if (< n 200000) (begin (send (self) n) (loop (+ n 1)))))';
    run(
      `${many} (sleep 1) (let loop ((n 0)) (if (< n 4000) (begin (demonitor (make-ref) 'flush) (unlink n) (loop (+ n 1)))))`,
    );
    const before = performance.now();
    flush();
    expect(performance.now() - before).toBeLessThan(5000);
    expect(system.counters).toMatchObject({ queued: 200_000, running: 0 });
    conserved(system);
  });
});

it('what is long is looked at once, where nothing in it can be changed', () => {
  const lines = outcome(`
    (send (self) (iota 200000))
    (define (look n) (if (> n 0) (begin (receive ('never 1) (after 0 0)) (look (- n 1)))))
    (look 2000)
    (print (length (receive (all all))))`);
  expect(lines).toEqual(['200000']);
});

it('of letters only notices of the system are taken back', () => {
  const lines = outcome(`
    (trap-exit #t)
    (define me (self))
    (define other (spawn-link (lambda ()
      (receive (r (send me (list 'down r 'forged)) (send me (list 'exit (self) 'forged)) (exit me 'told)))
      (receive ('never 1) (after 10 (exit 'over))))))
    (define ref (monitor other))
    (send other ref)
    (sleep 20)
    (demonitor ref 'flush)
    (unlink other)
    (let loop () (receive (x (print (caddr x)) (loop)) (after 0 (print 'done))))`);
  expect(lines).toEqual(['forged', 'forged', 'told', 'done']);
});

it('an actor that may want anything gives no name twice', () => {
  const { system, flush } = watched();
  const faults: unknown[] = [];
  system.deadLetters$.subscribe(({ reason }) => faults.push(reason));
  const actor = system.spawn({ limits: { outbox: Infinity, fuel: Infinity }, onFault: 'resume' });
  const words = Array.from({ length: 2 ** 20 + 1 }, () => ['OP_MAKE_REF', 'OP_POP']).flat();
  actor.next(words);
  flush();
  expect(faults).toEqual([expect.objectContaining({ code: 'outbox-limit' })]);
});
