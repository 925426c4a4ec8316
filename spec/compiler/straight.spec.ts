import fc from 'fast-check';
import { compile, compileWith } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';
import { positionsOf } from '../../lib/data/positions.js';

// What is written at once reads as if the tree had written it.

/** The words of a program and the places they come from, or its fault. */
const outcome = (text: string): unknown => {
  try {
    const words = compile(text);
    return { words, positions: positionsOf(words) };
  } catch (thrown) {
    const { code, detail, line, column } = thrown as VMError;
    return { code, detail, line, column };
  }
};

const atOnce = (text: string): unknown => outcome(`        ${text}`);

// In a body, all is written by the tree.
const byTree = (text: string): unknown => outcome(`(let () ${text})`);

const nested = (depth: number): string => `${'(+ 1 '.repeat(depth)}x${')'.repeat(depth)}`;

const others = [
  "'a",
  '()',
  '#(1 2)',
  'nil',
  'if',
  'else',
  '(f . 1)',
  '(+ 1 . 2)',
  '(+ 1 2 . 3)',
  '(if a b c)',
  '(and a (f b))',
  '(let ((x 1)) (+ x y))',
  '(lambda (x) (f x))',
  '((f) 1)',
  '(1 2)',
  '(list (set! x (+ x 1)))',
  '(list (if))',
  '(if (f) . 1)',
  "'(1 . 2)",
  '`(1 ,(+ 1 2))',
  '(x λ 1)',
];

const expressions = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    {
      weight: 4,
      arbitrary: fc.constantFrom('1', '-2.5', '+inf.0', '9007199254740993', '"s"', '#\\a', '#t', '#f', 'x', 'y'),
    },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(
          fc.constantFrom('f', 'list', '+', '-', '*', '/', '%', '**', '<', '>=', '!=', 'not', '%list'),
          fc.array(tie('expression'), { maxLength: 4 }),
        )
        .map(([head, args]) => `(${[head, ...args].join(' ')})`),
    },
  ),
})).expression;

describe('a combination that is written at once', () => {
  it('has the words and places that the tree gives it', () => {
    fc.assert(
      fc.property(fc.array(expressions, { minLength: 1, maxLength: 3 }), (forms) => {
        const text = forms.join(' ');
        expect(atOnce(text)).toEqual(byTree(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each(others)('leaves nothing behind where it meets %s', (other) => {
    const text = `(f 1 (+ x 2) ${other}) (g 3)`;
    expect(atOnce(text)).toEqual(byTree(text));
  });

  it.each([1, 2, 62, 63, 64, 65, 66, 1000])('may be nested %i deep', (depth) => {
    expect(atOnce(nested(depth))).toEqual(byTree(nested(depth)));
    expect(atOnce(`(f ${nested(depth)} (+ 1 2)) 3`)).toEqual(byTree(`(f ${nested(depth)} (+ 1 2)) 3`));
  });

  it('knows the macros defined before', () => {
    const syntax = new Map(
      compileWith(
        '(define-syntax twice (syntax-rules () ((_ e) (list e e)))) (define-syntax five (syntax-rules () ((_) 5)))',
      ).defined,
    );
    expect(compile('(f (twice (+ 1 2)))', { syntax })).toEqual(compile('(f (list (+ 1 2) (+ 1 2)))'));
    expect(() => compile('(f twice)', { syntax })).toThrow('twice is syntax, not a variable');
    expect(compile('(f (+ (five) 1))', { syntax })).toEqual(compile('(f (+ 5 1))'));
  });
});
