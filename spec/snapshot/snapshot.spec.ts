import { nullary, unary } from '../../lib/instructions/lift.js';
import { VMActor } from '../../lib/actor/vm-actor.js';
import { print } from '../../lib/data/printer.js';
import { list } from '../../lib/data/values.js';
import { emit } from '../../lib/machine/effects.js';
import { standardInstructions } from '../../lib/instructions/standard.js';
import { type VMState } from '../../lib/machine/state.js';
import { after, amid, restored, run, watched, written } from './restoring.js';
import { faultOf } from '../fault-of.js';

// What an actor is after it was written as JSON and read back: the same one.

describe('a snapshot', () => {
  const vm = after('(define v (vector 1 \'a "b" #\\c)) (define (f x) (lambda () (set! x (+ x 1)) x)) (define g (f 1))');

  it('is plain JSON', () => {
    const snapshot = vm.snapshot();
    expect(structuredClone(snapshot)).toEqual(snapshot);
    expect(JSON.parse(JSON.stringify(snapshot))).toStrictEqual(snapshot);
    expect(snapshot.format).toBe(1);
  });

  it('is the same when it is taken again', () => {
    expect(vm.snapshot()).toStrictEqual(vm.snapshot());
  });

  it('is plain JSON in the middle of a message with odd words in it', () => {
    const actor = new VMActor({ onFault: 'resume' });
    const body = { name: 'f', params: [], body: ['OP_NIL'], positions: [NaN, Infinity, 1] };
    actor.send('OP_CLOSURE', body, 'OP_POP', 'OP_NIL');
    actor.step();
    const snapshot = actor.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toStrictEqual(snapshot);
  });

  it('has every code once', () => {
    const actor = after('(define (make) (lambda () 1)) (define all (map (lambda (n) (make)) (iota 10)))');
    const { entries } = actor.snapshot();
    expect(entries.filter((entry) => 'code' in entry)).toHaveLength(2);
  });

  it('has a long list in one entry, and what is shared once', () => {
    const { entries } = after('(define l (iota 1000)) (define m (list l l (cdr l)))').snapshot();
    expect(entries.filter((entry) => 'pairs' in entry)).toHaveLength(3);
  });

  it('is refused for a value that is a class of the host, and for a message that is no bytecode', () => {
    const actor = new VMActor({ onFault: 'resume' });
    const junk = (state: VMState): VMState => emit(state, { type: 'send', message: ['OP_NIL', undefined, () => 1] });
    actor.defineInstruction('OP_JUNK', junk);
    actor.send('OP_JUNK', 'OP_NIL', 'OP_NIL');
    actor.step();
    expect(faultOf(() => actor.snapshot())).toMatch(/^misuse: the state cannot be written down/);
  });
});

it('is refused for a value of another actor, which would become one of its own', () => {
  const other = after('(define v (vector 1))');
  const vm = after('(define w (vector 2))');
  vm.send('OP_CONSTANT', other.state.variables.get('v'), 'OP_DEFINE_VARIABLE', 'v');
  vm.execute();
  expect(faultOf(() => vm.snapshot())).toMatch(/^misuse: .*a vector belongs to another actor/);
});

