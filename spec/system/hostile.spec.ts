import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { VirtualTimeScheduler } from 'rxjs';
import { compile, fromHost, VMError } from '../../lib/index.js';
import { type ActorRef, ActorSystem, systemInstructions } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// What comes from outside may be anything. It hurts at most the one it was sent to, and the next message works.

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const proxy: unknown = new Proxy(
  {},
  {
    get: () => {
      throw new Error('do not look');
    },
    getPrototypeOf: () => {
      throw new Error('do not look');
    },
  },
);
const circle: unknown[] = [];
circle.push(circle);
class Mine {
  readonly x = 1;
}

const noValues: readonly (readonly [string, unknown])[] = [
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['an instance of a class', new Mine()],
  ['what contains itself', circle],
  ['what cannot be looked at', proxy],
  ['a function inside', { a: [1, () => 1] }],
  ['a promise', Promise.resolve(1)],
  ['a date', new Date(0)],
];

const typeError = expect.objectContaining({ code: 'type-error' }) as Error;
const works = (actor: ActorRef): void => {
  actor.next(compile('(define works #t)', { syntax: actor.state.variables }));
  expect(actor.state.variables.get('works')).toBe(true);
};

/** A system that nobody watches: what is thrown at it may be hard to look at. */
const quiet = (): ActorSystem => new ActorSystem({ scheduler: new VirtualTimeScheduler() });

describe.each(noValues)('%s', (_what, thing) => {
  it('cannot be told', () => {
    const system = quiet();
    const actor = system.spawn();
    expect(() => {
      actor.tell(thing);
    }).toThrow(typeError);
    expect(system.counters).toMatchObject({ sent: 0, queued: 0 });
    works(actor);
    conserved(system);
  });

  it('is no reason to end', () => {
    const system = quiet();
    const actor = system.spawn();
    expect(() => {
      actor.exit(thing);
    }).toThrow(typeError);
    expect(actor.isAlive).toBe(true);
    works(actor);
  });

  it('is no message of code: it takes its turn and faults, and an actor that resumes goes on', () => {
    const system = quiet();
    const reasons: unknown[] = [];
    system.deadLetters$.subscribe(({ message, reason }) => reasons.push([message === thing, reason]));
    const actor = system.spawn({ onFault: 'resume' });
    actor.next(thing as never);
    expect(reasons).toEqual([[true, expect.any(VMError)]]);
    works(actor);
    actor.send(thing);
    expect(reasons.length).toBe(2);
    works(actor);
    conserved(system);
  });

  it('is no question', async () => {
    const system = quiet();
    const actor = system.spawn({ onFault: 'resume' });
    await expect(actor.ask(thing as never)).rejects.toBeInstanceOf(VMError);
    await expect(actor.evaluate(thing as never)).rejects.toBeInstanceOf(VMError);
    await expect(actor.call(thing)).rejects.toEqual(typeError);
    works(actor);
    conserved(system);
  });

  it('names nobody', () => {
    expect(quiet().whereis(thing as never)).toBe(undefined);
  });
});

it.each([
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['what cannot be looked at', proxy],
])('%s is nothing to make an actor of', (_what, thing) => {
  const system = quiet();
  expect(() => system.spawn(thing as never)).toThrow(VMError);
  expect(system.counters.actors).toBe(0);
});

describe('to the dead', () => {
  it('whatever is sent is a dead letter, or is refused with a fault', async () => {
    const { system } = watched();
    const dead = system.spawn();
    dead.exit();
    dead.send('OP_NIL');
    dead.next(['OP_NIL']);
    dead.tell('letter');
    dead.exit('again');
    await expect(dead.ask(['OP_NIL'])).rejects.toMatchObject({ code: 'misuse' });
    await expect(dead.evaluate('1')).rejects.toMatchObject({ code: 'misuse' });
    await expect(dead.call(1)).rejects.toMatchObject({ code: 'misuse' });
    expect(system.counters).toMatchObject({ sent: 6, dead: 6, handled: 0 });
    works(system.spawn());
    conserved(system);
  });

  it('whatever a program sends is a dead letter or a notice, and it goes on', () => {
    const { lines, run, flush, system } = watched();
    run(`
      (define dead (spawn (lambda () 1)))
      (sleep 0)
      (send dead 'a)
      (send-after 0 dead 'b)
      (run-on dead (lambda () 1))
      (exit dead 'again)
      (unlink dead)
      (print (guard (e (#t e)) (call dead 'c)))
      (monitor dead)
      (print (receive (('down _ _ reason) reason)))
      (trap-exit #t)
      (link dead)
      (print (receive (('exit _ reason) reason)))`);
    flush();
    expect(lines).toEqual([
      'lost a: noproc',
      'lost #<procedure lambda>: noproc',
      'lost c: noproc',
      'noproc',
      'noproc',
      'noproc',
      'lost b: noproc',
    ]);
    conserved(system);
  });
});

