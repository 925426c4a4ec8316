import { fromHost, toHost, type VMError, VMActor } from '../../lib/index.js';
import { compile } from '../../lib/compiler/compile.js';
import { print } from '../../lib/data/printer.js';
import { faultOf } from '../fault-of.js';

// Data of the host, on its way into an actor and out of it.

const resuming = (): { vm: VMActor; faults: string[] } => {
  const vm = new VMActor({ onFault: 'resume' });
  const faults: string[] = [];
  vm.faults$.subscribe(({ code, message }: VMError) => faults.push(`${code}: ${message}`));
  return { vm, faults };
};

const run = (vm: VMActor, source: string): void => {
  vm.loadBytecode(compile(source)).execute();
};

describe('call', () => {
  it('takes arrays and plain objects, and gives what toHost makes data of', () => {
    const { vm } = resuming();
    run(
      vm,
      '(define (total order) (apply + (vector->list (vector-map (lambda (i) (* (hash-table-ref i "n" 0) (hash-table-ref i "price" 0))) (hash-table-ref order "items" (vector))))))',
    );
    expect(
      vm.call('total', {
        items: [
          { n: 2, price: 5 },
          { n: 1, price: 7 },
        ],
      }),
    ).toBe(17);
    expect(toHost(vm.call('vector', 1, ['a'], { b: null }))).toEqual([1, ['a'], { b: null }]);
  });

  it('gives a copy: neither side sees what becomes of the other', () => {
    const { vm } = resuming();
    run(vm, '(define v (vector 1 (vector 2))) (define (change! i x) (vector-set! (vector-ref v 1) i x) v)');
    const first = vm.call('change!', 0, 5);
    const second = vm.call('change!', 0, 6);
    expect([toHost(first), toHost(second)]).toEqual([
      [1, [5]],
      [1, [6]],
    ]);
    vm.call('vector-set!', first, 0, 99);
    expect([toHost(first), toHost(vm.call('change!', 0, 7))]).toEqual([
      [1, [5]],
      [1, [7]],
    ]);
  });

  it('gives a vector of one actor to another as a copy', () => {
    const [a, b] = [resuming().vm, resuming().vm];
    run(a, '(define v (vector 1 2)) (define (get) v)');
    run(b, '(define kept #f) (define other (vector 8 9)) (define (keep v) (set! kept v) (vector-set! kept 0 7) kept)');
    expect(toHost(b.call('keep', a.call('get')))).toEqual([7, 2]);
    run(a, '(vector-set! v 1 5)');
    expect([toHost(a.call('get')), toHost(b.call('keep', a.call('get')))]).toEqual([
      [1, 5],
      [7, 5],
    ]);
  });

  it('refuses what is not data with its place, and runs nothing', () => {
    const { vm, faults } = resuming();
    expect(faultOf(() => vm.call('list', 1, [{ a: () => 1 }]))).toBe('type-error: a function is not data, at [0]["a"]');
    expect([faults, vm.state.position]).toEqual([[], 0]);
  });

  it('keeps what is shared shared, and circles', () => {
    const { vm } = resuming();
    const shared = [1];
    expect(vm.call('eq?', 1, 1)).toBe(true);
    run(
      vm,
      '(define (same? v) (eq? (vector-ref v 0) (vector-ref v 1))) (define (round) (let ((v (vector 1 2))) (vector-set! v 1 v) v)) (define (round? v) (eq? v (vector-ref v 1)))',
    );
    expect(vm.call('same?', [shared, shared])).toBe(true);
    expect(vm.call('round?', vm.call('round'))).toBe(true);
    expect(print(vm.call('round'))).toBe('#0=#(1 #0#)');
    expect(faultOf(() => toHost(vm.call('round')))).toBe('type-error: what contains itself is not data, at [1]');
  });

  it('takes data a hundred thousand deep', () => {
    const { vm } = resuming();
    run(vm, '(define (depth v) (let loop ((v v) (n 0)) (if (vector? v) (loop (vector-ref v 0) (+ n 1)) n)))');
    let data: unknown = 1;
    for (let i = 0; i < 100_000; i += 1) data = [data];
    expect(vm.call('depth', data)).toBe(100_000);
  });

  it('keeps keys that JavaScript knows', () => {
    const { vm } = resuming();
    const data = JSON.parse('{"__proto__":1,"constructor":2,"toString":[3]}') as unknown;
    run(vm, '(define (keys t) (hash-table-keys t)) (define (same t) t)');
    expect(toHost(vm.call('keys', data))).toEqual(['__proto__', 'constructor', 'toString']);
    expect(JSON.stringify(toHost(vm.call('same', data)))).toBe(JSON.stringify(data));
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('refuses a table in which a symbol and a string are one key for JavaScript', () => {
    const { vm } = resuming();
    run(vm, '(define (table) (alist->hash-table \'((a . 1) ("a" . 2))))');
    expect(faultOf(() => toHost(vm.call('table')))).toMatch(/^type-error: two keys are the same in JavaScript/);
  });
});

describe('a function of the host', () => {
  it('is given arrays, objects and bytes, and other values as they are', () => {
    const { vm } = resuming();
    const given: unknown[] = [];
    vm.defineFunction('take', (...args: unknown[]) => void given.push(...args));
    run(vm, '(take (vector 1 \'#(2)) (alist->hash-table \'((a . 1) ("b" . #t))) (bytevector 1 2) 5 "s" #f)');
    expect(given).toEqual([[1, [2]], { a: 1, b: true }, new Uint8Array([1, 2]), 5, 's', false]);
    given.length = 0;
    run(vm, "(take 'sym '(1 2) car)");
    expect(given.map((value) => print(value as never))).toEqual(['sym', '(1 2)', '#<procedure car>']);
  });

  it('may keep and change what it was given', () => {
    const { vm } = resuming();
    const kept: number[][] = [];
    vm.defineFunction('keep', (items: number[]) => void kept.push(items));
    run(vm, '(define v (vector 1 2)) (keep v) (vector-set! v 0 9)');
    (kept[0] as number[])[1] = 77;
    expect([kept, toHost(vm.call('vector-copy', fromHost([1]))), toHost(vm.call('list', 1))]).toEqual([
      [[1, 77]],
      [1],
      [1],
    ]);
    run(vm, 'v');
    expect(toHost(vm.top() ?? null)).toEqual([9, 2]);
  });

  it.each<[string, unknown, string]>([
    ['a function', { a: () => 1 }, 'a function is not data, at ["a"]'],
    ['a promise', Promise.resolve(1), 'an instance of a class is not data'],
    ['a Map', [new Map()], 'an instance of a class is not data, at [0]'],
    ['a symbol', Symbol('a'), 'a symbol is not data'],
  ])('that gives %s is a fault with the place', (_what, result, message) => {
    const { vm, faults } = resuming();
    vm.defineFunction('give', () => result);
    run(vm, '(define x (give))');
    expect(faults).toEqual([`host-failed: OP_CALL: it returned what is not a value: ${message}`]);
    expect(vm.state.variables.has('x')).toBe(false);
  });

  it('gives data that programs can change, and undefined as nil', () => {
    const { vm } = resuming();
    const source = { items: [1, 2] };
    vm.defineFunction('give', () => source);
    vm.defineFunction('nothing', () => undefined);
    run(
      vm,
      '(define t (give)) (vector-set! (hash-table-ref t "items" #f) 0 9) (hash-table-set! t "n" (nothing)) (define (get) t)',
    );
    expect([toHost(vm.call('get')), source]).toEqual([{ items: [9, 2], n: null }, { items: [1, 2] }]);
  });

  it('that gives what cannot be read is a fault', () => {
    const { vm, faults } = resuming();
    const hostile = {
      get a() {
        throw new Error('hidden');
      },
    };
    vm.defineFunction('give', () => [hostile]);
    run(vm, '(give)');
    expect(faults).toEqual([
      'host-failed: OP_CALL: it returned what is not a value: what cannot be read is not data, at [0]',
    ]);
  });
});
