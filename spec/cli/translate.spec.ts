import { compile } from '../../lib/compiler/compile.js';
import { useFiles, vmactor } from './command.js';

const file = useFiles();
const program = "(define (twice x)\n  (* 2 x))\n(print (map (lambda (n) (+ n (twice n))) '(1 2 3)))\n";

describe('compile', () => {
  it('writes an instruction a line', async () => {
    expect(await vmactor(['compile', '-'], { stdin: '(define (f x) x) (f 5)' })).toEqual({
      code: 0,
      err: '',
      out: [
        '[',
        '  "OP_CLOSURE", {',
        '    "name": "f",',
        '    "params": ["x"],',
        '    "rest": null,',
        '    "locals": 1,',
        '    "captures": [],',
        '    "positions": [],',
        '    "body": [',
        '      "OP_GET_LOCAL", 0,',
        '      "OP_RETURN"',
        '    ]',
        '  },',
        '  "OP_DEFINE_VARIABLE", "f",',
        '  "OP_GET_VARIABLE", "f",',
        '  "OP_CONSTANT", 5,',
        '  "OP_CALL", 1',
        ']',
        '',
      ].join('\n'),
    });
  });

  it.each([[[]], [['--json']]])('writes what compile gives %j', async (options) => {
    const { out } = await vmactor(['compile', ...options, file('it.scm', program)]);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(compile(program))));
  });

  it('writes one line with --json', async () => {
    const { out } = await vmactor(['compile', '--json', file('it.scm', program)]);
    expect(out).toBe(`${JSON.stringify(compile(program))}\n`);
  });

  it.each([[[]], [['--json']]])('writes what run takes %j', async (options) => {
    const { out } = await vmactor(['compile', ...options, file('it.scm', program)]);
    expect(await vmactor(['run', file('it.json', out)])).toEqual({ code: 0, out: '(3 6 9)\n', err: '' });
    expect((await vmactor(['run', '-'], { stdin: out })).out).toBe('(3 6 9)\n');
  });

  it('writes an empty program as an empty array', async () => {
    expect((await vmactor(['compile', '-'])).out).toBe('[]\n');
  });

  it('shows what is wrong with the source', async () => {
    const { code, out, err } = await vmactor(['compile', '-'], { stdin: '(print 1)\n(if)' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^<stdin>:2:1: syntax-error: .*\n {2}2 \| \(if\)\n {4}\| \^\n/);
    const json = await vmactor(['compile', '--json', '-'], { stdin: '(if)' });
    expect(JSON.parse(json.out)).toMatchObject({ fault: { code: 'syntax-error', line: 1, column: 1 } });
  });

  it('refuses bytecode', async () => {
    const { code, err } = await vmactor(['compile', file('it.json', '[]')]);
    expect(code).toBe(2);
    expect(err).toMatch(/it\.json is bytecode already: compile takes source text\n$/);
  });

  it('refuses procedures nested too deeply for JSON', async () => {
    const { code, err } = await vmactor(['compile', '-'], {
      stdin: `${'(lambda () '.repeat(20_000)}1${')'.repeat(20_000)}`,
    });
    expect(code).toBe(1);
    expect(err).toBe(
      '<stdin>: out-of-range: the program is nested too deeply to be written as JSON\n  Check the length first.\n',
    );
  });
});

describe('disassemble', () => {
  it('writes the instructions of a source file', async () => {
    expect(await vmactor(['disassemble', file('it.scm', '(define (f x) x)\n(if (f #t) 1 2)')])).toEqual({
      code: 0,
      err: '',
      out: [
        '   0  OP_CLOSURE f',
        '   2  OP_DEFINE_VARIABLE f',
        '   4  OP_GET_VARIABLE f',
        '   6  OP_TRUE',
        '   7  OP_CALL 1',
        '   9  OP_JUMP_IF_FALSE 4  ; to 15',
        '  11  OP_CONSTANT 1',
        '  13  OP_JUMP 2  ; to 17',
        '  15  OP_CONSTANT 2',
        '',
        'f (x)',
        '   0  OP_GET_LOCAL 0',
        '   2  OP_RETURN',
        '',
      ].join('\n'),
    });
  });

  it('writes those of its bytecode the same', async () => {
    const source = file('it.scm', program);
    const { out } = await vmactor(['compile', source]);
    expect(await vmactor(['disassemble', file('it.json', out)])).toEqual(await vmactor(['disassemble', source]));
    expect(await vmactor(['disassemble', '-'], { stdin: out })).toEqual(await vmactor(['disassemble', source]));
  });

  it('shows bytecode that could not run', async () => {
    expect((await vmactor(['disassemble', '-'], { stdin: '["OP_FROBNICATE"]' })).out).toBe(
      '   0  OP_FROBNICATE  ; not an instruction\n',
    );
  });

  it('shows what is wrong with a file', async () => {
    expect(await vmactor(['disassemble', '-'], { stdin: '(' })).toMatchObject({ code: 1, out: '' });
    expect(await vmactor(['disassemble', file('not.json', 'x')])).toMatchObject({ code: 1, out: '' });
    expect(await vmactor(['disassemble', 'missing.scm'])).toMatchObject({ code: 2, out: '' });
  });
});
