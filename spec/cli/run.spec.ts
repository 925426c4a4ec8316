import { useFiles, vmactor } from './command.js';

const file = useFiles();

describe('run', () => {
  it('shows what a program prints, and no values', async () => {
    const path = file(
      'prints.scm',
      '(+ 1 2)\n(print "one")\n(display "two ")\n(display 3)\n(newline)\n(print (list 1 "a"))\n',
    );
    expect(await vmactor(['run', path])).toEqual({ code: 0, out: 'one\ntwo 3\n(1 a)\n', err: '' });
  });

  it('ends a line that the program leaves open', async () => {
    expect(await vmactor(['run', file('open.scm', '(display "open")')])).toEqual({ code: 0, out: 'open\n', err: '' });
  });

  it('prints nothing for a program without forms', async () => {
    expect(await vmactor(['run', file('empty.scm', '; nothing\n')])).toEqual({ code: 0, out: '', err: '' });
  });

  it('shows what was printed before a fault, and runs nothing after it', async () => {
    const { code, out, err } = await vmactor([
      'run',
      file('fault.scm', '(print 1)\n(display 2)\n(car 3)\n(print 4)\n'),
    ]);
    expect({ code, out }).toEqual({ code: 1, out: '1\n2\n' });
    expect(err).toContain('fault.scm:3:1: type-error: ');
  });

  it('shows nothing that the faulting form itself has printed', async () => {
    const { out } = await vmactor(['run', file('rolled-back.scm', '(print 1) (begin (print 2) (car 3))')]);
    expect(out).toBe('1\n');
  });

  it('finds a syntax error only when the forms before it have run', async () => {
    const { code, out, err } = await vmactor(['run', file('syntax.scm', '(print 1)\n(if)\n')]);
    expect({ code, out }).toEqual({ code: 1, out: '1\n' });
    expect(err).toContain('syntax.scm:2:1: syntax-error: ');
  });

  it('runs files in order, in one actor', async () => {
    const first = file('first.scm', '(define x 20)');
    const second = file('second.scm', '(print (+ x 1))');
    expect(await vmactor(['run', first, second])).toEqual({ code: 0, out: '21\n', err: '' });
    expect((await vmactor(['run', second, first])).code).toBe(1);
  });

  it('reads the standard input', async () => {
    expect(await vmactor(['run', '-'], { stdin: '(print "in")' })).toEqual({ code: 0, out: 'in\n', err: '' });
    expect((await vmactor(['run', '-'], { stdin: '(car 1)' })).err).toMatch(/^<stdin>:1:1: /);
  });

  it('reads bytecode from the standard input when it is a JSON array', async () => {
    expect((await vmactor(['run', '-'], { stdin: ' ["OP_CONSTANT", 5, "OP_PRINT"]\n' })).out).toBe('5\n');
    expect((await vmactor(['run', '-'], { stdin: '[print 5]' })).out).toBe('5\n');
  });

  it('reads the standard input between files, and only once', async () => {
    const first = file('before.scm', '(define x 1)');
    expect((await vmactor(['run', first, '-'], { stdin: '(print x)' })).out).toBe('1\n');
    expect(await vmactor(['run', '-', '-'])).toMatchObject({ code: 2, out: '' });
  });

  it('takes a byte order mark and a #! line for what they are', async () => {
    expect((await vmactor(['run', file('mark.scm', '\uFEFF(print 1)')])).out).toBe('1\n');
    const { out, err } = await vmactor([
      'run',
      file('script.scm', '#!/usr/bin/env -S vmactor run\n(print 1)\n(car 2)'),
    ]);
    expect(out).toBe('1\n');
    expect(err).toContain('script.scm:3:1: ');
  });

  it('reads every file before it runs the first', async () => {
    const { code, out, err } = await vmactor(['run', file('good.scm', '(print 1)'), 'missing.scm']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('vmactor: cannot read missing.scm: no such file or directory\n');
  });

  it('cannot read a folder', async () => {
    expect(await vmactor(['run', '.'])).toEqual({
      code: 2,
      out: '',
      err: 'vmactor: cannot read .: illegal operation on a directory\n',
    });
  });

  it('gives a form the fuel of --fuel, and no more', async () => {
    const path = file('endless.scm', '(print "begun")\n(let loop () (loop))\n');
    const { code, out, err } = await vmactor(['run', '--fuel', '1e4', path]);
    expect({ code, out }).toEqual({ code: 1, out: 'begun\n' });
    expect(err).toContain('endless.scm:2:');
    expect(err).toContain('out-of-fuel: OP_LOOP: more than 10000 units of fuel');
  });

  it('gives 10^10 units of fuel without --fuel', async () => {
    const source = '(let loop ((i 0)) (if (< i 12000000) (loop (+ i 1)) (print i)))';
    expect((await vmactor(['run', '-'], { stdin: source })).out).toBe('12000000\n');
  });
});

describe('run of bytecode', () => {
  it('runs a file as one message', async () => {
    const path = file('five.json', '["OP_CONSTANT", 5, "OP_PRINT", "OP_POP"]');
    expect(await vmactor(['run', path])).toEqual({ code: 0, out: '5\n', err: '' });
  });

  it('keeps the stack for the next file', async () => {
    const push = file('push.json', '["OP_CONSTANT", 5]');
    const add = file('add.json', '["OP_CONSTANT", 10, "OP_ADD", "OP_PRINT"]');
    expect((await vmactor(['run', push, add])).out).toBe('15\n');
  });

  it('prints the stack on a line', async () => {
    const path = file('stack.json', '["OP_CONSTANT", "a", "OP_CONSTANT", {"list": [1]}, "OP_PRINT_STACK"]');
    expect((await vmactor(['run', path])).out).toBe('("a" (1))\n');
  });

  it.each([
    ['cut.json', '["OP_CONSTANT", 5', 'read-error: not JSON: '],
    ['object.json', '{"bytecode": []}', 'read-error: bytecode is a JSON array, like ["OP_CONSTANT", 5]'],
    ['unknown.json', '["OP_FROBNICATE"]', 'unknown-instruction: OP_FROBNICATE is not an instruction'],
    ['operand.json', '["OP_CONSTANT"]', 'missing-operand: OP_CONSTANT: '],
    ['underflow.json', '["OP_ADD"]', 'stack-underflow: OP_ADD: '],
    ['words.json', '[1, null, {}]', 'unknown-instruction: 1 is not an instruction'],
  ])('refuses %s', async (name, text, complaint) => {
    const { code, out, err } = await vmactor(['run', file(name, text)]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${name}: ${complaint}`);
  });

  it('charges a print for its text, and counts it once', async () => {
    const text = 'x'.repeat(8000);
    const path = file('long.json', JSON.stringify(['OP_CONSTANT', text, 'OP_PRINT']));
    expect((await vmactor(['run', '--fuel', '1002', path])).out).toBe(`${text}\n`);
    expect((await vmactor(['run', '--fuel', '1001', path])).err).toContain('out-of-fuel');
    const many = '(let loop ((i 0)) (print i) (if (< i 999999) (loop (+ i 1))))';
    expect((await vmactor(['run', '-'], { stdin: many })).out).toMatch(/\n999999\n$/);
  });
});

describe('run --json', () => {
  const lines = async (argv: readonly string[]): Promise<unknown[]> =>
    (await vmactor(argv)).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('writes a line for each message', async () => {
    const path = file('form.scm', '(define x 1)\n(begin (display "a") (print "b") x)\n');
    expect(await lines(['run', '--json', path])).toEqual([
      { file: path, line: 1, column: 1, output: '', value: null },
      { file: path, line: 2, column: 1, output: 'ab\n', value: 1 },
    ]);
  });

  it('counts the lines of each file from 1', async () => {
    const first = file('one.scm', '1\n\n2\n');
    const second = file('two.scm', '\n3');
    expect(await lines(['run', '--json', first, second])).toMatchObject([
      { line: 1 },
      { line: 3 },
      { file: second, line: 2, value: 3 },
    ]);
  });

  it('writes a message of bytecode without a place', async () => {
    const path = file('message.json', '["OP_CONSTANT", 5]');
    expect(await lines(['run', '--json', path])).toEqual([{ file: path, output: '', value: 5 }]);
  });

  it('ends with the fault', async () => {
    const path = file('json-fault.scm', '(print 1)\n(+ 1 "a")\n');
    const { code, out, err } = await vmactor(['run', '--json', path]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(JSON.parse(out.trim().split('\n').at(-1)!)).toEqual({
      fault: {
        code: 'type-error',
        message: 'OP_ADD: "a" is not a number',
        file: path,
        line: 2,
        column: 1,
        opcode: 'OP_ADD',
        calls: [],
      },
    });
  });
});
