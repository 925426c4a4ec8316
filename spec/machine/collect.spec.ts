import { compile } from '../../lib/compiler/compile.js';
import { type VMState } from '../../lib/machine/state.js';
import { firstTurn } from '../../lib/machine/turn.js';
import { deliver, ended, evaluate, follow, language, outcomeOf } from './running.js';

// Cells are made by variables that are assigned: each call of `waste` makes one that nobody reaches afterwards.
const waste =
  '(define (waste n) (let ((x n)) (set! x (+ x 1)) x)) (define (loop n) (if (= n 0) nil (begin (waste n) (loop (- n 1))))) ';
const keep = '(define (make n) (lambda () (set! n (+ n 1)) n)) ';

const after = (source: string, limits = {}): VMState => ended(compile(source), { state: language(limits) });

describe('the collector', () => {
  it('frees what nobody reaches', () => {
    expect(after(`${waste} (loop 100000)`).world.store.size).toBeLessThan(25_000);
    expect(evaluate(`${waste} (loop 100000) "done"`, { state: language({ store: 20_000 }) })).toBe('"done"');
  });

  it.each<[string, string, string]>([
    ['a variable', '(define c (make 1))', '(c)'],
    ['a list in a variable', '(define c (list 1 (list (make 1))))', '((car (cadr c)))'],
    ['a closure in a closure', '(define (wrap f) (lambda () (f))) (define c (wrap (wrap (make 1))))', '(c)'],
    [
      'two closures that share it',
      '(define cs (let ((n 1)) (list (lambda () (set! n (+ n 1))) (lambda () n)))) (define (c) ((car cs)) ((cadr cs)))',
      '(c)',
    ],
    [
      'a circle',
      '(define c (letrec ((a (lambda (n) (if (= n 0) 2 (b (- n 1))))) (b (lambda (n) (a n)))) (lambda () (a 3))))',
      '(c)',
    ],
  ])('keeps what is reached through %s', (_name, setup, use) => {
    expect(evaluate(`${waste}${keep}${setup} (loop 50000) ${use}`, { state: language({ store: 15_000 }) })).toBe('2');
  });

  it('keeps what is reached through locals, frames and operands that wait', () => {
    const source = `${waste}${keep}
      (define (outer a) (let ((b (make 10))) (+ (a) (inner (make 100)) (b) (a))))
      (define (inner c) (loop 50000) (let ((first (c))) (loop 50000) (+ first (c))))
      (outer (make 1))`;
    expect(evaluate(source, { state: language({ store: 15_000 }) })).toBe(String(2 + (101 + 102) + 11 + 3));
  });

  it('keeps what only the box of an assigned variable reaches', () => {
    const source = `${waste}${keep} (define (f) (let ((held nil)) (set! held (make 41)) (loop 50000) (held))) (f)`;
    expect(evaluate(source, { state: language({ store: 15_000 }) })).toBe('42');
  });

  it('gives the same states and costs, whatever the slice', () => {
    const source = `${waste}${keep} (define c (make 1)) (loop 30000) (c)`;
    const run = (slice: number): unknown[] => {
      const turn = deliver(compile(source), { state: language({ store: 12_000 }), slice });
      return [outcomeOf(turn), turn.state.fuel, turn.state.world.store.size];
    };
    const whole = run(Infinity);
    for (const slice of [7, 1000, 99_991]) expect(run(slice)).toEqual(whole);
  });

  it('leaves the cells of older states alone', () => {
    const old = follow(firstTurn(language()), compile(`${waste}${keep} (define c (make 1)) (c)`));
    const next = follow(old, compile('(c) (set! c nil) (loop 50000) (define c2 (make 7)) (c2)'));
    expect(outcomeOf(next)).toBe('8');
    expect(outcomeOf(follow(old, compile('(c)')))).toBe('3');
    expect(outcomeOf(follow(follow(old, compile('(c)')), compile('(c)')))).toBe('4');
  });

  it('works through data a hundred thousand levels deep', () => {
    const source = `${waste}${keep} (define (deep n v) (if (= n 0) v (deep (- n 1) (list v)))) (define d (deep 100000 (make 1))) (loop 50000) (define (dig v) (if (pair? v) (dig (car v)) (v))) (dig d)`;
    expect(evaluate(source)).toBe('2');
  });
});

describe('the store limit', () => {
  it('is a fault when that many cells are alive', () => {
    const source = `${keep} (define (many n) (if (= n 0) '() (cons (make n) (many (- n 1))))) (define all (many 100)) (length all)`;
    expect(evaluate(source, { state: language({ store: 110 }) })).toBe('100');
    expect(evaluate(source, { state: language({ store: 90 }) })).toBe('fault: store-limit');
  });

  it('counts variables too', () => {
    const defines = Array.from({ length: 20 }, (_, i) => `(define v${i} ${i})`).join(' ');
    expect(evaluate(`${defines} v19`, { state: language({ store: 20 }) })).toBe('19');
    expect(evaluate(`${defines} v19`, { state: language({ store: 19 }) })).toBe('fault: store-limit');
  });

  it('counts only what is alive, also beside a lot of data', () => {
    const source = `(define big (iota 5000)) ${waste} (loop 5000) "done"`;
    expect(evaluate(source, { state: language({ store: 50 }) })).toBe('"done"');
  });

  it('does not count cells that are waste when a variable is defined', () => {
    const source = `${waste} (loop 45) (define a 1) (define b 2) (define c 3) (define d 4) (define e 5) (define f 6) "done"`;
    expect(evaluate(source, { state: language({ store: 50 }) })).toBe('"done"');
  });

  it('rolls back what the message had made', () => {
    const limited = firstTurn(ended(compile(`${keep} (define all '())`), { state: language({ store: 100 }) }));
    const failed = follow(limited, compile('(define (fill n) (set! all (cons (make n) all)) (fill (+ n 1))) (fill 0)'));
    expect(failed.fault).toMatchObject({ code: 'store-limit' });
    expect(failed.state.world.store.size).toBe(0);
    expect(outcomeOf(follow(failed, compile('(length all)')))).toBe('0');
  });
});