describe('what is shared stays shared', () => {
  it.each([
    ['a pair', '(define a (list 1)) (define b (cons 2 a))', '(eq? a (cdr b))', '#t'],
    ['a pair in a vector', '(define a (list 1)) (define v (vector a a))', '(eq? (vector-ref v 0) a)', '#t'],
    ['what is alike and not the same', '(define a (list 1)) (define b (list 1))', '(eq? a b)', '#f'],
    [
      'a vector',
      '(define v (vector 1)) (define l (list v v))',
      '(begin (vector-set! (car l) 0 5) (list v l))',
      '(#(5) (#(5) #(5)))',
    ],
    [
      'a variable of two closures',
      '(define both (let ((n 0)) (cons (lambda () (set! n (+ n 1))) (lambda () n))))',
      '(begin ((car both)) ((car both)) ((cdr both)))',
      '2',
    ],
    [
      'a closure',
      '(define f (lambda () 1)) (define l (list f f))',
      '(list (eq? f (car l)) (eq? (car l) (cadr l)))',
      '(#t #t)',
    ],
    [
      'a string port',
      '(define p (open-input-string "abc")) (define q p)',
      '(list (read-char p) (read-char q))',
      '(#\\a #\\b)',
    ],
    [
      'entries of a copied table',
      '(define t (make-hash-table)) (hash-table-set! t 1 2) (define u (hash-table-copy t))',
      '(begin (hash-table-set! u 1 3) (hash-table-ref/default t 1 0))',
      '2',
    ],
    [
      'a vector that holds itself',
      '(define v (vector 1 2)) (vector-set! v 1 (list v))',
      '(eq? v (car (vector-ref v 1)))',
      '#t',
    ],
    [
      'a variable that holds its closure',
      '(define f (letrec ((g (lambda (n) (if (= n 0) g (g (- n 1)))))) g))',
      '(eq? (f 3) f)',
      '#t',
    ],
    [
      'the library',
      '(define c car) (define l (list map +))',
      '(list (eq? c car) (eq? (car l) map) (eq? (cadr l) +))',
      '(#t #t #t)',
    ],
    ['a symbol and a character', "(define l '(a #\\a))", "(list (eq? (car l) 'a) (eqv? (cadr l) #\\a))", '(#t #t)'],
    ['the end of an input', '(define e (eof-object))', '(list (eq? e (eof-object)) (eof-object? e))', '(#t #t)'],
  ])('%s', (_what, definitions, question, answer) => {
    const vm = after(definitions);
    const again = restored(restored(vm));
    expect(run(again, question)).toBe(answer);
    expect(run(vm, question)).toBe(answer);
    expect(again.state.fuel).toBe(vm.state.fuel);
  });
});

const record =
  '(define-record-type point (make-point x y) point? (x px) (y py set-py!)) (define p (make-point 1 (list 2)))';
const generator = `
  (define (each l)
    (define return #f)
    (define (next)
      (call/cc (lambda (r)
        (set! return r)
        (for-each (lambda (x) (call/cc (lambda (rest) (set! next (lambda () (rest #f))) (return x)))) l)
        (return 'end))))
    (lambda () (call/cc (lambda (r) (set! return r) (next)))))
  (define g (each '(1 2 3))) (define first (g))`;

