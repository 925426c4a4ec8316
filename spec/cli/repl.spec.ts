import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replCommands } from '../../lib/cli/commands.js';
import { answers as repl, Terminal, useFiles, vmactor } from './command.js';

const file = useFiles();

describe('repl', () => {
  it('shows the value of each form, and what it prints, but not nil', async () => {
    expect(await repl('(define x 5)', '(+ x 1) "a"', '(print x)', '(display "open")', '\'(a "b")', 'nil')).toEqual([
      '6',
      '"a"',
      '5',
      'open',
      '(a "b")',
    ]);
  });

  it('reads forms of several lines', async () => {
    expect(
      await repl(
        '(define (f x)',
        '',
        '  ; twice )',
        '  (* 2 x))',
        '(f',
        '4)',
        '"a',
        'b"',
        "'",
        'sym',
        '#| a',
        'comment |# 7',
      ),
    ).toEqual(['8', '"a\\nb"', 'sym', '7']);
  });

  it('shows nothing for empty lines and an empty input', async () => {
    expect(await repl('', '  ', '; nothing')).toEqual(['']);
    expect(await repl()).toEqual(['']);
  });

  it('keeps the state of before a fault, and goes on', async () => {
    const { code, out, err } = await vmactor(['repl'], { stdin: '(define x 1)\n(begin (set! x 2) (car x))\nx\n' });
    expect({ code, out }).toEqual({ code: 0, out: '1\n' });
    expect(err).toContain(
      '<repl>:1:19: type-error: OP_CALL: car takes a pair, not 2\n  1 | (begin (set! x 2) (car x))\n',
    );
  });

  it('keeps what the forms before the faulting one did', async () => {
    expect((await repl('(define x 1) (set! x 2) (foo) (set! x 3)', 'x'))[0]).toBe('2');
  });

  it('shows a fault in the input that holds the procedure', async () => {
    const { err } = await vmactor(['repl'], { stdin: '(define (f x)\n  (car x))\n1\n(f 1)\n' });
    expect(err).toContain('<repl>:2:3: type-error: ');
    expect(err).toContain('  2 |   (car x))\n');
  });

  it('shows mistakes of reading and syntax', async () => {
    const lines = await repl('(if)', ')', "(a ']", '1');
    expect(lines[0]).toBe('1');
    expect(lines.filter((line) => line.startsWith('<repl>:1:'))).toHaveLength(3);
  });

  it('shows that the input ended inside a form', async () => {
    expect(await repl('1', '(+ 1')).toContain("<repl>:1:1: read-error: '(' is never closed");
  });

  it('takes CRLF lines, and a last line without an end', async () => {
    expect(await repl('(+ 1 2)\r', '(+ 3', '4)')).toEqual(['3', '7']);
  });

  it('has the fuel of --fuel for each form', async () => {
    const { out, err } = await vmactor(['repl', '--fuel', '1000'], { stdin: '(let loop () (loop))\n1\n' });
    expect(out).toBe('1\n');
    expect(err).toContain('out-of-fuel: OP_LOOP: more than 1000 units of fuel');
  });
});

