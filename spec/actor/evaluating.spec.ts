import { compile } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';
import { print } from '../../lib/data/printer.js';
import { type ActorOptions } from '../../lib/actor/options.js';
import { VMActor } from '../../lib/actor/vm-actor.js';

// `eval`, and the promises that `evaluate` gives.

const resultOf = (source: string, options: ActorOptions = {}): string => {
  const vm = new VMActor({ onFault: 'resume', ...options });
  let fault: string | undefined;
  vm.faults$.subscribe(({ code, message }: VMError) => (fault = `${code}: ${message}`));
  vm.loadBytecode(compile(source)).execute();
  return fault ?? print(vm.top() ?? null);
};

describe('eval', () => {
  it.each([
    ["(eval '(+ 1 2))", '3'],
    ["(eval '(begin (define x 5) (* x x)) (interaction-environment))", '25'],
    ["(begin (eval '(define (f n) (if (= n 0) 1 (* n (f (- n 1)))))) (f 5))", '120'],
    ["(let ((x 1)) (eval '(let ((y 2)) (+ y 1))))", '3'],
    ["(eval (list 'quote (vector 1 2)))", '#(1 2)'],
    ["(eval (list + 1 (list 'car ''(2))))", '3'],
    ["(begin (eval '(define-syntax twice (syntax-rules () ((_ a) (list a a))))) (eval '(twice 3)))", '(3 3)'],
    ["(guard (e (#t (error-object-code e))) (eval '(if)))", 'syntax-error'],
    ["(guard (e (#t (error-object-code e))) (eval '(car 1)))", 'type-error'],
    ['(call/cc (lambda (k) (eval (list k 7)) 8))', '7'],
    ["(eval 'nobody)", 'unbound-variable: OP_GET_VARIABLE: variable nobody is not defined'],
  ])('%s', (source, expected) => {
    expect(resultOf(source)).toBe(expected);
  });

  it('means a vector as it is at that moment', () => {
    const source =
      "(begin (define v (vector 1)) (define f (eval (list 'lambda '() v))) (vector-set! v 0 2) (list v (f)))";
    expect(resultOf(source)).toBe('(#(2) #(1))');
  });

  it('refuses a program that contains itself', () => {
    expect(resultOf("(begin (define v (vector 1)) (vector-set! v 0 v) (eval (list 'quote v)))")).toMatch(
      /^syntax-error: /,
    );
  });

  it('pays for what it compiles, in a guard too', () => {
    const large = "(define program (cons 'begin (make-list 2000 '(+ 1 2))))";
    const fuelOf = (source: string): number => {
      const vm = new VMActor();
      vm.loadBytecode(compile(source)).execute();
      return vm.state.world.limits.fuel - vm.state.fuel;
    };
    expect(fuelOf(`${large} (eval program)`)).toBeGreaterThan(fuelOf(large) + 8000);
    const wrong = "(define program (append (make-list 2000 '(+ 1 2)) 5))";
    expect(
      resultOf(`${wrong} (let loop () (guard (e (#t #f)) (eval (cons 'begin program))) (loop))`, { fuel: 100_000 }),
    ).toMatch(/^out-of-fuel/);
  });

  it('has a program of any size fault in bounded time', () => {
    const start = performance.now();
    const source = "(define (grow n x) (if (= n 0) x (grow (- n 1) (list '+ x x)))) (eval (grow 40 1))";
    expect(resultOf(source, { fuel: 1_000_000 })).toMatch(/^(out-of-fuel|syntax-error)/);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
