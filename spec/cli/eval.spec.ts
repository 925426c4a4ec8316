import { vmactor } from './command.js';

describe('eval', () => {
  it('prints the value', async () => {
    expect(await vmactor(['eval', '(+ (* 3 4) (- 20 10))'])).toEqual({ code: 0, out: '22\n', err: '' });
  });

  it('prints the value of the last form, as it would be read', async () => {
    expect((await vmactor(['eval', '(define x 5) (list x "a" (quote b))'])).out).toBe('(5 "a" b)\n');
  });

  it('prints what the program prints before the value, each on a line', async () => {
    expect((await vmactor(['eval', '(display "a") 1'])).out).toBe('a\n1\n');
  });

  it.each(['nil', '(define x 1)', '', '(print 1) nil'])('prints no value for %j', async (source) => {
    expect((await vmactor(['eval', source])).out).toBe(source.startsWith('(print') ? '1\n' : '');
  });

  it('takes a negative number for an expression', async () => {
    expect(await vmactor(['eval', '-5'])).toEqual({ code: 0, out: '-5\n', err: '' });
  });

  it('shows a fault with exit code 1', async () => {
    expect(await vmactor(['eval', '(print 1) (car 2)'])).toEqual({
      code: 1,
      out: '1\n',
      err: [
        '<eval>:1:11: type-error: OP_CALL: car takes a pair, not 2',
        '  1 | (print 1) (car 2)',
        '    |           ^',
        '  Convert the value, or test its type first.',
        '',
      ].join('\n'),
    });
  });

  it('refuses to print a value that is small and endless to write', async () => {
    const source = '(define (grow n x) (if (= n 0) x (grow (- n 1) (cons x x)))) (grow 60 1)';
    const { code, err } = await vmactor(['eval', source]);
    expect(code).toBe(1);
    expect(err).toContain('<eval>: out-of-range: the value is too long to be shown: ((((');
  });
});

describe('eval --json', () => {
  it.each([
    ['42', '42'],
    ['"a\\n"', '"a\\n"'],
    ['(= 1 1)', 'true'],
    ['nil', 'null'],
    ['(define x 1)', 'null'],
    ["'(1 (a) . 2)", '{"list":[1,{"list":[{"symbol":"a"}]}],"tail":2}'],
    ["'()", '{"list":[]}'],
    ['(** 10 20)', '{"integer":"100000000000000000000"}'],
    ['car', '{"printed":"#<procedure car>"}'],
    ['(list 1 car)', '{"printed":"(1 #<procedure car>)"}'],
  ])('writes %s as %s', async (source, json) => {
    expect(await vmactor(['eval', '--json', source])).toEqual({ code: 0, out: `${json}\n`, err: '' });
  });

  it('keeps what the program prints out of it', async () => {
    expect(await vmactor(['eval', '--json', '(display "a") 1'])).toEqual({ code: 0, out: '1\n', err: 'a\n' });
  });

  it('writes data nested too deeply for JSON as it prints', async () => {
    const source = "(let loop ((n 200000) (x '())) (if (= n 0) x (loop (- n 1) (list x))))";
    const { code, out } = await vmactor(['eval', '--json', source]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { printed: string }).printed).toMatch(/^\(+\)+$/);
  });

  it('writes a fault', async () => {
    const { code, out, err } = await vmactor(['eval', '--json', '(foo)']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out)).toEqual({
      fault: {
        code: 'unbound-variable',
        message: 'OP_GET_VARIABLE: variable foo is not defined',
        file: '<eval>',
        line: 1,
        column: 2,
        opcode: 'OP_GET_VARIABLE',
        calls: [],
      },
    });
  });

  it('writes the procedures that were running, innermost first', async () => {
    const source = '(define (f n) (if (= n 0) (car 1) (+ 1 (f (- n 1))))) (define (g) (+ 1 (f 2))) (+ 1 (g))';
    const { out } = await vmactor(['eval', '--json', source]);
    expect(JSON.parse(out)).toMatchObject({ fault: { calls: ['f', 'f', 'f', 'g'] } });
  });
});
