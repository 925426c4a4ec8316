import { compile } from '../../lib/compiler/compile.js';
import { deliver, evaluate, faultOf, fuelOf, language } from '../machine/running.js';

// What works in proportion to its input costs in proportion, and is charged before it is done.

const dag = "(define (dag n) (if (= n 0) '() (let ((x (dag (- n 1)))) (cons x x)))) ";
const grow = '(define (grow n) (if (= n 0) "x" (let ((s (grow (- n 1)))) (string-append s s)))) ';

describe('the cost', () => {
  it.each([
    ['length', (n: number) => `(define l (iota ${n}))`, '(length l)'],
    ['append', (n: number) => `(define l (iota ${n}))`, "(append l '(1))"],
    ['reverse', (n: number) => `(define l (iota ${n}))`, '(reverse l)'],
    ['list?', (n: number) => `(define l (iota ${n}))`, '(list? l)'],
    ['memq', (n: number) => `(define l (iota ${n}))`, "(memq 'x l)"],
    ['apply', (n: number) => `(define l (iota ${n}))`, '(apply list l)'],
    ['equal?', (n: number) => `(define l (iota ${n})) (define k (iota ${n}))`, '(equal? l k)'],
    ['iota', () => '', (n: number) => `(iota ${n})`],
    ['make-list', () => '', (n: number) => `(make-list ${n} 0)`],
    ['print', (n: number) => `(define l (iota ${n}))`, '(print l)'],
    ['map', (n: number) => `(define l (iota ${n}))`, '(map list l)'],
  ] as const)('of %s grows with the length of the list', (_name, setup, use) => {
    const cost = (n: number): number => {
      const call = typeof use === 'function' ? use(n) : use;
      return fuelOf(`${setup(n)} ${call}`) - fuelOf(`${setup(n)} 1`);
    };
    const [short, long] = [cost(1000), cost(10_000)];
    expect(short).toBeGreaterThanOrEqual(250);
    expect(long / short).toBeGreaterThan(5);
    expect(long / short).toBeLessThan(20);
  });

  it.each([
    '(string-append s "a")',
    '(string-length s)',
    '(substring s 0 1)',
    '(string-upcase s)',
    '(string=? s s)',
    '(equal? s (string-append s ""))',
    '(string-split s "y")',
    '(string-contains s "y")',
    '(string->symbol (string-append s "y"))',
    '(print s)',
    '(string->number s)',
    '(string-join (list s s))',
  ])('of %s grows with the length of the string', (call) => {
    const cost = (n: number): number =>
      fuelOf(`${grow} (define s (grow ${n})) ${call}`) - fuelOf(`${grow} (define s (grow ${n})) 1`);
    expect(cost(16)).toBeGreaterThan(4 * cost(12));
    expect(cost(16)).toBeGreaterThan(2 ** 16 / 16);
  });

  it('of arithmetic grows with the size of the integers', () => {
    for (const call of [
      '(* b b)',
      '(+ b b)',
      '(quotient b 3)',
      '(number->string b)',
      '(sqrt b)',
      '(gcd b (+ b 1))',
      '(print b)',
    ]) {
      const cost = (n: number): number =>
        fuelOf(`(define b (expt 3 ${n})) ${call}`) - fuelOf(`(define b (expt 3 ${n})) 1`);
      expect([call, cost(16_000) > cost(1000) * 4]).toEqual([call, true]);
    }
  });

  it('of a sum of many integers grows with their sizes, not with the square', () => {
    const cost = (n: number): number => fuelOf(`(apply + (make-list ${n} 100000000000000000000))`);
    expect(cost(4000) / cost(1000)).toBeLessThan(6);
  });

  it('of the first element of a list does not grow with the list', () => {
    const cost = (n: number): number =>
      fuelOf(`(define l (iota ${n})) (list-ref l 0)`) - fuelOf(`(define l (iota ${n})) 1`);
    expect(cost(10_000)).toBeLessThan(cost(10) + 100);
  });
});

describe('work beyond what is left of the fuel', () => {
  it.each([
    ['(expt 2 1000000000)'],
    ['(** 7 (** 10 12))'],
    ['(expt 2 (expt 10 30))'],
    ['(expt 2 -1000000000)'],
    ['(make-list 1000000000)'],
    ['(iota 1000000000)'],
    [`${dag} (equal? (dag 60) (dag 60))`],
    [`${dag} (print (dag 60))`],
    [`${dag} (member (dag 60) (list (dag 60)))`],
    [`${dag} (display (dag 60))`],
    ['(define (square-up n b) (if (= n 0) b (square-up (- n 1) (* b b)))) (square-up 40 3)'],
    [`${grow} (string-length (grow 60))`],
    ['(define (f) (f)) (f)'],
    ['(while #t)'],
    ['(let loop () (loop))'],
  ])('is refused at once: %s', (source) => {
    const started = performance.now();
    expect(evaluate(source, { state: language({ fuel: 300_000 }) })).toMatch(/^fault: (out-of-fuel|out-of-range)$/);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    [`${dag} (error "shared" (dag 60))`, 'user-raised'],
    [`${dag} (car (car (car (vector-of (dag 60)))))`, 'unbound-variable'],
    [`${dag} (+ 1 (dag 60))`, 'type-error'],
    [`${dag} ((dag 60))`, 'not-a-procedure'],
  ])('is not done for a message: %s', (source, code) => {
    const fault = faultOf(compile(source), { state: language() });
    expect(fault).toMatchObject({ code });
    expect(fault?.message.length).toBeLessThan(300);
  });

  it('is refused in a time in proportion to a slice, also with the fuel a message has unless told otherwise', () => {
    for (const call of ['(print (dag 60))', '(equal? (dag 60) (dag 60))']) {
      const started = performance.now();
      expect(faultOf(compile(`${dag} ${call}`), { state: language() })).toMatchObject({
        code: expect.stringMatching(/out-of-fuel|out-of-range/) as string,
      });
      expect([call, performance.now() - started < 8000]).toEqual([call, true]);
    }
  });

  it('is charged for what is there, not for what is not', () => {
    expect(deliver(compile('(expt 1 1000000000)'), { state: language({ fuel: 1000 }) }).outcome).toBe('committed');
    expect(evaluate('(expt 0 1000000000)', { state: language({ fuel: 1000 }) })).toBe('0');
  });
});
