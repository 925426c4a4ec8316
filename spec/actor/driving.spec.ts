import { type TraceEvent, VMActor, compile, unary, push, drop } from '../../lib/index.js';

describe('ask', () => {
  it('answers with the top and takes it off in the same commit', async () => {
    const vm = new VMActor().start();
    vm.send('OP_CONSTANT', 1);
    await expect(vm.ask('OP_CONSTANT', 2)).resolves.toBe(2);
    expect(vm.state.stack.toArray()).toEqual([1]);
  });

  it('answers nil when the message left nothing more than it found', async () => {
    const vm = new VMActor().start();
    vm.send('OP_CONSTANT', 1, 'OP_CONSTANT', 2);
    await expect(vm.ask('OP_ADD')).resolves.toBeNull();
    expect(vm.top()).toBe(3);
  });

  it('waits for the start', async () => {
    const vm = new VMActor();
    const answer = vm.evaluate('(+ 5 10)');
    vm.start();
    await expect(answer).resolves.toBe(15);
  });

  it('rejects on a fault, a drop and a stop', async () => {
    const vm = new VMActor({ onFault: 'resume', mailbox: { capacity: 1 } });
    const kept = vm.ask('OP_ADD');
    const dropped = vm.ask('OP_NIL');
    vm.start();
    vm.stop();
    await expect(kept).rejects.toMatchObject({ code: 'stack-underflow' });
    await expect(dropped).rejects.toMatchObject({
      code: 'misuse',
      message: expect.stringContaining('mailbox is full') as string,
    });
    await expect(vm.ask('OP_NIL')).rejects.toMatchObject({
      code: 'misuse',
      message: expect.stringContaining('stopped') as string,
    });
    await expect(vm.evaluate('(')).rejects.toMatchObject({ code: 'read-error', line: 1, column: 1 });
  });
});

describe('call', () => {
  const rules = '(define (rate total gold?) (cond (gold? (* total 0.9)) ((> total 100) (- total 5)) (else total)))';

  it('applies a procedure by name or by value, as one message', () => {
    const vm = new VMActor().start();
    vm.next(compile(rules));
    const rate = vm.state.variables.get('rate') ?? null;
    expect([vm.call('rate', 200, true), vm.call(rate, 200, false), vm.call('rate', 50, false)]).toEqual([180, 195, 50]);
    expect([vm.state.position, vm.state.stack.length]).toEqual([4, 0]);
  });

  it('runs what waits before it, also without a start', () => {
    const vm = new VMActor().loadBytecode(compile(rules));
    expect(vm.call('rate', 10, false)).toBe(10);
  });

  it('throws the fault of the message and leaves the actor as its policy says', () => {
    const vm = new VMActor({ onFault: 'resume' }).start();
    expect(() => vm.call('nobody')).toThrow(expect.objectContaining({ code: 'unbound-variable' }));
    expect(() => vm.call('car', 5)).toThrow(expect.objectContaining({ code: 'type-error' }));
    expect(() => vm.call('car')).toThrow(expect.objectContaining({ code: 'arity-error' }));
    expect(() => vm.call('car', {})).toThrow(expect.objectContaining({ code: 'type-error' }));
    expect(vm.call('+', 1, 2)).toBe(3);
  });

  it('keeps closures usable outside, with the variables they share', async () => {
    const vm = new VMActor().start();
    const counter = await vm.evaluate('(define (make) (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (make)');
    expect([vm.call(counter), vm.call(counter)]).toEqual([1, 1]);
    await vm.evaluate('(define here (make))');
    expect([vm.call('here'), vm.call('here')]).toEqual([1, 2]);
  });
});

