import { evaluateOver, initial, prepared, resultOf } from './evaluating.js';

// Hash tables as programs see them.

describe('a hash table', () => {
  it.each([
    [
      "(let ((t (make-hash-table))) (hash-table-set! t '(1 #(2)) 'x) (hash-table-ref/default t (list 1 (vector 2)) #f))",
      'x',
    ],
    ["(let ((t (make-hash-table eq?))) (hash-table-set! t '(1) 'x) (hash-table-ref/default t (list 1) #f))", '#f'],
    [
      "(let ((t (make-hash-table))) (hash-table-set! t 1 'x) (hash-table-set! t 1.0 'y) (hash-table->alist t))",
      '((1 . y))',
    ],
    [
      "(let ((t (make-hash-table))) (hash-table-set! t (expt 2 53) 'x) (hash-table-ref/default t (exact->inexact (expt 2 53)) #f))",
      'x',
    ],
    [
      '(let ((t (make-hash-table))) (hash-table-set! t \'a 1) (hash-table-set! t "a" 2) (hash-table-set! t #\\a 3) (hash-table->alist t))',
      '((a . 1) ("a" . 2) (#\\a . 3))',
    ],
    [
      "(let ((t (make-hash-table))) (hash-table-set! t nil 1) (hash-table-set! t '() 2) (hash-table-set! t #f 3) (hash-table-values t))",
      '(1 2 3)',
    ],
    ['(let ((t (make-hash-table))) (hash-table-set! t t 1) (hash-table-ref/default t t #f))', '1'],
    [
      '(let ((t (make-hash-table)) (v (vector 1))) (hash-table-set! t v 1) (vector-set! v 0 2) (hash-table-ref/default t (vector 2) #f))',
      '1',
    ],
    ["(hash-table->alist (alist->hash-table '((a . 1) (b . 2) (a . 3))))", '((a . 1) (b . 2))'],
    [
      "(let* ((t (alist->hash-table '((a . 1)))) (u (hash-table-copy t))) (hash-table-set! u 'a 2) (hash-table-clear! t) (list (hash-table->alist t) (hash-table->alist u)))",
      '(() ((a . 2)))',
    ],
    ["(hash-table-ref (make-hash-table) 'a (lambda () 'none))", 'none'],
  ])('%s', (form, expected) => {
    expect(resultOf(form)).toBe(expected);
  });

  it.each([
    ["(hash-table-set! '((a . 1)) 'a 1)", 'type-error'],
    ["(alist->hash-table '(1 2))", 'type-error'],
    ['(alist->hash-table 5)', 'type-error'],
    ["(hash-table-ref (make-hash-table) 'a)", ''],
  ])('%s is a fault', (form, code) => {
    expect(resultOf(form)).toMatch(new RegExp(`^fault: ${code}`));
  });
});

describe('what a table costs', () => {
  const million = { fuel: 1_000_000 };

  it('is paid for where all keys have one hash and are told apart by identity', () => {
    const start = performance.now();
    const { result } = evaluateOver(
      initial,
      '(let ((t (make-hash-table eq?))) (let loop ((n 0)) (hash-table-set! t (list 1) n) (loop (+ n 1))))',
      million,
    );
    expect(result).toMatch(/^fault: out-of-fuel/);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it.each([
    ['a symbol', '(define key (string->symbol (make-string 400000 #\\a)))'],
    ['a text in a list', '(define key (list (make-string 400000 #\\a)))'],
    ['a text', '(define key (make-string 400000 #\\a))'],
  ])('grows with the key: %s', (_what, definition) => {
    const state = prepared(`${definition} (define t (make-hash-table)) (define small 'a)`);
    const cost = (form: string): number => evaluateOver(state, form).cost;
    expect(cost('(hash-table-ref/default t key 1)')).toBeGreaterThan(
      cost('(hash-table-ref/default t small 1)') + 40_000,
    );
  });

  it('does not grow with the number of its entries', () => {
    const filled = (count: number): string =>
      `(define t (make-hash-table)) (do ((i 0 (+ i 1))) ((= i ${count})) (hash-table-set! t i i))`;
    const cost = (count: number): number =>
      evaluateOver(prepared(filled(count)), '(begin (hash-table-set! t 77 1) (hash-table-ref/default t 50 0))').cost;
    expect(cost(10_000)).toBe(cost(100));
  });
});