describe('malformed names', () => {
  const names = ['5', '"text"', "'nobody", "'()", "'(1 2)", '(vector 1)', '(make-ref)', 'nil', '#t', 'car', '1.5'];

  it.each(names)('%s: nobody is hurt by what a program does with it', (name) => {
    const { lines, run, flush, system } = watched();
    run(`
      (define to ${name})
      (define (try thunk) (guard (e (#t 'refused)) (thunk) 'done))
      (define from (list to to))
      (for-each try (list
        (lambda () (send to 1)) (lambda () (! to 2)) (lambda () (send-after 0 to 3)) (lambda () (run-on to (lambda () 4)))
        (lambda () (monitor to)) (lambda () (unlink to)) (lambda () (exit to 'x)) (lambda () (reply to 5))
        (lambda () (reply from 6)) (lambda () (call to 7 10)) (lambda () (cancel-timer to)) (lambda () (demonitor to 'flush))
        (lambda () (register 'x to)) (lambda () (send-request to 8)) (lambda () (whereis to)) (lambda () (unregister to))
        (lambda () (spawn to)) (lambda () (trap-exit #t)) (lambda () (link to)) (lambda () (sleep to))))
      (send (self) 'last)
      (print (receive ('last 'on)))`);
    flush();
    expect(lines).toContain('on');
    conserved(system);
  });
});

describe('instructions of the system', () => {
  const own = [...systemInstructions].filter(([opcode]) => !/^OP_(EXIT)$/.test(opcode)).map(([opcode]) => opcode);
  const garbage = [5, -1, 1e300, 'text', null, true, fromHost([1]), fromHost({ a: 1 })];

  it('hurt nobody but the actor that runs them, whatever the stack holds', () => {
    const { flush, system } = watched();
    const bystander = system.spawn();
    for (const opcode of own)
      for (const value of garbage) {
        const actor = system.spawn({ limits: { fuel: 10_000 } });
        actor.send(...[value, value, value].flatMap((word) => ['OP_CONSTANT', word]), opcode);
        actor.tell('letter');
        actor.tell(value);
        actor.exit('kill');
      }
    flush();
    works(bystander);
    expect(system.counters).toMatchObject({ timers: 0, hostCalls: 0, running: 0 });
    conserved(system);
  });
});

it('ten thousand crashes in a second leave everything in shape', () => {
  const { clock, flush, run, system } = watched();
  const restarts = 10_000;
  let dead = 0;
  system.deadLetters$.subscribe(() => (dead += 1));
  collect();
  const before = process.memoryUsage().heapUsed;
  const guard = run(`
    (trap-exit #t)
    (define (start n)
      (let ((me (self)))
        (spawn-link (lambda () (register 'worker (self)) (send-after 50 me 'never) (sleep 0.1) (raise n)))))
    (define order
      (let loop ((n 0))
        (if (= n ${restarts}) 'kept
            (let ((pid (start n)))
              (receive (('exit from reason) (if (and (eq? from pid) (= reason n)) (loop (+ n 1)) (list 'lost n reason))))))))
    (print order)`);
  const printed: string[] = [];
  guard.output$.subscribe((line) => printed.push(line));
  flush();
  expect([printed, Math.round(clock.now())]).toEqual([['kept'], 1000]);
  expect(system.counters).toMatchObject({ actors: 1, timers: 0, running: 0, queued: 0, hostCalls: 0, dead: restarts });
  expect([dead, system.whereis('worker')]).toEqual([restarts, undefined]);
  conserved(system);
  collect();
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(5);
  works(guard);
});