describe('what a program made goes on', () => {
  it.each([
    ['a record', record, '(begin (set-py! p 5) (list (point? p) (px p) (py p) (point? 1)))', '(#t 1 5 #f)'],
    ['a record type of the same name is another one', `${record} (define old point?) ${record}`, '(old p)', '#f'],
    [
      'a promise that was forced',
      '(define n 0) (define p (delay (begin (set! n (+ n 1)) n))) (force p)',
      '(list (force p) n)',
      '(1 1)',
    ],
    [
      'a promise that was not',
      '(define n 0) (define p (delay (begin (set! n (+ n 1)) n)))',
      '(list (force p) (force p) n)',
      '(1 1 1)',
    ],
    [
      'promises that became the same',
      "(define p (delay-force (delay 'x))) (define q (delay-force p)) (force q)",
      '(list (force p) (force q))',
      '(x x)',
    ],
    [
      'a parameter',
      '(define p (make-parameter 1 (lambda (x) (* 10 x))))',
      '(list (p) (parameterize ((p 2)) (p)))',
      '(10 20)',
    ],
    [
      'a table keeps its order',
      '(define t (make-hash-table)) (for-each (lambda (k) (hash-table-set! t k k)) \'(3 1 2 "b" "a")) (hash-table-delete! t 1) (hash-table-set! t 1 1)',
      '(hash-table-keys t)',
      '(3 2 "b" "a" 1)',
    ],
    [
      'a table by identity',
      '(define v (vector 1)) (define t (make-hash-table eq?)) (hash-table-set! t v 1)',
      '(list (hash-table-ref/default t v 0) (hash-table-ref/default t (vector 1) 0))',
      '(1 0)',
    ],
    [
      'an output',
      '(define o (open-output-string)) (write "a" o)',
      "(begin (write 'b o) (get-output-string o))",
      '"\\"a\\"b"',
    ],
    [
      'an input',
      '(define i (open-input-string "(a) (b)")) (read i)',
      '(list (read i) (eof-object? (read i)))',
      '((b) #t)',
    ],
    [
      'a closed port',
      '(define i (open-input-string "a")) (close-port i)',
      '(list (input-port-open? i) (port? i))',
      '(#f #t)',
    ],
    [
      'bytes',
      '(define b (bytevector 1 2)) (define p (open-input-bytevector b)) (read-u8 p)',
      '(begin (bytevector-u8-set! b 1 9) (list b (read-u8 p)))',
      '(#u8(1 9) 2)',
    ],
    ['a macro', '(define-syntax twice (syntax-rules () ((_ a) (list a a))))', '(twice 1)', '(1 1)'],
    [
      'an error object',
      '(define e (guard (e (#t e)) (error "text" 1 2)))',
      '(list (error-object-message e) (error-object-irritants e))',
      '("text" (1 2))',
    ],
    ['a fault that was caught', "(define e (guard (e (#t e)) (car '())))", '(error-object-code e)', 'type-error'],
    ['several values', '(define s (values 1 2))', '(call-with-values (lambda () s) list)', '(1 2)'],
    [
      'a continuation',
      '(define k #f) (define n 0) (define r (+ 1 (call/cc (lambda (c) (set! k c) 1))))',
      '(begin (k 41) 7)',
      'nothing',
    ],
    ['a generator', generator, '(list first (g) (g) (g))', '(1 2 3 end)'],
    ['case-lambda', '(define f (case-lambda ((a) 1) ((a b) 2)))', '(list (f 1) (f 1 2))', '(1 2)'],
    ['numbers', '(define l (list 1 -1 1.5 1e300 (expt 2 64) (sqrt -1) (/ 1.0 3)))', 'l', undefined],
    ['a string of surrogates and controls', '(define s (string #\\x1F600 #\\x0 #\\" #\\\\))', 's', undefined],
    ['an assigned name of the library', "(define (car x) 'mine)", "(list (car '(1)) (caar '((1))))", '(mine 1)'],
    [
      'a literal is a constant still',
      "(define v '#(1 #(2)))",
      '(vector-set! (vector-ref v 1) 0 1)',
      'fault: type-error',
    ],
    ['a vector that was made is none', '(define v (vector 1))', '(begin (vector-set! v 0 2) v)', '#(2)'],
    [
      'names that JavaScript knows',
      '(define __proto__ 1) (define constructor 2) (define t (make-hash-table)) (hash-table-set! t "__proto__" 3)',
      '(list __proto__ constructor (hash-table->alist t))',
      '(1 2 (("__proto__" . 3)))',
    ],
  ])('%s', (_what, definitions, question, answer) => {
    const vm = after(definitions);
    const again = restored(vm);
    expect(run(again, question)).toBe(answer ?? run(vm, question));
    if (answer !== undefined) expect(run(vm, question)).toBe(answer);
    expect(again.state.fuel).toBe(vm.state.fuel);
    expect(again.state.position).toBe(vm.state.position);
    expect([...again.state.variables].map(([name]) => name)).toEqual([...vm.state.variables].map(([name]) => name));
  });

  it('an integer of a hundred thousand digits and more', () => {
    const vm = after('(define half (expt 2 200000)) (define n (- (* half half) 1)) (define m (- n))');
    expect(run(restored(vm), '(list (= n (- (* half half) 1)) (= m (- n)) (< m 0))')).toBe('(#t #t #t)');
  });

  it('an actor whose message was begun when the store was another one', () => {
    // What was a vector before the message is gone, and its place taken, when the state is written.
    const vm = after('(define v (vector 1 2 3)) (define kept #f)');
    const busy = `(begin (set! v 0) (set! kept '())
      (do ((i 0 (+ i 1))) ((= i 12000)) (let ((n i)) (set! kept (cons (lambda () (set! n 1)) (if (< i 11990) '() kept))))) (car '()))`;
    amid(vm, busy, 240_000);
    const again = watched(restored(vm));
    again.vm.execute();
    expect(again.faults).toEqual(['type-error']);
    expect(run(again.vm, 'v')).toBe('#(1 2 3)');
  });
});

const busy = `(begin
  (display "start")
  (define (tree n) (if (= n 0) '() (cons (tree (- n 1)) n)))
  (dynamic-wind
    (lambda () (display "in"))
    (lambda ()
      (set! total (+ total (length (map (lambda (x) (guard (e ((symbol? e) (vector-set! v 0 e) 1)) (raise 'odd))) (iota 5)))))
      (parameterize ((level 5))
        (with-exception-handler
          (lambda (e) (+ 1 (level)))
          (lambda () (set! total (+ total (raise-continuable 'more) (length (list (tree 4)))))))))
    (lambda () (display "out")))
  (hash-table-set! t 'a (force p))
  (string-append (symbol->string (vector-ref v 0)) (number->string (+ total (hash-table-ref/default t 'a 0)))))`;
const before =
  '(define total 0) (define v (vector 1)) (define level (make-parameter 1)) (define t (make-hash-table)) (define p (delay (+ total 1)))';

