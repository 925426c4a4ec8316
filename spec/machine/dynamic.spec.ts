import { emptyList } from '../../lib/data/values.js';
import { compile } from '../../lib/compiler/compile.js';
import { language } from '../../lib/actor/evaluation.js';
import { Dynamic } from '../../lib/machine/dynamic.js';
import { type Limits } from '../../lib/machine/limits.js';
import { VMState } from '../../lib/machine/state.js';
import { type Turn } from '../../lib/machine/turn.js';
import { deliver, outcomeOf } from './running.js';
import { variablesOn } from '../../lib/machine/variables.js';

// Handlers, winds and parameters belong to a continuation; who handles a fault pays for what it was, and some faults
// nobody handles.

const turnOf = (source: string, limits: Partial<Limits> = {}, slice = Infinity): Turn =>
  deliver(compile(source), { state: VMState.initial({ variables: variablesOn(language), limits }), slice });

const result = (source: string, limits: Partial<Limits> = {}): string => outcomeOf(turnOf(source, limits));

const prints = ({ effects }: Turn): string =>
  effects.map((effect) => (effect.type === 'print' ? effect.text : '')).join('');

const escaping = (body: string): string =>
  `(call/cc (lambda (k) (with-exception-handler (lambda (e) (k (if (error-object? e) (error-object-code e) e))) (lambda () ${body}))))`;

describe('a fault that no program can catch', () => {
  it.each([
    ['out-of-fuel', '(let loop () (loop))'],
    ['out-of-fuel', '(make-vector 1000000 0)'],
    ['out-of-fuel', '(expt 3 100000000)'],
    ['store-limit', "(let loop ((l '())) (loop (cons (vector 1) l)))"],
    ['store-limit', '(make-vector 3000 0)'],
  ])('is %s: %s', (code, body) => {
    const limits = { fuel: 100_000, store: 1000 };
    for (const source of [
      `(guard (e (#t 'caught)) ${body})`,
      escaping(body),
      `(with-exception-handler (lambda (e) 1) (lambda () ${body}))`,
      `(guard (e (#t 'outer)) ${escaping(body)})`,
      `(dynamic-wind list (lambda () ${body}) (lambda () (display "left")))`,
    ]) {
      const turn = turnOf(source, limits);
      expect([source, outcomeOf(turn), prints(turn)]).toEqual([source, `fault: ${code}`, '']);
    }
  });
});

describe('a fault that a program catches', () => {
  it.each([
    ["(car '())", 'type-error'],
    ['(vector-ref (vector) 0)', 'out-of-range'],
    ['nobody', 'unbound-variable'],
    ['(1)', 'not-a-procedure'],
    ['((lambda (x) x))', 'arity-error'],
    ['(/ 1 0)', 'division-by-zero'],
    ["(raise 'odd)", 'odd'],
    ['(error "text")', 'user-raised'],
    ['(let loop () (+ 1 (loop)))', 'stack-limit'],
    ['(read (open-input-string "("))', 'read-error'],
    ["(eval '(if))", 'syntax-error'],
  ])('%s', (body, code) => {
    expect(result(escaping(body), { stack: 1000 })).toBe(code);
    expect(result(`(guard (e ((error-object? e) (error-object-code e)) (#t e)) ${body})`, { stack: 1000 })).toBe(code);
  });

  it('has paid for what it did', () => {
    const failing = [
      '(vector->string (make-vector 1000 1))',
      '(string->symbol (vector-fill! (make-vector 1000 0) 1))',
      '(json->datum (make-string 4000 #\\[))',
      '(vector-map car (make-vector 300 1))',
      '(list->vector (append (iota 1000) 5))',
      '(string-append (make-string 8000 #\\a) 5)',
      "(hash-table-ref (alist->hash-table '((1 . 2))) 5)",
      '(apply + (append (iota 1000) (list (quote a))))',
    ];
    for (const body of failing) {
      const start = performance.now();
      const turn = turnOf(`(let loop () (guard (e (#t 1)) ${body}) (loop))`, { fuel: 300_000 });
      expect([body, outcomeOf(turn)]).toEqual([body, 'fault: out-of-fuel']);
      expect(performance.now() - start).toBeLessThan(3000);
    }
  });

  it('costs what it costs without a handler, and what the handler does', () => {
    const spent = (source: string): number => {
      const { state } = turnOf(source);
      return state.world.limits.fuel - state.fuel;
    };
    const [one, two, three] = [1, 2, 3].map((count) =>
      spent(
        `(define v (make-vector 500 0)) (do ((i 0 (+ i 1))) ((= i ${count})) (guard (e (#t 1)) (vector->string v)))`,
      ),
    ) as [number, number, number];
    expect(three - two).toBe(two - one);
    expect(two - one).toBeGreaterThan(2000);
  });
});

