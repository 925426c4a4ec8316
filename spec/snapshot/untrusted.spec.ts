import * as fc from 'fast-check';
import { compile } from '../../lib/compiler/compile.js';
import { isVMError, type VMError } from '../../lib/data/error.js';
import { print } from '../../lib/data/printer.js';
import { type Snapshot } from '../../lib/snapshot/format.js';
import { VMActor } from '../../lib/actor/vm-actor.js';
import { changed, changes } from './mutations.js';
import { after, amid, restored, run, watched, written } from './restoring.js';

// A snapshot comes from anywhere. Whatever is in it, it is refused with a `VMError`, or gives an actor that runs to an end
// or a fault: nothing else is thrown, nothing hangs, and no fault speaks of the engine.

const functions = { double: (x: number) => x * 2 };

const definitions = `
  (define (make) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
  (define count (make))
  (define v (vector 1 "a" 'b (list 1 2))) (vector-set! v 1 v)
  (define bytes (bytevector 1 2 3))
  (define table (alist->hash-table (list (cons 1 2) (cons "k" v))))
  (define by-identity (make-hash-table eq?)) (hash-table-set! by-identity v count)
  (define in (open-input-string "(a b) c"))
  (define out (open-output-string)) (write 'x out)
  (define binary (open-input-bytevector (bytevector 1 2 3)))
  (define p (delay (+ 1 (count)))) (define q (delay-force p))
  (define-record-type point (make-point x y) point? (x px) (y py set-py!)) (define pt (make-point 1 2))
  (define level (make-parameter 10 (lambda (x) (* x 1))))
  (define k #f) (define saved #f)
  (define err (guard (x (#t x)) (error "text" 1 2)))
  (define-syntax swap! (syntax-rules () ((_ a b) (let ((tmp a)) (set! a b) (set! b tmp)))))
  (define constant '#(1 #u8(1 2) (a . b)))
  (define several (values 1 2))
  (define (first-of l)
    (call/cc (lambda (return) (for-each (lambda (x) (call/cc (lambda (next) (set! saved next) (return x)))) l) 'end)))
  (define big (expt 2 100)) (define huge (expt 2 70000))
  (define either (case-lambda ((a) a) ((a b) (+ a b))))
  (define (deep n) (if (= n 0) (begin (call/cc (lambda (c) (set! k c))) 0) (+ 1 (deep (- n 1)))))
  (define twice double)`;

const message = `(begin
  (display 1)
  (guard (x (#t (display x))) (set! big (+ (count) (twice 2) (car '()))))
  (dynamic-wind
    (lambda () (display "in"))
    (lambda ()
      (parameterize ((level 5))
        (with-exception-handler (lambda (x) 7) (lambda () (+ (level) (deep 3) (raise-continuable 1))))))
    (lambda () (display "out")))
  (first-of '(1 2 3)) (force p) (hash-table-set! table 5 (vector-ref v 0)) (vector-set! v 0 (px pt)) (set-py! pt 9)
  (read in) (write 'y out) (vector-map + (vector 1 2) (vector 3 4)) (eval '(+ 1 2)) (write (list v table pt err)))`;

// What is asked of an actor that was accepted: something of everything.
const questions = [
  '(count)',
  '(first-of (list 1 2))',
  '(swap! big k)',
  '(swap! 1 2 3)',
  '(if k (let ((c k)) (set! k #f) (c 5)))',
  '(saved 1)',
  '(vector-ref v 0)',
  '(vector-for-each display v)',
  '(hash-table->alist table)',
  '(hash-table-set! by-identity count 1)',
  '(hash-table-update!/default table 1 (lambda (x) x) 1)',
  '(read in)',
  '(read-u8 binary)',
  '(write-string "x" out)',
  '(list (force p) (force q))',
  '(begin (set-py! pt 1) (list (px pt) (py pt)))',
  '(parameterize ((level 3)) (level))',
  '(write (list v table by-identity bytes pt err constant several level p in k either first-of huge))',
  '(list v table constant pt)',
  '(equal? (list v constant bytes) (list v constant bytes))',
  '(utf8->string bytes)',
  '(bytevector-append bytes bytes)',
  '(datum->json v)',
  '(either 1 2)',
  '(twice 3)',
  '(raise err)',
];