describe('execute and step', () => {
  it('runs what waits to its end without starting', () => {
    const vm = new VMActor({ slice: 10 });
    vm.loadBytecode(compile('(define (sum n) (if (= n 0) 0 (+ n (sum (- n 1)))))')).loadBytecode(compile('(sum 1000)'));
    expect(vm.execute().stack.toArray()).toEqual([500_500]);
    vm.send('OP_CONSTANT', 1);
    expect(vm.top()).toBe(500_500);
    vm.execute();
    expect(vm.top()).toBe(1);
  });

  it('throws the fault that stops the actor', () => {
    const vm = new VMActor();
    vm.send('OP_ADD');
    expect(() => vm.execute()).toThrow(expect.objectContaining({ code: 'stack-underflow' }));
  });

  it('steps one instruction at a time, over messages, and shows states inside them', () => {
    const vm = new VMActor();
    const published: unknown[] = [];
    vm.state$.subscribe((state) => published.push(state.stack.toArray()));
    vm.send('OP_CONSTANT', 1, 'OP_CONSTANT', 2);
    vm.send();
    vm.send('OP_ADD');
    const seen: unknown[] = [];
    while (vm.step()) seen.push([vm.state.status, ...vm.state.stack]);
    expect(seen).toEqual([
      ['running', 1],
      ['idle', 1, 2],
      ['idle', 3],
    ]);
    expect(published).toEqual([[], [1, 2], [1, 2], [3]]);
  });

  it('goes on from a step when the actor starts', () => {
    const vm = new VMActor();
    vm.send('OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_ADD');
    vm.step();
    vm.start();
    expect(vm.top()).toBe(3);
  });

  it.each(['step', 'execute', 'call'] as const)('%s is a misuse while a message is handled', (operation) => {
    const vm = new VMActor().start();
    const codes: unknown[] = [];
    vm.output$.subscribe(() => {
      try {
        vm[operation]('car');
      } catch (thrown) {
        codes.push((thrown as { code: string }).code);
      }
    });
    vm.send('OP_NIL', 'OP_PRINT');
    expect(codes).toEqual(['misuse']);
  });
});

describe('start', () => {
  it('counts also when it is called while the queue is executed', () => {
    const vm = new VMActor();
    const subscription = vm.state$.subscribe(({ position }) => {
      if (position === 1) vm.start();
    });
    vm.send('OP_CONSTANT', 1);
    vm.execute();
    subscription.unsubscribe();
    vm.send('OP_CONSTANT', 2);
    expect(vm.top()).toBe(2);
  });

  it('shows the functions of the host at once, and does not repeat a state or a fault for them', () => {
    const vm = new VMActor({ onFault: 'resume' }).start();
    const events: unknown[] = [];
    vm.faults$.subscribe(({ code }) => events.push(code));
    vm.send('OP_NOTHING');
    vm.state$.subscribe(({ position }) => events.push(position));
    vm.defineFunction('f', () => 'f');
    expect([vm.call('f'), events]).toEqual(['f', ['unknown-instruction', 0, 1]]);
  });
});

describe('stop', () => {
  it('completes the streams, whenever it is called, once', () => {
    const vm = new VMActor().start();
    const ends: string[] = [];
    for (const name of ['bytecode$', 'state$', 'trace$', 'output$', 'faults$', 'deadLetters$'] as const) {
      (vm[name] as typeof vm.output$).subscribe({ complete: () => ends.push(name) });
    }
    vm.stop();
    vm.stop();
    vm[Symbol.dispose]();
    expect(ends.sort()).toEqual(['bytecode$', 'faults$', 'output$', 'state$', 'trace$']);
  });

  it('cancels the slice that was to come', () => {
    const pending = new Set<() => void>();
    const scheduler = {
      schedule: (work: () => void) => {
        pending.add(work);
        return { unsubscribe: () => pending.delete(work) };
      },
    };
    const vm = new VMActor({ slice: 10, scheduler }).start();
    vm.send('OP_NIL', 'OP_POP', 'OP_LOOP', 4);
    expect(pending.size).toBe(1);
    vm.stop();
    expect(pending.size).toBe(0);
  });
});

describe('slices', () => {
  it('give the event loop its turn, and priority messages wait for the end of the message', async () => {
    const vm = new VMActor({ slice: 1_000 }).start();
    const order: string[] = [];
    setImmediate(() => {
      order.push('event loop');
      vm.next({ bytecode: ['OP_CONSTANT', 'urgent', 'OP_DISPLAY'], priority: 9 });
    });
    vm.output$.subscribe((text) => order.push(text));
    await vm.evaluate('(let loop ((i 0)) (if (< i 20000) (loop (+ i 1)) (display "done")))');
    await vm.ask();
    expect(order).toEqual(['event loop', 'done', 'urgent']);
  });
});

