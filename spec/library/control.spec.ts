import { language } from '../../lib/actor/evaluation.js';
import { faults } from '../../lib/data/faults.js';
import { foldAll } from '../laws/machine.js';
import { prepared, resultOf } from './evaluating.js';

// What control.scm is written with is known to programs too, under names that nobody would take for their own. Whatever
// it is given, it gives a value or a fault that speaks of the program.

const state = prepared(`
  (define-record-type point (make-point x y) point? (x px) (y py set-py!))
  (define a-vector (vector 1 2 'a)) (define literal '#(1 2)) (define bytes (bytevector 1 2))
  (define table (alist->hash-table '((1 . 2)))) (define in (open-input-string "ab")) (define out (open-output-string))
  (define closed (open-input-string "a")) (close-port closed)
  (define record (make-point 1 2)) (define lazy (delay 1)) (define known (make-promise 1)) (define parameter (make-parameter 1))
  (define err (guard (e (#t e)) (error "m" 1))) (define k (call/cc (lambda (k) k))) (define several (values 1 2))
  (define none (values)) (define-syntax macro (syntax-rules () ((_ a) a))) (define console (current-output-port))
  (define identity (lambda (x) x)) (define circle (vector 1)) (vector-set! circle 0 circle)`).withWorld({
  limits: { fuel: 20_000, stack: 2_000, store: 50_000, outbox: 1_000 },
});

const variables = [
  ...[
    'a-vector',
    'literal',
    'bytes',
    'table',
    'in',
    'out',
    'closed',
    'record',
    'lazy',
    'known',
    'parameter',
    'err',
    'k',
  ],
  ...[
    'several',
    'none',
    'macro',
    'console',
    'identity',
    'circle',
    'point',
    'make-point',
    'px',
    'set-py!',
    'car',
    'map',
  ],
];
const constants = [
  0,
  -1,
  2.5,
  'a',
  true,
  null,
  { char: 'x' },
  { symbol: 's' },
  { list: [] },
  { list: [1], tail: 2 },
  { eof: true },
];

const argument: readonly (readonly unknown[])[] = [
  ...variables.map((name) => ['OP_GET_VARIABLE', name]),
  ...constants.map((constant) => ['OP_CONSTANT', constant]),
  ['OP_GET_DYNAMIC'],
];

const engine = /Cannot|undefined|is not a function|not iterable|Maximum|Invalid|\[object|TypeError|RangeError/;

const complaint = (name: string, args: readonly (readonly unknown[])[]): string | undefined => {
  const words = ['OP_GET_VARIABLE', name, ...args.flat(), 'OP_CALL', args.length];
  // What it left behind must not break what is done with it later.
  const after = ['a-vector', 'table', 'record', 'circle'].flatMap((each) => [
    'OP_GET_VARIABLE',
    each,
    'OP_PRINT',
    'OP_POP',
  ]);
  for (const fault of foldAll([words, after], state).faults) {
    if (fault === null) continue;
    if (!Object.hasOwn(faults, fault.code) || fault.code === 'host-failed' || engine.test(fault.message))
      return `${name} ${JSON.stringify(args)}: ${fault.code} ${fault.message}`;
  }
  return undefined;
};

describe('an inner procedure takes anything', () => {
  const names = [...language.names].filter((name) => name.startsWith('%'));

  it.each(names)('%p', (name) => {
    let seed = name.length;
    const pick = (): readonly unknown[] => {
      seed = (seed * 48_271) % 2_147_483_647;
      return argument[seed % argument.length] as readonly unknown[];
    };
    const calls = [
      [],
      ...argument.map((each) => [each]),
      ...argument.map((each) => [pick(), each]),
      ...argument.map((each) => [each, pick(), pick()]),
    ];
    expect(calls.map((args) => complaint(name, args)).filter((each) => each !== undefined)).toEqual([]);
  });
});

describe('what is to be done on the way', () => {
  it.each([
    [
      "(let ((r '())) (define (note x) (set! r (cons x r))) (call/cc (lambda (k) (dynamic-wind (lambda () (note 'a)) (lambda () (dynamic-wind (lambda () (note 'b)) (lambda () (k 1)) (lambda () (note 'c)))) (lambda () (note 'd))))) (reverse r))",
      '(a b c d)',
    ],
    [
      "(let ((r '())) (define (note x) (set! r (cons x r))) (guard (e (#t (note e))) (dynamic-wind (lambda () (note 'in)) (lambda () (raise 'odd)) (lambda () (note 'out)))) (reverse r))",
      '(in out odd)',
    ],
    ['(dynamic-wind list (lambda () (values 1 2)) list)', '#<values 1 2>'],
    [
      "(guard (e (#t (list 'again e))) (dynamic-wind list (lambda () (raise 'inner)) (lambda () (raise 'after))))",
      '(again after)',
    ],
    ['(guard (e ((string? e) e)) (guard (e ((number? e) e)) (raise "text")))', '"text"'],
    ['(with-exception-handler (lambda (e) (* e 2)) (lambda () (+ 1 (raise-continuable 21))))', '43'],
    [
      '(guard (e (#t (error-object-code e))) (with-exception-handler (lambda (e) \'ignored) (lambda () (error "once"))))',
      'user-raised',
    ],
    ['(let ((p (make-parameter 1 (lambda (x) (* x 10))))) (list (p) (parameterize ((p 2)) (p)) (p)))', '(10 20 10)'],
    ['(let ((p (make-parameter 1))) (call/cc (lambda (k) (parameterize ((p 2)) (k 0)))) (p))', '1'],
    [
      '(letrec ((n 0) (p (delay (begin (set! n (+ n 1)) (if (< n 3) (force p) n))))) (list (force p) (force p) n))',
      '(3 3 3)',
    ],
  ])('%s', (form, expected) => {
    expect(resultOf(form)).toBe(expected);
  });
});