describe('the commands of the repl', () => {
  it(':vars lists what was defined', async () => {
    expect(await repl(':vars', '(define x "a")', '(define (double n) (* 2 n))', ':vars')).toEqual([
      'no variables are defined',
      '  x       "a"',
      '  double  #<procedure double>',
    ]);
  });

  it(':vars writes names that no terminal should be given as they are with escapes', async () => {
    expect(await repl('(define |a\\x1b;[2J| 1)', ':vars')).toEqual(['  |a\\x1b;[2J|  1']);
  });

  it(':stack lists the results, the top last', async () => {
    expect(await repl(':stack', '1', '"a" (list 1)', ':stack')).toEqual([
      'the stack is empty',
      '1',
      '"a"',
      '(1)',
      '  1',
      '  "a"',
      '  (1)',
    ]);
  });

  it(':stack leaves out what lies deep', async () => {
    const lines = await repl(Array.from({ length: 25 }, (_, i) => i).join(' '), ':stack');
    expect(lines.slice(25, 27)).toEqual(['  … 5 more below', '  5']);
    expect(lines).toHaveLength(46);
  });

  it(':undo goes back to before the last input that changed something', async () => {
    expect(await repl('(define x 1)', '(set! x', '  2)', 'x', ':undo', 'x', ':undo', ':vars', ':undo')).toEqual([
      '2',
      'undone: (set! x 2)',
      '1',
      'undone: (define x 1)',
      'no variables are defined',
      'nothing to undo',
    ]);
  });

  it(':undo takes back what a procedure remembers', async () => {
    const counter = '(define next (let ((n 0)) (lambda () (set! n (+ n 1)) n)))';
    expect(await repl(counter, '(next)', '(next)', ':undo', '(next)')).toEqual(['1', '2', 'undone: (next)', '2']);
  });

  it(':undo passes over inputs that faulted', async () => {
    const lines = await repl('(define x 1)', '(begin (set! x 2) (car x))', ':undo', ':vars');
    expect(lines.slice(0, 2)).toEqual(['undone: (define x 1)', 'no variables are defined']);
  });

  it(':reset starts anew, which can be undone', async () => {
    expect(await repl('(define x 1)', ':reset', ':vars', ':undo', 'x')).toEqual([
      'everything is as at the start; :undo takes this back',
      'no variables are defined',
      'undone: :reset',
      '1',
    ]);
  });

  it(':trace shows instructions until it is turned off', async () => {
    const { out, err } = await vmactor(['repl'], {
      stdin: '(define x 20)\n:trace on\n(+ x 1)\n:trace\n:trace off\n(+ x 2)\n:trace maybe',
    });
    expect(out).toBe('trace is on\n21\ntrace is on\ntrace is off\n22\nusage: :trace on|off\n');
    expect(err.split('\n')).toEqual([
      '    1  OP_GET_VARIABLE x                         20',
      '    1  OP_CONSTANT 1                             20 1',
      '    1  OP_ADD                                    21',
      '',
    ]);
  });

  it('--trace is :trace on from the start', async () => {
    expect((await vmactor(['repl', '--trace'], { stdin: '1' })).err).toContain('OP_CONSTANT 1');
  });

  it(':disassemble shows bytecode, of an expression of several lines too', async () => {
    expect(await repl(':disassemble (+ 1', '2)', ':disassemble')).toEqual([
      '   0  OP_CONSTANT 1',
      '   2  OP_CONSTANT 2',
      '   4  OP_ADD',
      'usage: :disassemble EXPR',
    ]);
    expect(await repl('(define', 'x 1)', ':disassemble (if)')).toContain('  1 | (if)');
  });

  it(':fuel tells what was spent, and sets what may be', async () => {
    const lines = await repl('(+ 1 2)', ':fuel', ':fuel 1e3', '(let loop () (loop))', '(define x 1)', ':fuel none');
    expect(lines.slice(0, 4)).toEqual([
      '3',
      'the last input spent 3; one form may spend 10000000000',
      'the last input spent 3; one form may spend 1000',
      'usage: :fuel [N], N being a positive integer like 5000 or 1e6',
    ]);
    expect(lines[4]).toContain('more than 1000 units of fuel');
  });

  it(':fuel survives :undo and :reset', async () => {
    const lines = await repl('(define x 1)', ':fuel 1000', ':undo', ':reset', '(let loop () (loop))');
    expect(lines.join()).toContain('more than 1000 units');
  });

  it(':help lists every command', async () => {
    const help = (await repl(':help')).join('\n');
    for (const name of replCommands.keys()) expect(help).toContain(`  ${name} `);
  });

  it(':macroexpand shows an expression after the macros that are known by then', async () => {
    const lines = await repl(
      '(define-syntax twice (syntax-rules () ((_ x) (begin x x))))',
      ':macroexpand (twice',
      '(f 1))',
      ':macroexpand (car x) (twice 2)',
      ':macroexpand',
      ':macroexpand (twice)',
      '3',
    );
    expect(lines.slice(0, 5)).toEqual([
      '(begin (f 1) (f 1))',
      '(car x)',
      '(begin 2 2)',
      'usage: :macroexpand EXPR',
      '3',
    ]);
    expect(lines.slice(5, 8)).toEqual([
      '<repl>:1:1: syntax-error: no rule matches (twice)',
      '  1 | (twice)',
      '    | ^',
    ]);
  });

  it('an unknown one is told where to look', async () => {
    expect(await repl(':frobnicate (', '2')).toEqual(['unknown command :frobnicate; :help lists those there are', '2']);
  });

  it(':quit leaves', async () => {
    expect(await repl('1', ' :quit ', '2')).toEqual(['1']);
  });
});

