import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import * as source from 'vmactor';
import * as sourceOfCore from 'vmactor/core';
import * as sourceOfInstructions from 'vmactor/instructions';
import * as sourceOfSystem from 'vmactor/system';
import * as sourceOfTesting from 'vmactor/testing';

// What a user gets: the package is packed, the tarball is installed into an empty folder, and used from there in every
// way it can be. Nothing here sees lib/, and nothing is fetched.

const root = join(__dirname, '../..');
const consumer = mkdtempSync(join(realpathSync(tmpdir()), 'vmactor-package-'));

// npm hands its own settings down to the scripts it runs; a user's shell has none of them.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_|^node_options$/i.test(name)),
);

const launch = (cwd: string, command: string, args: readonly string[]) =>
  spawnSync(command, args, { cwd, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const run = (cwd: string, command: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr, error } = launch(cwd, command, args);
  if (status !== 0) throw new Error([`${command} ${args.join(' ')}`, error, stdout, stderr].join('\n'));
  return stdout;
};

const tool = (name: string, ...args: readonly string[]): string =>
  run(consumer, join(root, 'node_modules/.bin', name), ...args);

const runModule = (code: string): string => run(consumer, process.execPath, '--input-type=module', '--eval', code);
const runCommonJs = (code: string): string => run(consumer, process.execPath, '--input-type=commonjs', '--eval', code);

const write = (name: string, content: unknown): void => {
  writeFileSync(join(consumer, name), typeof content === 'string' ? content : JSON.stringify(content));
};

const tarball = (): string => {
  const [name = 'none'] = readdirSync(consumer).filter((file) => file.endsWith('.tgz'));
  return join(consumer, name);
};

beforeAll(() => {
  run(root, 'npm', 'pack', '--ignore-scripts', '--pack-destination', consumer);
  const dependency = (name: string): [string, string] => [name, `file:${join(root, 'node_modules', name)}`];
  write('package.json', {
    name: 'consumer',
    private: true,
    type: 'module',
    dependencies: {
      vmactor: `file:${tarball()}`,
      ...Object.fromEntries(['rxjs', 'tslib', 'commander'].map(dependency)),
    },
  });
  run(consumer, 'npm', 'install', '--install-links', '--ignore-scripts', '--offline', '--no-audit', '--no-fund');
});

afterAll(() => {
  rmSync(consumer, { recursive: true, force: true });
});

describe('the tarball', () => {
  it('holds what is published and nothing else', () => {
    const files = run(consumer, 'tar', '-tzf', tarball()).trim().split('\n');
    expect(files.filter((file) => !/^package\/(dist\/|package\.json$|README|LICENSE|CHANGELOG)/.test(file))).toEqual(
      [],
    );
    // What is compact has a map back to its sources.
    const code = files.filter((file) => /\.c?js$/.test(file));
    expect(files.filter((file) => file.endsWith('.map')).sort()).toEqual(code.map((file) => `${file}.map`).sort());
  });

  it('is clean for publint', () => {
    expect(tool('publint', 'run', tarball(), '--strict')).toContain('All good');
  });

  // Resolution without `exports`, older than the oldest supported Node.js, is left out.
  it('has the right types under every module resolution', () => {
    tool('attw', tarball(), '--profile', 'node16', '--no-definitely-typed');
  });
});

describe.each([
  ['vmactor', source],
  ['vmactor/core', sourceOfCore],
  ['vmactor/instructions', sourceOfInstructions],
  ['vmactor/system', sourceOfSystem],
  ['vmactor/testing', sourceOfTesting],
])('%s', (entry, names) => {
  const expected = Object.keys(names).sort();

  it('exports the same names as ESM, as CommonJS and in the sources', () => {
    const list = 'console.log(JSON.stringify(Object.keys(entry).sort()))';
    expect(JSON.parse(runModule(`import * as entry from '${entry}'; ${list}`))).toEqual(expected);
    expect(JSON.parse(runCommonJs(`const entry = require('${entry}'); ${list}`))).toEqual(expected);
  });

  it('exports the same names where it is not for Node.js', () => {
    const file = join(consumer, 'node_modules/vmactor/dist', `${entry.split('/')[1] ?? 'index'}.js`);
    const list = 'console.log(JSON.stringify(Object.keys(entry).sort()))';
    expect(JSON.parse(runModule(`import * as entry from '${file}'; ${list}`))).toEqual(expected);
  });

  it('does nothing on import', () => {
    const observe = (load: string) => `
      const before = Reflect.ownKeys(globalThis).length;
      ${load}
      if (Reflect.ownKeys(globalThis).length !== before) console.log('a global was added');
      const handles = process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate|MessagePort/.test(name));
      if (handles.length > 0) console.log(...handles);`;
    expect(runModule(observe(`await import('${entry}');`))).toBe('');
    expect(runCommonJs(observe(`require('${entry}');`))).toBe('');
  });

  it('leaves nothing in a bundle that does not use it', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import '${entry}'; import { ${String(expected[0])} } from '${entry}';`,
        resolveDir: consumer,
      },
      bundle: true,
      write: false,
      format: 'esm',
      external: ['rxjs'],
      logLevel: 'error',
    });
    expect(outputFiles.map(({ text }) => text.replace(/^\/\/.*$/gm, '').trim())).toEqual(['']);
  });
});

describe('the installed package', () => {
  const evaluate = `new VMActor().start().evaluate('(+ 5 10)').then((value) => { console.log(value); })`;

  it('evaluates as ESM', () => {
    expect(runModule(`import { VMActor } from 'vmactor'; ${evaluate};`)).toBe('15\n');
  });

  it('evaluates as CommonJS', () => {
    expect(runCommonJs(`const { VMActor } = require('vmactor'); ${evaluate};`)).toBe('15\n');
  });

  it('has one VMError for both entries', () => {
    const same = 'console.log(a.VMError === b.VMError && a.VMError !== undefined)';
    expect(runModule(`import * as a from 'vmactor'; import * as b from 'vmactor/core'; ${same}`)).toBe('true\n');
    expect(runCommonJs(`const a = require('vmactor'); const b = require('vmactor/core'); ${same}`)).toBe('true\n');
  });

  it('works where functions may not be made of texts, as it does where code is not fused', () => {
    const text =
      '(define (f n) (if (= n 0) 0 (+ n (f (- n 1))))) (do ((i 0 (+ i 1)) (s 0 (+ s (f 9)))) ((= i 20000) s))';
    const code = (options: string): string => `
      import { compile, VMActor } from 'vmactor';
      const vm = new VMActor(${options}).loadBytecode(compile(${JSON.stringify(text)}));
      vm.execute();
      console.log(vm.top(), vm.state.fuel);`;
    const outcomeOf = (options: string, ...flags: readonly string[]): string => {
      write('strict.mjs', code(options));
      return run(consumer, process.execPath, ...flags, 'strict.mjs');
    };
    const forbidden = outcomeOf('{}', '--disallow-code-generation-from-strings');
    expect(forbidden).toMatch(/^900000 \d+\n$/);
    expect(forbidden).toBe(outcomeOf('{ fusion: false }'));
    expect(forbidden).toBe(outcomeOf('{}'));
  });

  it('runs the command', () => {
    expect(run(consumer, join(consumer, 'node_modules/.bin/vmactor'), 'eval', '(+ 5 10)')).toBe('15\n');
  });

  it.each(['use.ts', 'use.cts'])('type-checks in the strictest project, from %s', (name) => {
    write(
      name,
      `
      import { type Observable, map, of } from 'rxjs';
      import { VMActor, VMError, type VMState, compile, execute, isVMError, push, unary } from 'vmactor';
      import { type VMState as CoreState } from 'vmactor/core';
      import { standardInstructions } from 'vmactor/instructions';

      const actor: VMActor = new VMActor({ fuel: 1000, onFault: 'resume', instructions: standardInstructions });
      actor.defineInstruction('OP_DOUBLE', unary((x: number) => x * 2));
      actor.defineInstruction('OP_SEVEN', (state) => push(state, 7));
      actor.send('OP_CONSTANT', 5);
      // @ts-expect-error there is no such policy
      new VMActor({ onFault: 'explode' });

      export const states: Observable<VMState> = of(compile('(+ 5 10)')).pipe(execute());
      export const tops: Observable<unknown> = states.pipe(map((state: CoreState) => state.stack.top));
      export const answer: Promise<unknown> = actor.start().evaluate('(+ 5 10)');
      export const code = (thrown: unknown): string | undefined => (isVMError(thrown) ? thrown.code : undefined);
      export const isFault = (thrown: unknown): thrown is VMError => thrown instanceof VMError;
      `,
    );
    write('tsconfig.json', {
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM'],
        module: 'NodeNext',
        types: [],
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
      },
      files: [name],
    });
    tool('tsc', '--project', '.');
  });
});

interface Measured {
  readonly name: string;
  readonly size: number;
  readonly passed: boolean;
}

describe('the size, minified and gzipped', () => {
  const sizes = JSON.parse(
    launch(root, join(root, 'node_modules/.bin/size-limit'), ['--json']).stdout,
  ) as readonly Measured[];

  it.each(sizes)('$name is within its budget', ({ passed }) => {
    expect(passed).toBe(true);
  });

  // A row of a table in README.md: | `vmactor/core` | 12.3 kB |
  it.each(sizes)('$name is what the README says, within 0.3 kB', ({ name, size }) => {
    const entry = /\((.*)\)/.exec(name)?.[1] ?? name;
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const row = readme.split('\n').find((line) => line.replaceAll(' ', '').startsWith(`|\`${entry}\`|`));
    const said = Number(/([\d.]+) kB/.exec(row ?? '')?.[1]);
    expect(Math.abs(said - size / 1000)).toBeLessThanOrEqual(0.3);
  });
});