describe('an actor in the middle of a message', () => {
  const whole = watched(after(before));
  const answer = run(whole.vm, busy);
  const { fuel } = whole.vm.state;
  const left = run(whole.vm, '(list total v (hash-table->alist t))');
  const steps = (() => {
    const vm = amid(after(before), busy, 0);
    let count = 0;
    while (vm.step()) count += 1;
    return count;
  })();

  it('has a program to stop in', () => {
    expect(answer).toBe('"odd25"');
    expect(whole.prints).toEqual(['start', 'in', 'out']);
    expect(steps).toBeGreaterThan(900);
  });

  it.each(Array.from({ length: 60 }, (_, i) => 1 + Math.floor((i * steps) / 61)))(
    'goes on after %i instructions',
    (count) => {
      const { vm, prints, faults } = watched(restored(amid(after(before), busy, count)));
      vm.execute();
      expect([faults, prints, vm.state.fuel]).toEqual([[], ['start', 'in', 'out'], fuel]);
      expect(run(vm, '(list total v (hash-table->alist t))')).toBe(left);
    },
  );

  it('sends what it was going to send', () => {
    const body = { name: '__proto__', params: [], body: ['OP_CONSTANT', { list: [1, { symbol: 'a' }] }] };
    const words = ['OP_CLOSURE', body, 'OP_CALL', 0, 'OP_CONSTANT', { char: 'c' }, 'OP_CONSTANT', list([1, 2])];
    const post = (state: VMState): VMState => emit(state, { type: 'send', message: words });
    const instructions = standardInstructions.define('OP_POST', post);
    const vm = new VMActor({ instructions, onFault: 'resume' });
    vm.send('OP_POST', 'OP_NIL', 'OP_POP');
    vm.step();
    const again = restored(vm, { instructions });
    again.execute();
    vm.execute();
    expect([again.state.stack, vm.state.stack].map((stack) => [...stack].map(print))).toEqual([
      ['(1 a)', '#\\c', '(1 2)'],
      ['(1 a)', '#\\c', '(1 2)'],
    ]);
  });

  it('goes on by steps, and by itself when it starts', () => {
    const stepped = restored(amid(after(before), busy, 500));
    let count = 500;
    while (stepped.step()) count += 1;
    expect(count).toBe(steps);
    const started = watched(restored(amid(after(before), busy, 500)));
    started.vm.start();
    expect([started.prints, started.vm.state.position]).toEqual([['start', 'in', 'out'], 2]);
    expect([stepped.state.fuel, started.vm.state.fuel]).toEqual([fuel, fuel]);
  });

  it('lets other messages wait, and counts them as before', () => {
    const vm = restored(amid(after(before), busy, 500));
    vm.send('OP_NIL', 'OP_POP', 'OP_POP', 'OP_POP', 'OP_POP');
    const { faults } = watched(vm);
    const positions: (number | undefined)[] = [];
    vm.faults$.subscribe(({ position }) => positions.push(position));
    vm.execute();
    expect([faults, positions, vm.state.position]).toEqual([['stack-underflow'], [3], 2]);
  });

  it.each(['resume', 'restart', 'stop'] as const)('goes back to the state before it on a fault: %s', (onFault) => {
    const source = "(begin (display 1) (set! total 99) (vector-set! v 0 99) (hash-table-set! t 1 99) (car '()))";
    const { vm, prints, faults } = watched(restored(amid(after(before), source, 20), { onFault }));
    vm.state$.subscribe({ error: () => undefined });
    vm.start();
    expect([faults, prints]).toEqual([['type-error'], []]);
    expect(vm.state.status).toBe(onFault === 'stop' ? 'faulted' : 'idle');
    expect(run(restored(vm), '(list total v (hash-table->alist t))')).toBe('(0 #(1) ())');
  });

  it('runs out of the fuel that it had left, not of more', () => {
    const loop = '(let loop () (loop))';
    const vm = amid(after('1', { fuel: 1000 }), loop, 900);
    const { vm: again, faults } = watched(restored(vm, { fuel: 1_000_000 }));
    expect(again.state.fuel).toBe(vm.state.fuel);
    let count = 0;
    while (again.step()) count += 1;
    expect(faults).toEqual(['out-of-fuel']);
    expect(count).toBeLessThan(150);
  });

  it('may be stopped, which rolls the message back', () => {
    const vm = restored(amid(after(before), busy, 500));
    const letters: unknown[] = [];
    vm.deadLetters$.subscribe(({ reason }) => letters.push(reason));
    vm.stop();
    expect(letters).toEqual(['stopped']);
    expect(run(restored(vm), 'total')).toBe('0');
  });
});

