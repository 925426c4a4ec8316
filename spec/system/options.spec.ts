import { compile, standardInstructions, VMActor, VMError, VMState } from '../../lib/index.js';
import { ActorSystem } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// What a system and its actors are made of: what will not do is refused, with its name, and nothing is started.

const refusal = (field: string): Error =>
  expect.objectContaining({ code: 'misuse', message: expect.stringContaining(field) as string }) as Error;

describe('a system', () => {
  it.each<[unknown, string]>([
    [null, 'options'],
    [5, 'options'],
    [{ slice: 0 }, 'slice'],
    [{ slice: -1 }, 'slice'],
    [{ slice: NaN }, 'slice'],
    [{ slice: '9' }, 'slice'],
    [{ fusion: 0 }, 'fusion'],
    [{ fusion: null }, 'fusion'],
    [{ limits: null }, 'limits'],
    [{ limits: { fuel: 0 } }, 'limits.fuel'],
    [{ limits: { stack: NaN } }, 'limits.stack'],
    [{ limits: { outbox: '1' } }, 'limits.outbox'],
    [{ scheduler: null }, 'scheduler'],
    [{ scheduler: { now: () => 0 } }, 'scheduler'],
  ])('with %j is refused', (options, field) => {
    expect(() => new ActorSystem(options as never)).toThrow(refusal(field));
  });

  it('keeps the usual limits beside those it is given, and where one is undefined', () => {
    const { system } = watched({ limits: { fuel: undefined, stack: 100 } as never });
    expect(system.spawn().state.world.limits).toMatchObject({ fuel: 100_000_000, stack: 100 });
  });
});

describe('an actor', () => {
  const running = new VMActor();
  running.send('OP_NIL', 'OP_POP');
  running.step();

  it.each<[string, unknown, string]>([
    ['nothing', null, 'an actor is made of'],
    ['a number', 5, 'an actor is made of'],
    ['a function', () => 1, 'an actor is made of'],
    ['a field that there is not', { sauce: '1' }, 'sauce is no field'],
    ['a source that is no text', { source: 5 }, 'source'],
    ['bytecode that is no array', { bytecode: 'OP_NIL' }, 'bytecode'],
    ['source and bytecode', { source: '1', bytecode: ['OP_NIL'] }, 'not both'],
    ['a state of another kind', { state: {} }, 'state is a VMState'],
    ['a state in the middle of a message', { state: running.state }, 'state is running'],
    ['variables that are none', { variables: 5 }, 'variables'],
    ['a name that is no text', { name: 5 }, 'name'],
    ['instructions of another kind', { instructions: {} }, 'instructions'],
    ['no limits', { limits: 5 }, 'limits'],
    ['a limit of 0', { limits: { store: 0 } }, 'limits.store'],
    ['a limit below 0', { limits: { fuel: -1 } }, 'limits.fuel'],
    ['another onFault', { onFault: 'explode' }, 'onFault'],
    ['a mailbox that is none', { mailbox: null }, 'mailbox'],
    ['a capacity below 0', { mailbox: { capacity: -1 } }, 'mailbox.capacity'],
    ['a capacity that is no number', { mailbox: { capacity: NaN } }, 'mailbox.capacity'],
    ['another overflow', { mailbox: { overflow: 'dropAll' } }, 'mailbox.overflow'],
    ['capabilities that are none', { capabilities: null }, 'capabilities'],
    ['a capability that is no function', { capabilities: { fetch: 5 } }, 'fetch'],
    ['a capability without a function', { capabilities: { fetch: { within: 5 } } }, 'fetch'],
    ['a capability with a faulty limit', { capabilities: { fetch: { call: () => 1, within: -1 } } }, 'within'],
    [
      'capabilities without the instructions for them',
      { capabilities: { fetch: () => 1 }, instructions: standardInstructions },
      'instructions',
    ],
  ])('made of %s is refused', (_what, spec, field) => {
    const { system } = watched();
    expect(() => system.spawn(spec as never)).toThrow(refusal(field));
    expect([system.counters.actors, system.counters.sent]).toEqual([0, 0]);
  });

  it('whose variable is no value is refused', () => {
    const { system } = watched();
    expect(() => system.spawn({ variables: { f: () => 1 } as never })).toThrow(
      expect.objectContaining({ code: 'type-error' }),
    );
    expect(system.counters.actors).toBe(0);
  });

  it('whose program does not compile is refused, and its name stays free', () => {
    const { system } = watched();
    expect(() => system.spawn({ name: 'a', source: '(' })).toThrow(VMError);
    expect(() => system.spawn({ name: 'a', source: '(if)' })).toThrow(VMError);
    expect([system.counters.actors, system.whereis('a')]).toEqual([0, undefined]);
  });

  it('whose name is taken is refused', () => {
    const { system } = watched();
    system.spawn({ name: 'a' });
    expect(() => system.spawn({ name: 'a' })).toThrow(refusal('the name a is taken'));
    expect(system.counters.actors).toBe(1);
  });

  it('starts with the variables it is given, of an object or a map', () => {
    const { system } = watched();
    const one = system.spawn({ variables: { n: 1 }, source: '(define m (+ n 1))' });
    const other = system.spawn({ variables: new Map([['n', 2]]), state: VMState.initial() });
    expect([one.state.variables.get('m'), other.state.variables.get('n')]).toEqual([2, 2]);
  });

  it('has names that any text may be', () => {
    const { system } = watched();
    const capabilities = JSON.parse('{"__proto__": 0, "constructor": 0}') as Record<string, () => number>;
    for (const name of Object.keys(capabilities)) Object.defineProperty(capabilities, name, { value: () => 5 });
    const actor = system.spawn({ name: '__proto__', capabilities });
    actor.next(compile('(define n (list (__proto__) (constructor)))'));
    expect(system.whereis('__proto__')?.pid).toBe(actor.pid);
    expect([...(actor.state.variables.get('n') as unknown as Iterable<number>)]).toEqual([5, 5]);
    expect(system.whereis('constructor')).toBe(undefined);
  });
});

