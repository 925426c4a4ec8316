import { debounceTime, from, map, Observable, of, range, Subject, take, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { compile, type VMError } from '../../lib/index.js';
import { type ActorRef, ActorSystem } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// Systems and RxJS: what observables give goes to actors, and what actors do comes out as observables.

/** Runs marbles with a system whose clock is that of the marbles. */
const marbles = (
  test: (system: ActorSystem, helpers: Parameters<Parameters<TestScheduler['run']>[0]>[0]) => void,
): void => {
  const scheduler = new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  });
  scheduler.run((helpers) => {
    test(new ActorSystem({ scheduler }), helpers);
  });
};

const echo = '(let loop () (receive (x (print x) (loop))))';

describe('a system in marbles', () => {
  it('runs a state machine of two actors', () => {
    marbles((system, { cold, expectObservable }) => {
      const presses = ' -p--p--p--------|';
      const expected = '-a--b--a----b----';
      const lamp = system.spawn("(let loop () (receive (on? (print (if on? 'on 'off)) (loop))))");
      const button = system.spawn(`
        (define (off lamp) (receive ("p" (send lamp #t) (on lamp))))
        (define (on lamp) (receive ("p" (send lamp #f) (off lamp)) (after 5 (send lamp #f) (off lamp))))
        (receive (lamp (off lamp)))`);
      button.tell(lamp.pid);
      system.subscribeTo(cold(presses), button);
      expectObservable(lamp.output$).toBe(expected, { a: 'on', b: 'off' });
    });
  });

  it('takes a debounced source', () => {
    marbles((system, { cold, expectObservable }) => {
      const keys = '    -a-b--------c---d|';
      const expected = '------b--------c-d';
      const field = system.spawn(echo);
      system.subscribeTo(cold(keys).pipe(debounceTime(3)), field);
      expectObservable(field.output$).toBe(expected);
    });
  });

  it('has timers, inside and outside', () => {
    marbles((system, { expectObservable }) => {
      const inside = ' ---0--1--2';
      const outside = '--0---1---2';
      const sleeper = system.spawn('(let loop ((n 0)) (sleep 3) (print n) (if (< n 2) (loop (+ n 1))))');
      const listener = system.spawn(echo);
      system.subscribeTo(timer(2, 4).pipe(take(3)), listener);
      expectObservable(sleeper.output$).toBe(inside);
      expectObservable(listener.output$).toBe(outside);
    });
  });

  it('gives states as they are committed, until the actor ends', () => {
    marbles((system, { cold, expectObservable, expectSubscriptions }) => {
      const terms = cold('-a-b------', { a: 2, b: 3 });
      const exit = '      -------x';
      const expected = '  ab-c---|';
      const watching = '  ^------!';
      const counter = system.spawn('(define n 0)');
      system.subscribeTo(terms, counter, (n) => compile(`(set! n (+ n ${n}))`));
      cold(exit).subscribe(() => {
        counter.exit();
      });
      const states = counter.state$.pipe(map(({ variables }) => variables.get('n')));
      expectObservable(states).toBe(expected, { a: 0, b: 2, c: 5 });
      expectSubscriptions(terms.subscriptions).toBe(watching);
    });
  });
});

