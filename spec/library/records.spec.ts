import { resultOf } from './evaluating.js';

// Records as programs see them.

const point = '(define-record-type point (make-point x y) point? (x px) (y py set-py!) (z pz set-pz!))';

describe('a record', () => {
  it.each([
    ['(let ((p (make-point 1 2))) (list (px p) (py p) (pz p)))', '(1 2 nil)'],
    ['(let ((p (make-point 1 2))) (set-py! p 5) (set-pz! p p) (list (py p) (eq? p (pz p))))', '(5 #t)'],
    ['(list (point? (make-point 1 2)) (point? 5) (point? (vector 1)) (point? point))', '(#t #f #f #f)'],
    ['(let* ((p (make-point 1 2)) (q p)) (set-py! q 3) (py p))', '3'],
    ['(eq? (make-point 1 2) (make-point 1 2))', '#f'],
    ['(equal? (make-point 1 2) (make-point 1 2))', '#f'],
    ['(map px (list (make-point 1 2) (make-point 3 4)))', '(1 3)'],
    ['(let ((p (apply make-point (list 1 2)))) (set-pz! p 3) p)', '#<point x: 1 y: 2 z: 3>'],
    [
      '(let ((t (make-hash-table)) (p (make-point 1 2))) (hash-table-set! t p 1) (set-py! p 9) (hash-table-ref/default t p 0))',
      '1',
    ],
    ['(px (make-point (values 1 2) 3))', '#<values 1 2>'],
  ])('%s', (form, expected) => {
    expect(resultOf(form, point)).toBe(expected);
  });

  it.each([
    ['(px 5)', 'type-error px takes a point, not 5'],
    ['(set-py! (list 1) 2)', 'type-error set-py! takes a point, not (1)'],
    ['(make-point 1)', 'arity-error make-point takes 2 arguments, not 1'],
    ['(px)', 'arity-error px takes 1 argument, not 0'],
    ['(set-py! (make-point 1 2))', 'arity-error set-py! takes 2 arguments, not 1'],
  ])('%s is a fault', (form, expected) => {
    expect(resultOf(form, point)).toBe(`fault: ${expected}`);
  });

  it('of a type that was defined again is not of the new type', () => {
    expect(resultOf('(px old)', `${point} (define old (make-point 1 2)) ${point}`)).toMatch(
      /^fault: type-error px takes a point/,
    );
  });

  it('keeps what was assigned before a fault that is caught, and nothing of a message that faults', () => {
    const definitions = `${point} (define p (make-point 1 2))`;
    expect(resultOf("(guard (e (#t (py p))) (set-py! p 9) (car '()))", definitions)).toBe('9');
    expect(resultOf('(py p)', definitions)).toBe('2');
  });

  it.each([
    '(%record-type nil nil nil)',
    "(%record-type 'a '(nil) '(#t))",
    "(%record-constructor 5 'make '(a))",
    "(%record-accessor (%record-type 'a '(b) '(#t)) 'get 'c)",
    "(%record-accessor (%record-type 'a '(b) '(#t)) 5 'b)",
  ])('is made by what checks what it is given: %s', (form) => {
    expect(resultOf(form)).toMatch(/^fault: (type-error|misuse) /);
  });
});
