import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { version } from '../../package.json';
import { vmactor } from './command.js';

// The command as a process of its own, from the sources.

const shell = (line: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync('bash', ['-c', `vmactor() { "${process.execPath}" --import tsx lib/cli/main.ts "$@"; }; ${line}`], {
    encoding: 'utf8',
  });

describe('the process', () => {
  it('knows the version of the package', () => {
    expect(shell('vmactor --version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    ["eval '(+ 1 2)'", 0],
    ["eval '(car 1)'", 1],
    ['run missing.scm', 2],
  ])('ends %s with %d', (line, status) => {
    expect(shell(`vmactor ${line}`).status).toBe(status);
  });

  it('writes all of a long output into a pipe', () => {
    const { stdout } = shell(
      "vmactor eval '(let loop ((i 0)) (print i) (if (< i 200000) (loop (+ i 1)) i))' | tail -n 1",
    );
    expect(stdout).toBe('200000\n');
  });

  it('ends in silence when nobody reads its output', () => {
    const line = "vmactor eval '(let loop ((i 0)) (print i) (if (< i 200000) (loop (+ i 1)) i))' | head -n 1";
    expect(shell(line)).toMatchObject({ status: 0, stdout: '0\n', stderr: '' });
  });

  it('shows what was printed while it goes on, and is ended by Ctrl-C', async () => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      'lib/cli/main.ts',
      'eval',
      '(print "begun") (let loop () (loop))',
    ]);
    const [shown] = await once(child.stdout, 'data');
    expect(String(shown)).toBe('begun\n');
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([null, 'SIGINT']);
  });
});

describe('the tour', () => {
  it('runs without faults and prints a line for each thing it shows', async () => {
    const { code, out, err } = await vmactor(['run', 'docs/examples/tour.scm']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('factorial of 30: 265252859812191058636308480000000\n');
    const promised = readFileSync('docs/examples/tour.scm', 'utf8').matchAll(/\(show "([^"]*)"/g);
    for (const [, what] of promised) expect(out).toMatch(new RegExp(`^ *${what}: .`, 'm'));
  });
});
