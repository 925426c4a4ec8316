import { asapScheduler, of, queueScheduler, type SchedulerLike } from 'rxjs';
import { compile, emit, execute, push, type VMError, VMActor, VMState } from '../../lib/index.js';

// What was tried to break an actor, and must not.

const resuming = (options: ConstructorParameters<typeof VMActor>[0] = {}): { vm: VMActor; codes: string[] } => {
  const vm = new VMActor({ onFault: 'resume', ...options }).start();
  const codes: string[] = [];
  vm.faults$.subscribe(({ code }) => codes.push(code));
  return { vm, codes };
};

const counter = '(let ((n 41)) (lambda () (set! n (+ n 1)) n))';
const burn = '(define (burn k) (let ((b k)) (set! b 7) (if (> k 0) (burn (- k 1)) 0)))';

describe('variables', () => {
  it.each([32, 1024])('that are undefined stay so beside %d others', (count) => {
    const definitions = Array.from({ length: count }, (_, i) => [
      'OP_CONSTANT',
      i,
      'OP_DEFINE_VARIABLE',
      `v${i}`,
    ]).flat();
    const faults: string[] = [];
    of(definitions, ['OP_GET_VARIABLE', 'nobody'])
      .pipe(execute())
      .subscribe({ error: ({ code }: VMError) => faults.push(code) });
    of(definitions, ['OP_NIL', 'OP_SET_VARIABLE', 'nobody'])
      .pipe(execute())
      .subscribe({ error: ({ code }: VMError) => faults.push(code) });
    expect(faults).toEqual(['unbound-variable', 'unbound-variable']);
  });

  it('of the library that are assigned are listed, and what they hold is kept', async () => {
    const { vm } = resuming();
    await vm.evaluate(`${burn} (set! cadr ${counter})`);
    await vm.evaluate('(burn 30000)');
    expect(vm.call('cadr')).toBe(42);
    expect([...vm.state.variables.entries()].map(([name]) => name)).toEqual(['burn', 'cadr']);
  });

  it('of one initial state are not seen in another, and cannot be written from outside', () => {
    const state = VMState.initial();
    expect(() => {
      state.variables.define('leak', 666);
    }).toThrow(expect.objectContaining({ code: 'misuse' }));
    expect(VMState.initial().variables.get('leak')).toBeUndefined();
  });
});

describe('closures from another actor', () => {
  const foreign = async (): Promise<never> => (await new VMActor().start().evaluate(counter)) as never;

  it('keep their variables through a collection in the message that brings them', async () => {
    const { vm } = resuming();
    await vm.evaluate(burn);
    const answer = vm.ask(...compile('(burn 30000)'), 'OP_POP', 'OP_CONSTANT', await foreign(), 'OP_CALL', 0);
    await expect(answer).resolves.toBe(42);
  });

  it('work in a handler, as a variable, and in a body', async () => {
    const closure = await foreign();
    const { vm } = resuming({ variables: { given: closure } });
    vm.defineInstruction('OP_BRING', (state) => push(state, closure));
    await expect(vm.ask('OP_BRING', 'OP_CALL', 0)).resolves.toBe(42);
    expect([vm.call('given'), vm.call('given')]).toEqual([42, 43]);
    await expect(
      vm.ask('OP_CLOSURE', { params: [], body: ['OP_CONSTANT', closure, 'OP_CALL', 0] }, 'OP_CALL', 0),
    ).resolves.toBe(42);
  });

  it('count against the limit of the store', async () => {
    const closure = await foreign();
    const { vm, codes } = resuming({ limits: { store: 20 } });
    vm.defineFunction('bring', () => closure);
    await vm
      .evaluate("(define (keep n l) (if (= n 0) l (keep (- n 1) (cons (bring) l)))) (define kept (keep 50 '()))")
      .catch(() => null);
    expect(codes).toEqual(['store-limit']);
  });
});

describe('what was sent', () => {
  it('is not changed by what the host does to its array afterwards', () => {
    const vm = new VMActor();
    const next: unknown[] = ['OP_CONSTANT', 1];
    const raw: unknown[] = ['OP_CONSTANT', 1];
    const symbol = { symbol: 'a' };
    vm.next(next);
    vm.bytecode$.next(raw);
    vm.loadBytecode(['OP_CONSTANT', symbol]);
    next[1] = 2;
    raw[1] = 2;
    expect(Object.isFrozen(symbol)).toBe(true);
    vm.defineInstruction('OP_X', (state) => state);
    vm.start();
    expect(vm.state.stack.toArray().slice(0, 2)).toEqual([1, 1]);
  });

  it('may throw whenever it is looked at', () => {
    const evil = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error('evil');
        },
        get: () => {
          throw new Error('evil');
        },
      },
    );
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const isWatched of [false, true]) {
      const { vm, codes } = resuming();
      let dead = 0;
      vm.deadLetters$.subscribe(() => {
        dead += 1;
      });
      if (isWatched) vm.bytecode$.subscribe();
      for (const message of [evil, proxy, undefined]) vm.next(message as never);
      vm.send('OP_CONSTANT', 1);
      expect([codes.length, dead, vm.top()]).toEqual([3, 3, 1]);
    }
  });

  it('may have more arguments than an instruction takes', () => {
    const { vm } = resuming();
    expect(() => vm.call('list', ...new Array<number>(66_000).fill(1))).toThrow(
      expect.objectContaining({ name: 'VMError' }),
    );
  });
});