describe('a handler of a full stack', () => {
  const full = '(let loop () (+ 1 (loop)))';

  it('has room to call, where the stack is as full as it was', () => {
    const source = `(call/cc (lambda (k) (with-exception-handler
      (lambda (e) (define (deep n) (if (= n 0) 0 (+ 1 (deep (- n 1))))) (k (deep 300)))
      (lambda () ${full}))))`;
    expect(result(source, { stack: 1000 })).toBe('300');
  });

  it('has so much and no more', () => {
    const source = `(call/cc (lambda (k) (with-exception-handler (lambda (e) (k ${full})) (lambda () ${full}))))`;
    expect(result(source, { stack: 1000 })).toBe('fault: stack-limit');
  });

  it('leaves it to none who comes later', () => {
    const source = `(begin (guard (e (#t 1)) ${full}) (define n 0) (define (deep) (set! n (+ n 1)) (+ 1 (deep))) (guard (e (#t 1)) (deep)) n)`;
    expect(Number(result(source, { stack: 1000 }))).toBeLessThan(1000);
  });
});

describe('what is spent does not depend on the slices', () => {
  it.each([
    [
      'handlers',
      "(do ((i 0 (+ i 1))) ((= i 30)) (guard (e ((eq? e 'a) 1)) (raise 'a)) (with-exception-handler (lambda (e) 2) (lambda () (raise-continuable i))))",
    ],
    [
      'winds',
      '(call/cc (lambda (k) (dynamic-wind (lambda () (display 1)) (lambda () (dynamic-wind list (lambda () (k 5)) list)) (lambda () (display 2)))))',
    ],
    [
      're-entry',
      '(begin (define k #f) (define n 0) (dynamic-wind (lambda () (display "in")) (lambda () (call/cc (lambda (c) (set! k c)))) (lambda () (display "out"))) (set! n (+ n 1)) (if (< n 5) (k n) n))',
    ],
    [
      'parameters',
      '(begin (define p (make-parameter 1 (lambda (x) (+ x 1)))) (let loop ((n 20)) (if (= n 0) (p) (parameterize ((p n)) (+ (p) (loop (- n 1)))))))',
    ],
    [
      'generators',
      "(begin (define saved #f) (define (next) (call/cc (lambda (r) (if saved (saved r) (begin (for-each (lambda (x) (set! r (call/cc (lambda (c) (set! saved c) (r x))))) (iota 10)) (r 'end)))))) (let loop ((s 0)) (let ((x (next))) (if (number? x) (loop (+ s x)) s))))",
    ],
    ['promises', '(begin (define (s n) (if (= n 0) (delay 7) (delay-force (s (- n 1))))) (force (s 50)))'],
    ['a stack that was full', '(guard (e (#t (error-object-code e))) (let loop () (+ 1 (loop))))'],
    [
      'sorting and tables',
      "(begin (define t (make-hash-table)) (for-each (lambda (x) (hash-table-set! t x (list x))) (sort '(3 1 2 5 4) <)) (hash-table-update!/default t 3 (lambda (l) (cons 1 l)) '()) (hash-table->alist t))",
    ],
  ])('%s', (_what, source) => {
    const limits = { stack: 2000, fuel: 1_000_000 };
    const whole = turnOf(source, limits);
    expect(whole.fault).toBeNull();
    for (const slice of [1, 7, 1000]) {
      const sliced = turnOf(source, limits, slice);
      expect([outcomeOf(sliced), prints(sliced), sliced.state.fuel]).toEqual([
        outcomeOf(whole),
        prints(whole),
        whole.state.fuel,
      ]);
    }
  });
});

it('an environment that is made of anything is a fault, and no crash', () => {
  for (const part of [null, 5, emptyList]) {
    const state = VMState.initial({ variables: variablesOn(language), limits: { fuel: 10_000, stack: 500 } });
    const dynamic = new Dynamic(null, part, part, part, false, null);
    const words = [
      'OP_CONSTANT',
      dynamic,
      'OP_SET_DYNAMIC',
      ...compile(
        '(begin (display 1) (dynamic-wind list list list) (call/cc (lambda (k) (k 1))) (with-exception-handler list list) (guard (e (#t 1)) (raise 1)))',
      ),
    ];
    const { fault } = deliver(words, { state });
    expect(fault === null || ['type-error', 'user-raised', 'out-of-fuel', 'stack-limit'].includes(fault.code)).toBe(
      true,
    );
    expect(fault?.message ?? '').not.toMatch(/Cannot|undefined/);
  }
});
