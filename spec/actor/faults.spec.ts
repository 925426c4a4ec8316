import { config } from 'rxjs';
import { type DeadLetter, isVMError, type VMError, VMActor } from '../../lib/index.js';

const watched = (onFault: 'stop' | 'resume' | 'restart') => {
  const vm = new VMActor({ onFault, variables: { start: 1 } });
  const events: string[] = [];
  const letters: DeadLetter[] = [];
  vm.state$.subscribe({
    next: (state) => events.push(`state ${state.stack.toArray().map(String).join(' ')}`),
    error: (fault: VMError) => events.push(`error ${fault.code}`),
    complete: () => events.push('complete'),
  });
  vm.faults$.subscribe((fault) => events.push(`fault ${fault.code} ${String(fault.position)}`));
  vm.output$.subscribe((text) => events.push(`output ${text}`));
  vm.deadLetters$.subscribe((letter) => letters.push(letter));
  vm.start();
  vm.send('OP_CONSTANT', 1);
  vm.send('OP_CONSTANT', 2, 'OP_PRINT', 'OP_DEFINE_VARIABLE', 'x', 'OP_POP', 'OP_POP');
  vm.send('OP_CONSTANT', 3);
  return { vm, events, letters };
};

describe('a fault', () => {
  it('stops the actor by default', () => {
    const { vm, events, letters } = watched('stop');
    expect(events).toEqual(['state ', 'state 1', 'fault stack-underflow 2', 'error stack-underflow']);
    expect(
      letters.map(({ message, reason }) => [(message as unknown[])[1], isVMError(reason) ? reason.code : reason]),
    ).toEqual([
      [2, 'stack-underflow'],
      [3, 'stopped'],
    ]);
    expect([vm.state.status, vm.state.fault?.code, vm.top(), vm.state.variables.has('x')]).toEqual([
      'faulted',
      'stack-underflow',
      1,
      false,
    ]);
  });

  it('is rolled back, its effects too, and gone on from under resume', () => {
    const { vm, events } = watched('resume');
    expect(events).toEqual(['state ', 'state 1', 'fault stack-underflow 2', 'state 1 3']);
    expect([vm.state.status, vm.state.fault, vm.state.variables.has('x')]).toEqual(['idle', undefined, false]);
  });

  it('goes back to the initial state under restart, host functions kept', () => {
    const { vm, events } = watched('restart');
    expect(events).toEqual(['state ', 'state 1', 'fault stack-underflow 2', 'state ', 'state 3']);
    vm.defineFunction('twice', (n: number) => n * 2);
    vm.send('OP_NOTHING');
    vm.send('OP_GET_VARIABLE', 'twice', 'OP_CONSTANT', 21, 'OP_CALL', 1);
    expect([vm.top(), vm.state.variables.get('start'), vm.state.position]).toEqual([42, 1, 3]);
  });

  it('carries the place in the source', async () => {
    const vm = new VMActor().start();
    await expect(vm.evaluate('(define (f x)\n  (* 2 (car x)))\n(+ 1 (f 5))')).rejects.toMatchObject({
      code: 'type-error',
      line: 2,
      column: 8,
      position: 1,
      opcode: 'OP_CALL',
      message: 'OP_CALL: car takes a pair, not 5',
    });
  });
});

const badMessages: readonly (readonly [string, readonly unknown[], string])[] = [
  ['an unknown opcode', ['OP_CONSTANT', 1, 'OP_NOTHING'], 'unknown-instruction'],
  ['a superfluous operand', ['OP_CONSTANT', 1, 2], 'unknown-instruction'],
  ['a missing operand', ['OP_NIL', 'OP_CONSTANT'], 'missing-operand'],
  ['an operand of the wrong type', ['OP_GET_LOCAL', 'x'], 'bad-operand'],
  ['a jump outside', ['OP_JUMP', 1], 'bad-jump'],
  ['a jump into an operand', ['OP_JUMP', 1, 'OP_CONSTANT', 1], 'bad-jump'],
  ['null as an opcode', [null], 'unknown-instruction'],
  ['undefined as an opcode', [undefined], 'unknown-instruction'],
  ['an object as an opcode', [{}], 'unknown-instruction'],
  ['a JavaScript symbol as an opcode', [Symbol('x')], 'unknown-instruction'],
  ['undefined as a value', ['OP_CONSTANT', undefined], 'bad-operand'],
  ['an object as a value', ['OP_CONSTANT', { a: 1 }], 'bad-operand'],
  ['a JavaScript symbol as a value', ['OP_CONSTANT', Symbol('x')], 'bad-operand'],
  ['an undefined variable with a hostile name', ['OP_GET_VARIABLE', '__proto__'], 'unbound-variable'],
  ['a wrong number of arguments', ['OP_GET_VARIABLE', 'car', 'OP_CALL', 0], 'arity-error'],
  ['a call of what is no procedure', ['OP_CONSTANT', 5, 'OP_CALL', 0], 'not-a-procedure'],
  ['an endless loop', ['OP_NIL', 'OP_POP', 'OP_LOOP', 4], 'out-of-fuel'],
  ['endless pushing', ['OP_NIL', 'OP_LOOP', 3], 'stack-limit'],
];