describe('an actor that stops in the middle of a message', () => {
  it.each<[string, (vm: VMActor) => void]>([
    [
      'in a host function',
      (vm) => {
        vm.defineFunction('stop', () => {
          vm.stop();
        });
      },
    ],
    [
      'in a watcher of the trace',
      (vm) => {
        vm.trace$.subscribe(() => {
          vm.stop();
        });
      },
    ],
    [
      'in a watcher of what is sent',
      (vm) => {
        vm.bytecode$.subscribe(() => {
          vm.stop();
        });
      },
    ],
  ])('%s loses nothing', async (_where, prepare) => {
    const { vm } = resuming();
    const letters: unknown[] = [];
    vm.deadLetters$.subscribe(({ reason }) => letters.push(reason));
    prepare(vm);
    const answer = vm.ask('OP_GET_VARIABLE', 'stop', 'OP_CALL', 0);
    await expect(answer).rejects.toMatchObject({ code: expect.stringMatching(/misuse|unbound/) as string });
    expect(letters).toHaveLength(1);
    const again = new VMActor({ onFault: 'resume' });
    again.defineFunction('stop', () => {
      again.stop();
    });
    expect(() => again.call('stop')).toThrow(expect.objectContaining({ code: 'misuse' }));
  });
});

describe('a scheduler', () => {
  it.each<[string, SchedulerLike]>([
    ['queue', queueScheduler],
    ['asap', asapScheduler],
  ])('may be the %s scheduler', async (_name, scheduler) => {
    const { vm } = resuming({ scheduler, slice: 10 });
    await expect(vm.evaluate('(let loop ((i 0)) (if (< i 20000) (loop (+ i 1)) i))')).resolves.toBe(20_000);
    await expect(vm.evaluate('(+ 1 2)')).resolves.toBe(3);
    expect(vm.state.status).toBe('idle');
  });
});

describe('a handler', () => {
  it('cannot change an effect once it is emitted', async () => {
    const { vm } = resuming();
    let looks = 0;
    const effect = {
      type: 'print',
      get text() {
        looks += 1;
        if (looks > 1) throw new Error('again');
        return 'once';
      },
    } as const;
    vm.defineInstruction('OP_SAY', (state) => emit(state, effect));
    const printed: string[] = [];
    vm.output$.subscribe((text) => printed.push(text));
    await vm.ask('OP_SAY');
    expect(printed).toEqual(['once']);
  });

  it('that lets the fault of another actor through is where it failed', () => {
    const other = new VMActor({ onFault: 'resume' });
    const { vm } = resuming();
    const faults: VMError[] = [];
    vm.faults$.subscribe((fault) => faults.push(fault));
    vm.defineFunction('ask-other', () => other.call('car', 5));
    vm.send(...compile('(ask-other)'));
    expect(faults[0]).toMatchObject({
      code: 'type-error',
      position: 1,
      opcode: 'OP_CALL',
      cause: { code: 'type-error' },
    });
  });
});

describe('a state', () => {
  it('is given once to who subscribes while it is committed', () => {
    const { vm } = resuming();
    const seen: number[] = [];
    vm.output$.subscribe(() => vm.state$.subscribe(({ position }) => seen.push(position)));
    vm.send('OP_NIL', 'OP_PRINT');
    expect(seen).toEqual([0, 1]);
  });

  it('in the middle of a message starts no actor', () => {
    const vm = new VMActor();
    vm.send('OP_NIL', 'OP_NIL');
    vm.step();
    expect(() => new VMActor({ state: vm.state })).toThrow(expect.objectContaining({ code: 'misuse' }));
  });
});

describe('work', () => {
  it('on many locals is paid for', () => {
    const { vm, codes } = resuming({ fuel: 1_000_000, slice: Infinity });
    vm.next(Array.from({ length: 20_000 }, (_, i) => ['OP_CONSTANT', 1, 'OP_SET_LOCAL', i]).flat());
    expect(codes).toEqual(['out-of-fuel']);
  });

  it('is bounded for fifty thousand messages of as many priorities', () => {
    const vm = new VMActor();
    for (let i = 0; i < 50_000; i += 1) vm.next({ bytecode: ['OP_NIL', 'OP_POP'], priority: (i * 7919) % 50_000 });
    vm.start();
    expect(vm.state.position).toBe(50_000);
  });
});
