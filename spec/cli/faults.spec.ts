import { answers, useFiles, vmactor } from './command.js';

const file = useFiles();

/** What a person sees of a fault in a file with this text. */
const shown = async (text: string): Promise<string[]> => {
  const path = file('it.scm', text);
  const { err } = await vmactor(['run', path]);
  return err.replaceAll(path, 'it.scm').trimEnd().split('\n');
};

describe('a fault', () => {
  it('is shown with its place, its line, a caret and a remedy', async () => {
    expect(await shown('(define x 1)\n\n(+ 1 "a")\n')).toEqual([
      'it.scm:3:1: type-error: OP_ADD: "a" is not a number',
      '  3 | (+ 1 "a")',
      '    | ^',
      '  Convert the value, or test its type first.',
    ]);
  });

  it('is shown where it happened in a form of several lines', async () => {
    expect((await shown('(define (f x)\n  (* x\n     (+ x "a")))\n(f 1)')).slice(0, 3)).toEqual([
      'it.scm:3:6: type-error: OP_ADD: "a" is not a number',
      '  3 |      (+ x "a")))',
      '    |      ^',
    ]);
  });

  it('has its caret below the column also after tabs', async () => {
    expect((await shown('(begin\n\t(print 1)\t(car 2))')).slice(1, 3)).toEqual([
      '  2 | \t(print 1)\t(car 2))',
      '    | \t         \t^',
    ]);
  });

  it('has its caret below the column also after wide characters', async () => {
    expect((await shown('(list "日本" (car 2))')).slice(1, 3)).toEqual([
      '  1 | (list "日本" (car 2))',
      '    |        \u3000\u3000  ^',
    ]);
  });

  it('is shown without the ends of a long line', async () => {
    const [, source, caret] = await shown(`${'(print 1) '.repeat(50)}(car 2) ${'(print 1) '.repeat(50)}`);
    expect(source).toMatch(/^ {2}1 \| ….*…$/);
    expect(source).toHaveLength(108);
    expect(source!.slice(caret!.indexOf('^'))).toMatch(/^\(car 2\)/);
  });

  it('has its caret right in a file with CRLF lines', async () => {
    expect((await shown('(print 1)\r\n(car 2)\r\n')).slice(1, 3)).toEqual(['  2 | (car 2)', '    | ^']);
  });

  it('in a library procedure is shown at the form that called it', async () => {
    expect((await shown('(print 1)\n  (map car (list 1))')).slice(0, 3)).toEqual([
      'it.scm:2:3: type-error: OP_CALL: car takes a pair, not 1',
      '  2 |   (map car (list 1))',
      '    |   ^',
    ]);
  });

  it('that the program raised has no remedy', async () => {
    expect(await shown('(error "no stock" 3)')).toEqual([
      'it.scm:1:1: user-raised: OP_CALL: no stock 3',
      '  1 | (error "no stock" 3)',
      '    | ^',
    ]);
  });

  it.each([
    ['(print 1)\n(list 1', "2:1: read-error: '(' is never closed"],
    ['(print 1))', "1:10: read-error: ')' closes nothing"],
    ['"abc\n', '1:1: read-error: a string is never closed'],
    ['(if)', '1:1: syntax-error: '],
    ['(define (f)\n  (let ((x)) x))', 'syntax-error: '],
  ])('of reading or compiling %j is shown', async (text, expected) => {
    const [first, source, caret] = await shown(text);
    expect(first).toContain(expected);
    expect(source).toMatch(/^ +\d+ \| /);
    expect(caret).toMatch(/^ +\| +\^$/);
  });

  it('in a text that cannot be read runs nothing of it', async () => {
    expect((await vmactor(['run', '-'], { stdin: '(print 1)\n(' })).out).toBe('');
  });
});

