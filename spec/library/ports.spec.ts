import * as fc from 'fast-check';
import { print } from '../../lib/data/printer.js';
import { evaluateOver, initial, prepared, resultOf } from './evaluating.js';

// Ports on texts and bytes, and the console.

describe('an input', () => {
  it.each([
    [
      '(let ((p (open-input-string "a😀b"))) (list (read-char p) (peek-char p) (read-char p) (read-char p) (eof-object? (read-char p))))',
      '(#\\a #\\😀 #\\😀 #\\b #t)',
    ],
    [
      '(let ((p (open-input-string "one\\ntwo\\r\\nthree"))) (list (read-line p) (read-line p) (read-line p) (eof-object? (read-line p))))',
      '("one" "two" "three" #t)',
    ],
    [
      '(let ((p (open-input-string "abcdef"))) (list (read-string 2 p) (read-string 9 p) (eof-object? (read-string 1 p)) (read-string 0 p)))',
      '("ab" "cdef" #t "")',
    ],
    ['(let ((p (open-input-string " (a . b) ; no more\\n"))) (list (read p) (eof-object? (read p))))', '((a . b) #t)'],
    [
      '(let ((p (open-input-bytevector (bytevector 1 2 3)))) (list (peek-u8 p) (read-u8 p) (read-bytevector 5 p) (eof-object? (read-u8 p))))',
      '(1 1 #u8(2 3) #t)',
    ],
    [
      '(let ((p (open-input-bytevector (bytevector 1 2 3))) (b (bytevector 9 9 9 9))) (list (read-bytevector! b p 1 3) b))',
      '(2 #u8(9 1 2 9))',
    ],
    [
      '(let ((p (open-input-string "a"))) (close-port p) (list (input-port-open? p) (input-port? p) (port? p)))',
      '(#f #t #t)',
    ],
    ['(list (eof-object? (read-char)) (eof-object? (read)) (read-string 0))', '(#t #t "")'],
  ])('%s', (form, expected) => {
    expect(resultOf(form)).toBe(expected);
  });

  it.each([
    ['(let ((p (open-input-string "a"))) (close-port p) (read-char p))', 'misuse read-char: the port is closed'],
    ['(read-u8 (open-input-string "a"))', 'type-error'],
    ['(read-char (open-input-bytevector (bytevector 1)))', 'type-error'],
    ['(read-char (open-output-string))', 'type-error'],
    ['(read-char 5)', 'type-error'],
    ['(read (open-input-string "(a"))', 'read-error'],
    ['(read-string -1 (open-input-string "a"))', 'out-of-range'],
    ['(get-output-string (open-input-string "a"))', 'type-error'],
    ['(read-u8)', 'type-error'],
  ])('%s is a fault', (form, expected) => {
    expect(resultOf(form).startsWith(`fault: ${expected}`)).toBe(true);
  });

  it('stands behind what could not be read, so that reading on ends', () => {
    const form =
      '(let ((p (open-input-string "#<a> b"))) (let loop ((n 0)) (if (eof-object? (guard (e (#t 1)) (read p))) n (loop (+ n 1)))))';
    expect(evaluateOver(initial, form, { fuel: 100_000 }).result).toMatch(/^\d+$/);
  });
});

describe('an output', () => {
  it('has what was written, in the order it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.string({ maxLength: 5 })), { maxLength: 8 }), (parts) => {
        const forms = parts.map(([isWritten, text]) => `(${isWritten ? 'write' : 'display'} ${print(text)} o)`);
        const { result } = evaluateOver(
          initial,
          `(let ((o (open-output-string))) ${forms.join(' ')} (string-length (get-output-string o)))`,
        );
        const lengths = parts.map(([isWritten, text]) => {
          const shown = evaluateOver(
            initial,
            `(string-length ${isWritten ? `(let ((o (open-output-string))) (write ${print(text)} o) (get-output-string o))` : print(text)})`,
          );
          return Number(shown.result);
        });
        expect(Number(result)).toBe(lengths.reduce((sum, length) => sum + length, 0));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [
      '(let ((o (open-output-string))) (write-string "abcdef" o 2 4) (write-char #\\x o) (newline o) (get-output-string o))',
      '"cdx\\n"',
    ],
    [
      '(let ((o (open-output-bytevector))) (write-u8 255 o) (write-bytevector (bytevector 1 2 3) o 1) (get-output-bytevector o))',
      '#u8(255 2 3)',
    ],
    [
      '(let ((o (open-output-string))) (parameterize ((current-output-port o)) (display "in") (print 1)) (get-output-string o))',
      undefined,
    ],
    [
      '(let ((v (vector 1)) (o (open-output-string))) (vector-set! v 0 v) (write v o) (get-output-string o))',
      '"#0=#(#0#)"',
    ],
  ])('%s', (form, expected) => {
    const result = resultOf(form);
    if (expected === undefined) expect(result).toMatch(/^"in/);
    else expect(result).toBe(expected);
  });

  it('goes to the console where nothing else is said, and is an effect', () => {
    const { prints, result } = evaluateOver(
      initial,
      '(begin (display "a") (write "b") (newline) (write-char #\\c (current-error-port)) 5)',
    );
    expect([prints.join(''), result]).toEqual(['a"b"\nc', '5']);
    expect(evaluateOver(initial, "(begin (display 1) (car '()))").prints).toEqual([]);
  });

  it.each([
    '(write-u8 1)',
    '(write-string 5)',
    '(write-char "a")',
    '(display 1 5)',
    '(write-u8 256 (open-output-bytevector))',
    '(write-string "a" (open-output-bytevector))',
  ])('%s is a type-error', (form) => {
    expect(resultOf(form)).toMatch(/^fault: type-error/);
  });
});

describe('what ports cost', () => {
  it('grows with how many parameters are to be looked through, also where no port is named', () => {
    const deep = (depth: number, last: string): string =>
      `(begin (define p (make-parameter 0)) (define (deep n) (if (= n 0) ${last} (parameterize ((p n)) (list (deep (- n 1)))))) (deep ${depth}) 1)`;
    const costs = ['""', '(write-string "")', '(begin (write-string "") (write-string ""))'].map(
      (last) => evaluateOver(initial, deep(2000, last)).cost,
    ) as [number, number, number];
    expect(costs[1] - costs[0]).toBeGreaterThan(2000);
    expect(costs[2] - costs[1]).toBeGreaterThan(2000);
  });

  it('is an eighth of the length', () => {
    const state = prepared('(define text (make-string 80000 #\\a)) (define o (open-output-string))');
    expect(evaluateOver(state, '(write-string text o)').cost).toBeGreaterThanOrEqual(10_000);
    expect(evaluateOver(state, '(open-input-string text)').cost).toBeGreaterThanOrEqual(10_000);
  });

  it('ends a loop that reads what it cannot', () => {
    const state = prepared('(define text (make-string 100000 #\\())');
    const { result, time } = evaluateOver(
      state,
      '(let loop () (guard (e (#t 1)) (read (open-input-string text))) (loop))',
      { fuel: 1_000_000 },
    );
    expect(result).toMatch(/^fault: out-of-fuel/);
    expect(time).toBeLessThan(3000);
  });
});