describe('bad input', () => {
  it.each(badMessages)('%s is a fault, the state unchanged and the next message handled', (_what, words, code) => {
    const vm = new VMActor({ onFault: 'resume', fuel: 100_000, limits: { stack: 1_000 } }).start();
    const faults: VMError[] = [];
    vm.faults$.subscribe((fault) => faults.push(fault));
    const before = vm.state;
    vm.next(words);
    expect(vm.state).toBe(before);
    expect(faults).toEqual([expect.objectContaining({ code, position: 1 })]);
    vm.send('OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD');
    expect(vm.top()).toBe(15);
  });

  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('trapped');
      },
    },
  );

  it.each([
    [undefined],
    [null],
    [5],
    ['OP_NIL'],
    [{}],
    [{ bytecode: 'x' }],
    [{ bytecode: [], priority: 'high' }],
    [() => 1],
    [trap],
  ])('what is no message takes its turn and faults', (message) => {
    const vm = new VMActor({ onFault: 'resume' }).start();
    const codes: string[] = [];
    vm.faults$.subscribe(({ code }) => codes.push(code));
    vm.next(message as never);
    vm.send('OP_CONSTANT', 1);
    expect(codes).toEqual([message === trap ? 'host-failed' : 'misuse']);
    expect(vm.top()).toBe(1);
  });

  it('treats hostile names as ordinary ones', () => {
    const vm = new VMActor().start();
    for (const name of ['__proto__', 'constructor', 'toString', ''])
      vm.send('OP_CONSTANT', name, 'OP_DEFINE_VARIABLE', name);
    expect([...vm.state.variables.entries()]).toEqual([
      ['__proto__', '__proto__'],
      ['constructor', 'constructor'],
      ['toString', 'toString'],
      ['', ''],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a host function', () => {
  const thrown: readonly unknown[] = [
    undefined,
    null,
    0,
    'text',
    Symbol('s'),
    {},
    new Error('bad day'),
    Object.create(null),
    {
      toString: () => {
        throw new Error('no');
      },
    },
  ];

  it.each(thrown.map((each) => [each]))('that throws anything is a fault', (each) => {
    const vm = new VMActor({ onFault: 'resume' }).start();
    const faults: VMError[] = [];
    vm.faults$.subscribe((fault) => faults.push(fault));
    vm.defineFunction('fail', () => {
      throw each;
    });
    vm.send('OP_GET_VARIABLE', 'fail', 'OP_CALL', 0);
    expect(faults).toEqual([expect.objectContaining({ code: 'host-failed', cause: each })]);
    if (each instanceof Error) expect(faults[0]?.message).toContain('bad day');
  });

  it.each([[() => 1], [Symbol('s')], [[() => 1]], [new Date(0)], [Promise.resolve(1)]])(
    'that returns what is no value is a fault',
    (result) => {
      const vm = new VMActor().start();
      vm.defineFunction('odd', () => result);
      expect(() => vm.call('odd')).toThrow(expect.objectContaining({ code: 'host-failed' }));
    },
  );

  it('returns nil for undefined, checks its arity and costs what its spec says', () => {
    const vm = new VMActor({ fuel: 100 }).start();
    vm.defineFunction('nothing', () => undefined);
    vm.defineFunction('dear', (n: number) => n, { arity: 1, fuel: (n: number) => n });
    expect(vm.call('nothing')).toBeNull();
    expect(() => vm.call('dear')).toThrow(expect.objectContaining({ code: 'arity-error' }));
  });
});

describe('a fault nobody sees', () => {
  afterEach(() => {
    config.onUnhandledError = null;
  });

  const reported = (act: (vm: VMActor) => void): unknown[] => {
    const seen: unknown[] = [];
    config.onUnhandledError = (error) => seen.push((error as VMError).code);
    act(new VMActor());
    return seen;
  };

  it('goes to the unhandled-error hook of RxJS', () => {
    expect(
      reported((vm) => {
        vm.start().send('OP_NOTHING');
      }),
    ).toEqual(['unknown-instruction']);
  });

  it('goes to the console where there is no hook', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    new VMActor().start().send('OP_NOTHING');
    expect(log).toHaveBeenCalledWith(expect.objectContaining({ code: 'unknown-instruction' }));
    log.mockRestore();
  });

  it('is one that neither state$, faults$, execute, ask nor call showed', async () => {
    expect(
      reported((vm) => {
        vm.state$.subscribe({ error: () => undefined });
        vm.start().send('OP_NOTHING');
      }),
    ).toEqual([]);
    expect(
      reported((vm) => {
        vm.faults$.subscribe();
        vm.start().send('OP_NOTHING');
      }),
    ).toEqual([]);
    expect(
      reported((vm) => {
        vm.send('OP_NOTHING');
        expect(() => vm.execute()).toThrow();
      }),
    ).toEqual([]);
    expect(
      reported((vm) => {
        expect(() => vm.call('nobody')).toThrow();
      }),
    ).toEqual([]);
    await Promise.allSettled([new VMActor().start().ask('OP_NOTHING')]);
  });
});