describe('the chain of calls', () => {
  const chain = async (text: string): Promise<string[]> =>
    (await shown(text)).filter((line) => line.startsWith('  in ')).map((line) => line.slice(2));
  const note = '  (tail calls leave no trace)';

  it('is shown below the line of the source', async () => {
    expect(await shown('(define (f) (+ 1 (car 1)))\n(define (g) (+ 1 (f)))\n(g)')).toEqual([
      'it.scm:1:18: type-error: OP_CALL: car takes a pair, not 1',
      '  1 | (define (f) (+ 1 (car 1)))',
      '    |                  ^',
      `  in f, called from g${note}`,
      '  Convert the value, or test its type first.',
    ]);
  });

  it.each([
    ['(define (f) (+ 1 (car 1))) (f)', []],
    ['(define (f) (+ 1 (car 1))) (define (g) (f)) (+ 1 (g))', []],
    [
      '(define (f n) (if (= n 0) (car 1) (+ 1 (f (- n 1))))) (define (g) (+ 1 (f 3))) (+ 1 (g))',
      [`in f, called from f (3 times), g${note}`],
    ],
    ['(define (f n) (if (= n 0) (car 1) (+ 1 (f (- n 1))))) (f 1000)', [`in f, called from f (16 times), …${note}`]],
    ['(map (lambda (x) (+ 1 (car x))) (list 1))', [`in lambda, called from map${note}`]],
    ['(sort (list 1 "a") (lambda (a b) (not (< a b))))', [`in lambda, called from sort${note}`]],
    ['(define (|a b|) (+ 1 (car 1))) (define (f) (+ 1 (|a b|))) (f)', [`in |a b|, called from f${note}`]],
  ])('of %s', async (source, expected) => {
    expect(await chain(source)).toEqual(expected);
  });

  it('is not longer than a line', async () => {
    const name = (i: number): string => `procedure-number-${i}`;
    const definitions = Array.from({ length: 12 }, (_, i) => `(define (${name(i)}) (+ 1 (${name(i + 1)})))`);
    const [line] = await chain(`${definitions.join(' ')} (define (${name(12)}) (car 1)) (${name(0)})`);
    expect(line).toBe(`in ${name(12)}, called from ${name(11)}, …${note}`);
  });

  it('has its note once', async () => {
    const lines = await answers('(define (f) (+ 1 (car 1)))', '(define (g) (+ 1 (f)))', '(g)', '(g)');
    expect(lines.filter((line) => line.startsWith('  in '))).toEqual([
      `  in f, called from g${note}`,
      '  in f, called from g',
    ]);
  });

  it('is shown for bytecode too', async () => {
    const { out } = await vmactor(['compile', '-'], { stdin: '(define (f) (+ 1 (car 1))) (define (g) (+ 1 (f))) (g)' });
    expect((await vmactor(['run', '-'], { stdin: out })).err).toContain(`\n  in f, called from g${note}\n`);
  });
});

describe('a fault among several files', () => {
  const library = '(print "loaded")\n(define (f x)\n  (car x))\n';

  it('is shown in the file that holds the procedure', async () => {
    const [first, second] = [file('library.scm', library), file('main.scm', '\n\n\n(f 1)')];
    const { err } = await vmactor(['run', first, second]);
    expect(err).toContain('library.scm:3:3: type-error: ');
    expect(err).toContain('  3 |   (car x))\n');
  });

  it('is shown in the second file with its own lines', async () => {
    const [first, second] = [file('library.scm', library), file('main.scm', '(print 1)\n(car 1)')];
    expect((await vmactor(['run', first, second])).err).toContain('main.scm:2:1: type-error: ');
  });

  it('names the lines of the second file in the sentences of the reader', async () => {
    const [first, second] = [file('library.scm', library), file('main.scm', '1\n(list 1]')];
    const { err } = await vmactor(['run', first, second]);
    expect(err).toContain("main.scm:2:8: read-error: ']' closes the '(' of line 2, column 1\n  2 | (list 1]\n");
  });

  it('in bytecode is shown with the place in its source, which is not here', async () => {
    const { out } = await vmactor(['compile', file('library.scm', library)]);
    const [bytecode, main] = [file('library.json', out), file('main.scm', '\n\n(f 1)')];
    for (const order of [
      [bytecode, main],
      [file('other.scm', '1\n2\n3\n'), bytecode, main],
    ]) {
      const { err } = await vmactor(['run', ...order]);
      expect(err).toContain(
        'library.json: type-error: OP_TAIL_CALL: car takes a pair, not 1 (line 3, column 3 of its source)\n',
      );
      expect(err).not.toContain('^');
    }
  });

  it('that text raises when bytecode calls it is shown in the text', async () => {
    const { out } = await vmactor(['compile', file('main.scm', '\n\n\n(f 1)')]);
    const { err } = await vmactor(['run', file('library.scm', library), file('main.json', out)]);
    expect(err).toContain('library.scm:3:3: ');
  });
});

describe('colours', () => {
  // eslint-disable-next-line no-control-regex -- the escape that starts a colour
  const colour = /\u001b\[/;

  it('are used on a terminal', async () => {
    const { err } = await vmactor(['eval', '(car 1)'], { isTTY: true });
    expect(err).toContain('\u001b[31mtype-error\u001b[0m');
    expect(err).toContain('\u001b[2m  Convert the value, or test its type first.\u001b[0m');
  });

  it.each([[{ NO_COLOR: '1' }], [{ TERM: 'dumb' }]])('are not used on a terminal with %j', async (env) => {
    expect((await vmactor(['eval', '(car 1)'], { isTTY: true, env })).err).not.toMatch(colour);
  });

  it('are used where NO_COLOR is empty', async () => {
    expect((await vmactor(['eval', '(car 1)'], { isTTY: true, env: { NO_COLOR: '' } })).err).toMatch(colour);
  });

  it('are not used in a pipe, nor for values', async () => {
    expect((await vmactor(['eval', '(car 1)'])).err).not.toMatch(colour);
    expect((await vmactor(['eval', '"a"'], { isTTY: true })).out).toBe('"a"\n');
  });
});
