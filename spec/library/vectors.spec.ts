import * as fc from 'fast-check';
import { evaluateOver, initial, prepared, resultOf } from './evaluating.js';

// Vectors and bytevectors: in place as the program sees it, against arrays.

const numbers = fc.array(fc.nat(255), { maxLength: 80 });
const text = (items: readonly number[]): string => items.join(' ');
const place = fc.nat(90);

describe.each([
  ['vector', '#(', ''],
  ['bytevector', '#u8(', 'u8-'],
])('a %s', (kind, open, item) => {
  const made = (items: readonly number[]): string => `${open}${text(items)})`;

  it('is copied in part, or the range is refused', () => {
    fc.assert(
      fc.property(numbers, place, place, (items, start, end) => {
        const isPart = start <= end && end <= items.length;
        const { result } = evaluateOver(initial, `(${kind}-copy (${kind} ${text(items)}) ${start} ${end})`);
        if (isPart) expect(result).toBe(made(items.slice(start, end)));
        else expect(result).toMatch(/^fault: out-of-range/);
      }),
      { numRuns: 150 },
    );
  });

  it('takes a part of another, or of itself, as if that was copied before', () => {
    fc.assert(
      fc.property(numbers, place, place, place, (items, to, start, end) => {
        const isPart = start <= end && end <= items.length && to + end - start <= items.length;
        const form = `(let ((v (${kind} ${text(items)}))) (${kind}-copy! v ${to} v ${start} ${end}) v)`;
        const { result } = evaluateOver(initial, form);
        const expected = [...items];
        expected.splice(to, end - start, ...items.slice(start, end));
        if (isPart) expect(result).toBe(made(expected));
        else expect(result).toMatch(/^fault: out-of-range/);
      }),
      { numRuns: 150 },
    );
  });

  it('is filled in part', () => {
    fc.assert(
      fc.property(numbers, place, place, (items, start, end) => {
        if (!(start <= end && end <= items.length)) return;
        const { result } = evaluateOver(
          initial,
          `(let ((v (${kind} ${text(items)}))) (${kind}-fill! v 7 ${start} ${end}) v)`,
        );
        expect(result).toBe(made(items.map((each, i) => (i >= start && i < end ? 7 : each))));
      }),
      { numRuns: 100 },
    );
  });

  it('is put together', () => {
    expect(resultOf(`(${kind}-append (${kind} 1 2) (${kind}) (${kind} 3))`)).toBe(made([1, 2, 3]));
    expect(resultOf(`(${kind}-append)`)).toBe(made([]));
  });

  it.each(['-1', '3', '0.5', "'a", '(expt 2 70)', 'nil'])('has no item at %s', (index) => {
    const vector = `(${kind} 1 2 3)`;
    expect(resultOf(`(${kind}-${item}ref ${vector} ${index})`)).toMatch(/^fault: (out-of-range|type-error) /);
    expect(resultOf(`(${kind}-${item}set! ${vector} ${index} 0)`)).toMatch(/^fault: (out-of-range|type-error) /);
  });

  it('is no larger than two million items, however it is made', () => {
    const fuel = 1_000_000_000;
    for (const form of [`(make-${kind} 3000000)`, `(let ((v (make-${kind} 2000000))) (${kind}-append v v))`]) {
      const { result } = evaluateOver(initial, form, { fuel });
      expect(result).toMatch(/^fault: out-of-range/);
    }
  });

  it('pays for its items before they are made', () => {
    expect(evaluateOver(initial, `(make-${kind} 2000000)`, { fuel: 1_000_000 }).result).toMatch(/^fault: out-of-fuel/);
    expect(evaluateOver(initial, `(make-${kind} 1000)`).cost).toBeGreaterThanOrEqual(4000);
  });
});

describe('a constant', () => {
  it.each([
    "(vector-set! '#(1 2) 0 1)",
    "(vector-fill! '#(1 2) 0)",
    "(vector-copy! '#(1 2) 0 (vector 1))",
    '(bytevector-u8-set! #u8(1 2) 0 1)',
    "(vector-set! (vector-ref '#(#(1)) 0) 0 1)",
  ])('does not change: %s', (form) => {
    expect(resultOf(form)).toMatch(/^fault: type-error .*is a constant of the program/);
  });

  it('is copied into what may change', () => {
    expect(resultOf("(let ((v (vector-copy '#(1 2)))) (vector-set! v 0 9) v)")).toBe('#(9 2)');
  });
});

describe('bytes and texts', () => {
  it.each([
    ['(utf8->string (bytevector 97 195 169))', '"aé"'],
    ['(string->utf8 "aé😀")', '#u8(97 195 169 240 159 152 128)'],
    ['(utf8->string (bytevector 239 187 191 97))', '"\ufeffa"'],
    ['(bytevector-u8-ref (bytevector 255) 0)', '255'],
  ])('%s', (form, expected) => {
    expect(resultOf(form)).toBe(expected);
  });

  it.each(['256', '-1', '0.5', "'a", '#\\a', 'nil'])('%s is no byte', (value) => {
    for (const form of [
      `(bytevector ${value})`,
      `(make-bytevector 1 ${value})`,
      `(bytevector-u8-set! (bytevector 1) 0 ${value})`,
      `(bytevector-fill! (bytevector 1) ${value})`,
    ])
      expect(resultOf(form)).toMatch(/^fault: type-error .* takes a byte/);
  });
});

it('a vector may hold itself, is compared and printed so', () => {
  const state = prepared('(define a (vector 1 2)) (vector-set! a 1 a) (define b (vector 1 2)) (vector-set! b 1 b)');
  expect(evaluateOver(state, 'a').result).toBe('#0=#(1 #0#)');
  expect(evaluateOver(state, '(list (equal? a b) (eq? a b))').result).toBe('(#t #f)');
});
