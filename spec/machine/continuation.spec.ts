import { binary, unary } from '../../lib/instructions/lift.js';
import { compile } from '../../lib/compiler/compile.js';
import { print } from '../../lib/data/printer.js';
import { type VMError } from '../../lib/data/error.js';
import { type ActorOptions } from '../../lib/actor/options.js';
import { VMActor } from '../../lib/actor/vm-actor.js';

// Continuations: what is left to do, as a value, in the same message, in a later one, and under another instruction set.

const make = (options: ActorOptions = {}): { vm: VMActor; run: (source: string) => string } => {
  const vm = new VMActor({ onFault: 'resume', ...options });
  const faults: string[] = [];
  vm.faults$.subscribe(({ code }: VMError) => faults.push(`fault: ${code}`));
  const run = (source: string): string => {
    faults.length = 0;
    const { length } = vm.state.stack;
    vm.loadBytecode(compile(source)).execute();
    return faults[0] ?? (vm.state.stack.length > length ? print(vm.top() ?? null) : 'nothing');
  };
  return { vm, run };
};

describe('a continuation of an earlier message', () => {
  const capture =
    "(define k #f) (define all '()) (define (note x) (set! all (cons x all))) (note (+ 1 (call/cc (lambda (c) (set! k c) 1))))";

  it('goes on to the end of that message, and is called any number of times', () => {
    const { run } = make();
    run(capture);
    run('(begin (k 10) (note 0))');
    run('(begin (k 20) (note 0))');
    expect(run('all')).toBe('(21 11 2)');
  });

  it('goes on after an instruction was defined', () => {
    const { vm, run } = make();
    run(capture);
    vm.defineInstruction(
      'OP_OTHER',
      unary((x) => x),
    );
    run('(k 10)');
    vm.defineInstruction(
      'OP_THIRD',
      unary((x) => x),
    );
    run('(k 20)');
    expect(run('all')).toBe('(21 11 2)');
  });

  it('runs the handlers that instructions have now', () => {
    const { vm, run } = make();
    run(capture);
    vm.replaceInstruction(
      'OP_ADD',
      binary((a, b) => Number(a) - Number(b)),
    );
    const before = run('all');
    run('(k 10)');
    expect([before, run('all')]).toEqual(['(2)', '(-9 2)']);
  });

  it('is as deep as it was, after an instruction was defined too', () => {
    const { vm, run } = make();
    run(
      '(define k #f) (define (deep n) (if (= n 0) (call/cc (lambda (c) (set! k c) 0)) (+ 1 (deep (- n 1))))) (define r (deep 100000))',
    );
    vm.defineInstruction(
      'OP_OTHER',
      unary((x) => x),
    );
    run('(define j k) (k 5)');
    expect(run('r')).toBe('100005');
  });

  it('brings back its handlers and parameters, and leaves those of the caller', () => {
    const { run } = make();
    run(`(define p (make-parameter 1)) (define k #f) (define r '())
      (define (note x) (set! r (cons x r)))
      (note (parameterize ((p 2)) (with-exception-handler (lambda (e) 'inner) (lambda () (call/cc (lambda (c) (set! k c))) (list (p) (raise-continuable 1))))))`);
    run("(parameterize ((p 3)) (with-exception-handler (lambda (e) 'outer) (lambda () (k 0))))");
    expect(run('(list r (p))')).toBe('(((2 inner) (2 inner)) 1)');
  });

  it('goes through what is to be done on the way', () => {
    const { run } = make();
    run(`(define k #f) (define r '()) (define (note x) (set! r (cons x r)))
      (dynamic-wind (lambda () (note 'in)) (lambda () (call/cc (lambda (c) (set! k c))) (note 'body)) (lambda () (note 'out)))`);
    run("(dynamic-wind (lambda () (note 'there)) (lambda () (k 1)) (lambda () (note 'away)))");
    expect(run('(reverse r)')).toBe('(in body out there away in body out)');
  });

  it('is rolled back with the message that calls it', () => {
    const { run } = make();
    run(capture);
    expect(run("(begin (set! all 'lost) (k 'one))")).toBe('fault: type-error');
    expect(run('all')).toBe('(2)');
  });
});

describe('memory stays constant', () => {
  const limits = { stack: 150, store: 150 };

  it.each([
    [
      'call/cc in a loop of a million',
      '(let loop ((n 1000000)) (if (= n 0) (quote done) (begin (call/cc (lambda (k) k)) (loop (- n 1)))))',
    ],
    [
      'a loop through call/cc',
      '(let loop ((n 300000)) (if (= n 0) (quote done) (call/cc (lambda (k) (loop (- n 1))))))',
    ],
    [
      'a loop that escapes',
      '(let loop ((n 100000)) (if (= n 0) (quote done) (begin (call/cc (lambda (k) (+ 1 (k n)))) (loop (- n 1)))))',
    ],
    [
      'guard in a loop of a hundred thousand',
      "(let loop ((n 100000)) (if (= n 0) 'done (begin (guard (e (#t 1)) (raise n)) (loop (- n 1)))))",
    ],
    [
      'a loop from the clause of a guard',
      "(let loop ((n 50000)) (if (= n 0) 'done (guard (e (#t (loop (- n 1)))) (raise n))))",
    ],
    [
      'parameterize in a loop',
      "(define p (make-parameter 1)) (let loop ((n 50000)) (if (= n 0) 'done (begin (parameterize ((p n)) (p)) (loop (- n 1)))))",
    ],
    [
      'dynamic-wind in a loop',
      "(let loop ((n 50000)) (if (= n 0) 'done (begin (dynamic-wind list list list) (loop (- n 1)))))",
    ],
    [
      'a chain of a million promises',
      "(define (chain n) (if (= n 0) (delay 'done) (delay-force (chain (- n 1))))) (force (chain 1000000))",
    ],
    [
      'a stream that nobody keeps',
      "(define (from n) (delay (cons n (from (+ n 1))))) (let loop ((s (from 0)) (n 30000)) (if (= n 0) 'done (loop (cdr (force s)) (- n 1))))",
    ],
    [
      'a generator of many values',
      `(define (each l)
         (define return #f)
         (define (next) (call/cc (lambda (r) (set! return r) (for-each (lambda (x) (call/cc (lambda (rest) (set! next (lambda () (rest #f))) (return x)))) l) (return 'end))))
         (lambda () (call/cc (lambda (r) (set! return r) (next)))))
       (define g (each (iota 20000)))
       (let loop () (if (eq? (g) 'end) 'done (loop)))`,
    ],
  ])('%s', (_what, source) => {
    expect(make({ limits }).run(source)).toBe('done');
  });
});
