import { compile } from '../../lib/compiler/compile.js';
import { failure } from './failing.js';
import { constant, get, outline, reserved, symbol } from './outline.js';

const empty = constant({ list: [] });

describe('a quasi-quotation', () => {
  it.each<[string, string]>([
    ['`a', "'a"],
    ['`5', '5'],
    ['`()', "'()"],
    ['`(1 (a . "b") #(c))', '\'(1 (a . "b") #(c))'],
    ['`,x', 'x'],
    ['`(,@x)', 'x'],
    ['`(1 `(2 ,x))', "'(1 (quasiquote (2 (unquote x))))"],
    ['`(1 `(2 ,@x))', "'(1 (quasiquote (2 (unquote-splicing x))))"],
    ['`(unquote x)', 'x'],
    ['(quasiquote (1 quasiquote (unquote x)))', "'(1 quasiquote (unquote x))"],
    ['(let ((unquote 1)) `(,x))', "(let ((y 1)) '((unquote x)))"],
  ])('%s is %s', (source, same) => {
    expect(compile(source)).toEqual(compile(same));
  });

  it.each<[string, unknown[]]>([
    ['`(1 ,x)', reserved('cons', 2, ...constant(1), ...reserved('cons', 2, ...get('x'), ...empty))],
    ['`(,x 1 2)', reserved('cons', 2, ...get('x'), ...constant({ list: [1, 2] }))],
    ['`(1 . ,x)', reserved('cons', 2, ...constant(1), ...get('x'))],
    ['`(,@x 1)', reserved('append', 2, ...get('x'), ...constant({ list: [1] }))],
    ['`(1 ,@x)', reserved('cons', 2, ...constant(1), ...get('x'))],
    ['`(,@x . y)', reserved('append', 2, ...get('x'), ...symbol('y'))],
    ['`(,@x ,@y)', reserved('append', 2, ...get('x'), ...get('y'))],
    ['`#(,x)', reserved('list->vector', 1, ...reserved('cons', 2, ...get('x'), ...empty))],
    ['`#(1 ,@x)', reserved('list->vector', 1, ...reserved('cons', 2, ...constant(1), ...get('x')))],
    [
      '``,(1 ,x)',
      [
        ...reserved(
          'cons',
          2,
          ...symbol('quasiquote'),
          ...reserved(
            'cons',
            2,
            ...reserved(
              'cons',
              2,
              ...symbol('unquote'),
              ...reserved(
                'cons',
                2,
                ...reserved('cons', 2, ...constant(1), ...reserved('cons', 2, ...get('x'), ...empty)),
                ...empty,
              ),
            ),
            ...empty,
          ),
        ),
      ],
    ],
  ])('%s builds what is not constant', (source, words) => {
    expect(outline(source)).toEqual(words);
  });

  it('cannot be changed by a variable of the program', () => {
    expect(outline('(lambda (%cons x) `(1 ,x))')).toEqual([
      'OP_CLOSURE',
      [
        ['%cons', 'x'],
        ...get('%cons'),
        ...constant(1),
        ...get('%cons'),
        'OP_GET_LOCAL',
        1,
        ...empty,
        'OP_CALL',
        2,
        'OP_TAIL_CALL',
        2,
      ],
    ]);
  });

  it.each<[string, number, number]>([
    ['`(1 . ,@x)', 1, 2],
    ['(quasiquote)', 1, 1],
    ['(quasiquote a b)', 1, 1],
    [',x', 1, 1],
    [',@x', 1, 1],
    ['`(1\n ,(if))', 2, 3],
  ])('%s is a syntax-error', (source, line, column) => {
    expect(failure(source)).toMatchObject({ code: 'syntax-error', line, column });
  });

  it.each<[string, string]>([
    ['lists', '`' + '('.repeat(10_000) + ',x' + ')'.repeat(10_000)],
    ['tails', '`' + '(1 . '.repeat(10_000) + ',x' + ')'.repeat(10_000)],
    ['vectors', '`' + '#('.repeat(10_000) + ',x' + ')'.repeat(10_000)],
    ['levels', '`(1 '.repeat(10_000) + ',x' + ')'.repeat(10_000)],
    ['expressions', '`(1 ,'.repeat(10_000) + 'x' + ')'.repeat(10_000)],
    ['elements', '`(' + ',x '.repeat(100_000) + ')'],
  ])('of any depth compiles: %s', (_name, source) => {
    expect(compile(source).length).toBeGreaterThan(0);
  });
});
