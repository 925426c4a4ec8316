import { compile } from '../../lib/compiler/compile.js';
import { fromJson } from '../../lib/data/json.js';
import { type Value } from '../../lib/data/values.js';
import { evaluate } from '../machine/running.js';
import { failure } from './failing.js';

const counter = `
(define-library (my counter)
  (export next (rename value current) twice)
  (import (scheme base))
  (begin
    (define count 0)
    (define (next) (set! count (+ count 1)) count)
    (define (value) count)
    (define-syntax twice (syntax-rules () ((_ e) (begin (note) e e))))
    (define (note) (set! count (* count 10)))))
`;

describe('import of what comes with the language', () => {
  it.each<[string, string]>([
    ['(import (scheme base) (scheme write))', ''],
    ['(import (only (scheme base) car cdr))', ''],
    ['(import (except (scheme char) char-upcase))', ''],
    ['(import (srfi 1) (srfi 69) (scheme r5rs))', ''],
    ['(import (scheme complex) (scheme file) (scheme load) (scheme process-context) (scheme time))', ''],
    ['(import (rename (scheme base) (car first-of)))', '(define first-of car)'],
    ['(import (prefix (only (scheme base) car cdr) l:))', '(define l:car car) (define l:cdr cdr)'],
    ['(import (prefix (only (scheme inexact) sin sqrt) i:))', '(define i:sin sin) (define i:sqrt sqrt)'],
    ['(import (only (prefix (only (scheme base) car cdr) l:) l:car))', '(define l:car car)'],
    ['(import (rename (scheme base) (car kar)) (scheme write)) (kar x)', '(define kar car) (kar x)'],
  ])('%s is %s', (source, same) => {
    expect(compile(source)).toEqual(compile(same));
  });

  it('gives a special form another name', () => {
    const words = compile('(import (rename (scheme base) (if wenn))) (wenn 1 2 3)');
    expect(words.slice(0, 4)).toEqual([
      'OP_CONSTANT',
      { macro: [{ symbol: 'if' }, null] },
      'OP_DEFINE_VARIABLE',
      'wenn',
    ]);
    expect(words.slice(4)).toEqual(compile('(if 1 2 3)'));
  });

  it('knows from a state which names there are', () => {
    const syntax = new Map<string, Value>([['car', 1]]);
    expect(compile('(import (only (scheme base) car if else))', { syntax })).toEqual([]);
    expect(failure('(import (only (scheme base) no-such))', { syntax })).toMatchObject({ column: 29 });
  });
});

