import { libraryEntries } from '../../lib/library/entries.js';
import { answers as repl } from './command.js';

describe(':doc', () => {
  it.each([
    ['car', ['(car a)', '  what a pair holds first', "  (car '(1 2))  ; => 1"]],
    [
      'dynamic-wind',
      [
        '(dynamic-wind before thunk after)',
        '  calls three procedures in a row; the first and the last also when control enters and leaves the second otherwise',
        '  (dynamic-wind (lambda () 1) (lambda () 2) (lambda () 3))  ; => 2',
      ],
    ],
    ['let*', ['let* is a form of the language: the language guide describes it']],
    ['OP_ADD', ['OP_ADD', '  a + b']],
    ['vector-mep', ['variable vector-mep is not defined; did you mean vector-map?']],
    ['lamda', ['variable lamda is not defined; did you mean lambda?']],
    ['frobnicate', ['variable frobnicate is not defined']],
    ['', ['usage: :doc NAME']],
  ])('of %j', async (name, expected) => {
    expect(await repl(`:doc ${name}`)).toEqual(expected);
  });

  it('says of every name of the library what the manual says', async () => {
    const entries = libraryEntries();
    const lines = await repl(...entries.map(({ name }) => `:doc ${name}`));
    expect(lines).toEqual(
      entries.flatMap(({ usage, doc, example }) => [usage, `  ${doc}`, ...`  ${example.join('  ; => ')}`.split('\n')]),
    );
  });

  it('shows the parameters of procedures', async () => {
    expect(
      await repl(
        '(define (area width height) (* width height))',
        '(define all (lambda args args))',
        '(define (most a . others) a)',
        '(define-record-type point (make-point y x) point? (x px set-px!) (y py))',
        ...['area', 'all', 'most', 'make-point', 'point?', 'px', 'set-px!'].map((name) => `:doc ${name}`),
      ),
    ).toEqual(
      [
        '(area width height)',
        '(all . args)',
        '(most a . others)',
        '(make-point y x)',
        '(point? value)',
        '(px point)',
        '(set-px! point value)',
      ].flatMap((usage) => [usage, '  a procedure that was defined here']),
    );
  });

  it('knows a library procedure by another name, and what has its name now', async () => {
    expect(await repl('(define first-of car)', '(define (cdr x) x)', '(define list 5)', ':doc first-of')).toEqual([
      'first-of is car',
      '(car a)',
      '  what a pair holds first',
      "  (car '(1 2))  ; => 1",
    ]);
    expect(await repl('(define (cdr x) x)', ':doc cdr', '(define list 5)', ':doc list')).toEqual([
      '(cdr x)',
      '  a procedure that was defined here',
      'list is 5',
    ]);
  });

  it('shows the rules of macros', async () => {
    expect(
      await repl(
        "(define-syntax say (syntax-rules (to => twice) ((_ x) '(x to nobody)) ((_ x to y ...) (list x y ...))))",
        ':doc say',
        '(define-syntax tail (syntax-rules ::: () ((_ x y :::) (list y :::))))',
        ':doc tail',
        '(define-syntax when-not unless)',
        ':doc when-not',
      ),
    ).toEqual([
      'say is a macro, in which these stand for themselves: to => twice',
      '  (_ x)',
      "    => '(x to nobody)",
      '  (_ x to y ...)',
      '    => (list x y ...)',
      'tail is a macro',
      '  (_ x y :::)',
      '    => (list y :::)',
      'when-not is unless',
    ]);
  });

  it('shows the rules of a macro that another one made', async () => {
    const lines = await repl(
      '(define-syntax maker (syntax-rules () ((_ name) (define-syntax name (syntax-rules () ((_ x) (cons x 1)))))))',
      '(maker pair-up)',
      '(pair-up 5)',
      ':doc pair-up',
    );
    expect(lines.slice(0, 2)).toEqual(['(5 . 1)', 'pair-up is a macro']);
    expect(lines[2]).toMatch(/^ {2}\(_\S* x\S*\)$/);
    expect(lines[3]).toMatch(/^ {4}=> \(cons x\S* 1\)$/);
  });
});
