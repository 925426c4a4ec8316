import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { VMActor } from 'vmactor';
import { main } from '../../lib/cli/cli';
import { blocksOf, blocksOfKind, guides, type Piece, piecesOf, programs, resultOf, run } from './blocks';

// Everything the guides show is run, and everything they say it gives is compared with what it gives.

const kinds = ['ts', 'text', 'text output', 'scheme', 'sh', 'json'];

it.each(guides)('%s has no code block that nothing looks at', (page) => {
  expect(blocksOf(page).filter(({ kind }) => !kinds.includes(kind))).toEqual([]);
});

describe('programs', () => {
  it.each(programs.map((program) => [`${program.page}:${program.line}`, program] as const))(
    '%s does what it says',
    async (_place, program) => {
      const logged = await run(program);
      program.blocks.forEach(({ output }, i) => {
        if (output !== undefined) expect(`${logged[i] as string}\n`).toBe(output);
      });
    },
  );

  it('are found', () => {
    expect(programs.length).toBeGreaterThan(20);
  });
});

describe('scheme blocks', () => {
  const blocks = blocksOfKind('scheme');

  it.each(blocks.map((block) => [`${block.page}:${block.line}`, block] as const))(
    '%s gives what it says',
    async (_place, block) => {
      const vm = new VMActor({ onFault: 'resume' }).start();
      const said = ({ line, kind, expected }: Piece): string => `${line} ${kind} ${expected}`;
      for (const piece of piecesOf(block)) {
        const result = await resultOf(vm, piece);
        if (piece.kind !== 'nothing') expect(said({ ...piece, expected: result })).toBe(said(piece));
      }
    },
  );

  it('are found', () => {
    expect(blocks.length).toBeGreaterThan(5);
  });
});

describe('shell blocks', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const known = [
    /^npm ci$/,
    /^npm (start|test)$/,
    /^npm install vmactor rxjs$/,
    /^npm run [\w:]+( -- [\w-]+)?$/,
    /^npx vmactor \w+( '[^']*'| [\w.]+)?$/,
  ];
  const commands = blocksOfKind('sh').flatMap(({ page, text }) =>
    text
      .split('\n')
      .flatMap((line) => line.replace(/\s+#.*$/, '').split(' && '))
      .filter((command) => command !== '')
      .map((command) => [page, command] as const),
  );

  it.each(commands)('%s: %s is a command that exists', async (_page, command) => {
    expect(known.some((pattern) => pattern.test(command))).toBe(true);
    const script = /^npm (?:run )?(start|test|[\w:]+)/.exec(command)?.[1] as string;
    if (command.startsWith('npm') && !['ci', 'install'].includes(script))
      expect(Object.keys(scripts)).toContain(script);
    const subcommand = /^npx vmactor (\w+)/.exec(command)?.[1];
    if (subcommand !== undefined) expect(await main(['help', subcommand], { stdout: new PassThrough() })).toBe(0);
    const example = /^npm run example -- (.*)$/.exec(command)?.[1];
    if (example !== undefined) {
      const places = [`docs/examples/${example}.ts`, `docs/examples/${example}/${example}.ts`];
      expect(places.some((place) => existsSync(place))).toBe(true);
    }
  });
});

describe('links', () => {
  const anchorOf = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');

  const anchorsOf = (page: string): string[] =>
    [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading as string));

  const links = guides.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => [page, target as string] as const)
      .filter(([, target]) => !/^https?:/.test(target)),
  );

  it.each(links)('of %s: %s leads somewhere', (page, target) => {
    const [path, anchor] = target.split('#') as [string, string?];
    const file = path === '' ? page : join(dirname(page), path);
    expect(existsSync(file)).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(file)).toContain(anchor);
  });
});