describe('trace$', () => {
  it('shows every instruction, also of messages that are rolled back', () => {
    const vm = new VMActor({ onFault: 'resume' }).start();
    vm.faults$.subscribe();
    const events: unknown[] = [];
    const subscription = vm.trace$.subscribe(({ opcode, operands, before, after, position }: TraceEvent) =>
      events.push([position, opcode, ...operands, before.stack.length, after.stack.length]),
    );
    vm.send('OP_CONSTANT', 5, 'OP_NOT');
    vm.send('OP_POP', 'OP_POP');
    subscription.unsubscribe();
    vm.send('OP_NIL');
    expect(events).toEqual([
      [1, 'OP_CONSTANT', 5, 0, 1],
      [1, 'OP_NOT', 1, 1],
      [2, 'OP_POP', 1, 0],
    ]);
  });
});

describe('instructions', () => {
  it('can be defined, with operands, and replaced from the next message on', () => {
    const vm = new VMActor().start();
    vm.defineInstruction(
      'OP_DOUBLE',
      unary((x: number) => x * 2),
      { doc: 'twice a' },
    );
    vm.defineInstruction(
      'OP_PUSH_N',
      (state, n: number, value: number) => push(state, ...new Array<number>(n).fill(value)),
      { operands: 2 },
    );
    vm.defineInstruction('OP_SUM_ALL', (state) => {
      const sum = state.stack.toArray().reduce<number>((total, value) => total + Number(value), 0);
      return push(drop(state, state.stack.length), sum);
    });
    vm.send('OP_PUSH_N', 3, 7, 'OP_SUM_ALL', 'OP_DOUBLE');
    expect(vm.top()).toBe(42);
    vm.replaceInstruction(
      'OP_DOUBLE',
      unary((x: number) => x * 20),
    );
    vm.send('OP_DOUBLE');
    expect(vm.top()).toBe(840);
    expect(() =>
      vm.defineInstruction(
        'OP_DOUBLE',
        unary((x) => x),
      ),
    ).toThrow('already exists');
    expect(() =>
      vm.replaceInstruction(
        'OP_TRIPLE',
        unary((x) => x),
      ),
    ).toThrow('does not exist');
  });

  it('are replaced in closures made earlier, and not inside the message that runs', () => {
    const vm = new VMActor({ slice: 5 });
    vm.loadBytecode(compile('(define (f) (+ 1 2)) (f)'));
    while (vm.step() && vm.state.stack.length === 0);
    vm.replaceInstruction('OP_ADD', (state) => push(drop(state, 2), 'replaced'));
    vm.execute();
    expect(vm.top()).toBe(3);
    expect(vm.call('f')).toBe('replaced');
  });

  it('can be run by a message that was sent before they were defined', () => {
    const vm = new VMActor();
    vm.send('OP_LATE');
    vm.defineInstruction('OP_LATE', (state) => push(state, 'in time'));
    vm.start();
    expect(vm.top()).toBe('in time');
  });
});

describe('options', () => {
  it.each([
    [{ fuel: 0 }],
    [{ fuel: NaN }],
    [{ slice: -1 }],
    [{ limits: { stack: 'x' } }],
    [{ onFault: 'explode' }],
    [{ mailbox: { capacity: -1 } }],
    [{ variables: { f: () => 1 } }],
  ])('that are faulty are refused: %p', (options) => {
    expect(() => new VMActor(options as never)).toThrow(expect.objectContaining({ name: 'VMError' }));
  });

  it('that are unknown are ignored', () => {
    expect(new VMActor({ colour: 'red' } as never).start().state.status).toBe('idle');
  });

  it('give a fork the limits of its state, unless they are given', () => {
    const one = new VMActor({ fuel: 1_000, limits: { stack: 50 } });
    const { limits } = new VMActor({ state: one.state, fuel: 2_000 }).state.world;
    expect(limits).toMatchObject({ fuel: 2_000, stack: 50 });
  });

  it('fork an actor from a state, isolated both ways', async () => {
    const one = new VMActor().start();
    await one.evaluate('(define x 1)');
    const other = new VMActor({ state: one.state }).start();
    await other.evaluate('(set! x 2) (define y 3)');
    await one.evaluate('(define z 4)');
    expect([...one.state.variables.entries()]).toEqual([
      ['x', 1],
      ['z', 4],
    ]);
    expect([...other.state.variables.entries()]).toEqual([
      ['x', 2],
      ['y', 3],
    ]);
  });
});