describe('a name', () => {
  it('is refused where it is none, is taken, or is for nobody', () => {
    const { system } = watched();
    const [one, other] = [system.spawn({ name: 'one' }), system.spawn()];
    expect(() => {
      system.register(5 as never, other);
    }).toThrow(refusal('name'));
    expect(() => {
      system.register('one', other);
    }).toThrow(refusal('the name one is taken'));
    for (const ref of [null, undefined, {}, { pid: 5 }])
      expect(() => {
        system.register('x', ref as never);
      }).toThrow(refusal('ref is the handle'));
    one.exit();
    expect(() => {
      system.register('x', one);
    }).toThrow(refusal('the actor has ended'));
    system.register('one', other);
    expect(system.whereis('one')?.pid).toBe(other.pid);
  });

  it('is refused to programs too, which can catch it', () => {
    const { lines, run } = watched();
    run(`
      (define (try thunk) (guard (e (#t (error-object-message e))) (thunk)))
      (register 'me (self))
      (print (try (lambda () (register 'me (self)))))
      (print (try (lambda () (register 'you 5))))
      (print (try (lambda () (register "you" (self)))))
      (print (eq? (whereis 'me) (self)))`);
    expect(lines).toEqual([
      'the name me is taken',
      'who is registered is an actor that lives',
      'the name of an actor is a symbol',
      '#t',
    ]);
  });

  it('of another system names nobody here', () => {
    const [here, there] = [watched(), watched()];
    const mine = here.system.spawn('(receive (x x))');
    const theirs = there.system.spawn();
    expect(() => {
      here.system.register('x', theirs);
    }).toThrow(refusal('the actor has ended'));
    const sender = here.system.spawn("(define to (receive (pid pid))) (send to 'lost)");
    sender.tell(theirs.pid);
    expect([here.lines, mine.state.status]).toEqual([['lost lost: noproc'], 'running']);
    conserved(here.system);
  });
});