describe('a subscription', () => {
  const echoing = (): ReturnType<typeof watched> & { actor: ActorRef } => {
    const all = watched();
    const actor = all.system.spawn(echo);
    actor.output$.subscribe((line) => all.lines.push(line));
    return { ...all, actor };
  };

  it('is counted, and ends with its actor', () => {
    const { system, actor, lines } = echoing();
    const [one, other] = [new Subject<number>(), new Subject<number>()];
    system.subscribeTo(one, actor);
    const subscription = system.subscribeTo(other, actor);
    expect(system.counters.subscriptions).toBe(2);
    one.next(1);
    subscription.unsubscribe();
    other.next(2);
    expect([system.counters.subscriptions, other.observed]).toEqual([1, false]);
    actor.exit();
    one.next(3);
    expect([lines, one.observed, system.counters.subscriptions]).toEqual([['1'], false, 0]);
    conserved(system);
  });

  it('ends with its source, which tells the actor nothing', () => {
    const { system, actor, lines } = echoing();
    const subscription = system.subscribeTo(of(1, 2), actor);
    expect([lines, subscription.closed, system.counters]).toEqual([
      ['1', '2'],
      true,
      expect.objectContaining({ subscriptions: 0, dead: 0 }),
    ]);
  });

  it('gives data as values', () => {
    const { system, actor, lines } = echoing();
    system.subscribeTo(of([1, 'a'], undefined, true), actor);
    expect(lines).toEqual(['#(1 a)', 'nil', '#t']);
  });

  it('leaves a source that gives all at once as soon as the actor has ended', () => {
    const { system } = watched();
    const actor = system.spawn("(receive (3 (exit 'enough)))");
    let given = 0;
    system.subscribeTo(range(1, 1e9).pipe(map((n) => (given = n))), actor);
    expect([given, system.counters]).toEqual([4, expect.objectContaining({ subscriptions: 0, actors: 0, dead: 2 })]);
    conserved(system);
  });

  it('of an actor that has ended is over, and its source is not subscribed', () => {
    const { system, actor } = echoing();
    actor.exit();
    let isSubscribed = false;
    const source = new Observable(() => {
      isSubscribed = true;
    });
    expect([system.subscribeTo(source, actor).closed, isSubscribed, system.counters.subscriptions]).toEqual([
      true,
      false,
      0,
    ]);
  });

  it('makes a dead letter of an error of its source, and the actor goes on', () => {
    const { system, actor, lines } = echoing();
    const lost: unknown[] = [];
    system.deadLetters$.subscribe(({ message, reason }) => lost.push([message, reason]));
    const broken = new Error('broken');
    const source = new Subject<number>();
    system.subscribeTo(source, actor);
    source.next(1);
    source.error(broken);
    actor.tell(2);
    expect(lost).toEqual([[broken, expect.objectContaining({ code: 'host-failed', message: 'Error: broken' })]]);
    expect([lines[0], lines.at(-1), system.counters.subscriptions]).toEqual(['1', '2', 0]);
    conserved(system);
  });

  it('makes a dead letter of what cannot be sent, and goes on with the next', () => {
    const { system } = watched();
    const letters = system.spawn('(define got (let loop ((n 0)) (receive (x (if (= x 3) n (loop (+ n 1))))))) ');
    const code = system.spawn('(define n 0)');
    const lost: unknown[] = [];
    system.deadLetters$.subscribe(({ message, reason }) => lost.push([message, (reason as VMError).code]));
    const fn = (): number => 1;
    system.subscribeTo(from([1, fn, 3]), letters);
    system.subscribeTo(of('throws', 'is none', '(set! n 5)'), code, (source) => {
      if (source === 'throws') throw new Error('no');
      return source === 'is none' ? (source as never) : compile(source);
    });
    expect(lost).toEqual([
      [fn, 'type-error'],
      ['throws', 'host-failed'],
      ['is none', 'misuse'],
    ]);
    expect([letters.state.variables.get('got'), code.state.variables.get('n')]).toEqual([1, 5]);
    conserved(system);
  });

  it('counts for its projection', () => {
    const { system } = watched();
    const actor = system.spawn('(define all nil)');
    system.subscribeTo(of('a', 'b'), actor, (name, index) => ['OP_CONSTANT', `${index}${name}`]);
    expect(actor.state.stack.toArray()).toEqual(['0a', '1b']);
  });

  it.each<[string, readonly unknown[], RegExp]>([
    ['no source', [undefined], /^source is/],
    ['a promise', [Promise.resolve(1)], /^source is/],
    ['no handle', [of(1), null], /^ref is/],
    ['a forged handle', [of(1), { pid: 5 }], /^ref is/],
    ['a faulty projection', [of(1), 'actor', 5], /^project is/],
  ])('with %s is refused', (_what, [source, ref, project], message) => {
    const { system, actor } = echoing();
    expect(() => {
      system.subscribeTo(source as never, (ref === 'actor' ? actor : ref) as never, project as never);
    }).toThrow(expect.objectContaining({ code: 'misuse', message: expect.stringMatching(message) as string }));
    expect(system.counters.subscriptions).toBe(0);
  });
});

describe('a handle as an observer', () => {
  it('takes bytecode from any observable, and outlives it', () => {
    const { system } = watched();
    const actor = system.spawn();
    of(['OP_CONSTANT', 1], ['OP_CONSTANT', 2]).subscribe(actor);
    expect([actor.isAlive, actor.state.stack.toArray()]).toEqual([true, [1, 2]]);
    conserved(system);
  });
});