describe('functions of the host', () => {
  const make = (): VMActor => {
    const vm = new VMActor({ onFault: 'resume' });
    vm.defineFunction('double', (x: number) => x * 2, { arity: 1 });
    run(vm, '(define twice double) (define (apply-it f x) (f x))');
    return vm;
  };

  it('are found by their names', () => {
    const functions = { double: (x: number) => x * 20 };
    expect(
      run(restored(make(), { functions }), '(list (double 1) (twice 2) (apply-it twice 3) (eq? twice double))'),
    ).toBe('(20 40 60 #t)');
  });

  it('keep what they are defined with', () => {
    const functions = { double: [(x: number) => x, { arity: 1, fuel: 500 }] as const };
    const vm = restored(make(), { functions });
    expect(run(vm, '(double)')).toBe('fault: arity-error');
    run(vm, '(double 1)');
    expect(vm.state.world.limits.fuel - vm.state.fuel).toBeGreaterThan(500);
  });

  it('are asked for when they are missing', () => {
    const snapshot = written(make());
    expect(faultOf(() => VMActor.restore(snapshot))).toMatch(/^misuse: .*needs the host function double/);
    expect(faultOf(() => VMActor.restore(snapshot, { functions: { other: () => 1 } }))).toMatch(/host function double/);
  });

  it('are not needed where nobody refers to them', () => {
    const vm = make();
    run(vm, '(define twice 1) (define double 2)');
    expect(run(restored(vm), '(+ twice double)')).toBe('3');
  });
});

describe('instructions of the user', () => {
  const ten = standardInstructions.define(
    'OP_TEN',
    nullary(() => 10),
  );
  const code = { name: 'f', params: [], body: ['OP_TEN'] };
  const make = (): VMActor => {
    const vm = new VMActor({ instructions: ten, onFault: 'resume' });
    vm.send('OP_CLOSURE', code, 'OP_DEFINE_VARIABLE', 'f');
    vm.execute();
    return vm;
  };

  it('are those of the set it is restored with', () => {
    const instructions = standardInstructions.define(
      'OP_TEN',
      nullary(() => 11),
    );
    expect(run(restored(make(), { instructions }), '(f)')).toBe('11');
  });

  it('must be there, with the same operands', () => {
    const snapshot = written(make());
    const other = standardInstructions.define(
      'OP_TEN',
      unary((x) => x),
      { operands: 1 },
    );
    expect(faultOf(() => VMActor.restore(snapshot))).toMatch(/^unknown-instruction: .*OP_TEN/);
    expect(faultOf(() => VMActor.restore(snapshot, { instructions: other }))).toMatch(/^unknown-instruction: .*OP_TEN/);
  });

  it('are not needed where no code has them', () => {
    const vm = new VMActor({ instructions: ten });
    run(vm, '(define x 1)');
    expect(run(restored(vm), 'x')).toBe('1');
  });
});

describe('what is large', () => {
  it('is written and read: a list of a million elements', () => {
    expect(run(restored(after('(define l (iota 1000000))')), '(apply + l)')).toBe('499999500000');
  });

  it('is written and read: a list in a list, a hundred thousand deep', () => {
    const vm = restored(after("(define l (do ((i 0 (+ i 1)) (l '() (list l))) ((= i 100000) l)))"));
    expect(run(vm, '(let loop ((l l) (n 0)) (if (null? l) n (loop (car l) (+ n 1))))')).toBe('100000');
  });

  it('is written and read: a hundred thousand frames', () => {
    const source = '(begin (define (f n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (f 100000))';
    const vm = amid(after('1'), source, 900_000);
    const again = restored(vm);
    expect(again.state.frame?.size).toBeGreaterThan(100_000);
    again.execute();
    vm.execute();
    expect([again.top(), again.state.fuel]).toEqual([100_000, vm.state.fuel]);
  });

  it('must be within the limits of the actor that goes on', () => {
    const vm = after('(define v (make-vector 1000 1))');
    expect(faultOf(() => restored(vm, { limits: { store: 500 } }))).toMatch(/^store-limit/);
    const deep = amid(after('1'), '(let loop () (+ 1 (loop)))', 50_000);
    expect(faultOf(() => restored(deep, { limits: { stack: 1000 } }))).toMatch(/^stack-limit/);
  });
});
