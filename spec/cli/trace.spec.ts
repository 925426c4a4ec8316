import { vmactor } from './command.js';

describe('--trace', () => {
  it('writes each instruction, and the stack after it, to the error stream', async () => {
    expect(await vmactor(['eval', '--trace', '(define (f x) (* x 2)) (f 21)'])).toEqual({
      code: 0,
      out: '42\n',
      err: [
        '    1  OP_CLOSURE f                              #<procedure f>',
        '    1  OP_DEFINE_VARIABLE f',
        '    2  OP_GET_VARIABLE f                         #<procedure f>',
        '    2  OP_CONSTANT 21                            #<procedure f> 21',
        '    2  OP_CALL 1',
        '    2    OP_GET_LOCAL 0                          21',
        '    2    OP_CONSTANT 2                           21 2',
        '    2    OP_MULTIPLY                             42',
        '    2    OP_RETURN                               42',
        '',
      ].join('\n'),
    });
  });

  it('shows a string as one, and not more values than fit', async () => {
    const { err } = await vmactor(['run', '--trace', '-'], { stdin: '(list "a b" 2 3 4 5 6 7 8 9)' });
    expect(err).toContain('OP_CONSTANT "a b"                         #<procedure list> "a b"\n');
    expect(err).toContain('OP_CONSTANT 9                             (2 more) 2 3 4 5 6 7 8 9\n');
  });

  it('ends before the fault it leads to', async () => {
    const { err } = await vmactor(['run', '--trace', '-'], { stdin: '(+ 1 "a")' });
    expect(err.split('\n').slice(0, 3)).toEqual([
      '    1  OP_CONSTANT 1                             1',
      '    1  OP_CONSTANT "a"                           1 "a"',
      '<stdin>:1:1: type-error: OP_ADD: "a" is not a number',
    ]);
  });

  it('changes nothing of what runs', async () => {
    const world = { stdin: '(let loop ((i 0)) (print i) (if (< i 20) (loop (+ i 1)))) (car 1)' };
    const traced = await vmactor(['run', '--trace', '-'], world);
    expect({ ...traced, err: '' }).toEqual({ ...(await vmactor(['run', '-'], world)), err: '' });
  });
});
