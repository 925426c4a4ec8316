import * as fc from 'fast-check';

// Random programs: procedures that call each other and themselves, closures, loops, assignments, continuations, handlers,
// and values of all kinds where they do not belong. Most of them fault somewhere.

type Names = readonly string[];

const globals = ['g', 'h'];
const procedures = ['p', 'q', 'r'];

const atom = (names: Names): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -3, max: 9 }).map(String) },
    { weight: 5, arbitrary: fc.constantFrom(...names, ...globals) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('9007199254740991', '-9007199254740992', '0.5', '1e300', '#t', '#f', 'nil', "'()"),
    },
    { weight: 1, arbitrary: fc.constantFrom('"text"', "'a", '#\\c', "'(1 2 3)", "'#(1 2)", 'car', '+', 'p', 'k') },
  );

const variable = (names: Names): string => 'xyzuvw'.charAt(names.length % 6);

const expression = (depth: number, names: Names): fc.Arbitrary<string> => {
  if (depth === 0) return atom(names);
  const inner = expression(depth - 1, names);
  const more = (name: string): fc.Arbitrary<string> => expression(depth - 1, [...names, name]);
  const name = variable(names);
  const form = (text: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...parts).map((each) => text.replace(/\d/g, (index) => each[Number(index)] ?? ''));
  const numbers = fc.constantFrom('+', '-', '*', '+', '-', 'modulo', '/', 'quotient', 'expt', 'min');
  const relations = fc.constantFrom('<', '=', '>', '<=', '>=', '!=', 'eq?', 'equal?');
  const tests = fc.constantFrom(
    'null?',
    'pair?',
    'zero?',
    'not',
    'number?',
    'procedure?',
    'symbol?',
    'string?',
    'even?',
  );
  const lists = fc.constantFrom('car', 'cdr', 'length', 'reverse', 'cadr', 'list', 'vector-length', 'number->string');
  return fc.oneof(
    { weight: 3, arbitrary: atom(names) },
    { weight: 6, arbitrary: form('(0 1 2)', numbers, inner, inner) },
    { weight: 4, arbitrary: form('(if (0 1 2) 3 4)', relations, inner, inner, inner, inner) },
    { weight: 2, arbitrary: form('(if 0 1 2)', inner, inner, inner) },
    { weight: 2, arbitrary: form('(0 1)', tests, inner) },
    { weight: 2, arbitrary: form('(0 1)', lists, inner) },
    { weight: 2, arbitrary: form('(cons 0 1)', inner, inner) },
    { weight: 3, arbitrary: form('(0 1 2)', fc.constantFrom(...procedures), inner, inner) },
    { weight: 3, arbitrary: form(`(let ((${name} 0)) 1)`, inner, more(name)) },
    { weight: 2, arbitrary: form(`(begin (set! ${names.at(-1) ?? 'g'} 0) 1)`, inner, inner) },
    { weight: 1, arbitrary: form('(begin (set! 0 1) 2)', fc.constantFrom(...globals, 'p'), inner, inner) },
    { weight: 2, arbitrary: form(`((lambda (${name}) 0) 1)`, more(name), inner) },
    { weight: 1, arbitrary: form('(0 1)', inner, inner) },
    { weight: 1, arbitrary: form(`((lambda (${name} . rest) (cons 0 rest)) 1 2)`, more(name), inner, inner) },
    {
      weight: 3,
      arbitrary: form(
        `(let loop ((${name} 0)) (if (= ${name} 0) 1 (loop (- ${name} 1))))`,
        fc.nat(9).map(String),
        more(name),
      ),
    },
    {
      weight: 2,
      arbitrary: form(
        `(let loop ((${name} 0) (all '())) (if (= ${name} 0) all (loop (- ${name} 1) (cons 1 all))))`,
        fc.nat(9).map(String),
        more(name),
      ),
    },
    { weight: 2, arbitrary: form(`(do ((${name} 0 (+ ${name} 1))) ((> ${name} 4) 0) 1)`, more(name), more(name)) },
    { weight: 1, arbitrary: form(`(map (lambda (${name}) 0) (list 1 2))`, more(name), inner, inner) },
    { weight: 1, arbitrary: form('(apply 0 (list 1 2))', fc.constantFrom('+', 'p', 'list', 'cons'), inner, inner) },
    { weight: 1, arbitrary: form('(call/cc (lambda (k) (+ 0 (k 1))))', inner, inner) },
    { weight: 1, arbitrary: form('(begin (call/cc (lambda (c) (set! k c))) 0)', inner) },
    { weight: 1, arbitrary: form('(guard (e (#t 0)) 1)', inner, inner) },
    { weight: 1, arbitrary: form('(begin (if 0 (raise 1)) (display 2))', inner, inner, inner) },
    {
      weight: 1,
      arbitrary: form('(let ((m (vector 0 1 2))) (vector-set! m 0 3) (vector-ref m 1))', inner, inner, inner, inner),
    },
    { weight: 1, arbitrary: form('(string-append "a" (number->string 0))', inner) },
    { weight: 1, arbitrary: form('(dynamic-wind (lambda () 0) (lambda () 1) (lambda () 2))', inner, inner, inner) },
  );
};

const definition = (name: string): fc.Arbitrary<string> =>
  fc.oneof(
    expression(3, ['x', 'y']).map((body) => `(define (${name} x y) ${body})`),
    fc
      .tuple(expression(2, ['x', 'y']), expression(2, ['x', 'y']), expression(2, ['x', 'y']))
      .map(
        ([end, first, second]) =>
          `(define (${name} x y) (if (<= x 0) ${end} (${name} (- x 1) (begin ${first} ${second}))))`,
      ),
    fc
      .tuple(expression(2, ['x', 'y']), expression(1, ['x', 'y']))
      .map(([end, more]) => `(define (${name} x y) (if (<= x 0) ${end} (+ ${more} (${name} (- x 1) y))))`),
  );

/** The messages of a program, each the text of one. */
export const program: fc.Arbitrary<string[]> = fc
  .tuple(
    fc.tuple(...procedures.map(definition)),
    fc.array(expression(3, []), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...procedures), fc.nat(12), fc.nat(5)), { minLength: 1, maxLength: 4 }),
  )
  .map(([definitions, expressions, calls]) => [
    '(define g 3) (define h 4) (define k car)',
    ...definitions,
    ...expressions,
    ...calls.map(([name, x, y]) => `(${name} ${x} ${y})`),
    ...expressions.map((text) => `(set! p q) ${text}`),
  ]);
