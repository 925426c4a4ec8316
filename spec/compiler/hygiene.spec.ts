import { compile } from '../../lib/compiler/compile.js';
import { fromJson } from '../../lib/data/json.js';
import { type Value } from '../../lib/data/values.js';
import { evaluate } from '../machine/running.js';

describe('what a template binds', () => {
  it.each<[string, string, string]>([
    [
      'does not capture a name of the use',
      '(define-syntax my-or (syntax-rules () ((_ a b) (let ((t a)) (if t t b))))) (let ((t 5)) (my-or #f t))',
      '5',
    ],
    ['in a lambda', '(define-syntax k (syntax-rules () ((_ e) (lambda (x) e)))) (let ((x 1)) ((k x) 2))', '1'],
    ['as a rest parameter', '(define-syntax k (syntax-rules () ((_ e) (lambda x e)))) (let ((x 1)) ((k x) 2))', '1'],
    ['in a named let', '(define-syntax k (syntax-rules () ((_ e) (let x ((y 1)) e)))) (let ((x 1)) (k x))', '1'],
    [
      'in do',
      '(define-syntax k (syntax-rules () ((_ e) (do ((i 0 (+ i 1)) (s 0 (+ s e))) ((= i 3) s))))) (let ((i 10)) (k i))',
      '30',
    ],
    [
      'in letrec',
      '(define-syntax k (syntax-rules () ((_ e) (letrec ((f (lambda () e))) (f))))) (let ((f 1)) (k f))',
      '1',
    ],
    [
      'in a body',
      '(define-syntax k (syntax-rules () ((_ n e) (begin (define t 1) (define n (list t e)))))) (define (f t) (let () (k r t) r)) (f 5)',
      '(1 5)',
    ],
    [
      'in a body twice',
      '(define-syntax k (syntax-rules () ((_ n) (begin (define t 1) (define (n) (set! t (+ t 1)) t))))) (let () (k f) (k g) (f) (list (f) (g)))',
      '(3 2)',
    ],
    [
      'as a macro',
      "(define-syntax k (syntax-rules () ((_ e) (let-syntax ((m (syntax-rules () ((_) 'inner)))) e)))) (let-syntax ((m (syntax-rules () ((_) 'outer)))) (k (m)))",
      'outer',
    ],
    [
      'does not mix two uses',
      '(define-syntax k (syntax-rules () ((_ e) (let ((t 1)) (list t e))))) (k (k (k 2)))',
      '(1 (1 (1 2)))',
    ],
    [
      'does not mix the levels of a recursion',
      "(define-syntax k (syntax-rules () ((_ () (v ...) b) (let ((v 'v) ...) b)) ((_ (a . r) (v ...) b) (k r (v ... t) (cons a b))))) (k (1 2 3) () '())",
      '(3 2 1)',
    ],
    ['at top level is the plain name', '(define-syntax k (syntax-rules () ((_ e) (define t e)))) (k 5) t', '5'],
    ['is quoted by its plain name', "(define-syntax k (syntax-rules () ((_ e) (let ((x 1)) '(x e))))) (k x)", '(x x)'],
  ])('%s', (_name, source, value) => {
    expect(evaluate(source)).toBe(value);
  });
});

