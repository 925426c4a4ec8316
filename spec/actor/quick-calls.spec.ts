import { type List } from '../../lib/data/values.js';
import { compile, type Value, VMActor } from '../../lib/index.js';

// Calls from outside, of procedures that are fused by then: they cannot be told from others.

const source = `
  (define n 0)
  (define (rule price quantity discount) (and (> price 50) (>= quantity 3) (< discount 0.2)))
  (define (next by) (set! n (+ n by)) n)
  (define (listed a b) (list a b))
  (define (head x) (car x))
  (define (say x) (display x) x)
  (define (down k) (if (= k 0) 0 (+ 1 (down (- k 1)))))
`;

const actor = (fusion: boolean): VMActor => {
  const vm = new VMActor({ fusion, onFault: 'resume' });
  vm.loadBytecode(compile(source)).execute();
  return vm;
};

const warm = (vm: VMActor): VMActor => {
  for (let i = 0; i < 26_000; i += 1) {
    vm.call('rule', i, 4, 0.1);
    vm.call('next', 1);
    vm.call('listed', i, i);
    vm.call('say', i);
    vm.call('down', 2);
  }
  return vm;
};

const shown = (vm: VMActor): unknown => {
  const { fuel, position, status, stack } = vm.state;
  return [fuel, position, status, stack.toArray(), [...vm.state.variables.entries()].map(([name]) => name)];
};

const attempt = (vm: VMActor, name: string, ...args: readonly Value[]): unknown => {
  try {
    const value = vm.call(name, ...args);
    return typeof value === 'object' && value !== null ? [...(value as List)] : value;
  } catch (thrown) {
    const { code, message, position, opcode } = thrown as Record<string, unknown>;
    return { code, message, position, opcode };
  }
};

const calls: readonly (readonly [string, ...Value[]])[] = [
  ['rule', 60, 3, 0.1],
  ['rule', 60, 3, 0.2],
  ['rule', 'much', 3, 0.1],
  ['rule', 60],
  ['next', 5],
  ['listed', 1, 'two'],
  ['head', 7],
  ['say', 'hello'],
  ['down', 100],
  ['down', 100_000],
  ['nobody'],
];

describe('a call of a fused procedure', () => {
  const [fused, interpreted] = [warm(actor(true)), warm(actor(false))];
  const printed: [string[], string[]] = [[], []];
  [fused, interpreted].forEach((vm, i) => {
    vm.faults$.subscribe();
    vm.output$.subscribe((text) => printed[i]?.push(text));
  });

  it.each(calls.map((each) => [each] as const))('does what it does interpreted: %p', ([name, ...args]) => {
    for (let i = 0; i < 3; i += 1) {
      expect(attempt(fused, name, ...args)).toEqual(attempt(interpreted, name, ...args));
      expect(shown(fused)).toEqual(shown(interpreted));
    }
  });

  it('prints the same', () => {
    expect(printed[0]).toEqual(printed[1]);
    expect(printed[0]).toContain('hello');
  });

  it('is counted among the messages, also when nobody looked in between', () => {
    const before = fused.state.position;
    for (let i = 0; i < 10; i += 1) fused.call('rule', i, i, i);
    fused.call('next', 1);
    for (let i = 0; i < 10; i += 1) fused.call('rule', i, i, i);
    expect(fused.state.position).toBe(before + 21);
  });

  it('is shown to whoever watches', () => {
    const positions: number[] = [];
    fused.call('rule', 1, 2, 3);
    const watching = fused.state$.subscribe(({ position }) => positions.push(position));
    fused.call('rule', 1, 2, 3);
    fused.call('rule', 1, 2, 3);
    watching.unsubscribe();
    const [first = 0] = positions;
    expect(positions).toEqual([first, first + 1, first + 2]);
    fused.call('rule', 1, 2, 3);
    expect(fused.state.position).toBe(first + 3);
  });

  it('is traced, instruction for instruction', () => {
    const opcodes: [string[], string[]] = [[], []];
    [fused, interpreted].forEach((vm, i) => {
      const watching = vm.trace$.subscribe(({ opcode }) => opcodes[i]?.push(opcode));
      vm.call('rule', 60, 3, 0.1);
      watching.unsubscribe();
    });
    expect(opcodes[0]).toEqual(opcodes[1]);
    expect(opcodes[0].length).toBeGreaterThan(10);
  });

  it('comes after what waits', () => {
    const vm = warm(actor(true));
    vm.send('OP_CONSTANT', 1_000_000, 'OP_SET_VARIABLE', 'n');
    expect(vm.call('next', 1)).toBe(1_000_001);
  });

  it('goes on with what a message has changed meanwhile', () => {
    const vm = warm(actor(true)).start();
    vm.call('rule', 1, 2, 3);
    vm.send('OP_CONSTANT', 5);
    vm.call('rule', 1, 2, 3);
    vm.send('OP_CONSTANT', 6, 'OP_ADD');
    expect(vm.top()).toBe(11);
    vm.defineFunction('rule', () => 'mine');
    expect(vm.call('rule')).toBe('mine');
  });

  it('is refused in a message, and by one who has stopped', () => {
    const vm = warm(actor(true)).start();
    const codes: unknown[] = [];
    vm.output$.subscribe(() => codes.push(attempt(vm, 'rule', 1, 2, 3)));
    vm.send(...compile('(display 1)'));
    expect(codes).toMatchObject([{ code: 'misuse' }]);
    vm.stop();
    expect(() => vm.call('rule', 1, 2, 3)).toThrow('stopped');
  });
});