describe('a library', () => {
  it.each<[string, string]>([
    ['(import (my counter)) (next) (next) (current)', '2'],
    ['(import (only (my counter) next)) (next)', '1'],
    ['(import (prefix (my counter) c:)) (c:next) (c:current)', '1'],
    ['(import (rename (my counter) (next step))) (step)', '1'],
    ['(import (my counter)) (next) (twice (next))', '12'],
    ["(import (my counter)) (define count 'mine) (define (note) 'mine) (next) (twice count)", 'mine'],
    ["(import (my counter)) (define (note) 'mine) (next) (let ((begin list) (count 5)) (twice count)) (current)", '10'],
    ['(import (prefix (my counter) c:)) (c:next) (c:twice (c:next))', '12'],
    [
      '(define-library (b) (export f) (import (scheme base) (prefix (my counter) c:)) (begin (define (f) (c:twice (c:next))))) (import (b)) (f)',
      '2',
    ],
    ['(define-library (b) (export next) (import (my counter))) (import (b)) (next)', '1'],
    ['(define-library (b) (export twice next) (import (my counter))) (import (b)) (next) (twice (next))', '12'],
    ['(define-library (b) (export f) (begin (define (f) (g)) (define (g) 7))) (import (b)) (f)', '7'],
    [
      '(define-library (b) (export f) (begin (define (f) (+ 1 2)) (define (+ a b) (* a b)))) (import (b)) (list (f) (+ 1 2))',
      '(2 3)',
    ],
    ['(define-library (b) (export f) (begin (begin (define f 1)) (set! f (+ f 1)))) (import (b)) f', '2'],
    [
      '(define-library (b) (export f) (cond-expand (r7rs (begin (define f 1))) (else (begin (define f 2))))) (import (b)) f',
      '1',
    ],
    [
      '(define-library (b) (export f g) (import (scheme base)) (begin (define-syntax two (syntax-rules () ((_ n) (begin (define t 5) (define (n) t))))) (two f) (define (g) (f)))) (import (b)) (g)',
      '5',
    ],
    [
      '(define-library (b 1) (export f) (begin (define f 1))) (define-library (b 2) (export f) (begin (define f 2))) (import (prefix (b 1) a:) (b 2)) (list a:f f)',
      '(1 2)',
    ],
    [
      '(define-library (b) (export (rename list-of-two two)) (import (rename (scheme base) (list many))) (begin (define (list-of-two a b) (many a b)))) (import (b)) (two 1 2)',
      '(1 2)',
    ],
  ])('%s → %s', (source, value) => {
    expect(evaluate(counter + source)).toBe(value);
  });

  it('is a variable: what it exports, and all its names', () => {
    expect(
      compile('(define-library (a b) (export (rename f g)) (import (only (scheme base) car)) (begin (define f 1)))'),
    ).toEqual([
      ...['OP_CONSTANT', 1, 'OP_DEFINE_VARIABLE', '(a b) f'],
      'OP_CONSTANT',
      {
        list: [
          { list: [{ list: [{ symbol: 'g' }], tail: { symbol: '(a b) f' } }] },
          { list: [{ symbol: 'car' }], tail: { symbol: 'car' } },
          { list: [{ symbol: 'f' }], tail: { symbol: '(a b) f' } },
        ],
      },
      ...['OP_DEFINE_VARIABLE', '(a b)'],
    ]);
  });

  it('is found among the variables of a state, with its macros', () => {
    const words = compile(counter);
    const syntax = new Map<string, Value>();
    for (const [i, word] of words.entries()) {
      if (word === 'OP_DEFINE_VARIABLE' && words[i - 2] === 'OP_CONSTANT')
        syntax.set(words[i + 1] as string, fromJson(words[i - 1]));
    }
    expect(compile('(import (only (my counter) next))', { syntax })).toEqual([
      'OP_GET_VARIABLE',
      '(my counter) next',
      'OP_DEFINE_VARIABLE',
      'next',
    ]);
    const { length } = compile('(import (only (my counter) twice))', { syntax });
    expect(compile('(import (only (my counter) twice)) (twice 5)', { syntax }).slice(length)).toEqual([
      ...['OP_GET_VARIABLE', '(my counter) note', 'OP_CALL', 0, 'OP_POP'],
      ...['OP_CONSTANT', 5],
    ]);
  });
});

describe('a mistake in an import or a library is a syntax-error with its place', () => {
  it.each<[string, number, number]>([
    ['(import (no such))', 1, 9],
    ['(import 5)', 1, 9],
    ['(import (only (scheme char) car))', 1, 29],
    ['(import (except (scheme char) car))', 1, 31],
    ['(import (rename (scheme char) (car kar)))', 1, 32],
    ['(import (rename (scheme base) car))', 1, 31],
    ['(import (rename (scheme base) (car)))', 1, 31],
    ['(import (prefix (scheme base) b:))', 1, 9],
    ['(import (prefix (scheme inexact) i:))', 1, 9],
    ['(import (only (scheme base) 5))', 1, 29],
    ['(import (rename (scheme base) (car +)))', 1, 9],
    ['(let () (import (scheme base)) 1)', 1, 9],
    ['(list (import (scheme base)))', 1, 7],
    ['(define-library)', 1, 1],
    ['(define-library a)', 1, 1],
    ['(let () (define-library (a)) 1)', 1, 9],
    ['(define-library (a) (export f))', 1, 29],
    ['(define-library (a) (export (f g)) (begin (define f 1)))', 1, 29],
    ['(define-library (a) (export 5))', 1, 29],
    ['(define-library (a) (include "file"))', 1, 21],
    ['(define-library (a) 5)', 1, 21],
    ['(define-library (a) (begin\n (if)))', 2, 2],
    ['(define-library (a) (import (no such)))', 1, 29],
    ['(define-library (a) (export f) (begin (define f 1)))\n(import (only (a) g))', 2, 19],
  ])('%s', (source, line, column) => {
    expect(failure(source)).toMatchObject({ code: 'syntax-error', line, column });
  });
});

describe('import sets of any depth', () => {
  it('compile', () => {
    const depth = 100_000;
    expect(compile(`(import ${'(only '.repeat(depth)}(scheme base)${' car)'.repeat(depth)})`)).toEqual([]);
  });
});
