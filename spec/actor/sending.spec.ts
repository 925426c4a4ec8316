import { merge, of, Subject } from 'rxjs';
import { type Sent, type VMState, VMActor } from '../../lib/index.js';

const stackOf = (state: VMState): unknown[] => state.stack.toArray();

describe('sending', () => {
  it('finishes a short message inside send', () => {
    const vm = new VMActor().start();
    vm.send('OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD');
    expect(vm.top()).toBe(15);
  });

  it('gives the current state on subscription, then one for each message', () => {
    const vm = new VMActor().start();
    vm.send('OP_CONSTANT', 1);
    const seen: unknown[] = [];
    vm.state$.subscribe((state) => seen.push(stackOf(state)));
    vm.send('OP_CONSTANT', 2);
    vm.send();
    expect(seen).toEqual([[1], [1, 2], [1, 2]]);
  });

  it('carries words that come one by one', () => {
    const vm = new VMActor().start();
    for (const word of ['OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD']) vm.send(word);
    expect([vm.top(), vm.state.position]).toEqual([15, 3]);
  });

  it('shows two subscribers one order when the first sends inside its callback', () => {
    const vm = new VMActor().start();
    const seen: [number[], number[]] = [[], []];
    vm.state$.subscribe(({ position }) => {
      seen[0].push(position);
      if (position > 0 && position < 5) vm.send('OP_NIL');
    });
    vm.state$.subscribe(({ position }) => seen[1].push(position));
    vm.send('OP_NIL');
    expect(seen[0]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(seen[1]).toEqual(seen[0]);
  });

  it('shows watchers of bytecode$ the order of the sends, also those made inside a callback', () => {
    const vm = new VMActor().start();
    const seen: [unknown[], unknown[]] = [[], []];
    vm.bytecode$.subscribe((message) => {
      seen[0].push(message);
      if (seen[0].length === 1) vm.send('OP_CONSTANT', 2);
    });
    vm.bytecode$.subscribe((message) => seen[1].push(message));
    vm.state$.subscribe((state) => {
      if (state.position === 2) vm.send('OP_CONSTANT', 3);
    });
    vm.send('OP_CONSTANT', 1);
    expect(seen[1]).toEqual([1, 2, 3].map((n) => ['OP_CONSTANT', n]));
    expect(seen[0]).toEqual(seen[1]);
    expect(stackOf(vm.state)).toEqual([1, 2, 3]);
  });

  it('handles 100,000 messages that each send the next', () => {
    const vm = new VMActor().start();
    vm.state$.subscribe(({ position }) => {
      if (position < 100_000) vm.send('OP_CONSTANT', position, 'OP_POP');
    });
    expect(vm.state.position).toBe(100_000);
  });

  it('handles what effects send after the message that sent it', () => {
    const vm = new VMActor().start();
    vm.defineFunction('later', () => {
      vm.send('OP_CONSTANT', 'later');
      return 'now';
    });
    vm.send('OP_GET_VARIABLE', 'later', 'OP_CALL', 0, 'OP_CONSTANT', 'still now');
    expect(stackOf(vm.state)).toEqual(['now', 'still now', 'later']);
  });

  it('takes several senders and keeps the messages of each in order', () => {
    const vm = new VMActor().start();
    const [left, right] = [new Subject<Sent>(), new Subject<Sent>()];
    merge(left, right).subscribe(vm);
    left.next(['OP_CONSTANT', 1]);
    right.next(['OP_CONSTANT', 2]);
    left.next(['OP_ADD']);
    expect(vm.top()).toBe(3);
  });

  it('survives senders that complete or fail', () => {
    const vm = new VMActor().start();
    of<Sent>(['OP_CONSTANT', 1]).subscribe(vm);
    of<Sent>(['OP_CONSTANT', 2]).subscribe(vm.bytecode$);
    vm.bytecode$.error(new Error('lost'));
    vm.bytecode$.next(['OP_ADD']);
    expect(vm.top()).toBe(3);
  });

  it('handles a program of 200,000 words', () => {
    const vm = new VMActor().start();
    vm.next(Array.from({ length: 100_000 }, (_, i) => ['OP_CONSTANT', i]).flat());
    expect(vm.state.stack.length).toBe(100_000);
  });
});

describe('priority', () => {
  it('goes first, higher before lower, but never inside a message', () => {
    const vm = new VMActor();
    const order = (name: string, priority?: number): void => {
      vm.next({ bytecode: ['OP_CONSTANT', name, 'OP_DISPLAY'], priority });
    };
    order('a');
    order('low', -1);
    order('urgent', 10);
    order('b');
    order('soon', 5);
    const printed: string[] = [];
    vm.output$.subscribe((text) => printed.push(text));
    vm.start();
    expect(printed).toEqual(['urgent', 'soon', 'a', 'b', 'low']);
  });
});

describe('the mailbox', () => {
  it.each([
    ['dropNewest', [1, 2], [3]],
    ['dropOldest', [2, 3], [1]],
  ] as const)('is bounded: %s', (overflow, kept, gone) => {
    const vm = new VMActor({ mailbox: { capacity: 2, overflow } });
    const letters: unknown[] = [];
    vm.deadLetters$.subscribe((letter) => letters.push(letter));
    for (const n of [1, 2, 3]) vm.send('OP_CONSTANT', n);
    vm.start();
    expect(stackOf(vm.state)).toEqual(kept);
    expect(letters).toEqual(gone.map((n) => ({ message: ['OP_CONSTANT', n], reason: 'overflow' })));
  });
});

describe('conservation', () => {
  it.each(['stop', 'resume', 'restart'] as const)('accounts for every message under %s', (onFault) => {
    const vm = new VMActor({ onFault, mailbox: { capacity: 50 } });
    let dead = 0;
    vm.deadLetters$.subscribe(() => {
      dead += 1;
    });
    vm.faults$.subscribe();
    for (let i = 0; i < 80; i += 1) vm.send(...(i % 7 === 6 ? ['OP_NOTHING'] : ['OP_CONSTANT', i]));
    vm.start();
    for (let i = 0; i < 20; i += 1) vm.send('OP_NIL');
    vm.send('OP_CONSTANT');
    vm.stop();
    vm.send('OP_NIL');
    expect(vm.state.position + dead).toBe(102);
  });

  it('makes what waits, what runs and what is carried dead letters when the actor stops', () => {
    const vm = new VMActor({ slice: 10 }).start();
    const letters: unknown[] = [];
    vm.deadLetters$.subscribe(({ message, reason }) => letters.push([(message as unknown[])[0], reason]));
    vm.next(['OP_NIL', 'OP_POP', 'OP_LOOP', 4]);
    vm.send('OP_TRUE');
    vm.send('OP_CONSTANT');
    vm.stop();
    vm.send('OP_FALSE');
    expect(letters).toEqual([
      ['OP_NIL', 'stopped'],
      ['OP_TRUE', 'stopped'],
      ['OP_CONSTANT', 'stopped'],
      ['OP_FALSE', 'stopped'],
    ]);
    expect([vm.state.status, vm.state.position]).toEqual(['idle', 0]);
  });
});