describe('the repl in a terminal', () => {
  it('greets, prompts, and leaves at Ctrl-D with a line of its own', async () => {
    const terminal = new Terminal();
    expect(terminal.screen).toMatch(/^VMActor 1\.2\.3; :help shows what you can ask\.\n.*vm> /s);
    await terminal.type('(+ 1 2)\r', /3\n.*vm> /s);
    await terminal.type('(define (f)\r', '... ');
    await terminal.type('7)\r', 'vm> ');
    await terminal.type('(f)\r', /7\n.*vm> /s);
    terminal.stdin.write('\u0004');
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen).toMatch(/\n$/);
  });

  it('starts its prompt and its messages on a new line', async () => {
    const terminal = new Terminal();
    await terminal.type('(display "open")\r', /open\n.*vm> /s);
    await terminal.type('(car 1)\r', 'type-error');
    expect(terminal.stderr.text).toMatch(/^<repl>:1:1: /);
    await terminal.type(':quit\r', '');
    expect(await terminal.ended).toBe(0);
  });

  it('clears at Ctrl-C what was typed', async () => {
    const terminal = new Terminal();
    await terminal.type('(define (f x)\r', '... ');
    await terminal.type('(* x', '(* x');
    await terminal.type('\u0003', /\^C\n.*vm> /s);
    await terminal.type('(+ 20 2)\r', '22');
    await terminal.type('\u0003', ':quit or Ctrl-D leaves');
    terminal.stdin.end();
    expect(await terminal.ended).toBe(0);
    expect(terminal.stderr.text).toBe('');
  });

  it('interrupts at Ctrl-C what runs, and goes on from before it', async () => {
    const terminal = new Terminal();
    await terminal.type('(define x 1)\r', 'vm> ');
    await terminal.type('(print "begun") (begin (set! x 2) (let loop () (loop)))\r', 'begun\n');
    await terminal.type('\u0003', 'interrupted: ');
    await terminal.type('(+ x 40)\r', '41');
    await terminal.type('\u0003', ':quit or Ctrl-D leaves');
    await terminal.type(':undo\r', 'undone: (define x 1)');
    terminal.stdin.end();
    expect(await terminal.ended).toBe(0);
  });

  it('runs what was typed ahead', async () => {
    const terminal = new Terminal();
    await terminal.type(
      '(define (slow n) (if (= n 0) "slow" (slow (- n 1))))\r(slow 200000)\r(+ 1 1)\r',
      /"slow"\n.*2\n/s,
    );
    terminal.stdin.end();
    expect(await terminal.ended).toBe(0);
  });

  it('remembers what was typed', async () => {
    const history = file('history', '(+ 1 1)\n(+ 2 2)\n');
    const terminal = new Terminal(history);
    await terminal.type('(+ 3 3)\r', '6');
    await terminal.type('\u001b[A\u001b[A\u001b[A\r', '4');
    await terminal.type(':quit\r', '');
    await terminal.ended;
    expect(readFileSync(history, 'utf8').split('\n').slice(0, 4)).toEqual([':quit', '(+ 2 2)', '(+ 3 3)', '(+ 1 1)']);
  });

  it('keeps its history for its owner only', async () => {
    const history = join(dirname(file('neighbour', '')), 'new-history');
    const terminal = new Terminal(history);
    await terminal.type(':quit\r', '');
    await terminal.ended;
    expect(statSync(history).mode & 0o777).toBe(0o600);
  });

  it('does not mind a history that cannot be kept', async () => {
    const terminal = new Terminal('/missing/folder/history');
    await terminal.type('(+ 3 3)\r', '6');
    await terminal.type(':quit\r', '');
    expect(await terminal.ended).toBe(0);
    expect(existsSync('/missing')).toBe(false);
  });
});