describe('what a template does not bind', () => {
  it.each<[string, string, string]>([
    [
      'means what it means at the definition',
      "(define x 'global) (define-syntax m (syntax-rules () ((_) x))) (let ((x 'local)) (m))",
      'global',
    ],
    [
      'of local syntax',
      "(let ((x 'outer)) (let-syntax ((m (syntax-rules () ((_) x)))) (let ((x 'inner)) (m))))",
      'outer',
    ],
    [
      'is assigned there',
      '(let ((x 1)) (let-syntax ((set (syntax-rules () ((_ v) (set! x v))))) (let ((x 2)) (set 5)) x))',
      '5',
    ],
    [
      'may be an operator',
      '(define-syntax add (syntax-rules () ((_ a b) (+ a b)))) (let ((+ -)) (list (add 5 3) (+ 5 3)))',
      '(8 2)',
    ],
    [
      'may be a special form',
      '(define-syntax my-if (syntax-rules () ((_ c a b) (if c a b)))) (let ((if list)) (my-if #f 1 2))',
      '2',
    ],
    [
      'may be else',
      '(define-syntax my-if (syntax-rules () ((_ c a b) (cond (c a) (else b))))) (let ((else #f)) (my-if #f 1 2))',
      '2',
    ],
    ['may be =>', '(define-syntax k (syntax-rules () ((_ c f) (cond (c => f))))) (let ((=> 5)) (k 1 list))', '(1)'],
    [
      'may be a macro',
      "(define-syntax a (syntax-rules () ((_) 'a))) (define-syntax b (syntax-rules () ((_) (a)))) (let-syntax ((a (syntax-rules () ((_) 'local)))) (b))",
      'a',
    ],
    [
      'may be defined later',
      '(define-syntax m (syntax-rules () ((_) (later)))) (define (f) (m)) (define (later) 7) (f)',
      '7',
    ],
    [
      'may be a variable of the body around',
      '(define (f x) (define-syntax m (syntax-rules () ((_) x))) (let ((x 2)) (m))) (f 1)',
      '1',
    ],
    [
      'stays what it is in a macro of a macro',
      '(let ((x 1)) (let-syntax ((a (syntax-rules () ((_ y) (let-syntax ((b (syntax-rules () ((_) (let ((x 2)) y))))) (b)))))) (a x)))',
      '1',
    ],
    [
      'is a loop of the macro alone',
      "(define-syntax forever (syntax-rules () ((_ b) (let loop ((i 0)) (if (< i 3) (begin b (loop (+ i 1))) 'done))))) (let loop ((n 0)) (if (= n 2) n (begin (forever 1) (loop (+ n 1)))))",
      '2',
    ],
  ])('%s', (_name, source, value) => {
    expect(evaluate(source)).toBe(value);
  });

  it('and a name of the use can be bound by the use', () => {
    expect(evaluate('(define-syntax with (syntax-rules () ((_ n v b) (let ((n v)) b)))) (with x 5 (+ x 1))')).toBe('6');
    expect(
      evaluate(
        '(letrec-syntax ((my-or (syntax-rules () ((_ e) e) ((_ a b ...) (let ((temp a)) (if temp temp (my-or b ...))))))) (let ((x #f) (y 7) (temp 8) (let odd?) (if even?)) (my-or x (let temp) (if y) y)))',
      ),
    ).toBe('7');
  });
});

describe('a macro of an earlier program', () => {
  /** Compiles programs one after the other, each with the macros of those before as they come back from JSON. */
  const inTurn = (programs: readonly string[]): readonly unknown[][] => {
    const syntax = new Map<string, Value>();
    return programs.map((program) => {
      const words = JSON.parse(JSON.stringify(compile(program, { syntax }))) as unknown[];
      for (const [i, word] of words.entries()) {
        if (word === 'OP_DEFINE_VARIABLE') syntax.set(words[i + 1] as string, fromJson(words[i - 1]));
      }
      return words;
    });
  };
  const last = (...programs: string[]): unknown => inTurn(programs).at(-1);

  it('is found among the variables of a state', () => {
    expect(last('(define-syntax two (syntax-rules () ((_ a) (list a a))))', '(two 1)')).toEqual(compile('(list 1 1)'));
    expect(last('(define-syntax my-if if)', '(my-if 1 2 3)')).toEqual(compile('(if 1 2 3)'));
    expect(last('(define-syntax a (syntax-rules () ((_) 1)))', '(define-syntax b a)', '(b)')).toEqual(compile('1'));
    expect(last('(define-syntax a (syntax-rules () ((_) 1)))', '(define a 5)', '(a)')).toEqual(compile('(a)'));
    expect(last('(define if 5)'.replace('if', 'when2'), '(when2)')).toEqual(compile('(when2)'));
  });

  it('is as hygienic as in the program that defines it', () => {
    const wrap =
      '(define-syntax wrap (syntax-rules () ((_ n x) (define-syntax n (syntax-rules () ((_ y) (list x y)))))))';
    expect(last(wrap, '(wrap g y)', '(g 1)')).toEqual(compile('(list y 1)'));
    const bind =
      '(define-syntax bind (syntax-rules () ((_ n t) (define-syntax n (syntax-rules () ((_ x) (let ((t 1) (u 2)) (list x t u))))))))';
    expect(last(bind, '(bind g u)', '(g 3)')).toEqual(compile('(let ((a 1) (b 2)) (list 3 a b))'));
    expect(last(`${bind} (bind g u)`, '(g 3)')).toEqual(compile('(let ((a 1) (b 2)) (list 3 a b))'));
  });
});