const limits = { fuel: 20_000, stack: 5_000, store: 100_000 };
const engine = /Cannot|undefined|is not a function|not iterable|Maximum|Invalid|\[object|TypeError|RangeError/;

const snapshots: readonly Snapshot[] = (() => {
  const make = (): VMActor => {
    const vm = new VMActor({ onFault: 'resume' });
    vm.defineFunction('double', functions.double);
    if (run(vm, definitions).startsWith('fault')) throw new Error('the definitions fault');
    return vm;
  };
  return [written(make()), ...[40, 200, 400, 600, 700].map((steps) => written(amid(make(), message, steps)))];
})();

/** The code of the fault with which a snapshot is refused, or what is wrong with the actor it gives. */
const tried = (snapshot: unknown): { readonly refused?: string; readonly wrong: readonly string[] } => {
  const wrong: string[] = [];
  let vm: VMActor;
  try {
    vm = VMActor.restore(snapshot as Snapshot, { functions, limits, onFault: 'resume' });
  } catch (thrown) {
    return isVMError(thrown) ? { refused: thrown.code, wrong } : { wrong: [`restore threw ${String(thrown)}`] };
  }
  vm.faults$.subscribe(({ code, message: text }: VMError) => {
    if (code === 'host-failed' || engine.test(text)) wrong.push(`${code}: ${text}`);
  });
  try {
    vm.execute();
    for (const question of questions) {
      try {
        vm.loadBytecode(compile(question, { syntax: vm.state.variables }));
      } catch (thrown) {
        if (!isVMError(thrown)) throw thrown;
      }
      vm.execute();
    }
    const again = VMActor.restore(written(vm), { functions, limits });
    print(again.top() ?? null);
  } catch (thrown) {
    wrong.push(String(thrown));
  }
  return { wrong };
};

describe('a snapshot that was changed', () => {
  it('is refused, or gives an actor that runs', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.nat(snapshots.length - 1), changes, (index, list) => {
        const start = performance.now();
        const { refused, wrong } = tried(changed(snapshots[index], list));
        if (refused === undefined) accepted += 1;
        expect(wrong).toEqual([]);
        expect([
          'misuse',
          'bad-operand',
          'bad-jump',
          'missing-operand',
          'unknown-instruction',
          'store-limit',
          'stack-limit',
          'outbox-limit',
          undefined,
        ]).toContain(refused);
        expect(performance.now() - start).toBeLessThan(5000);
      }),
      { numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it('is accepted as it was', () => {
    for (const snapshot of snapshots) expect(tried(snapshot)).toEqual({ wrong: [] });
  });
});

interface Loose {
  entries: Record<string, unknown[]>[];
  contents: unknown[];
  state: { frame: { ref: number }; dynamic: unknown; cells: unknown[]; variables: [string, unknown][] };
}

const refusal = (snapshot: unknown): string | undefined => {
  try {
    VMActor.restore(snapshot as Snapshot);
    return undefined;
  } catch (thrown) {
    return isVMError(thrown) ? thrown.code : `threw ${String(thrown)}`;
  }
};

/** A snapshot of some definitions, changed by hand. */
const forged = (source: string, change: (snapshot: Loose) => void): unknown => {
  const snapshot = written(after(source)) as unknown as Loose;
  change(snapshot);
  return snapshot;
};

/** A snapshot of nothing, before whose entry these stand. */
const withEntries = (entries: readonly unknown[]): unknown => {
  const { entries: own, state, ...others } = written(new VMActor());
  return { ...others, entries: [...entries, ...own], state: { ...state, frame: { ref: entries.length } } };
};

const code = (words: readonly unknown[], { isBody = true, params = [] as readonly unknown[] } = {}): unknown => ({
  code: ['f', params, null, 0, [], words, isBody, []],
});

describe('what is no snapshot is refused', () => {
  it.each([undefined, null, 0, 'text', true, [], {}, { format: 1 }, { format: 2 }, new Map(), () => 1])(
    '%p',
    (what) => {
      expect(refusal(what)).toBe('misuse');
    },
  );

  it('but not what is one', () => {
    expect(refusal(withEntries([code(['OP_NIL']), { closure: [{ ref: 0 }, []] }, { pairs: [[1]] }]))).toBe(undefined);
  });

  it('whatever stands in a prototype', () => {
    const snapshot = written(after('(define x 1)'));
    expect(refusal(Object.create(snapshot))).toBe('misuse');
    expect(refusal({ ...snapshot, state: Object.create(snapshot.state) as unknown })).toBe('misuse');
    const pair = forged('(define x 1)', ({ state }) => {
      state.variables = [['x', Object.create({ library: 'car' })]];
    });
    expect(refusal(pair)).toBe('misuse');
    expect(refusal(JSON.parse(`{"__proto__":${JSON.stringify(snapshot)}}`))).toBe('misuse');
  });

  it.each<[string, string, (snapshot: Loose) => void]>([
    ['a store of a million million places', '(define v (vector 1))', ({ state }) => state.cells.push([1e12], 1)],
    ['places that cannot be numbered', '(define v (vector 1))', ({ state }) => state.cells.push([2 ** 32 - 1], 1)],
    ['free places that are not counted', '(define v (vector 1))', ({ state }) => state.cells.push(['1'])],
    ['free places before the first', '(define v (vector 1))', ({ state }) => state.cells.push([-1])],
    ['fewer cells than places', '(define v (vector 1))', ({ state }) => state.cells.pop()],
    ['a place that is free', '(define v (vector 1))', ({ state }) => state.cells.splice(0, 1, [1])],
    [
      'a cell where none is in use',
      '(define v (vector 1))',
      ({ entries, state }) => {
        entries.push({ vector: [7] });
        state.variables.push(['w', { ref: entries.length - 1 }]);
      },
    ],
  ])('%s', (_what, source, change) => {
    expect(refusal(forged(source, change))).toBe('misuse');
  });

  it.each([
    ['a vector as a box', '(define v (vector 1))', 'vector', 'box'],
    ['a vector as bytes', "(define v (vector 1 'a))", 'vector', 'bytevector'],
    ['a vector as a table', '(define v (vector 1))', 'vector', 'hash-table'],
    ['a table as a port', '(define v (make-hash-table))', 'hash-table', 'port'],
    ['a port as a promise', '(define v (open-output-string))', 'port', 'promise'],
    ['a promise as a vector', '(define v (make-promise 1))', 'promise', 'vector'],
  ])('%s', (_what, source, kind, other) => {
    const alone = forged(source, ({ entries }) => {
      const index = entries.findIndex((entry) => kind in entry);
      entries[index] = { [other]: entries[index]?.[kind] as unknown[] };
    });
    // A place is one thing, whoever refers to it.
    const both = forged(source, ({ entries, state }) => {
      const cell = entries.find((entry) => kind in entry);
      entries.push({ [other]: cell?.[kind] as unknown[] });
      state.variables.push(['w', { ref: entries.length - 1 }]);
    });
    // A box may hold anything, so that it is refused only beside what it is taken for.
    expect(refusal(alone)).toBe(other === 'box' ? undefined : 'misuse');
    expect(refusal(both)).toBe('misuse');
  });

  it.each<[string, unknown[]]>([
    ['an entry that refers to itself', [{ pairs: [[{ ref: 0 }]] }]],
    ['an entry that refers to one behind it', [{ pairs: [[{ ref: 1 }]] }, { pairs: [[1]] }]],
    ['a constant of the store', [{ box: [0] }, code(['OP_CONSTANT', { ref: 0 }])]],
    [
      'a constant that holds one of the store',
      [{ box: [0] }, { pairs: [[{ ref: 0 }]] }, code(['OP_CONSTANT', { ref: 1 }])],
    ],
    ['a message as a procedure', [code(['OP_NIL'], { isBody: false }), { closure: [{ ref: 0 }, []] }]],
    ['a message inside of code', [code(['OP_NIL'], { isBody: false }), code(['OP_CLOSURE', { ref: 0 }])]],
    ['a caller of a message', [{ frame: [null, [], [], null, null] }, { frame: [null, [], [], null, { ref: 0 }] }]],
    ['an accessor of no field', [{ type: ['t', ['a'], [false]] }, { field: ['accessor', { ref: 0 }, 'a', []] }]],
    [
      'a modifier of what cannot be assigned',
      [{ type: ['t', ['a'], [false]] }, { field: ['modifier', { ref: 0 }, 'a', [0]] }],
    ],
    [
      'a record without a box for what can be assigned',
      [{ type: ['t', ['a'], [true]] }, { record: [{ ref: 0 }, [1]] }],
    ],
    ['a record with too few fields', [{ type: ['t', ['a'], [false]] }, { record: [{ ref: 0 }, []] }]],
    ['keys without a value', [{ entries: [false, [1]] }]],
    ['a port behind its end', [{ text: [true, false, 'abc', 4, true, false] }]],
    ['a port of bytes that are none', [{ text: [true, true, '\u0100', 0, true, false] }]],
    ['a literal without its items', [{ vector: [-2] }]],
    ['an address below all', [{ vector: [-3] }]],
    ['an unknown cell', [{ cell: [0] }]],
    ['params with a hole', [code(['OP_NIL'], { params: new Array(1) })]],
    ['a value with a hole', [{ values: [new Array(1)] }]],
    ['a shape of a prototype', [{ constructor: [] }]],
  ])('%s', (_what, entries) => {
    expect(refusal(withEntries(entries))).toBe('misuse');
  });

  it.each<[string, readonly unknown[], string]>([
    ['a jump out of its code', ['OP_JUMP', 5], 'bad-jump'],
    ['a jump into an instruction', ['OP_CONSTANT', 1, 'OP_LOOP', 3], 'bad-jump'],
    ['a missing operand', ['OP_CONSTANT'], 'missing-operand'],
    ['an index that is none', ['OP_GET_LOCAL', -1], 'bad-operand'],
    ['a name that is none', ['OP_GET_VARIABLE', 5], 'bad-operand'],
    ['an opcode of a prototype', ['constructor'], 'unknown-instruction'],
    ['an opcode that is code', [{ ref: 0 }], 'unknown-instruction'],
    ['code as a constant', ['OP_CONSTANT', { ref: 0 }], 'bad-operand'],
    ['a constant as code', ['OP_CLOSURE', 1], 'bad-operand'],
    ['an integer that is none', ['OP_CONSTANT', { integer: '-0x' }], 'bad-operand'],
  ])('code with %s', (_what, words, fault) => {
    expect(refusal(withEntries([code(['OP_NIL']), code(words)]))).toBe(fault);
  });

  it('a message without the state before it, and the other way round', () => {
    const running = written(amid(after('1'), '(+ 1 (car 1))', 1));
    expect(refusal({ ...running, base: null })).toBe('misuse');
    expect(refusal({ ...running, state: running.base })).toBe('misuse');
    expect(refusal({ ...running, base: running.state })).toBe('misuse');
  });
});

describe('what is odd and possible is run', () => {
  const withDynamic = (parts: readonly unknown[]): unknown => {
    const running = structuredClone(
      written(
        amid(
          after('1'),
          '(begin (define p (make-parameter 1)) (list (p) (dynamic-wind list list list) (call/cc (lambda (k) (k (parameterize ((p 2)) (p))))) (car 1)))',
          12,
        ),
      ),
    ) as unknown as Loose;
    running.entries.push({ dynamic: [...parts, false, null] });
    Object.assign(running.state, { dynamic: { ref: running.entries.length - 1 } });
    return running;
  };

  it.each([
    ['lists of nothing', [null, 1, 2, 3]],
    ['lists of nil', [null, { list: [null] }, { list: [null] }, { list: [null] }]],
    ['improper lists', [null, { list: [1], tail: 2 }, { list: [1], tail: 2 }, { list: [1], tail: 2 }]],
  ])('a dynamic environment of %s', (_what, parts) => {
    const { wrong, refused } = tried(withDynamic(parts));
    expect([wrong, refused]).toEqual([[], undefined]);
  });

  it('a promise that is itself', () => {
    const snapshot = forged('(define p (delay 1))', ({ entries, state }) => {
      state.cells = [{ ref: entries.findIndex((entry) => 'promise' in entry) }];
    });
    const vm = VMActor.restore(snapshot as Snapshot, { onFault: 'resume', fuel: 10_000 });
    expect(run(vm, '(force p)')).toBe('fault: out-of-fuel');
  });

  it('local values, stacks and closures that do not fit their code', () => {
    const running = written(amid(after('1'), '(let loop ((n 0)) (loop (+ n 1)))', 30)) as unknown as Loose;
    const frame = running.entries[running.state.frame.ref]?.['frame'] as unknown[];
    frame.splice(1, 2, [], []);
    const { vm, faults } = watched(VMActor.restore(running as never, { onFault: 'resume' }));
    vm.execute();
    expect(faults).toHaveLength(1);
    expect(['unbound-variable', 'stack-underflow']).toContain(faults[0]);
  });

  it('a store that was written with a range that has run out', () => {
    const vm = after('(define (f n) (if (> n 0) (begin (vector n) (f (- n 1))))) (define v (vector 1)) (f 11000)');
    expect(run(restored(vm), '(begin (f 11000) v)')).toBe('#(1)');
  });
});
