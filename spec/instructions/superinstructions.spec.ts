import { VMActor } from '../../lib/actor/vm-actor.js';
import { compile } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';
import { binary } from '../../lib/instructions/lift.js';

// What stands together is run as one step once its code has been called. Nothing tells, but the time it takes.

const actor = (source: string, options: object = {}): VMActor => {
  const vm = new VMActor({ fusion: false, ...options });
  vm.loadBytecode(compile(source)).execute();
  return vm;
};

const value = (vm: VMActor, text: string): unknown => vm.loadBytecode(compile(text)).execute().stack.top;

const faultOf = (run: () => unknown): Pick<VMError, 'code' | 'opcode' | 'line' | 'column'> | undefined => {
  try {
    run();
    return undefined;
  } catch (thrown) {
    const { code, opcode, line, column } = thrown as VMError;
    return { code, opcode, line, column };
  }
};

describe('instructions that are run as one step', () => {
  it('fault where the one among them is that faults, and work again behind it', () => {
    const vm = actor('(define (f x)\n  (- 1 (* x 2)))', { onFault: 'resume' });
    const product = { code: 'type-error', opcode: 'OP_MULTIPLY', line: 2, column: 8 };
    expect(vm.call('f', 3)).toBe(-5);
    expect(faultOf(() => vm.call('f', 'three'))).toMatchObject(product);
    expect(vm.call('f', 4)).toBe(-7);
    expect(faultOf(() => vm.call('f', 'three'))).toMatchObject(product);
  });

  it.each([
    ['a sum', '(+ x y)', 2 ** 53 - 1, 1, 9007199254740992n],
    ['a difference', '(- x y)', 1 - 2 ** 53, 1, -9007199254740992n],
    ['a product', '(* x y)', 2 ** 40, 2 ** 40, 2n ** 80n],
  ])('leave %s that is out of range to the one', (_name, body, x, y, result) => {
    const vm = actor(`(define (f x y) ${body})`);
    expect([vm.call('f', 6, 3), vm.call('f', x, y), vm.call('f', x, y), vm.call('f', 0, 0)]).toEqual([
      value(vm, body.replace('x', '6').replace('y', '3')),
      result,
      result,
      0,
    ]);
  });

  it('say that a variable is unbound, and that one is read too early', () => {
    const vm = actor('(define (f) (+ 1 later)) (define (g n) (letrec ((a (if (= n 0) 1 (+ 1 a)))) a))', {
      onFault: 'resume',
    });
    for (const repeated of [1, 2]) {
      expect([repeated, faultOf(() => vm.call('f'))?.code]).toEqual([repeated, 'unbound-variable']);
      expect(vm.call('g', 0)).toBe(1);
      expect(faultOf(() => vm.call('g', 1))?.code).toBe('unbound-variable');
    }
    vm.loadBytecode(compile('(define later 41)')).execute();
    expect(vm.call('f')).toBe(42);
  });

  it('call what a name stands for now, though it was a primitive before', () => {
    const vm = actor('(define (f xs) (if (null? xs) 0 (+ 1 (car xs))))');
    const text = "(f '(5 6))";
    expect([value(vm, text), value(vm, text)]).toEqual([6, 6]);
    value(vm, '(define (car xs) 10)');
    expect([value(vm, text), value(vm, text)]).toEqual([11, 11]);
  });

  it.each([2, 7, 8, 9, 40])('are as many as there are: %d locals, arguments and captured variables', (count) => {
    const names = Array.from({ length: count }, (_, i) => `v${i}`).join(' ');
    const started = Array.from({ length: count }, (_, i) => `(v${i} ${i})`).join(' ');
    const moved = Array.from({ length: count }, (_, i) => `(+ v${(i + 1) % count} 1)`).join(' ');
    const vm = actor(`(define (all ${names}) (lambda () (list ${names})))
      (define (f) (let loop ((n 0) ${started}) (if (< n 3) (loop (+ n 1) ${moved}) ((all ${names})))))`);
    const last = Array.from({ length: count }, (_, i) => ((i + 3) % count) + 3);
    for (const repeated of [1, 2]) {
      expect([repeated, value(vm, '(equal? (f) (quote (' + last.join(' ') + ')))')]).toEqual([repeated, true]);
    }
  });

  it('are the instructions that an actor has now, though the code was joined before', () => {
    const vm = actor('(define (f x) (+ (* x 2) 1))');
    expect([vm.call('f', 1), vm.call('f', 2)]).toEqual([3, 5]);
    vm.replaceInstruction(
      'OP_ADD',
      binary((a: number, b: number) => a - b),
    );
    expect([vm.call('f', 1), vm.call('f', 2)]).toEqual([1, 3]);
  });

  it('are seen one by one by who watches', () => {
    const vm = actor('(define (f x) (+ (* x 2) 1))');
    vm.call('f', 1);
    vm.call('f', 1);
    const seen: string[] = [];
    vm.trace$.subscribe(({ opcode }) => seen.push(opcode));
    vm.loadBytecode(compile('(f 3)')).execute();
    const body = ['OP_GET_LOCAL', 'OP_CONSTANT', 'OP_MULTIPLY', 'OP_CONSTANT', 'OP_ADD', 'OP_RETURN'];
    expect(seen.slice(-body.length)).toEqual(body);
  });

  it('run out of fuel where they would one by one, however much there is', () => {
    const source = '(define (f n) (let loop ((i n) (sum 0)) (if (= i 0) sum (loop (- i 1) (+ sum i))))) (f 2) (f 2)';
    const ends = (watched: boolean): unknown[] =>
      Array.from({ length: 200 }, (_, fuel) => {
        const vm = new VMActor({ fusion: false, onFault: 'resume', limits: { fuel: fuel + 1 } });
        if (watched) vm.trace$.subscribe();
        const faults: unknown[] = [];
        vm.faults$.subscribe(({ code, opcode, line, column }) => faults.push([code, opcode, line, column]));
        const { fuel: left, stack } = vm.loadBytecode(compile(source)).execute();
        return [faults, left, stack.toArray()];
      });
    const all = ends(false);
    expect(all).toEqual(ends(true));
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBeGreaterThan(10);
  });
});
