import { answers as repl, useFiles, vmactor } from './command.js';

const file = useFiles();

const swap = '(define-syntax swap! (syntax-rules () ((_ a b) (let ((t a)) (set! a b) (set! b t)))))';
const use = '(define x 1) (define t 2) (swap! x t) (print (list x t))';
const shown = { code: 0, out: '(2 1)\n', err: '' };

describe('a macro', () => {
  it('is known to the forms below it', async () => {
    expect(await vmactor(['run', file('one.scm', `${swap}\n${use}`)])).toEqual(shown);
    expect(await vmactor(['eval', `${swap} ${use}`])).toEqual(shown);
  });

  it('is known to the files after it, bytecode or not', async () => {
    const [library, main] = [file('swap.scm', swap), file('main.scm', use)];
    const { out } = await vmactor(['compile', library]);
    expect(await vmactor(['run', library, main])).toEqual(shown);
    expect(await vmactor(['run', file('swap.json', out), main])).toEqual(shown);
    expect((await vmactor(['run', main, library])).code).toBe(1);
  });

  it('is known to the next inputs of the repl, until it is undone or a variable', async () => {
    expect(await repl(swap, '(define x 1)', '(define y 2)', '(swap! x y)', '(list x y)')).toEqual(['(2 1)']);
    const undone = await repl('(define (f x) "called")', '(define-syntax f (syntax-rules () ((_ x) "rewritten")))', '(f 1)', ':undo', '(f 1)'); // prettier-ignore
    expect([undone[0], undone.at(-1)]).toEqual(['"rewritten"', '"called"']);
    expect(await repl(swap, '(define (swap! a b) "called")', '(swap! 1 2)')).toEqual(['"called"']);
  });

  it('that eval defines is known to the next form', async () => {
    const defined = `(eval '${swap}) ${use}`;
    expect(await vmactor(['eval', defined])).toEqual(shown);
    expect(await vmactor(['run', '-'], { stdin: defined })).toEqual(shown);
  });

  it('of a form that faults is not known', async () => {
    const lines = await repl(`(begin ${swap} (car 1))`, '(define x 1)', '(swap! x x)');
    expect(lines.filter((line) => line.includes('unbound-variable'))).toHaveLength(1);
  });

  it('is seen by :disassemble', async () => {
    expect(await repl('(define-syntax five (syntax-rules () ((_) 5)))', ':disassemble (five)')).toEqual([
      '   0  OP_CONSTANT 5',
    ]);
  });

  it('whose use is wrong is shown where it is used', async () => {
    const { err } = await vmactor(['run', file('swap.scm', swap), file('wrong.scm', '\n(swap! 1)')]);
    expect(err).toContain('wrong.scm:2:1: syntax-error: no rule matches (swap! 1)\n  2 | (swap! 1)\n');
  });

  it('of a library is known to those who import it', async () => {
    const library = `(define-library (my swap) (export swap!) (import (scheme base)) (begin ${swap}))`;
    const [first, second] = [file('library.scm', library), file('importing.scm', `(import (my swap)) ${use}`)];
    expect(await vmactor(['run', first, second])).toEqual(shown);
    expect(await repl(library, '(import (my swap))', use)).toEqual(['(2 1)']);
  });
});
