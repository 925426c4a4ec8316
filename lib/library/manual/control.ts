import { type Row } from './row.js';

export const logic: readonly Row[] = [
  ['not', 'whether it is false', '(not 0)', '#f'],
  ['boolean?', 'whether it is a boolean', '(boolean? #f)', '#t'],
  ['boolean=?', 'whether all are the same boolean', '(boolean=? #t #t)', '#t'],
  ['nil?', 'whether it is nil', '(nil? (if #f 1))', '#t'],
  ['eq?', 'whether they are the same value', "(eq? 'a 'a)", '#t'],
  ['eqv?', 'whether they are the same value', "(eqv? '(1) '(1))", '#f'],
  ['equal?', "(equal? '(1 #(2)) '(1 #(2)))", '#t'],
];

export const control: readonly Row[] = [
  ['procedure?', 'whether it can be called', '(procedure? car)', '#t'],
  [
    'apply',
    'calls a procedure with the elements of a list, and what stands before it, as arguments',
    "(apply + 1 2 '(3))",
    '6',
  ],
  ['values', 'its arguments as several values; one is itself', '(values 1 2)', '#<values 1 2>'],
  ['call-with-values', '(call-with-values (lambda () (values 1 2)) +)', '3'],
  [
    'call/cc',
    'calls a procedure with what is to be done after the call, as a procedure',
    '(+ 1 (call/cc (lambda (k) (k 2) 3)))',
    '3',
  ],
  [
    'call-with-current-continuation',
    'calls a procedure with what is to be done after the call, as a procedure',
    '(call-with-current-continuation (lambda (k) (+ 1 (k 2))))',
    '2',
  ],
  ['dynamic-wind', '(dynamic-wind (lambda () 1) (lambda () 2) (lambda () 3))', '2'],
  ['make-parameter', '(define p (make-parameter 1)) (list (p) (parameterize ((p 2)) (p)))', '(1 2)'],
  ['promise?', 'whether it is a promise', '(promise? (delay 1))', '#t'],
  ['make-promise', 'a promise that has a value', '(force (make-promise 5))', '5'],
  ['force', '(force (delay (+ 1 2)))', '3'],
  ['eval', "(eval '(+ 1 2))", '3'],
  ['interaction-environment', "(eval '(+ 1 2) (interaction-environment))", '3'],
  ['environment', "(eval '(+ 1 2) (environment '(scheme base)))", '3'],
  ['features', 'what the language says of itself, a list of symbols', "(pair? (memq 'r7rs (features)))", '#t'],
];

const caught = '(guard (e (#t (';

export const errors: readonly Row[] = [
  [
    'error',
    'raises an error object of a message and the values involved',
    `${caught}error-object-message e))) (error "it broke" 1))`,
    '"it broke"',
  ],
  ['raise', 'raises a value, which a handler is given', "(guard (e (#t (list 'raised e))) (raise 5))", '(raised 5)'],
  ['raise-continuable', '(with-exception-handler (lambda (e) 10) (lambda () (+ 1 (raise-continuable 5))))', '11'],
  ['with-exception-handler', '(with-exception-handler (lambda (e) 10) (lambda () (+ 1 (raise-continuable 5))))', '11'],
  [
    'error-object?',
    'whether it is an error object, from `error` or from a fault',
    `${caught}error-object? e))) (car 5))`,
    '#t',
  ],
  [
    'error-object-message',
    'the message of an error object',
    `${caught}error-object-message e))) (error "it broke" 1))`,
    '"it broke"',
  ],
  [
    'error-object-irritants',
    'the values that an error object is about',
    `${caught}error-object-irritants e))) (error "it broke" 1 'two))`,
    '(1 two)',
  ],
  [
    'error-object-code',
    'the code of the fault that an error object is, a symbol',
    `${caught}error-object-code e))) (car 5))`,
    'type-error',
  ],
  [
    'read-error?',
    'whether it is an error object of what cannot be read',
    `${caught}read-error? e))) (read (open-input-string ")")))`,
    '#t',
  ],
  [
    'file-error?',
    'whether it is an error object about a file: there are no files',
    `${caught}file-error? e))) (car 5))`,
    '#f',
  ],
];
