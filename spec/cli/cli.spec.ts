import { replCommands } from '../../lib/cli/commands.js';
import { vmactor } from './command.js';

describe('vmactor', () => {
  it('alone shows its help', async () => {
    const { code, out, err } = await vmactor([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Usage: vmactor/);
    expect(out).toContain('Examples:');
    for (const command of ['run', 'eval', 'repl', 'compile', 'disassemble']) expect(out).toContain(`\n  ${command} `);
  });

  it.each([['--help'], ['help']])('%s is the same help', async (option) => {
    expect(await vmactor([option])).toEqual(await vmactor([]));
  });

  it.each(['run', 'eval', 'repl', 'compile', 'disassemble'])('%s has help of its own', async (command) => {
    const { code, out } = await vmactor([command, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: vmactor ${command}`));
    expect(await vmactor(['help', command])).toMatchObject({ code: 0, out });
  });

  it('fits its help into 80 columns', async () => {
    for (const command of ['run', 'eval', 'repl', 'compile', 'disassemble', 'help']) {
      const { out } = await vmactor([command, '--help']);
      expect(out.split('\n').filter((line) => line.length > 82)).toEqual([]);
    }
  });

  it('lists in the help of the repl what it takes', async () => {
    const { out } = await vmactor(['repl', '--help']);
    for (const { usage, doc } of replCommands.values()) expect(out).toMatch(`  ${usage.padEnd(17)}  ${doc}\n`);
  });

  it.each(['--version', '-V'])('%s prints the version', async (option) => {
    expect(await vmactor([option])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  it.each([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['--frobnicate'], "unknown option '--frobnicate'"],
    [['run'], "missing required argument 'file'"],
    [['run', '--frobnicate', 'x.scm'], "unknown option '--frobnicate'"],
    [['eval'], "missing required argument 'expr'"],
    [['eval', '1', '2'], "too many arguments for 'eval'"],
    [['compile'], "missing required argument 'file'"],
    [['disassemble'], "missing required argument 'file'"],
  ])('%j is a wrong use', async (argv, complaint) => {
    const { code, out, err } = await vmactor(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`vmactor: ${complaint}`);
    expect(err).toContain('(vmactor --help shows how it is used)');
  });

  it('tells how to run a file', async () => {
    const { code, err } = await vmactor(['tour.scm']);
    expect(code).toBe(2);
    expect(err).toContain('(vmactor run tour.scm runs a program)');
  });

  it.each(['0', '-1', '1.5', '1e-3', 'many', 'Infinity', '1e400', '0x10', ''])('refuses %j as fuel', async (fuel) => {
    const { code, err } = await vmactor(['eval', '--fuel', fuel, '1']);
    expect(code).toBe(2);
    expect(err).toContain('--fuel <n>');
    expect(err).toContain('positive integer');
  });

  it.each(['5000', '1e6', '1.5e3', '2E4'])('takes %s as fuel', async (fuel) => {
    expect(await vmactor(['eval', `--fuel=${fuel}`, '1'])).toEqual({ code: 0, out: '1\n', err: '' });
  });
});
